using VpVarmland.Members.Care;

namespace VpVarmland.Members.Balance;

/// <summary>Who is counted together.</summary>
internal enum BalanceGroup
{
    DistrictBoard,
    AssociationBoards,
    Committees,

    /// <summary>Elected to the region's assembly and boards, and to parliament.</summary>
    Councillors,

    /// <summary>Everybody who holds an elected assignment, each once.</summary>
    All,
}

/// <summary>
/// Gender balance over time: boards, committees, other assignments and new members, in the district or in one association. By what people have stated themselves, as it stands today:
/// what somebody said before is not kept. Holders of assignments are counted in full; new members by the rule of <see cref="Suppression"/>, and only years that are over, so that
/// no number can be reckoned by comparing one day's figures with the next.
/// </summary>
internal static class ReadBalance
{
    private const int Quarters = 12, Years = 3;

    /// <param name="Bodies">As they are composed today.</param>
    /// <param name="NewMembers">The last years that are over, latest first.</param>
    internal sealed record Response(IReadOnlyList<Quarter> Quarters, IReadOnlyList<Body> Bodies, IReadOnlyList<NewYear> NewMembers);

    /// <summary>As it stood on the quarter's last day; in the present quarter today.</summary>
    /// <param name="Name">yyyy-Qn.</param>
    /// <param name="Groups">Empty where nobody held anything.</param>
    internal sealed record Quarter(string Name, DateOnly Day, IReadOnlyList<Counted> Groups);

    /// <param name="Others">Those who state another gender or none.</param>
    internal sealed record Counted(BalanceGroup Group, long Women, long Men, long Others);

    /// <param name="AssociationId">Of an association's board; null with a committee or the district's.</param>
    /// <param name="CommitteeName">Of a committee.</param>
    internal sealed record Body(Guid? AssociationId, string? AssociationName, string? CommitteeName, long Women, long Men, long Others, bool MeetsFloor);

    /// <param name="Women">Null: too few to be told, or the key to a number that is.</param>
    internal sealed record NewYear(int Year, long All, long? Women, IReadOnlyList<NewIn> Associations);

    internal sealed record NewIn(Guid AssociationId, string Name, long All, long? Women);

    private sealed record GroupRow(DateOnly First, BalanceGroup Group, long Women, long Men, long Others);

    private sealed record BodyRow(Guid? AssociationId, string? AssociationName, string? CommitteeName, long Women, long Men, long Others);

    private sealed record NewRow(int Year, Guid AssociationId, string Name, long All, long Women);

