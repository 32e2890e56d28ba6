using VpVarmland.Members.Privacy;

namespace VpVarmland.Members.Register;

/// <summary>
/// Protected identity: address, phone and e-mail are hidden from everybody but the person and one who is named to reach them, and are in no list or export. Decided by the district
/// on the person's word; the name itself is shown, since those who meet at meetings know it.
/// </summary>
internal static class Protect
{
    /// <param name="ThroughId">Who reaches them: a current member with an assignment. Null only where the protection ends.</param>
    internal sealed record Request(bool IsProtected, Guid? ThroughId, [property: NotEmpty, AtMost(2000)] string Reason);

    internal sealed record Row(Guid MemberId, string Name, Guid AssociationId, string AssociationName, Guid? ThroughId, string? Through, bool IsReachable);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/people/{id:guid}/protection", Set).RequirePermission(Permission.ManageProtection).WithSummary("Protect a person's identity, or end that");
        api.MapGet("/protected-people", List).RequirePermission(Permission.ManageProtection).WithSummary("Who has protected identity, and through whom they are reached");
    }

    private static async Task<Results<Ok<PersonView>, ProblemHttpResult>> Set(Guid id, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.ManageProtection);
        if (await PersonView.FindAsync(work, id, reach, cancel) is null)
            return RegisterFailures.Unknown.ToProblem(http);
        var version = await work.GetAsync<int>("select version from people where id = @id for update", new { id }, cancel);
        if (http.CheckVersion(version) is { } stale)
            return stale.ToProblem(http);
        if (request.IsProtected && (request.ThroughId is not { } through || through == id || !await MayReachAsync(work, through, cancel)))
            return RegisterFailures.NobodyToReachThem.ToProblem(http);
        var named = request.IsProtected ? request.ThroughId : null;
        var changed = await work.ExecuteAsync(
            "update people set is_protected = @IsProtected, contact_person_id = @named where id = @id and (is_protected, contact_person_id) is distinct from (@IsProtected, @named::uuid)",
            new { id, request.IsProtected, named }, cancel);
        if (changed > 0)
        {
            if (request.IsProtected)
                await Profiles.ProfileState.WithdrawAsync(work, [.. await work.ListAsync<Guid>("select id from assignments where person_id = @id", new { id }, cancel)], cancel);
            work.Record(request.IsProtected ? "person.protected" : "person.protection_ended", id, request.Reason.Trim());
            await PersonEvents.PublishChangeAsync(work, id, cancel);
        }
        var person = (await PersonView.ShowAsync(work, id, reach, null, cancel))!;
        http.SendVersion(person.Version);
        return TypedResults.Ok(person);
    }

    private static async Task<Ok<IReadOnlyList<Row>>> List(Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.ManageProtection);
        var rows = await work.ListAsync<Row>(
            $"""
            select person.id as member_id, person.given_name || ' ' || person.family_name as name, association.id as association_id, association.name as association_name,
                named.id as through_id, named.given_name || ' ' || named.family_name as through, coalesce(({MayReach}), false) as is_reachable
            from people person join associations association on association.id = person.association_id
            join memberships membership on membership.person_id = person.id and membership.ended_on is null
            left join people named on named.id = person.contact_person_id
            where person.is_protected and (@District or person.association_id = any(@Ids))
            order by person.family_name, person.given_name, person.id limit 500
            """, new { reach.District, reach.Ids }, cancel);
        await ReadLog.WriteAsync(work, rows.Select(row => row.MemberId), ReadKind.List, null, cancel);
        return TypedResults.Ok(rows);
    }

    /// <summary>A current member who is trusted with something, and whose own ways are not hidden.</summary>
    private const string MayReach =
        """
        select not named.is_protected and exists (select from memberships where person_id = named.id and ended_on is null)
            and exists (select from assignments where person_id = named.id and ended_on is null)
        """;

    private static async Task<bool> MayReachAsync(UnitOfWork work, Guid through, CancellationToken cancel) =>
        await work.FindAsync<bool?>($"{MayReach} from people named where named.id = @through", new { through }, cancel) is true;
}
