using System.Globalization;
using VpVarmland.Members.Files;

namespace VpVarmland.Members.Care;

/// <summary>How an association keeps its promises, quarter by quarter (operating plan, G2): how soon somebody was spoken with, and what came of it. Figures without persons.</summary>
internal static class CareStatistics
{
    private const int Usual = 8, Most = 20;

    /// <param name="Open">Open now.</param>
    /// <param name="Late">Of those, late.</param>
    internal sealed record Response(IReadOnlyList<Quarter> Quarters, long Open, long Late, IReadOnlyList<Standing> Associations);

    /// <summary>Cases by the quarter in which they were opened.</summary>
    /// <param name="Name">yyyy-Qn.</param>
    /// <param name="Contacted">Of the opened, those in which somebody has been spoken with.</param>
    /// <param name="MedianHours">From opening to the first talk, among the contacted; null: none yet.</param>
    /// <param name="Within48">Of the opened, those spoken with within 48 hours.</param>
    /// <param name="Closed">Of the opened, those that are done.</param>
    internal sealed record Quarter(string Name, long Opened, long Contacted, double? MedianHours, long Within48, long Closed, IReadOnlyList<Outcome> Outcomes);

    /// <param name="Result">Null: simply seen to.</param>
    internal sealed record Outcome(CareResult? Result, long Number);

    /// <summary>An association's last four quarters, and now.</summary>
    internal sealed record Standing(Guid AssociationId, string Name, long Opened, double? MedianHours, long Within48, long Open, long Late);

    private sealed record QuarterRow(Guid AssociationId, string AssociationName, DateOnly First, long Opened, long Contacted, double? MedianHours, long Within48, long Closed);

    private sealed record OutcomeRow(DateOnly First, CareResult? Result, long Number);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/care/statistics", Handle).RequirePermission(Permission.ReadStatistics).WithSummary("Time to first contact and outcomes of care, by quarter");
        api.MapGet("/care/statistics/export", Export).RequirePermission(Permission.ReadStatistics).WithSummary("Care by association and quarter, as CSV");
    }

    private static async Task<Ok<Response>> Handle(
        Guid? association, [System.ComponentModel.DataAnnotations.Range(1, Most)] int? quarters, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var values = Values(association, quarters ?? Usual, caller, work);
        var counted = (await work.ListAsync<QuarterRow>($"{Facts} select @nobody as association_id, '' as association_name, quarter as first, {Figures} from {Quarters} group by quarter order by quarter", values, cancel)).ToList();
        var outcomes = (await work.ListAsync<OutcomeRow>(
            $"{Facts} select quarter as first, result, count(*) as number from facts where state = 'done' group by quarter, result order by number desc, result nulls last", values, cancel)).ToLookup(row => row.First);
        var standing = await work.ListAsync<Standing>(
            $"""
            {Facts} select association.id as association_id, association.name, count(facts.id) filter (where facts.quarter > @yearAgo) as opened,
                percentile_cont(0.5) within group (order by facts.hours) filter (where facts.quarter > @yearAgo) as median_hours,
                count(*) filter (where facts.hours <= 48 and facts.quarter > @yearAgo) as within48,
                (select count(*) from care_cases care where care.association_id = association.id and care.state = 'open') as open,
                (select count(*) from care_cases care where care.association_id = association.id and care.state = 'open' and care.due_at < @Now) as late
            from associations association left join facts on facts.association_id = association.id
            where association.ended_on is null and (@District or association.id = any(@Ids)) and (@association::uuid is null or association.id = @association)
            group by association.id, association.name order by association.name
            """, values, cancel);
        return TypedResults.Ok(new Response(
            [.. counted.Select(row => new Quarter(NameOf(row.First), row.Opened, row.Contacted, row.MedianHours, row.Within48, row.Closed, [.. outcomes[row.First].Select(one => new Outcome(one.Result, one.Number))]))],
            standing.Sum(one => one.Open), standing.Sum(one => one.Late), standing));
    }

    private static async Task<FileContentHttpResult> Export(Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var rows = await work.ListAsync<QuarterRow>(
            $"{Facts} select association_id, association_name, quarter as first, {Figures} from facts group by association_id, association_name, quarter order by association_name, quarter", Values(null, Most, caller, work), cancel);
        var swedish = CultureInfo.GetCultureInfo("sv-SE");
        return CsvFile.Of($"medlemsvard-{SwedishTime.DateOf(work.Now):yyyy-MM-dd}",
            ["Partiförening", "Kvartal", "Öppnade", "Samtal förda", "Mediantid till första samtal (timmar)", "Inom 48 timmar", "Inom 48 timmar %", "Avslutade"], rows.Select(row => new[]
            {
                row.AssociationName, NameOf(row.First), $"{row.Opened}", $"{row.Contacted}", row.MedianHours?.ToString("0.#", swedish) ?? "", $"{row.Within48}",
                (100.0 * row.Within48 / row.Opened).ToString("0", swedish), $"{row.Closed}",
            }));
    }

    private static object Values(Guid? association, int quarters, Caller caller, UnitOfWork work)
    {
        var reach = caller.Reach(Permission.ReadStatistics);
        var today = SwedishTime.DateOf(work.Now);
        var thisQuarter = FirstOf(today);
        var first = thisQuarter.AddMonths(-3 * (quarters - 1));
        return new { association, reach.District, reach.Ids, first, thisQuarter, from = SwedishTime.StartOf(first), yearAgo = thisQuarter.AddMonths(-12), nobody = Guid.Empty, work.Now };
    }

    internal static DateOnly FirstOf(DateOnly day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);

    internal static string NameOf(DateOnly first) => string.Create(CultureInfo.InvariantCulture, $"{first.Year}-Q{((first.Month - 1) / 3) + 1}");

    /// <summary>Each case with its quarter and its hours to the first talk. Somebody who did not answer has not been spoken with.</summary>
    private const string Facts =
        """
        with facts as (
            select care.id, care.association_id, association.name as association_name, care.state, care.result, date_trunc('quarter', care.opened_at at time zone 'Europe/Stockholm')::date as quarter,
                (select extract(epoch from min(contact.at) - care.opened_at) / 3600 from care_contacts contact where contact.case_id = care.id and contact.outcome in ('called', 'met'))::float8 as hours
            from care_cases care join associations association on association.id = care.association_id
            where care.opened_at >= @from and (@District or care.association_id = any(@Ids)) and (@association::uuid is null or care.association_id = @association))
        """;

    private const string Quarters = "(select one::date as quarter from generate_series(@first::date, @thisQuarter::date, interval '3 months') one) every left join facts using (quarter)";

    private const string Figures =
        """
        count(id) as opened, count(hours) as contacted, percentile_cont(0.5) within group (order by hours) as median_hours,
            count(*) filter (where hours <= 48) as within48, count(*) filter (where state = 'done') as closed
        """;
}
