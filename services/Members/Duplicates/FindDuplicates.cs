using VpVarmland.Members.Privacy;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Duplicates;

/// <summary>
/// Pairs that may be the same person, the likeliest first. Relatives share addresses and telephones, so names must be alike too; the same name alone says little in Sweden,
/// so something else must agree. Those who both have a number in the central register are two until it says otherwise. Former members are not looked among.
/// </summary>
internal static class FindDuplicates
{
    /// <summary>One of a pair, with what tells people apart.</summary>
    internal sealed record Person(
        Guid MemberId, string? MemberNumber, string GivenName, string FamilyName, string? Email, string? Phone, string? PostalCode, int? BirthYear, AssociationName Association,
        MembershipState State, DateOnly AppliedOn, bool IsConfirmed, int Version);

    /// <param name="Reasons">What agrees: email, phone, name, birthYear, postalCode.</param>
    internal sealed record Pair(Person One, Person Other, IReadOnlyList<string> Reasons);

    private sealed record Position(int Score, Guid One, Guid Other);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/duplicates", Handle).RequirePermission(Permission.EditRegister).WithSummary("Pairs that may be the same person, the likeliest first");
        api.MapPost("/duplicates/two", TellApart).RequirePermission(Permission.EditRegister).WithSummary("Say that a pair is two people, or take that back");
    }

    private static async Task<Ok<Page<Pair>>> Handle(string? after, [PageSize] int? size, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.EditRegister);
        var limit = size ?? Cursor.Usual;
        var from = Cursor.Read<Position>(after);
        var found = await work.ListAsync<Found>(Pairs,
            new { reach.District, reach.Ids, caller.MemberId, afterOne = from?.One, afterOther = from?.Other ?? default, afterScore = from?.Score ?? 0, limit = limit + 1 }, cancel);
        var page = found.ToPage(limit, row => new Position(row.Score, row.OneId, row.OtherId));
        Guid[] ids = [.. page.Items.SelectMany(row => new[] { row.OneId, row.OtherId }).Distinct()];
        var people = (await work.ListAsync<PersonRow>(People, new { ids, caller.MemberId }, cancel)).ToDictionary(row => row.Id, row => row.Show());
        await ReadLog.WriteAsync(work, ids, ReadKind.List, "duplicates", cancel);
        return TypedResults.Ok(new Page<Pair>([.. page.Items.Select(row => new Pair(people[row.OneId], people[row.OtherId], row.Reasons))], page.Next));
    }

    internal sealed record TwoRequest([property: NotEmpty] Guid One, [property: NotEmpty] Guid Other, bool AreTwo = true);

    private static async Task<Results<NoContent, ProblemHttpResult>> TellApart(TwoRequest request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (request.One == request.Other)
            return DuplicateFailures.SamePerson.ToProblem(http);
        var reach = caller.Reach(Permission.EditRegister);
        if (await PersonView.FindAsync(work, request.One, reach, cancel) is null || await PersonView.FindAsync(work, request.Other, reach, cancel) is null)
            return RegisterFailures.Unknown.ToProblem(http);
        var changed = await work.ExecuteAsync(
            request.AreTwo
                ? "insert into not_duplicates (one_id, other_id, said_at) values (least(@One::uuid, @Other::uuid), greatest(@One::uuid, @Other::uuid), @Now) on conflict do nothing"
                : "delete from not_duplicates where one_id = least(@One::uuid, @Other::uuid) and other_id = greatest(@One::uuid, @Other::uuid)",
            new { request.One, request.Other, work.Now }, cancel);
        if (changed > 0)
        {
            work.Record(request.AreTwo ? "person.told_apart" : "person.not_told_apart", request.One, content: new { request.Other });
            work.Record(request.AreTwo ? "person.told_apart" : "person.not_told_apart", request.Other, content: new { Other = request.One });
        }
        return TypedResults.NoContent();
    }

    private const string Pairs =
        """
        with near as materialized (
            select person.*, is_hidden(person, @MemberId) as hidden from people person
            where (@District or person.association_id = any(@Ids)) and exists (select from memberships where person_id = person.id and ended_on is null)),
        alike as (
            select one.id as one_id, other.id as other_id from near one join near other on other.email = one.email and other.id > one.id where not one.hidden and not other.hidden
            union
            select one.id, other.id from near one join near other on other.phone = one.phone and other.id > one.id where not one.hidden and not other.hidden
            union
            select one.id, other.id from near one join near other on fold(other.family_name) = fold(one.family_name) and fold(other.given_name) = fold(one.given_name) and other.id > one.id
            union
            select one.id, other.id from near one join near other on other.birth_year = one.birth_year and other.postal_code = one.postal_code and other.id > one.id where not one.hidden and not other.hidden),
        weighed as (
            select one_id, other_id, array_remove(array[
                    case when one.email = other.email and not one.hidden and not other.hidden then 'email' end, case when one.phone = other.phone and not one.hidden and not other.hidden then 'phone' end,
                    case when name.alike > 0.85 then 'name' end, case when one.birth_year = other.birth_year then 'birthYear' end,
                    case when one.postal_code = other.postal_code and not one.hidden and not other.hidden then 'postalCode' end], null) as reasons,
                (name.alike * 100)::int + case when one.email = other.email then 60 else 0 end + case when one.phone = other.phone then 40 else 0 end
                    + case when one.birth_year = other.birth_year then 30 when one.birth_year <> other.birth_year then -60 else 0 end + case when one.postal_code = other.postal_code then 20 else 0 end as score
            from alike join near one on one.id = one_id join near other on other.id = other_id
            cross join lateral (select greatest(similarity(fold(one.given_name || ' ' || one.family_name), fold(other.given_name || ' ' || other.family_name)),
                similarity(fold(one.given_name || ' ' || one.family_name), fold(other.family_name || ' ' || other.given_name)))::float8 as alike) name
            where (one.member_number is null or other.member_number is null) and not exists (select from not_duplicates two where two.one_id = alike.one_id and two.other_id = alike.other_id))
        select one_id, other_id, score, reasons from weighed
        where score >= 120 and (@afterOne::uuid is null or (-score, one_id, other_id) > (-@afterScore, @afterOne, @afterOther))
        order by score desc, one_id, other_id limit @limit
        """;

    private const string People =
        """
        select person.id, person.member_number, person.given_name, person.family_name, case when not is_hidden(person, @MemberId) then person.email end as email,
            case when not is_hidden(person, @MemberId) then person.phone end as phone, case when not is_hidden(person, @MemberId) then person.postal_code end as postal_code, person.birth_year,
            association.id as association_id, association.name as association_name, membership.state, membership.applied_on, membership.confirmed_on is not null as is_confirmed, person.version
        from people person join associations association on association.id = person.association_id
        join memberships membership on membership.person_id = person.id and membership.ended_on is null
        where person.id = any(@ids)
        """;

    private sealed record Found(Guid OneId, Guid OtherId, int Score, string[] Reasons);

    private sealed record PersonRow(
        Guid Id, string? MemberNumber, string GivenName, string FamilyName, string? Email, string? Phone, string? PostalCode, int? BirthYear, Guid AssociationId, string AssociationName,
        MembershipState State, DateOnly AppliedOn, bool IsConfirmed, int Version)
    {
        internal Person Show() => new(Id, MemberNumber, GivenName, FamilyName, Email, Phone is null ? null : PersonalData.ShowPhone(Phone), PostalCode, BirthYear,
            new AssociationName(AssociationId, AssociationName), State, AppliedOn, IsConfirmed, Version);
    }
}
