using System.ComponentModel.DataAnnotations;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Liaisons;

/// <summary>How the district and an association were in touch.</summary>
internal enum ContactKind
{
    Visit,
    Call,
    DigitalMeeting,
    Mail,
    Other,
}

/// <summary>A contact as it is shown.</summary>
/// <param name="IsStandIn">Noted by somebody who stood in for the liaison.</param>
/// <param name="CanChange">The caller's own, for an hour.</param>
internal sealed record ContactView(
    Guid ContactId, DateOnly On, ContactKind Kind, string Summary, string? By, bool IsStandIn, DateTimeOffset NotedAt, bool CanChange, IReadOnlyList<PromiseView> Promises, int Version);

/// <summary>What was said between the district and an association, and what was promised: noted by the liaison, corrected or undone by the same within an hour.</summary>
internal static class ContactLog
{
    internal static readonly TimeSpan Changeable = TimeSpan.FromHours(1);

    /// <param name="On">The day in Sweden; today or earlier.</param>
    /// <param name="Promises">Null: none.</param>
    internal sealed record Request(
        [property: Defined] ContactKind? Kind, [property: NotEmpty] DateOnly? On, [property: NotEmpty, AtMost(4000)] string Summary, [property: MaxLength(NewPromise.Most)] IReadOnlyList<NewPromise>? Promises);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/liaisons/associations/{id:guid}/contacts", List).RequirePermission(Permission.WorkLiaison).WithSummary("The contact log of an association, latest first");
        api.MapPost("/liaisons/associations/{id:guid}/contacts", Add).RequirePermission(Permission.WorkLiaison).WithSummary("Note a contact and what was promised");
        api.MapPut("/liaisons/contacts/{id:guid}", Correct).RequirePermission(Permission.WorkLiaison).WithSummary("Correct one's own note within an hour");
        api.MapDelete("/liaisons/contacts/{id:guid}", Undo).RequirePermission(Permission.WorkLiaison).WithSummary("Undo one's own note within an hour, with its promises");
    }

    private static async Task<Results<Ok<Page<ContactView>>, ProblemHttpResult>> List(
        Guid id, string? after, [PageSize] int? size, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await LiaisonReach.ReachesAsync(work, id, cancel) ? TypedResults.Ok(await ContactPages.ReadAsync(work, id, after, size, cancel)) : LiaisonFailures.Unknown.ToProblem(http);

    private static async Task<Results<Created<ContactView>, ProblemHttpResult>> Add(Guid id, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!await LiaisonReach.ReachesAsync(work, id, cancel))
            return LiaisonFailures.Unknown.ToProblem(http);
        if (Fault(request, SwedishTime.DateOf(work.Now)) is { } fault)
            return fault.ToProblem(http);
        var contact = Guid.CreateVersion7(work.Now);
        await work.ExecuteAsync(
            """
            insert into liaison_contacts (id, association_id, happened_on, kind, summary, by_id, is_stand_in, noted_at)
            values (@contact, @id, @On, @kind, @summary, @MemberId, exists (select from liaisons liaison join liaison_stand_ins away on away.person_id = liaison.person_id
                where liaison.association_id = @id and away.stand_in_id = @MemberId and @today between away.from_date and away.until_date), @Now)
            """,
            new { contact, id, request.On, kind = request.Kind!.Value.ToText(), summary = request.Summary.Trim(), caller.MemberId, work.Now, today = SwedishTime.DateOf(work.Now) }, cancel);
        await AddPromisesAsync(work, contact, request, cancel);
        work.Record("liaison.contact_noted", id, content: new { contact, request.Kind, request.On });
        var noted = (await ContactPages.FindAsync(work, contact, cancel))!;
        http.SendVersion(noted.Version);
        return TypedResults.Created($"/api/members/liaisons/contacts/{contact}", noted);
    }

    private static async Task<Results<Ok<ContactView>, ProblemHttpResult>> Correct(Guid id, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await LockAsync(work, id, caller, cancel) is not { } noted)
            return LiaisonFailures.Unknown.ToProblem(http);
        if (!noted.IsChangeable)
            return LiaisonFailures.CannotChange.ToProblem(http);
        if (http.CheckVersion(noted.Version) is { } stale)
            return stale.ToProblem(http);
        if (Fault(request, SwedishTime.DateOf(work.Now)) is { } fault)
            return fault.ToProblem(http);
        await work.ExecuteAsync(
            """
            update liaison_contacts set happened_on = @On, kind = @kind, summary = @summary, version = version + 1 where id = @id;
            delete from liaison_promises where contact_id = @id and done_at is null
            """, new { id, request.On, kind = request.Kind!.Value.ToText(), summary = request.Summary.Trim() }, cancel);
        await AddPromisesAsync(work, id, request, cancel);
        work.Record("liaison.contact_corrected", noted.AssociationId, content: new { contact = id, request.Kind, request.On });
        var corrected = (await ContactPages.FindAsync(work, id, cancel))!;
        http.SendVersion(corrected.Version);
        return TypedResults.Ok(corrected);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Undo(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await LockAsync(work, id, caller, cancel) is not { } noted)
            return LiaisonFailures.Unknown.ToProblem(http);
        if (!noted.IsChangeable)
            return LiaisonFailures.CannotChange.ToProblem(http);
        await work.ExecuteAsync("delete from liaison_contacts where id = @id", new { id }, cancel);
        work.Record("liaison.contact_undone", noted.AssociationId, content: new { contact = id });
        return TypedResults.NoContent();
    }

    private static Failure? Fault(Request request, DateOnly today) =>
        request.On > today || request.On < today.AddYears(-1) ? LiaisonFailures.UnlikelyDay
        : request.Promises?.All(promise => promise?.IsSound(request.On!.Value) == true) == false ? LiaisonFailures.BadPromise
        : null;

    private static async Task AddPromisesAsync(UnitOfWork work, Guid contact, Request request, CancellationToken cancel)
    {
        foreach (var promise in request.Promises ?? [])
        {
            await work.ExecuteAsync("insert into liaison_promises (id, contact_id, side, text, due_on) values (@id, @contact, @side, @text, @Due)",
                new { id = Guid.CreateVersion7(), contact, side = promise.Side!.Value.ToText(), text = promise.Text!.Trim(), promise.Due }, cancel);
        }
    }

    private static Task<Noted?> LockAsync(UnitOfWork work, Guid id, Caller caller, CancellationToken cancel) => work.FindAsync<Noted>(
        $"""
        select association_id, version, by_id is not distinct from @MemberId::uuid and noted_at > @since as is_changeable from liaison_contacts
        where id = @id and {LiaisonReach.Covers("association_id")} for update
        """, new { id, all = caller.ManagesLiaisons(), caller.MemberId, today = SwedishTime.DateOf(work.Now), since = work.Now - Changeable }, cancel);

    private sealed record Noted(Guid AssociationId, int Version, bool IsChangeable);
}

