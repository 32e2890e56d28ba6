using VpVarmland.Members.Register;

namespace VpVarmland.Members.Memberships;

/// <summary>A year for which the fee is paid.</summary>
/// <param name="PaidOn">Null: only the central register says so, and not which day.</param>
/// <param name="IsConfirmed">The central register says that the fee is paid for the year's last day.</param>
internal sealed record FeeYear(int Year, DateOnly? PaidOn, bool IsConfirmed)
{
    /// <summary>The years of one person, the latest first: those noted here, and the last one that the central register knows of.</summary>
    internal static Task<IReadOnlyList<FeeYear>> ListAsync(UnitOfWork work, Guid personId, CancellationToken cancel) => work.ListAsync<FeeYear>(
        """
        select coalesce(noted.year, central.year) as year, noted.paid_on, central.year is not null as is_confirmed
        from (select year, paid_on from fee_years where person_id = @personId) noted
        full join (select distinct extract(year from paid_until + 1)::int - 1 as year from memberships where person_id = @personId and paid_until is not null) central on central.year = noted.year
        order by 1 desc limit 20
        """, new { personId }, cancel);
}

/// <summary>Notes that a member has paid a year's fee, or takes that back. What the central register has said about a year is not changed here.</summary>
internal static class NoteFeeYear
{
    internal sealed record Request([property: NotEmpty] DateOnly? PaidOn);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/people/{id:guid}/fees/{year:int}", Handle).RequirePermission(Permission.NoteFees).WithSummary("Note a year's paid fee");
        api.MapDelete("/people/{id:guid}/fees/{year:int}", TakeBack).RequirePermission(Permission.NoteFees).WithSummary("Take back a noted year's fee");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, int year, Request request, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        var (paidOn, today) = (request.PaidOn!.Value, clock.Today());
        if (await LatestMembership.LockAsync(work, id, caller.Reach(Permission.NoteFees), cancel) is not { } membership)
            return RegisterFailures.Unknown.ToProblem(http);
        if (membership.State is not (MembershipState.Paid or MembershipState.Member))
            return MembershipFailures.NotYetPaid.ToProblem(http);
        if (paidOn > today)
            return MembershipFailures.PaidInFuture.ToProblem(http);
        // A year's fee is paid in the year itself, late, or in the autumn before.
        if (year < membership.AppliedOn.Year || year > today.Year + 1 || paidOn < new DateOnly(year - 1, 7, 1) || paidOn.Year > year + 1)
            return MembershipFailures.UnlikelyYear.ToProblem(http);
        await work.ExecuteAsync(
            """
            insert into fee_years (person_id, year, paid_on, noted_at) values (@id, @year, @paidOn, @Now)
            on conflict (person_id, year) do update set paid_on = excluded.paid_on, noted_at = excluded.noted_at where fee_years.paid_on <> excluded.paid_on
            """, new { id, year, paidOn, work.Now }, cancel);
        work.Record("fee.noted", id, content: new { year, paidOn });
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeBack(Guid id, int year, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await LatestMembership.LockAsync(work, id, caller.Reach(Permission.NoteFees), cancel) is null)
            return RegisterFailures.Unknown.ToProblem(http);
        if (await work.ExecuteAsync("delete from fee_years where person_id = @id and year = @year", new { id, year }, cancel) == 0)
            return MembershipFailures.NoSuchYear.ToProblem(http);
        work.Record("fee.taken_back", id, content: new { year });
        return TypedResults.NoContent();
    }
}

/// <summary>The district's rules about membership where the statutes leave them open; one row, edited as a whole.</summary>
internal static class MembershipRules
{
    /// <param name="LapseAfterMonths">Months from the last paid day until a membership lapses; null: not known, and nothing is forecast.</param>
    internal sealed record Rules(int? LapseAfterMonths, int Version);

    internal sealed record Request([property: System.ComponentModel.DataAnnotations.Range(0, 36)] int? LapseAfterMonths);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/membership-rules", Read).RequirePermission(Permission.ReadStatistics).WithSummary("The district's rules about membership");
        api.MapPut("/membership-rules", Set).RequirePermission(Permission.ManageAssociations).WithSummary("Set the district's rules about membership");
    }

    private static async Task<Ok<Rules>> Read(UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var rules = await FindAsync(work, cancel);
        http.SendVersion(rules.Version);
        return TypedResults.Ok(rules);
    }

    private static async Task<Results<Ok<Rules>, ProblemHttpResult>> Set(Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!caller.Reach(Permission.ManageAssociations).District)
            return RegisterFailures.Unknown.ToProblem(http);
        if (http.CheckVersion(await work.GetAsync<int>("select version from membership_rules for update", null, cancel)) is { } stale)
            return stale.ToProblem(http);
        if (await work.ExecuteAsync("update membership_rules set lapse_after_months = @LapseAfterMonths, version = version + 1 where lapse_after_months is distinct from @LapseAfterMonths::int", new { request.LapseAfterMonths }, cancel) > 0)
            work.Record("membership.rules_set", Guid.Empty, content: new { request.LapseAfterMonths });
        return TypedResults.Ok(await FindAsync(work, cancel));
    }

    private static Task<Rules> FindAsync(UnitOfWork work, CancellationToken cancel) => work.GetAsync<Rules>("select lapse_after_months, version from membership_rules", null, cancel);
}
