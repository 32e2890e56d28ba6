using VpVarmland.Members.Register;

namespace VpVarmland.Members.Privacy;

/// <summary>Who has read about me: when, in which assignment, in what form and why.</summary>
internal static class ListMyReads
{
    internal sealed record Row(long Id, DateTimeOffset At, string Assignment, string? AssociationName, ReadKind What, string? Purpose);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/me/reads", Handle)
        .RequirePermission(Permission.Self)
        .WithSummary("Who has read my data");

    private static async Task<Ok<Page<Row>>> Handle(
        string? after, [PageSize] int? size, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var limit = size ?? Cursor.Usual;
        var rows = await work.ListAsync<Row>(
            """
            select entry.id, entry.at, entry.assignment, association.name as association_name, entry.what, entry.purpose
            from read_log entry left join associations association on association.id = entry.association_id
            where entry.person_id = @me and (@before::bigint is null or entry.id < @before)
            order by entry.id desc limit @take
            """, new { me = caller.RequireMemberId(), before = Cursor.Read<long?>(after), take = limit + 1 }, cancel);
        return TypedResults.Ok(rows.ToPage(limit, row => (long?)row.Id));
    }
}
