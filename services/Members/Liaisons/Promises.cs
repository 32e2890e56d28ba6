namespace VpVarmland.Members.Liaisons;

/// <summary>Who made a promise, or wrote a message: the district by its liaison, or the association.</summary>
internal enum Side
{
    District,
    Association,
}

/// <summary>Something promised in a contact.</summary>
internal sealed record PromiseView(Guid PromiseId, Guid ContactId, Guid AssociationId, string AssociationName, Side Side, string Text, DateOnly Due, DateTimeOffset? DoneAt, bool IsLate);

/// <summary>A promise as it is noted with a contact.</summary>
/// <param name="Side">Who is to do it.</param>
internal sealed record NewPromise(Side? Side, string? Text, DateOnly? Due)
{
    internal const int Most = 20;

    /// <summary>True where it says who, what and a day that a contact on <paramref name="happenedOn"/> can promise.</summary>
    internal bool IsSound(DateOnly happenedOn) => Side is { } side && Enum.IsDefined(side) && !string.IsNullOrWhiteSpace(Text) && Text.Trim().Length <= 500 && Due >= happenedOn && Due <= happenedOn.AddYears(2);
}

/// <summary>What was promised and is not done yet, the oldest first; and ticking it off. Promises stay with the association when its liaison changes.</summary>
internal static class Promises
{
    internal sealed record Query(bool? Mine, string? After, [property: PageSize] int? Size);

    private sealed record Position(DateOnly Due, Guid Id);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/liaisons/promises", List).RequirePermission(Permission.WorkLiaison).WithSummary("Open promises between the district and the associations, oldest first");
        api.MapPost("/liaisons/promises/{id:guid}/done", Keep).RequirePermission(Permission.WorkLiaison).WithSummary("Note that a promise is kept");
        api.MapDelete("/liaisons/promises/{id:guid}/done", Reopen).RequirePermission(Permission.WorkLiaison).WithSummary("Take back that a promise is kept");
    }

    /// <summary>An association's open promises, the oldest first.</summary>
    internal static Task<IReadOnlyList<PromiseView>> OpenAsync(UnitOfWork work, Guid associationId, CancellationToken cancel) => work.ListAsync<PromiseView>(
        $"{Select} where contact.association_id = @associationId and promise.done_at is null order by promise.due_on, promise.id limit 200",
        new { associationId, today = SwedishTime.DateOf(work.Now) }, cancel);

    /// <summary>The promises of those contacts, in the order in which they were noted.</summary>
    internal static Task<IReadOnlyList<PromiseView>> OfContactsAsync(UnitOfWork work, Guid[] contacts, CancellationToken cancel) => work.ListAsync<PromiseView>(
        $"{Select} where promise.contact_id = any(@contacts) order by promise.id", new { contacts, today = SwedishTime.DateOf(work.Now) }, cancel);

    private static async Task<Ok<Page<PromiseView>>> List([AsParameters] Query query, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var size = query.Size ?? Cursor.Usual;
        var after = Cursor.Read<Position>(query.After);
        var rows = await work.ListAsync<PromiseView>(
            $"""
            {Select}
            where promise.done_at is null and {LiaisonReach.Covers("contact.association_id")} and (@afterId::uuid is null or (promise.due_on, promise.id) > (@afterDue, @afterId))
            order by promise.due_on, promise.id limit @limit
            """,
            new
            {
                all = caller.ManagesLiaisons() && query.Mine != true, caller.MemberId, today = SwedishTime.DateOf(work.Now), afterId = after?.Id, afterDue = after?.Due ?? default, limit = size + 1,
            }, cancel);
        return TypedResults.Ok(rows.ToPage(size, row => new Position(row.Due, row.PromiseId)));
    }

    private static Task<Results<Ok<PromiseView>, ProblemHttpResult>> Keep(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        MarkAsync(id, work.Now, "liaison.promise_kept", caller, work, http, cancel);

    private static Task<Results<Ok<PromiseView>, ProblemHttpResult>> Reopen(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        MarkAsync(id, null, "liaison.promise_reopened", caller, work, http, cancel);

    private static async Task<Results<Ok<PromiseView>, ProblemHttpResult>> MarkAsync(
        Guid id, DateTimeOffset? doneAt, string action, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var known = new { id, doneAt, all = caller.ManagesLiaisons(), caller.MemberId, today = SwedishTime.DateOf(work.Now) };
        var changed = await work.FindAsync<Guid?>(
            $"""
            update liaison_promises promise set done_at = @doneAt, done_by = case when @doneAt is null then null else @MemberId::uuid end
            from liaison_contacts contact
            where promise.id = @id and contact.id = promise.contact_id and {LiaisonReach.Covers("contact.association_id")} and (promise.done_at is null) <> (@doneAt::timestamptz is null)
            returning contact.association_id
            """, known, cancel);
        if (changed is { } association)
            work.Record(action, association, content: new { id });
        var promise = await work.FindAsync<PromiseView>($"{Select} where promise.id = @id and {LiaisonReach.Covers("contact.association_id")}", known, cancel);
        return promise is null ? LiaisonFailures.Unknown.ToProblem(http) : TypedResults.Ok(promise);
    }

    private const string Select =
        """
        select promise.id as promise_id, promise.contact_id, contact.association_id, association.name as association_name, promise.side, promise.text, promise.due_on as due, promise.done_at,
            promise.done_at is null and promise.due_on < @today as is_late
        from liaison_promises promise join liaison_contacts contact on contact.id = promise.contact_id join associations association on association.id = contact.association_id
        """;
}
