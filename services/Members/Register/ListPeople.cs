using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using VpVarmland.Members.Privacy;

namespace VpVarmland.Members.Register;

/// <summary>The register as a list: search by name (also mistyped), e-mail, phone or member number; filter by association and state.</summary>
internal static class ListPeople
{
    /// <param name="UnpaidFor">A year: members whose fee for it is neither noted here nor told by the central register.</param>
    internal sealed record Query(
        [property: AtMost(100)] string? Q, Guid? Association, [property: NameOf(typeof(MembershipState))] string? State, [property: Range(2000, 2100)] int? UnpaidFor, string? After, [property: PageSize] int? Size);

    internal sealed record Row(
        Guid MemberId, string Name, Guid AssociationId, string AssociationName, MembershipState State, DateOnly Since, bool HasOpenCase,
        [property: JsonIgnore] string FamilyName, [property: JsonIgnore] string GivenName)
    {
        /// <summary>Nobody is called what was typed; this is somebody called nearly so.</summary>
        public bool IsGuess { get; init; }
    }

    /// <summary>
    /// Whoever is no longer a member is in no list or search, unless one asks for just those who have left so lately that it may be a slip or be appealed: no former members are
    /// kept for recruiting them again (the Swedish authority's orders of 2012).
    /// </summary>
    private const int FormerDays = 90;

    private sealed record Position(string FamilyName, string GivenName, Guid Id, bool IsGuess);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/people", Handle)
        .RequirePermission(Permission.ReadRegister)
        .WithSummary("People in the register");

    private static async Task<Ok<Page<Row>>> Handle([AsParameters] Query query, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var after = Cursor.Read<Position>(query.After);
        var isGuess = after is { IsGuess: true };
        var (reach, limit) = (caller.Reach(Permission.ReadRegister), (query.Size ?? Cursor.Usual) + 1);
        var rows = await FindAsync(work, await PersonSearch.ReadAsync(work, query.Q, isGuess, cancel), query, after, reach, limit, cancel);
        if (rows.Count == 0 && after is null)
        {
            isGuess = true;
            rows = await FindAsync(work, await PersonSearch.ReadAsync(work, query.Q, isGuess, cancel), query, after, reach, limit, cancel);
        }
        var page = rows.ToPage(query.Size ?? Cursor.Usual, row => new Position(row.FamilyName, row.GivenName, row.MemberId, isGuess));
        await ReadLog.WriteAsync(work, page.Items.Select(row => row.MemberId), ReadKind.List, null, cancel);
        return TypedResults.Ok(isGuess ? page with { Items = [.. page.Items.Select(row => row with { IsGuess = true })] } : page);
    }

    /// <summary>Everybody whom the question means, by their ids: those called what was typed, never those called nearly so.</summary>
    internal static async Task<Guid[]> IdsAsync(UnitOfWork work, Query query, Reach reach, int most, CancellationToken cancel) =>
        [.. (await FindAsync(work, await PersonSearch.ReadAsync(work, query.Q, alike: false, cancel), query, null, reach, most, cancel)).Select(row => row.MemberId)];

    private static async Task<IReadOnlyList<Row>> FindAsync(
        UnitOfWork work, PersonSearch? search, Query query, Position? after, Reach reach, int limit, CancellationToken cancel)
    {
        var names = search?.Names ?? [];
        return await work.ListAsync<Row>(
            $"""
            with place as (select id from associations where (@District or id = any(@Ids)) and (@Association::uuid is null or id = @Association))
            select found.person_id as member_id, found.given_name || ' ' || found.family_name as name, association.id as association_id,
                association.name as association_name, found.state, found.since,
                exists (select from care_cases where person_id = found.person_id and state = 'open') as has_open_case, found.family_name, found.given_name
            from (select distinct on (every.person_id) every.* from ({Find(search)}) every order by every.person_id) found
            join associations association on association.id = found.association_id
            order by found.family_name, found.given_name, found.person_id
            limit @limit
            """,
            new
            {
                reach.District,
                reach.Ids,
                work.Caller.MemberId,
                query.Association,
                query.State,
                query.UnpaidFor,
                formerSince = SwedishTime.DateOf(work.Now).AddDays(-FormerDays),
                search?.Phone,
                typed = query.Q?.Trim(),
                contact = search?.Contact,
                beyond = search?.Contact + '\uffff',
                first = names.ElementAtOrDefault(0),
                second = names.ElementAtOrDefault(1),
                third = names.ElementAtOrDefault(2),
                fourth = names.ElementAtOrDefault(3),
                afterId = after?.Id,
                afterFamily = after?.FamilyName ?? "",
                afterGiven = after?.GivenName ?? "",
                limit,
            }, cancel);
    }

    private static string Find(PersonSearch? search) => search switch
    {
        null => Everybody,
        { Contact: not null } => ByContact,
        { Names.Count: 1 } => ByName,
        _ => ByNames,
    };

    private const string Shown = "one.person_id, one.association_id, one.family_name, one.given_name, membership.state, membership.since";

    private const string Standing =
        """
        cross join lateral (
            select state, coalesce(effective_on, applied_on) as since, paid_until, ended_on from memberships where person_id = one.person_id
            order by ended_on is null desc, applied_on desc, id desc limit 1) membership
        where (@State::text is null or membership.state = @State) and (membership.ended_on is null or @State is not null and membership.ended_on > @formerSince)
            and (@UnpaidFor::int is null or membership.state = 'member' and not fee_is_paid(one.person_id, membership.paid_until, @UnpaidFor))
            and (@afterId::uuid is null or (one.family_name, one.given_name, one.person_id) > (@afterFamily, @afterGiven, @afterId))
        """;

    private const string People = "(select id as person_id, association_id, family_name, given_name, email, phone, member_number, is_hidden(people, @MemberId) as hidden from people) one";

    // In each association the list is read in its order, and no further than the page is long.
    private const string Everybody =
        $"""
        select listed.* from place cross join lateral (
            select {Shown} from {People} {Standing} and one.association_id = place.id
            order by one.family_name, one.given_name, one.person_id limit @limit) listed
        """;

    private const string ByNumber =
        $"""
        select {Shown} from {People} {Standing}
            and one.association_id in (select id from place) and one.member_number = @typed
        """;

    // Each word that was meant has a list for each association, read like that of everybody.
    private const string ByName =
        $"""
        select listed.* from place cross join unnest(@first::text[]) typed (word) cross join lateral (
            select {Shown} from people_words one {Standing}
                and one.word = typed.word and one.association_id = place.id
            order by one.family_name, one.given_name, one.person_id limit @limit) listed
        union all
        {ByNumber}
        """;

    // Few have all of the words, and they lie far apart in the list of each: the index tells who, and only they are put in order.
    private const string ByNames =
        $"""
        select {Shown} from people_words one {Standing}
            and one.word = any(@first) and one.association_id in (select id from place)
            and one.person_id in (select person_id from people_words where word = any(@second))
            and (@third::text[] is null or one.person_id in (select person_id from people_words where word = any(@third)))
            and (@fourth::text[] is null or one.person_id in (select person_id from people_words where word = any(@fourth)))
        union all
        {ByNumber}
        """;

    private const string ByContact =
        $"""
        select {Shown} from {People} {Standing}
            and one.association_id in (select id from place)
            and (one.email ~>=~ @contact and one.email ~<~ @beyond and not one.hidden or one.member_number ~>=~ @contact and one.member_number ~<~ @beyond or one.phone = @Phone and not one.hidden)
        """;
}