    internal static readonly Failure Unknown = Failure.Missing("balance.unknown", "Figurerna gäller hela distriktet, eller en förening som du inte följer.", "The figures are of the whole district, or of an association that you do not follow.");

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/balance", Handle)
        .RequirePermission(Permission.ReadStatistics)
        .WithSummary("Gender balance over time of boards, committees, assignments and new members");

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid? association, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.ReadStatistics);
        return (association is { } one ? reach.Covers(one) : reach.District) ? TypedResults.Ok(await ReadAsync(work, association, cancel)) : Unknown.ToProblem(http);
    }

    /// <param name="association">Null: the district.</param>
    internal static async Task<Response> ReadAsync(UnitOfWork work, Guid? association, CancellationToken cancel)
    {
        var today = SwedishTime.DateOf(work.Now);
        var thisQuarter = CareStatistics.FirstOf(today);
        var values = new { association, today, first = thisQuarter.AddMonths(-3 * (Quarters - 1)), thisQuarter, board = Associations.BoardRules.DistrictBoard, firstYear = today.Year - Years, lastYear = today.Year - 1 };
        var counted = (await work.ListAsync<GroupRow>(Held, values, cancel)).ToLookup(row => row.First);
        return new Response(
            [.. Enumerable.Range(0, Quarters).Select(place => values.first.AddMonths(3 * place)).Select(first => new Quarter(
                CareStatistics.NameOf(first), Min(first.AddMonths(3).AddDays(-1), today), [.. counted[first].Select(row => new Counted(row.Group, row.Women, row.Men, row.Others))]))],
            [.. (await work.ListAsync<BodyRow>(BodiesNow, values, cancel)).Select(row => new Body(row.AssociationId, row.AssociationName, row.CommitteeName, row.Women, row.Men, row.Others, new WomenShare(row.Women, row.Women + row.Men + row.Others).MeetsFloor))],
            [.. (await work.ListAsync<NewRow>(Newcomers, values, cancel)).GroupBy(row => row.Year).OrderByDescending(year => year.Key).Select(year => YearOf(year.Key, [.. year], association))]);
    }

    /// <summary>The whole table decides what may be shown, also to somebody who sees one row of it.</summary>
    private static NewYear YearOf(int year, IReadOnlyList<NewRow> rows, Guid? association)
    {
        var splits = rows.Select(row => new GenderSplit(row.Women, row.All)).ToList();
        var (shown, total) = Suppression.Of(splits);
        var sum = splits.Aggregate(new GenderSplit(0, 0), (one, other) => one + other);
        var each = rows.Zip(shown, (row, may) => new NewIn(row.AssociationId, row.Name, row.All, may ? row.Women : null)).ToList();
        return association is { } one
            ? new NewYear(year, each.Find(row => row.AssociationId == one)?.All ?? 0, each.Find(row => row.AssociationId == one) is { } own ? own.Women : 0, [])
            : new NewYear(year, sum.All, total ? sum.Women : null, each);
    }

    private static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;

    private const string Genders = "count(distinct person.id) filter (where person.gender = 'woman') as women, count(distinct person.id) filter (where person.gender = 'man') as men, count(distinct person.id) filter (where person.gender not in ('woman', 'man')) as others";

    /// <summary>On a day of the term, unless it was ended by then; the last day of a term counts.</summary>
    private const string On = "held.from_date <= every.day and (held.until_date is null or held.until_date >= every.day) and (held.ended_on is null or held.ended_on > every.day or held.ended_on = held.until_date)";

    private static readonly string Held =
        $"""
        with every as (select one::date as first, least((one + interval '3 months')::date - 1, @today) as day from generate_series(@first::date, @thisQuarter::date, interval '3 months') one),
        counted as (
            select every.first, held.person_id, unnest(array_remove(array[
                case when held.kind = any(@board) then 'districtBoard' end, case when held.association_id is not null then 'associationBoards' end, case when held.committee_id is not null and held.kind <> 'regionSeat' then 'committees' end,
                case when held.kind in ('regionCouncillor', 'regionSubstitute', 'regionSeat', 'memberOfParliament') then 'councillors' end, 'all'], null)) as grouped
            from every join assignments held on {On}
            where held.kind not in ('ombudsman', 'operator', 'administrator') and (@association::uuid is null or held.association_id = @association))
        select every.first, counted.grouped as group, {Genders}
        from every join counted on counted.first = every.first join people person on person.id = counted.person_id
        where @association::uuid is null or counted.grouped in ('associationBoards', 'all')
        group by every.first, counted.grouped order by every.first, array_position(array['districtBoard', 'associationBoards', 'committees', 'councillors', 'all'], counted.grouped)
        """;

    private static readonly string BodiesNow =
        $"""
        select held.association_id, association.name as association_name, committee.name as committee_name, {Genders}
        from assignments held join people person on person.id = held.person_id left join associations association on association.id = held.association_id left join committees committee on committee.id = held.committee_id
        where held.ended_on is null and held.from_date <= @today and held.kind <> 'regionSeat' and (held.association_id is not null or held.committee_id is not null or held.kind = any(@board)) and (@association::uuid is null or held.association_id = @association)
        group by held.association_id, association.name, committee.name
        order by held.association_id is not null, committee.name nulls first, association.name
        """;

    private const string Newcomers =
        """
        select year::int as year, association.id as association_id, association.name, count(person.id) as all, count(person.id) filter (where person.gender = 'woman') as women
        from generate_series(@firstYear, @lastYear) year cross join associations association
        left join (memberships membership join people person on person.id = membership.person_id) on membership.association_id = association.id
            and extract(year from membership.effective_on) = year and (membership.ended_on is null or membership.ended_on >= membership.effective_on)
        group by year, association.id, association.name having count(person.id) > 0 order by year, association.name
        """;
}
