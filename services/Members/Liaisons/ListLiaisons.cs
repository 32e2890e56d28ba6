namespace VpVarmland.Members.Liaisons;

/// <summary>Who answers for which association and how it goes: a liaison's own, or all with the coverage for those who manage (operating plan, G11).</summary>
internal static class ListLiaisons
{
    /// <param name="Total">Associations within reach that need a liaison.</param>
    /// <param name="Covered">Those that have one.</param>
    internal sealed record Response(IReadOnlyList<LiaisonRow> Items, int Total, int Covered, int Overdue, int NeverContacted, long Questions, long LatePromises);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/liaisons/associations", Handle)
        .RequirePermission(Permission.WorkLiaison)
        .WithSummary("Associations and their liaisons: gaps first, then the longest overdue; with the coverage");

    private static async Task<Ok<Response>> Handle(bool? mine, UnitOfWork work, CancellationToken cancel)
    {
        var rows = await LiaisonFacts.ListAsync(work, null, mine ?? false, cancel);
        return TypedResults.Ok(new Response(
            rows, rows.Count, rows.Count(row => row.Liaison is not null), rows.Count(row => row.Standing == ContactStanding.Overdue),
            rows.Count(row => row.Liaison is not null && row.LastContact is null), rows.Sum(row => row.Questions), rows.Sum(row => row.LatePromises)));
    }
}
