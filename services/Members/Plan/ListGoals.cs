namespace VpVarmland.Members.Plan;

/// <summary>The operating plan's goals for the latest year that has a plan.</summary>
internal static class ListGoals
{
    /// <param name="Kind">standing: what the district always does; activity: something with a date.</param>
    internal sealed record Response(int Year, string Code, string Kind, string Title);

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
