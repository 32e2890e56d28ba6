using VpVarmland.Members.Associations;

namespace VpVarmland.Members.Health;

/// <summary>How every association within reach stands, the worst first. As many rows as there are associations, so there are no pages.</summary>
internal static class ReadHealth
{
    /// <param name="Light">The worst of its figures.</param>
    internal sealed record Row(
        Guid Id, string Name, string? MunicipalityName, AssociationState State, Light Light, long Members, long Joined, long Left, long OpenCases,
        DateOnly? LiaisonContactOn, DateOnly? LastMeetingOn, IReadOnlyList<HealthValue> Figures);

    /// <param name="Limits">The rule by which the lights were given.</param>
    internal sealed record Response(IReadOnlyList<Row> Associations, IReadOnlyList<Limit> Limits);

    /// <param name="MoreIsBetter">True: amber below the first, red below the second; false: amber and red from them up.</param>
    internal sealed record Limit(HealthFigure Figure, decimal Amber, decimal Red, bool MoreIsBetter, bool CanBeSet, bool IsDefault);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/associations/health", Handle)
        .RequirePermission(Permission.ReadStatistics)
        .WithSummary("How the associations stand, the worst first");

    private static async Task<Ok<Response>> Handle(Guid? association, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var limits = await HealthLimits.ListAsync(work, cancel);
        return TypedResults.Ok(new Response(await ListAsync(work, caller.Reach(Permission.ReadStatistics), association, limits, cancel), HealthLimits.Show(limits)));
    }

    internal static async Task<IReadOnlyList<Row>> ListAsync(UnitOfWork work, Reach reach, Guid? association, IReadOnlyList<HealthLimit> limits, CancellationToken cancel)
    {
        var today = SwedishTime.DateOf(work.Now);
        var rows = from facts in await HealthFacts.ListAsync(work, reach, association, cancel)
                   let figures = HealthRule.Of(facts, limits, facts.State != AssociationState.Dormant, today)
                   select new Row(
                       facts.Id, facts.Name, facts.MunicipalityName, facts.State, HealthRule.Worst(figures.Select(figure => figure.Light)), facts.Members, facts.Joined, facts.Left, facts.OpenCases,
                       facts.LiaisonContactOn, facts.LastMeetingOn, figures);
        // A stable sort: among equals the Swedish order of the names stays.
        return [.. rows.OrderByDescending(row => Count(row, Light.Red)).ThenByDescending(row => Count(row, Light.Amber)).ThenBy(row => row.State == AssociationState.Dormant)];

        static int Count(Row row, Light light) => row.Figures.Count(figure => figure.Light == light);
    }
}
