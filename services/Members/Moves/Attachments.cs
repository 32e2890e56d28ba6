using VpVarmland.Members.Memberships;
using VpVarmland.Members.Privacy;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Moves;

/// <summary>
/// Dual attachment: a member takes part in another association too, and votes in one only. The other association sees and can reach the person; only the one with the vote edits,
/// and only there does the person count.
/// </summary>
internal static class Attachments
{
    internal sealed record Request([property: NotEmpty] Guid AssociationId);

    internal sealed record Row(Guid MemberId, string Name, Guid VotesInId, string VotesIn, DateOnly Since);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/people/{id:guid}/attachments", Attach).RequirePermission(Permission.EditRegister).WithSummary("Attach a member to a second association");
        api.MapDelete("/people/{id:guid}/attachments/{association:guid}", Detach).RequirePermission(Permission.EditRegister).WithSummary("End an attachment");
        api.MapGet("/attached", List).RequirePermission(Permission.ReadRegister).WithSummary("Who is attached to an association without voting there");
    }

    /// <summary>True where the association stands and is not dormant.</summary>
    internal static Task<bool> ReceivesAsync(UnitOfWork work, Guid association, CancellationToken cancel) =>
        work.GetAsync<bool>("select exists (select from associations where id = @association and ended_on is null and state <> 'dormant')", new { association }, cancel);

    /// <summary>Where somebody is attached without voting.</summary>
    internal static Task<IReadOnlyList<AssociationName>> OfAsync(UnitOfWork work, Guid personId, CancellationToken cancel) => work.ListAsync<AssociationName>(
        "select association.id, association.name from attachments join associations association on association.id = association_id where person_id = @personId and attachments.ended_on is null order by name",
        new { personId }, cancel);

    private static async Task<Results<NoContent, ProblemHttpResult>> Attach(Guid id, Request request, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        if (await LatestMembership.LockAsync(work, id, caller.Reach(Permission.EditRegister), cancel) is not { } membership)
            return RegisterFailures.Unknown.ToProblem(http);
        if (membership.EndedOn is not null)
            return MoveFailures.NotCurrent.ToProblem(http);
        if (membership.AssociationId == request.AssociationId)
            return MoveFailures.AlreadyThere.ToProblem(http);
        if (!await ReceivesAsync(work, request.AssociationId, cancel))
            return MoveFailures.NoReceiver.ToProblem(http);
        var added = await work.ExecuteAsync(
            "insert into attachments (id, person_id, association_id, since) values (@attachment, @id, @AssociationId, @today) on conflict do nothing",
            new { attachment = Guid.CreateVersion7(), id, request.AssociationId, today = clock.Today() }, cancel);
        if (added == 0)
            return MoveFailures.AlreadyAttached.ToProblem(http);
        work.Record("person.attached", id, content: new { request.AssociationId });
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Detach(Guid id, Guid association, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        if (await LatestMembership.LockAsync(work, id, caller.Reach(Permission.EditRegister), cancel) is null)
            return RegisterFailures.Unknown.ToProblem(http);
        var ended = await work.ExecuteAsync(
            "update attachments set ended_on = @today where person_id = @id and association_id = @association and ended_on is null", new { id, association, today = clock.Today() }, cancel);
        if (ended == 0)
            return MoveFailures.NotAttached.ToProblem(http);
        work.Record("person.detached", id, content: new { association });
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<Row>>> List(Guid association, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.ReadRegister);
        var rows = await work.ListAsync<Row>(
            """
            select person.id as member_id, person.given_name || ' ' || person.family_name as name, home.id as votes_in_id, home.name as votes_in, attachment.since
            from attachments attachment join people person on person.id = attachment.person_id join associations home on home.id = person.association_id
            join memberships membership on membership.person_id = person.id and membership.ended_on is null
            where attachment.association_id = @association and attachment.ended_on is null and (@District or attachment.association_id = any(@Ids))
            order by person.family_name, person.given_name, person.id limit 500
            """, new { association, reach.District, reach.Ids }, cancel);
        await ReadLog.WriteAsync(work, rows.Select(row => row.MemberId), ReadKind.List, null, cancel);
        return TypedResults.Ok(rows);
    }
}
