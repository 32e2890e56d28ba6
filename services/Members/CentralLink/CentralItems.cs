using System.ComponentModel.DataAnnotations;
using VpVarmland.Members.BoardRoom;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.CentralLink;

/// <summary>What came from the party centrally.</summary>
internal enum CentralKind
{
    Message,
    Deadline,
    Material,
}

/// <summary>How it stands with one association.</summary>
internal sealed record RelayView(Guid AssociationId, string Association, DateTimeOffset? ReadAt, DateTimeOffset? DoneAt, string? Note, DateTimeOffset? RemindedAt);

/// <summary>Something from the party centrally, as the district follows it.</summary>
/// <param name="Report">What the district has answered centrally.</param>
internal sealed record CentralRow(
    Guid ItemId, CentralKind Kind, string Title, string Body, string? Link, DateOnly? Due, DateOnly ReceivedOn, string? Report, DateOnly? ReportedOn, int Concerned, int Read, int Done, bool IsLate, int Version)
{
    /// <summary>Needs the parameter <c>@today</c>.</summary>
    internal const string Select =
        """
        select item.id as item_id, item.kind, item.title, item.body, item.link, item.due_on as due, item.received_on, item.report, item.reported_on, relays.concerned, relays.read, relays.done,
            coalesce(item.due_on < @today, false) and (relays.done < relays.concerned or (item.kind = 'deadline' and item.reported_on is null)) as is_late, item.version
        from central_items item
        cross join lateral (select count(*)::int as concerned, count(read_at)::int as read, count(done_at)::int as done from central_relays where item_id = item.id) relays
        """;
}

/// <summary>One thing with every association it concerns.</summary>
internal sealed record CentralView(CentralRow Item, IReadOnlyList<RelayView> Relays);

internal static class CentralFailures
{
    internal static readonly Failure Unknown = Failure.Missing("central.unknown", "Det finns inte, eller så får du inte se det.", "It does not exist, or is not for you to see.");

    internal static readonly Failure NeedsDay = Failure.Bad("central.needs_day", "En deadline har en dag, mellan när den kom och två år framåt.", "A deadline has a day, between when it came and two years ahead.");

    internal static readonly Failure UnknownAssociation = Failure.Bad("central.unknown_association", "Välj bland föreningar som är aktiva eller håller på att bildas.", "Choose among associations that are active or being formed.");

    internal static readonly Failure NobodyToRemind = Failure.Conflict("central.nobody_to_remind", "Alla som berörs är klara, eller fick en påminnelse det senaste dygnet.", "Everybody concerned is done, or was reminded in the last day.");
}

/// <summary>
/// Messages, deadlines and material from the party centrally: recorded once, relayed to the associations concerned, and followed until all are done and the
/// district has reported back.
/// </summary>
internal static class CentralItems
{
    /// <param name="Associations">Those concerned; null: every association that stands.</param>
    internal sealed record Request(
        [property: Defined] CentralKind? Kind, [property: NotEmpty, AtMost(200)] string Title, [property: NotEmpty, AtMost(10_000)] string Body, [property: AtMost(300)] string? Link, DateOnly? Due,
        [property: NotEmpty] DateOnly? ReceivedOn, [property: MaxLength(500)] IReadOnlyList<Guid>? Associations);

    internal sealed record Answer([property: NotEmpty, AtMost(4000)] string Text, [property: NotEmpty] DateOnly? On);

