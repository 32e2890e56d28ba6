using VpVarmland.Members.Care;
using VpVarmland.Members.HandOvers;
using VpVarmland.Members.Memberships;

namespace VpVarmland.Members.Register;

/// <summary>One person's details, with history. Reading them leaves a trace that the person sees.</summary>
internal static class GetPerson
{
    internal sealed record Response(
        PersonView Person, HandOverState? HandOverState, string? Message, IReadOnlyList<Change> History, IReadOnlyList<OpenCaseOf> OpenCases,
        IReadOnlyList<FeeYear> Fees, IReadOnlyList<EarlierMembership> Earlier);

    /// <summary>A membership before the latest.</summary>
    internal sealed record EarlierMembership(string AssociationName, MembershipState State, DateOnly AppliedOn, DateOnly? EffectiveOn, DateOnly? EndedOn);

    internal sealed record Change(DateTimeOffset At, string Action, string? Reason);

    internal sealed record OpenCaseOf(Guid CaseId, CareReason Reason, DateTimeOffset Due);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/people/{id:guid}", Handle)
        .RequirePermission(Permission.ReadRegister)
        .WithSummary("A person's details; the person sees that they were read");

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, [AtMost(200)] string? purpose, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await PersonView.ShowAsync(work, id, caller.Reach(Permission.ReadRegister), purpose, cancel, attached: true) is not { } person)
            return RegisterFailures.Unknown.ToProblem(http);
        var latest = await work.FindAsync<Latest>(
            """
            select hand_over.state as hand_over_state, membership.message from memberships membership
            left join hand_overs hand_over on hand_over.membership_id = membership.id
            where membership.person_id = @id order by membership.ended_on is null desc, membership.applied_on desc, membership.id desc limit 1
            """, new { id }, cancel);
        var history = await work.ListAsync<Change>("select at, action, reason from audit where subject = @id order by id desc limit 100", new { id }, cancel);
        var cases = await work.ListAsync<CaseRow>("select id, reason, due_at from care_cases where person_id = @id and state = 'open' order by due_at", new { id }, cancel);
        var earlier = await work.ListAsync<EarlierMembership>(
            """
            select association.name as association_name, membership.state, membership.applied_on, membership.effective_on, membership.ended_on
            from memberships membership join associations association on association.id = membership.association_id
            where membership.person_id = @id order by membership.ended_on is null desc, membership.applied_on desc, membership.id desc offset 1 limit 20
            """, new { id }, cancel);
        http.SendVersion(person.Version);
        return TypedResults.Ok(new Response(person, latest?.HandOverState, latest?.Message, history,
            [.. cases.Select(open => new OpenCaseOf(open.Id, open.Reason, open.DueAt))], await FeeYear.ListAsync(work, id, cancel), earlier));
    }

    private sealed record Latest(HandOverState? HandOverState, string? Message);

    private sealed record CaseRow(Guid Id, CareReason Reason, DateTimeOffset DueAt);
}
