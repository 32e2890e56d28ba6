namespace VpVarmland.Members.Plan;

/// <summary>What sort of goal it is.</summary>
internal enum GoalKind
{
    /// <summary>What the district always does.</summary>
    Standing,

    /// <summary>Something with a date.</summary>
    Activity,
}

/// <summary>The operating plan's goals for the latest year that has a plan.</summary>
internal static class ListGoals
{
    internal sealed record Response(int Year, string Code, GoalKind Kind, string Title);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/plan/goals", Handle)
        .RequirePermission(Permission.ReadPlan)
        .WithSummary("The operating plan's goals");

    private static async Task<Ok<IReadOnlyList<Response>>> Handle(UnitOfWork work, HttpContext http, CancellationToken cancel) => TypedResults.Ok(await work.ListAsync<Response>(
        """
        select year, code, kind, case when @english then title_en else title_sv end as title
        from plan_goals where year = (select max(year) from plan_goals) order by position
        """, new { english = Language.Of(http) == Language.English }, cancel));
}
