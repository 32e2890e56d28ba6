using VpVarmland.Members.Associations;

namespace VpVarmland.Members.District;

/// <summary>How the district grows (operating plan, G1): members now, joined and left per month, per association.</summary>
internal static class ReadGrowth
{
    /// <param name="JoinedSamePeriodLastYear">Joined from 1 January to today's date a year ago: what this year is held against.</param>
    internal sealed record Response(
        long MembersNow, long Applicants, long JoinedThisYear, long LeftThisYear, long JoinedSamePeriodLastYear, IReadOnlyList<Month> Months, IReadOnlyList<ListAssociations.Response> Associations);

    /// <param name="Name">yyyy-MM.</param>
    /// <param name="Members">At the month's end, or now for the current one.</param>
    internal sealed record Month(string Name, long Joined, long Left, long Members);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/district/growth", Handle)
        .RequirePermission(Permission.ReadStatistics)
        .WithSummary("Members now, joined and left per month, per association");

    private static async Task<Ok<Response>> Handle(
        [System.ComponentModel.DataAnnotations.Range(1, 120)] int? months, Caller caller, UnitOfWork work, TimeProvider clock, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.ReadStatistics);
        var today = clock.Today();
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - (months ?? 24));
        // A joining counts from the day it took effect, a leaving only after that: who was refused never was a member.
        var counted = await work.ListAsync<Month>(
            """
            with counted as (select effective_on, ended_on from counted_memberships
                where effective_on <= @today and (ended_on is null or ended_on >= effective_on) and (@District or association_id = any(@Ids)))
            select to_char(month, 'YYYY-MM') as name,
                (select count(*) from counted where effective_on >= month and effective_on < month + interval '1 month') as joined,
                (select count(*) from counted where ended_on >= month and ended_on < month + interval '1 month') as left,
                (select count(*) from counted where effective_on < month + interval '1 month' and (ended_on is null or ended_on >= month + interval '1 month')) as members
            from generate_series(@first::date, @today::date, interval '1 month') month order by month
            """, new { first, today, reach.District, reach.Ids }, cancel);
        var figures = await work.GetAsync<Figures>(
            """
            select count(*) filter (where state = 'member') as members_now, count(*) filter (where state in ('applicant', 'paid')) as applicants,
                count(*) filter (where effective_on between @newYear and @today and (ended_on is null or ended_on >= effective_on)) as joined,
                count(*) filter (where ended_on >= @newYear and ended_on >= effective_on) as gone,
                count(*) filter (where effective_on between @lastNewYear and @lastToday and (ended_on is null or ended_on >= effective_on)) as joined_last_year
            from counted_memberships where @District or association_id = any(@Ids)
            """,
            new
            {
                today, newYear = new DateOnly(today.Year, 1, 1), lastNewYear = new DateOnly(today.Year - 1, 1, 1), lastToday = today.AddYears(-1), reach.District, reach.Ids,
            }, cancel);
        return TypedResults.Ok(new Response(figures.MembersNow, figures.Applicants, figures.Joined, figures.Gone, figures.JoinedLastYear, counted,
            await ListAssociations.ListAsync(work, reach, today, cancel)));
    }

    private sealed record Figures(long MembersNow, long Applicants, long Joined, long Gone, long JoinedLastYear);
}
