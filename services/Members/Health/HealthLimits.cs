namespace VpVarmland.Members.Health;

/// <summary>Where the lights change: the rule's own limits, and those the district has set instead.</summary>
internal static class HealthLimits
{
    /// <param name="Amber">Null with <paramref name="Red"/>: as the rule proposes.</param>
    internal sealed record Request([property: Defined] HealthFigure? Figure, decimal? Amber, decimal? Red);

    private static readonly Failure NotInOrder = Failure.Bad("health.limits_turned",
        "Gränsen för rött måste ligga vid eller bortom gränsen för gult, mellan −1000 och 10 000.", "The red limit must lie at or beyond the amber one, between −1,000 and 10,000.");

    private static readonly Failure Fixed = Failure.Bad("health.limit_fixed",
        "Den uppgiften har inga gränser att ändra.", "That figure has no limits to change.");

    private static readonly Failure NotInDistrict = Failure.Missing("health.not_in_district",
        "Bara distriktet kan ändra gränserna.", "Only the district can change the limits.");

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/associations/health/limits", Set)
        .RequirePermission(Permission.ManageAssociations)
        .WithSummary("Set where a figure becomes amber and red, or give the proposed limits back");

    internal static async Task<IReadOnlyList<HealthLimit>> ListAsync(UnitOfWork work, CancellationToken cancel)
    {
        var set = (await work.ListAsync<HealthLimit>("select figure, amber, red from health_limits", null, cancel)).ToDictionary(limit => limit.Figure);
        return [.. HealthRule.Defaults.Select(limit => set.GetValueOrDefault(limit.Figure, limit))];
    }

    internal static IReadOnlyList<ReadHealth.Limit> Show(IReadOnlyList<HealthLimit> limits) => [.. limits.Select(limit =>
        new ReadHealth.Limit(limit.Figure, limit.Amber, limit.Red, HealthRule.MoreIsBetter(limit.Figure), HealthRule.CanBeSet(limit.Figure), HealthRule.Defaults.Contains(limit)))];

    private static async Task<Results<Ok<IReadOnlyList<ReadHealth.Limit>>, ProblemHttpResult>> Set(Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!caller.Reach(Permission.ManageAssociations).District)
            return NotInDistrict.ToProblem(http);
        var figure = request.Figure!.Value;
        if (!HealthRule.CanBeSet(figure))
            return Fixed.ToProblem(http);
        var proposed = HealthRule.Defaults.Single(limit => limit.Figure == figure);
        var wanted = request is { Amber: null, Red: null } ? proposed : new HealthLimit(figure, request.Amber ?? decimal.MinValue, request.Red ?? decimal.MinValue);
        if (!HealthRule.InOrder(wanted) || wanted.Amber is < -1_000 or > 10_000 || wanted.Red is < -1_000 or > 10_000)
            return NotInOrder.ToProblem(http);
        var before = (await ListAsync(work, cancel)).Single(limit => limit.Figure == figure);
        if (before != wanted)
        {
            await work.ExecuteAsync(
                wanted == proposed ? "delete from health_limits where figure = @figure"
                    : "insert into health_limits (figure, amber, red) values (@figure, @Amber, @Red) on conflict (figure) do update set amber = excluded.amber, red = excluded.red",
                new { figure = figure.ToText(), wanted.Amber, wanted.Red }, cancel);
            work.Record("health.limit_set", Guid.Empty, content: new { before, after = wanted });
        }
        return TypedResults.Ok(Show(await ListAsync(work, cancel)));
    }
}
