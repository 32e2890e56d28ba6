namespace VpVarmland.Members.Liaisons;

/// <summary>A message between the association and its liaison.</summary>
/// <param name="SettledAt">When the other side answered, or said that no answer is needed; null also where none was wanted.</param>
internal sealed record MessageView(Guid MessageId, DateTimeOffset At, Side Side, string? By, string Text, bool WantsAnswer, DateTimeOffset? SettledAt);

/// <summary>
/// What the association and its liaison write to each other. Writing answers whatever the other side has asked; a question can also be settled without a
/// word, when it was answered by telephone.
/// </summary>
internal static class Correspondence
{
    /// <param name="WantsAnswer">True: the other side sees it among what needs them until it is answered.</param>
    internal sealed record Request([property: NotEmpty, AtMost(4000)] string Text, bool WantsAnswer);

    private sealed record Position(DateTimeOffset At, Guid Id);

    /// <summary>An association's messages, the latest first.</summary>
    internal static async Task<Page<MessageView>> ReadAsync(UnitOfWork work, Guid associationId, string? after, int? size, CancellationToken cancel)
    {
        var limit = size ?? Cursor.Usual;
        var before = Cursor.Read<Position>(after);
        var rows = await work.ListAsync<MessageView>(
            $"""
            {Select} where message.association_id = @associationId and (@beforeId::uuid is null or (message.at, message.id) < (@beforeAt, @beforeId))
            order by message.at desc, message.id desc limit @take
            """, new { associationId, beforeId = before?.Id, beforeAt = before?.At ?? default, take = limit + 1 }, cancel);
        return rows.ToPage(limit, row => new Position(row.At, row.MessageId));
    }

    internal static async Task<MessageView> SendAsync(UnitOfWork work, Guid associationId, Side side, Request request, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7(work.Now);
        await work.ExecuteAsync(
            """
            update liaison_messages set settled_at = @Now where association_id = @associationId and side <> @side and wants_answer and settled_at is null;
            insert into liaison_messages (id, association_id, at, side, by_id, text, wants_answer) values (@id, @associationId, @Now, @side, @MemberId, @text, @WantsAnswer)
            """, new { id, associationId, work.Now, side = side.ToText(), work.Caller.MemberId, text = request.Text.Trim(), request.WantsAnswer }, cancel);
        work.Record("liaison.message_sent", associationId, content: new { id, side });
        return await work.GetAsync<MessageView>($"{Select} where message.id = @id", new { id }, cancel);
    }

    /// <summary>Marks a question of the other side as settled, or as open again.</summary>
    /// <returns>Null where there is no such question.</returns>
    internal static async Task<MessageView?> SettleAsync(UnitOfWork work, Guid associationId, Guid id, Side askedBy, bool settled, CancellationToken cancel)
    {
        var known = new { id, associationId, side = askedBy.ToText(), settled, at = settled ? work.Now : (DateTimeOffset?)null };
        var changed = await work.ExecuteAsync(
            """
            update liaison_messages set settled_at = @at
            where id = @id and association_id = @associationId and side = @side and wants_answer and (settled_at is not null) <> @settled
            """, known, cancel);
        if (changed > 0)
            work.Record(settled ? "liaison.question_settled" : "liaison.question_reopened", associationId, content: new { id });
        return await work.FindAsync<MessageView>($"{Select} where message.id = @id and message.association_id = @associationId and message.side = @side and message.wants_answer", known, cancel);
    }

    private const string Select =
        """
        select message.id as message_id, message.at, message.side, person.given_name || ' ' || person.family_name as by, message.text, message.wants_answer, message.settled_at
        from liaison_messages message left join people person on person.id = message.by_id
        """;
}

/// <summary>The liaison's end of the messages.</summary>
internal static class LiaisonMessages
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        const string at = "/liaisons/associations/{id:guid}/messages";
        api.MapGet(at, List).RequirePermission(Permission.WorkLiaison).WithSummary("Messages between an association and its liaison, latest first");
        api.MapPost(at, Send).RequirePermission(Permission.WorkLiaison).WithSummary("Write to the association; answers what it has asked");
        api.MapPost(at + "/{messageId:guid}/settled", Settle).RequirePermission(Permission.WorkLiaison).WithSummary("Settle a question without writing");
        api.MapDelete(at + "/{messageId:guid}/settled", Reopen).RequirePermission(Permission.WorkLiaison).WithSummary("Take back that a question is settled");
    }

    private static async Task<Results<Ok<Page<MessageView>>, ProblemHttpResult>> List(
        Guid id, string? after, [PageSize] int? size, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await LiaisonReach.ReachesAsync(work, id, cancel) ? TypedResults.Ok(await Correspondence.ReadAsync(work, id, after, size, cancel)) : LiaisonFailures.Unknown.ToProblem(http);

    private static async Task<Results<Ok<MessageView>, ProblemHttpResult>> Send(Guid id, Correspondence.Request request, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await LiaisonReach.ReachesAsync(work, id, cancel) ? TypedResults.Ok(await Correspondence.SendAsync(work, id, Side.District, request, cancel)) : LiaisonFailures.Unknown.ToProblem(http);

    private static Task<Results<Ok<MessageView>, ProblemHttpResult>> Settle(Guid id, Guid messageId, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        MarkAsync(id, messageId, settled: true, work, http, cancel);

    private static Task<Results<Ok<MessageView>, ProblemHttpResult>> Reopen(Guid id, Guid messageId, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        MarkAsync(id, messageId, settled: false, work, http, cancel);

    private static async Task<Results<Ok<MessageView>, ProblemHttpResult>> MarkAsync(Guid id, Guid messageId, bool settled, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await LiaisonReach.ReachesAsync(work, id, cancel) && await Correspondence.SettleAsync(work, id, messageId, Side.Association, settled, cancel) is { } message
            ? TypedResults.Ok(message)
            : LiaisonFailures.Unknown.ToProblem(http);
}
