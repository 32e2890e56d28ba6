using System.ComponentModel.DataAnnotations;

namespace VpVarmland.Members.HandOvers;

/// <summary>Marks hand-overs as sent to the central register, or takes that back. Those already in that state stay as they are.</summary>
internal static class SendHandOvers
{
    internal sealed record Request([property: NotEmpty, MaxLength(1000)] IReadOnlyList<Guid> Ids);

    internal sealed record Response(int Changed);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/hand-overs/sent", Send).RequirePermission(Permission.HandOver).WithSummary("Mark hand-overs as sent");
        api.MapPost("/hand-overs/to-send", TakeBack).RequirePermission(Permission.HandOver).WithSummary("Take back that hand-overs were sent");
    }

    private static Task<Ok<Response>> Send(Request request, Caller caller, UnitOfWork work, CancellationToken cancel) =>
        MoveAsync(request, HandOverState.ToSend, HandOverState.Sent, work.Now, caller, work, cancel);

    private static Task<Ok<Response>> TakeBack(Request request, Caller caller, UnitOfWork work, CancellationToken cancel) =>
        MoveAsync(request, HandOverState.Sent, HandOverState.ToSend, null, caller, work, cancel);

    private static async Task<Ok<Response>> MoveAsync(
        Request request, HandOverState from, HandOverState to, DateTimeOffset? sentAt, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.HandOver);
        var changed = await work.ListAsync<Guid>(
            """
            update hand_overs set state = @to, sent_at = @sentAt
            from memberships membership
            where membership.id = hand_overs.membership_id and hand_overs.id = any(@chosen) and hand_overs.state = @from
                and (@District or membership.association_id = any(@Ids))
            returning membership.person_id
            """,
            new { from = from.ToText(), to = to.ToText(), sentAt, chosen = request.Ids.ToArray(), reach.District, reach.Ids }, cancel);
        foreach (var person in changed)
            work.Record("handover." + to.ToText(), person);
        return TypedResults.Ok(new Response(changed.Count));
    }
}
