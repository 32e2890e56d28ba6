namespace VpVarmland.Members.Plan;

/// <summary>What the caller has to tell of the goals they answer for: for the start page. Of this year, and of the last one until its annual report is adopted.</summary>
internal static class OwnGoals
{
    /// <param name="Title">In the reader's language.</param>
    /// <param name="Quarters">Those that should have been told of and are not; never none.</param>
    internal sealed record Response(int Year, string Code, string Title, IReadOnlyList<int> Quarters);

    private sealed record Row(int Year, string Code, string Title, string[] Written);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/me/goals", Handle)
        .RequirePermission(Permission.ReadPlan)
        .WithSummary("Quarters I have not told of, of goals I answer for");

    private static async Task<Ok<IReadOnlyList<Response>>> Handle(Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var today = SwedishTime.DateOf(work.Now);
        var rows = await work.ListAsync<Row>(
            """
            select year, code, case when @english then title_en else title_sv end as title,
                array(select quarter::text from plan_statuses status where status.year = goal.year and status.code = goal.code) as written
            from plan_goals goal
            where owner_id = @MemberId and year in (@thisYear, @thisYear - 1) and exists (select from plans where plans.year = goal.year and adopted_on is not null)
                and not exists (select from annual_reports report where report.year = goal.year and report.adopted_on is not null)
            order by year, position, code
            """, new { english = Language.Of(http) == Language.English, caller.MemberId, thisYear = today.Year }, cancel);
        return TypedResults.Ok<IReadOnlyList<Response>>(
        [
            .. from row in rows
               let missing = PlanRule.Missing(row.Year, [.. row.Written.Select(quarter => int.Parse(quarter, System.Globalization.CultureInfo.InvariantCulture))], today)
               where missing.Count > 0
               select new Response(row.Year, row.Code, row.Title, missing),
        ]);
    }
}