    private static readonly TimeSpan BetweenReminders = TimeSpan.FromDays(1);

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string items = "/central/items", one = items + "/{id:guid}";
        api.MapGet(items, List).ForTheDistrict().WithSummary("What came from the party centrally, latest first");
        api.MapGet(one, Get).ForTheDistrict().WithSummary("One thing, with who has read and done");
        api.MapPost(items, Relay).ForTheDistrict().WithSummary("Record something and relay it to the associations concerned");
        api.MapPut(one, Change).ForTheDistrict().WithSummary("Correct it; associations that are added get it, those that are left out no longer have it");
        api.MapDelete(one, TakeBack).ForTheDistrict().WithSummary("Take back what nobody has read");
        api.MapPost(one + "/reminders", Remind).ForTheDistrict().WithSummary("Remind the associations that are not done, by mail to their chairs");
        api.MapPut(one + "/report", Report).ForTheDistrict().WithSummary("Note what the district has reported back");
    }

    private static RouteHandlerBuilder ForTheDistrict(this RouteHandlerBuilder endpoint) => endpoint.ForTheDistrict(Permission.RelayCentral, CentralFailures.Unknown);

    private static async Task<Ok<Page<CentralRow>>> List(string? after, [PageSize] int? size, UnitOfWork work, CancellationToken cancel)
    {
        var (limit, before) = (size ?? Cursor.Usual, Cursor.Read<Guid?>(after));
        var rows = await work.ListAsync<CentralRow>($"{CentralRow.Select} where (@before::uuid is null or item.id < @before) order by item.id desc limit @take", new { today = SwedishTime.DateOf(work.Now), before, take = limit + 1 }, cancel);
        return TypedResults.Ok(rows.ToPage(limit, row => row.ItemId));
    }

    private static async Task<Results<Ok<CentralView>, ProblemHttpResult>> Get(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await FindAsync(work, id, cancel) is not { } view)
            return CentralFailures.Unknown.ToProblem(http);
        http.SendVersion(view.Item.Version);
        return TypedResults.Ok(view);
    }

    private static async Task<Results<Created<CentralView>, ProblemHttpResult>> Relay(Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (Check(request, work) is { } wrong)
            return wrong.ToProblem(http);
        var id = Guid.CreateVersion7(work.Now);
        await work.ExecuteAsync(
            "insert into central_items (id, kind, title, body, link, due_on, received_on, recorded_at, recorded_by) values (@id, @kind, @title, @body, @link, @Due, @ReceivedOn, @Now, @MemberId)", Values(id, request, work), cancel);
        if (!await ConcernAsync(work, id, request, cancel))
            return CentralFailures.UnknownAssociation.ToProblem(http);
        work.Record("central.relayed", id, content: new { request.Kind });
        http.SendVersion(1);
        return TypedResults.Created($"/api/members/central/items/{id}", (await FindAsync(work, id, cancel))!);
    }

    private static async Task<Results<Ok<CentralView>, ProblemHttpResult>> Change(Guid id, Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await work.FindAsync<int?>("select version from central_items where id = @id for update", new { id }, cancel) is not { } version)
            return CentralFailures.Unknown.ToProblem(http);
        if (http.CheckVersion(version) is { } stale)
            return stale.ToProblem(http);
        if (Check(request, work) is { } wrong)
            return wrong.ToProblem(http);
        await work.ExecuteAsync("update central_items set kind = @kind, title = @title, body = @body, link = @link, due_on = @Due, received_on = @ReceivedOn, version = version + 1 where id = @id", Values(id, request, work), cancel);
        if (!await ConcernAsync(work, id, request, cancel))
            return CentralFailures.UnknownAssociation.ToProblem(http);
        work.Record("central.changed", id);
        return await AnswerAsync(work, id, http, cancel);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeBack(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await work.FindAsync<bool?>("select exists (select from central_relays where item_id = item.id and read_at is not null) from central_items item where id = @id for update", new { id }, cancel) is not { } isRead)
            return CentralFailures.Unknown.ToProblem(http);
        if (isRead)
            return AlreadyRead.ToProblem(http);
        await work.ExecuteAsync("delete from central_items where id = @id", new { id }, cancel);
        work.Record("central.taken_back", id);
        return TypedResults.NoContent();
    }

    internal static readonly Failure AlreadyRead = Failure.Conflict("central.already_read", "Någon förening har redan läst. Rätta i stället för att ta tillbaka.", "An association has read it already. Correct it instead of taking it back.");

    private static async Task<Results<Ok<CentralView>, ProblemHttpResult>> Remind(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await work.FindAsync<Reminded>("select title, due_on from central_items where id = @id for update", new { id }, cancel) is not { } item)
            return CentralFailures.Unknown.ToProblem(http);
        var chairs = await work.ListAsync<Chair>(
            """
            with waiting as (update central_relays set reminded_at = @Now where item_id = @id and done_at is null and (reminded_at is null or reminded_at < @since) returning association_id)
            select waiting.association_id, association.name as association, person.id as member_id, person.given_name, person.family_name, person.email, person.language
            from waiting join associations association on association.id = waiting.association_id
            left join assignments held on held.association_id = waiting.association_id and held.kind = 'chair' and held.ended_on is null and held.from_date <= @today left join people person on person.id = held.person_id
            """, new { id, work.Now, since = work.Now - BetweenReminders, today = SwedishTime.DateOf(work.Now) }, cancel);
        if (chairs.Count == 0)
            return CentralFailures.NobodyToRemind.ToProblem(http);
        foreach (var chair in chairs.Where(chair => chair.Email is not null))
            work.Publish(new CentralReminderWanted(id, chair.AssociationId, chair.Association, chair.MemberId!.Value, chair.GivenName!, chair.FamilyName!, chair.Email!, item.Title, item.DueOn, chair.Language!));
        work.Record("central.reminded", id, content: new { associations = chairs.Select(chair => chair.AssociationId).Distinct().Count() });
        return await AnswerAsync(work, id, http, cancel);
    }

    private static async Task<Results<Ok<CentralView>, ProblemHttpResult>> Report(Guid id, Answer answer, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await work.FindAsync<DateOnly?>("select received_on from central_items where id = @id for update", new { id }, cancel) is not { } received)
            return CentralFailures.Unknown.ToProblem(http);
        if (answer.On < received || answer.On > SwedishTime.DateOf(work.Now))
            return CentralFailures.NeedsDay.ToProblem(http);
        await work.ExecuteAsync("update central_items set report = @text, reported_on = @On, version = version + 1 where id = @id", new { id, text = answer.Text.Trim(), answer.On }, cancel);
        work.Record("central.reported_back", id);
        return await AnswerAsync(work, id, http, cancel);
    }

    private static Failure? Check(Request request, UnitOfWork work)
    {
        var today = SwedishTime.DateOf(work.Now);
        if (request.ReceivedOn > today || request.ReceivedOn < today.AddYears(-1) || (request.Kind == CentralKind.Deadline && request.Due is null) || request.Due < request.ReceivedOn || request.Due > today.AddYears(2))
            return CentralFailures.NeedsDay;
        return WebLink.IsSound(request.Link) ? null : BoardFailures.BadLink;
    }

    /// <summary>Relays to those concerned and to nobody else; false where one of them cannot be.</summary>
    private static async Task<bool> ConcernAsync(UnitOfWork work, Guid id, Request request, CancellationToken cancel)
    {
        var chosen = request.Associations?.Distinct().ToArray();
        var concerned = await work.ListAsync<Guid>(
            "select id from associations where not is_district and ended_on is null and state in ('active', 'forming') and (@chosen::uuid[] is null or id = any(@chosen))", new { chosen }, cancel);
        if (concerned.Count == 0 || (chosen is not null && concerned.Count != chosen.Length))
            return false;
        await work.ExecuteAsync(
            """
            delete from central_relays where item_id = @id and not (association_id = any(@concerned));
            insert into central_relays (item_id, association_id) select @id, unnest(@concerned) on conflict do nothing
            """, new { id, concerned = concerned.ToArray() }, cancel);
        return true;
    }

    private static object Values(Guid id, Request request, UnitOfWork work) => new
    {
        id, kind = request.Kind!.Value.ToText(), title = request.Title.Trim(), body = request.Body.Trim(), link = request.Link.TrimmedOrNull(), request.Due, request.ReceivedOn, work.Now,
        work.Caller.MemberId,
    };

    private static async Task<CentralView?> FindAsync(UnitOfWork work, Guid id, CancellationToken cancel)
    {
        if (await work.FindAsync<CentralRow>($"{CentralRow.Select} where item.id = @id", new { id, today = SwedishTime.DateOf(work.Now) }, cancel) is not { } item)
            return null;
        var relays = await work.ListAsync<RelayView>(
            """
            select relay.association_id, association.name as association, relay.read_at, relay.done_at, relay.note, relay.reminded_at
            from central_relays relay join associations association on association.id = relay.association_id where relay.item_id = @id
            order by relay.done_at is not null, relay.read_at is not null, association.name
            """, new { id }, cancel);
        return new CentralView(item, relays);
    }

    private static async Task<Ok<CentralView>> AnswerAsync(UnitOfWork work, Guid id, HttpContext http, CancellationToken cancel)
    {
        var view = (await FindAsync(work, id, cancel))!;
        http.SendVersion(view.Item.Version);
        return TypedResults.Ok(view);
    }

    private sealed record Reminded(string Title, DateOnly? DueOn);

    private sealed record Chair(Guid AssociationId, string Association, Guid? MemberId, string? GivenName, string? FamilyName, string? Email, string? Language);
}
