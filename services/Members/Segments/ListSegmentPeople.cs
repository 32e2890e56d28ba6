using System.Text.Json.Serialization;
using VpVarmland.Members.Privacy;

namespace VpVarmland.Members.Segments;

/// <summary>Those whom a saved list means today, within the caller's own reach.</summary>
internal static class ListSegmentPeople
{
    internal sealed record Row(
        Guid MemberId, string Name, Guid AssociationId, string AssociationName, MembershipState State, DateOnly Since, [property: JsonIgnore] string FamilyName, [property: JsonIgnore] string GivenName);

    private sealed record Position(string FamilyName, string GivenName, Guid Id);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/segments/{id:guid}/people", Handle)
        .RequirePermission(Permission.ReadRegister)
        .WithSummary("Those whom a saved list means, within reach");

    private static async Task<Results<Ok<Page<Row>>, ProblemHttpResult>> Handle(
        Guid id, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel, string? after = null, [PageSize] int size = Cursor.Usual)
    {
        if (await Segment.FindAsync(work, caller, id, cancel) is not { } segment)
            return SegmentFailures.Unknown.ToProblem(http);
        var last = Cursor.Read<Position>(after);
        var filter = FilterSql.Of(segment.Filter, caller.Reach(Permission.ReadRegister), clock.Today());
        filter.Values.AddDynamicParams(new { lastId = last?.Id, lastFamily = last?.FamilyName ?? "", lastGiven = last?.GivenName ?? "", limit = size + 1 });
        var rows = await work.ListAsync<Row>(
            $"""
            select person.id as member_id, person.given_name || ' ' || person.family_name as name, association.id as association_id, association.name as association_name,
                membership.state, coalesce(membership.effective_on, membership.applied_on) as since, person.family_name, person.given_name
            {FilterSql.From} {filter.Condition}
                and (@lastId::uuid is null or (person.family_name, person.given_name, person.id) > (@lastFamily, @lastGiven, @lastId))
            order by person.family_name, person.given_name, person.id limit @limit
            """, filter.Values, cancel);
        var page = rows.ToPage(size, row => new Position(row.FamilyName, row.GivenName, row.MemberId));
        await ReadLog.WriteAsync(work, page.Items.Select(row => row.MemberId), ReadKind.List, null, cancel);
        return TypedResults.Ok(page);
    }
}
