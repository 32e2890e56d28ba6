using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Validation;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Elections.Cycles;

/// <summary>What is elected.</summary>
internal enum ElectedBody
{
    Riksdag,
    Region,
    Municipality,
}

/// <summary>Something that has to be done by a day. The dates are the district's to edit: the authority sets them for each election.</summary>
/// <param name="Code">Stable name of the milestone, such as <c>ballotOrder</c>.</param>
/// <param name="StartsOn">The first day, where it has one.</param>
/// <param name="DueOn">The last day.</param>
internal sealed record Milestone(string Code, string TitleSv, string TitleEn, DateOnly? StartsOn, DateOnly DueOn);

/// <summary>A day of general elections and the way there.</summary>
internal sealed record ElectionCycle(Guid Id, DateOnly ElectionDay, IReadOnlyList<ElectedBody> Elections, IReadOnlyList<Milestone> Milestones);

/// <summary>The election cycles the platform knows, in order of time. Public.</summary>
internal static class ListCycles
{
    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/cycles", Handle)
        .AllowAnonymous()
        .WithSummary("Election cycles and their milestones");

    private static async Task<Ok<Page<ElectionCycle>>> Handle(
        UnitOfWork work, CancellationToken cancel, string? after = null, [PageSize] int size = Cursor.Usual)
    {
        var rows = await work.ListAsync<CycleRow>(
            """
            select id, election_day, elections from election_cycles
            where @after::date is null or election_day > @after order by election_day limit @size + 1
            """, new { after = Cursor.Read<DateOnly?>(after), size }, cancel);
        var milestones = (await work.ListAsync<MilestoneRow>(
            "select cycle_id, code, title_sv, title_en, starts_on, due_on from milestones where cycle_id = any(@ids) order by due_on, code",
            new { ids = rows.Select(row => row.Id).ToArray() }, cancel)).ToLookup(row => row.CycleId);
        return TypedResults.Ok(rows
            .Select(row => new ElectionCycle(row.Id, row.ElectionDay,
                [.. row.Elections.Select(body => Enum.Parse<ElectedBody>(body, ignoreCase: true))],
                [.. milestones[row.Id].Select(one => new Milestone(one.Code, one.TitleSv, one.TitleEn, one.StartsOn, one.DueOn))]))
            .ToList().ToPage(size, cycle => cycle.ElectionDay));
    }

    private sealed record CycleRow(Guid Id, DateOnly ElectionDay, string[] Elections);

    private sealed record MilestoneRow(Guid CycleId, string Code, string TitleSv, string TitleEn, DateOnly? StartsOn, DateOnly DueOn);
}
