using VpVarmland.Members.Register;

namespace VpVarmland.Members.Care;

/// <summary>A member says on the own page that they want to help: somebody of the association gets in touch.</summary>
internal static class OfferHelp
{
    /// <param name="Since">When it was said; null: nobody has been asked to get in touch.</param>
    /// <param name="Due">By when somebody should have been in touch.</param>
    internal sealed record Response(DateTimeOffset? Since, DateTimeOffset? Due, string AssociationName);

    private sealed record Own(Guid AssociationId, string AssociationName, bool IsCurrent);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/me/help", Read).RequirePermission(Permission.Self).WithSummary("Whether I have offered to help and wait to be contacted");
        api.MapPost("/me/help", Handle).RequirePermission(Permission.Self).WithSummary("Offer to help; said twice it is one offer");
        api.MapDelete("/me/help", TakeBack).RequirePermission(Permission.Self).WithSummary("Take the offer back before anybody has been in touch");
    }

    private static async Task<Ok<Response>> Read(Caller caller, UnitOfWork work, CancellationToken cancel) => TypedResults.Ok(await AnswerAsync(work, caller.RequireMemberId(), cancel));

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var me = caller.RequireMemberId();
        if (await OwnAsync(work, me, cancel) is not { IsCurrent: true } own)
            return RegisterFailures.Unknown.ToProblem(http);
        await CareCases.OpenAsync(work, me, own.AssociationId, CareReason.WantsToHelp, due: null, cancel);
        return TypedResults.Ok(await AnswerAsync(work, me, cancel));
    }

    private static async Task<Ok<Response>> TakeBack(Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var me = caller.RequireMemberId();
        // A case that somebody has begun to work is theirs to close.
        var taken = await work.ExecuteAsync(
            """
            delete from care_cases where person_id = @me and reason = 'wantsToHelp' and state = 'open'
                and not exists (select from care_contacts where case_id = care_cases.id) and not exists (select from care_events where case_id = care_cases.id)
            """, new { me }, cancel);
        if (taken > 0)
            work.Record("care.offer_taken_back", me);
        return TypedResults.Ok(await AnswerAsync(work, me, cancel));
    }

    private static Task<Own?> OwnAsync(UnitOfWork work, Guid me, CancellationToken cancel) => work.FindAsync<Own>(
        """
        select association.id as association_id, association.name as association_name, exists (select from memberships where person_id = person.id and ended_on is null) as is_current
        from people person join associations association on association.id = person.association_id where person.id = @me
        """, new { me }, cancel);

    private static async Task<Response> AnswerAsync(UnitOfWork work, Guid me, CancellationToken cancel) => await work.FindAsync<Response>(
        """
        select care.opened_at as since, care.due_at as due, association.name as association_name
        from people person join associations association on association.id = person.association_id
        left join care_cases care on care.person_id = person.id and care.reason = 'wantsToHelp' and care.state = 'open' where person.id = @me
        """, new { me }, cancel) ?? new Response(null, null, "");
}