/// <summary>Contacts of an association, a page at a time; the same for both sides.</summary>
internal static class ContactPages
{
    private sealed record Position(DateOnly On, Guid Id);

    internal static async Task<Page<ContactView>> ReadAsync(UnitOfWork work, Guid associationId, string? after, int? size, CancellationToken cancel)
    {
        var limit = size ?? Cursor.Usual;
        var before = Cursor.Read<Position>(after);
        var rows = await ListAsync(work, "contact.association_id = @associationId and (@beforeId::uuid is null or (contact.happened_on, contact.id) < (@beforeOn, @beforeId))",
            new { associationId, beforeId = before?.Id, beforeOn = before?.On ?? default, limit = limit + 1, work.Caller.MemberId, since = work.Now - ContactLog.Changeable }, cancel);
        return rows.ToPage(limit, row => new Position(row.On, row.ContactId));
    }

    internal static async Task<ContactView?> FindAsync(UnitOfWork work, Guid id, CancellationToken cancel) =>
        (await ListAsync(work, "contact.id = @id", new { id, limit = 1, work.Caller.MemberId, since = work.Now - ContactLog.Changeable }, cancel)).SingleOrDefault();

    private static async Task<IReadOnlyList<ContactView>> ListAsync(UnitOfWork work, string where, object parameters, CancellationToken cancel)
    {
        var rows = await work.ListAsync<Row>(
            $"""
            select contact.id as contact_id, contact.happened_on as "on", contact.kind, contact.summary, person.given_name || ' ' || person.family_name as by, contact.is_stand_in, contact.noted_at,
                contact.by_id is not distinct from @MemberId::uuid and contact.noted_at > @since as can_change, contact.version
            from liaison_contacts contact left join people person on person.id = contact.by_id
            where {where} order by contact.happened_on desc, contact.id desc limit @limit
            """, parameters, cancel);
        var promises = (await Promises.OfContactsAsync(work, [.. rows.Select(row => row.ContactId)], cancel)).ToLookup(promise => promise.ContactId);
        return [.. rows.Select(row => new ContactView(row.ContactId, row.On, row.Kind, row.Summary, row.By, row.IsStandIn, row.NotedAt, row.CanChange, [.. promises[row.ContactId]], row.Version))];
    }

    private sealed record Row(Guid ContactId, DateOnly On, ContactKind Kind, string Summary, string? By, bool IsStandIn, DateTimeOffset NotedAt, bool CanChange, int Version);
}
