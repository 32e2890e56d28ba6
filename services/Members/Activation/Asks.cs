using VpVarmland.Members.Joining;
using VpVarmland.Members.Privacy;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Activation;

/// <summary>Asking members to help: who fits and why, asking them once each by mail, who has answered, cancelling, and noting who came.</summary>
internal static class Asks
{
    private const int MostAtOnce = 200;

    internal sealed record PreviewRequest : AskForm;

    internal sealed record Request : AskForm
    {
        /// <summary>Those of the proposal who are asked.</summary>
        [NotEmpty, System.ComponentModel.DataAnnotations.MaxLength(MostAtOnce)]
        public IReadOnlyList<Guid>? MemberIds { get; init; }
    }

    internal sealed record CancelRequest([property: NotEmpty, AtMost(300)] string Reason);

    /// <param name="MemberIds">All who came; whoever is not among them did not.</param>
    internal sealed record CameRequest([property: System.ComponentModel.DataAnnotations.MaxLength(500)] IReadOnlyList<Guid>? MemberIds);

    internal sealed record Proposed(Guid MemberId, string Name, IReadOnlyList<AskReason> Reasons);

    /// <param name="Fitting">How many fit in all; the list has the best of them.</param>
    internal sealed record Preview(int Fitting, IReadOnlyList<Proposed> People);

    internal enum AskState
    {
        Open,
        Cancelled,
    }

    /// <param name="Yes">With a place.</param>
    /// <param name="Waiting">Yes, but it is full.</param>
    internal sealed record Row(
        Guid AskId, Guid AssociationId, string AssociationName, string Title, DateTimeOffset StartsAt, int Minutes, string Place, int Needed, HelpWay? Way, string? InterestSv, string? InterestEn, AskState State,
        DateTimeOffset SentAt, string? CancelReason, long Asked, long Yes, long Waiting, long Maybe, long No, long Came, bool IsOver);

    internal sealed record Person(Guid MemberId, string Name, string? Phone, AskAnswer? Answer, DateTimeOffset? AnsweredAt, bool HasPlace, bool? Came);

    internal sealed record Response(Row Ask, IReadOnlyList<Person> People);

    private sealed record Position(DateTimeOffset At, Guid Id);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/activation/asks/preview", Propose).RequirePermission(Permission.AskForHelp).WithSummary("Those who fit an ask, the best first, and why");
        api.MapPost("/activation/asks", Send).RequirePermission(Permission.AskForHelp).WithSummary("Ask members to help, each once, by mail");
        api.MapGet("/activation/asks", List).RequirePermission(Permission.AskForHelp).WithSummary("Asks, the latest first");
        api.MapGet("/activation/asks/{id:guid}", Get).RequirePermission(Permission.AskForHelp).WithSummary("An ask with everybody's answer");
        api.MapPost("/activation/asks/{id:guid}/cancel", Cancel).RequirePermission(Permission.AskForHelp).WithSummary("Cancel an ask and tell those who wanted to come");
        api.MapPost("/activation/asks/{id:guid}/came", Came).RequirePermission(Permission.AskForHelp).WithSummary("Note who came, and thank them once");
    }

    private static async Task<Results<Ok<Preview>, ProblemHttpResult>> Propose(PreviewRequest request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await request.CheckAsync(caller, work, cancel) is { } wrong)
            return wrong.ToProblem(http);
        var matches = await Matching.FindAsync(request, work, cancel);
        var shown = matches.Take(MostAtOnce).ToList();
        var names = (await work.ListAsync<(Guid Id, string Name)>("select id, given_name || ' ' || family_name from people where id = any(@ids)", new { ids = shown.Select(one => one.MemberId).ToArray() }, cancel)).ToDictionary(one => one.Id, one => one.Name);
        await ReadLog.WriteAsync(work, names.Keys, ReadKind.List, null, cancel);
        return TypedResults.Ok(new Preview(matches.Count, [.. shown.Select(one => new Proposed(one.MemberId, names[one.MemberId], one.Reasons))]));
    }

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Send(Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await request.CheckAsync(caller, work, cancel) is { } wrong)
            return wrong.ToProblem(http);
        // One at a time in an association: two who ask at once must not both think that somebody is rested.
        await work.ExecuteAsync("select from associations where id = @AssociationId for update", new { request.AssociationId }, cancel);
        var fitting = (await Matching.FindAsync(request, work, cancel)).Select(one => one.MemberId).ToHashSet();
        var chosen = request.MemberIds!.Distinct().ToList();
        if (!chosen.TrueForAll(fitting.Contains))
            return AskFailures.NotMatched.ToProblem(http);
        var id = Guid.CreateVersion7();
        await work.ExecuteAsync(
            """
            insert into asks (id, association_id, title, starts_at, minutes, place, needed, way, interest_id, by_id, sent_at)
            values (@id, @AssociationId, @title, @StartsAt, @Minutes, @place, @Needed, @way, @InterestId, @MemberId, @Now)
            """,
            new { id, request.AssociationId, title = request.Title.Trim(), request.StartsAt, request.Minutes, place = request.Place.Trim(), request.Needed, way = request.Way?.ToText(), request.InterestId, caller.MemberId, work.Now }, cancel);
        var ask = await AskLetters.FindAsync(work, id, cancel);
        foreach (var person in chosen)
        {
            var token = JoinToken.Create();
            await work.ExecuteAsync("insert into ask_people (ask_id, person_id, token_hash, asked_at) values (@id, @person, @hash, @Now)", new { id, person, hash = JoinToken.HashOf(token), work.Now }, cancel);
            ask.Publish(work, person, AskLetterKind.Asked, token);
        }
        work.Record("ask.sent", id, content: new { request.AssociationId, chosen.Count });
        return TypedResults.Created($"/api/members/activation/asks/{id}", (await FindAsync(work, id, caller, cancel))!);
    }

    private static async Task<Ok<Page<Row>>> List(Guid? association, string? after, [PageSize] int? size, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var (reach, limit, last) = (caller.Reach(Permission.AskForHelp), size ?? Cursor.Usual, Cursor.Read<Position>(after));
        var rows = await work.ListAsync<Row>(
            $"""
            {Select} where (@District or ask.association_id = any(@Ids)) and (@association::uuid is null or ask.association_id = @association)
                and (@lastId::uuid is null or (ask.starts_at, ask.id) < (@lastAt, @lastId))
            order by ask.starts_at desc, ask.id desc limit @take
            """, new { reach.District, reach.Ids, association, lastId = last?.Id, lastAt = last?.At ?? default, take = limit + 1, work.Now }, cancel);
        return TypedResults.Ok(rows.ToPage(limit, row => new Position(row.StartsAt, row.AskId)));
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Get(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await FindAsync(work, id, caller, cancel) is { } found ? TypedResults.Ok(found) : AskFailures.Unknown.ToProblem(http);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Cancel(Guid id, CancelRequest request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await LockAsync(work, id, caller, cancel) is not { } ask)
            return AskFailures.Unknown.ToProblem(http);
        if (ask.State != AskState.Open || ask.StartsAt <= work.Now)
            return AskFailures.Over.ToProblem(http);
        await work.ExecuteAsync("update asks set state = 'cancelled', cancel_reason = @reason where id = @id", new { id, reason = request.Reason.Trim() }, cancel);
        var letter = await AskLetters.FindAsync(work, id, cancel);
        foreach (var person in await work.ListAsync<Guid>("select person_id from ask_people where ask_id = @id and answer in ('yes', 'maybe')", new { id }, cancel))
            letter.Publish(work, person, AskLetterKind.Cancelled, null);
        work.Record("ask.cancelled", id, request.Reason.Trim());
        return TypedResults.Ok((await FindAsync(work, id, caller, cancel))!);
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Came(Guid id, CameRequest request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await LockAsync(work, id, caller, cancel) is not { } ask)
            return AskFailures.Unknown.ToProblem(http);
        if (ask.State != AskState.Open)
            return AskFailures.Over.ToProblem(http);
        if (ask.StartsAt > work.Now)
            return AskFailures.NotYet.ToProblem(http);
        var came = (request.MemberIds ?? []).Distinct().ToArray();
        await work.ExecuteAsync("update ask_people set came = person_id = any(@came) where ask_id = @id", new { id, came }, cancel);
        var letter = await AskLetters.FindAsync(work, id, cancel);
        foreach (var person in await work.ListAsync<Guid>("update ask_people set thanked_at = @Now where ask_id = @id and came and thanked_at is null returning person_id", new { id, work.Now }, cancel))
        {
            letter.Publish(work, person, AskLetterKind.Thanked, null);
            work.Record("person.helped", person, content: new { id });
        }
        work.Record("ask.came_noted", id, content: new { came.Length });
        return TypedResults.Ok((await FindAsync(work, id, caller, cancel))!);
    }

    private static Task<Row?> LockAsync(UnitOfWork work, Guid id, Caller caller, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.AskForHelp);
        return work.FindAsync<Row>($"{Select} where ask.id = @id and (@District or ask.association_id = any(@Ids)) for update of ask", new { id, reach.District, reach.Ids, work.Now }, cancel);
    }

    private static async Task<Response?> FindAsync(UnitOfWork work, Guid id, Caller caller, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.AskForHelp);
        if (await work.FindAsync<Row>($"{Select} where ask.id = @id and (@District or ask.association_id = any(@Ids))", new { id, reach.District, reach.Ids, work.Now }, cancel) is not { } ask)
            return null;
        var people = await work.ListAsync<Person>(
            """
            select person.id as member_id, person.given_name || ' ' || person.family_name as name, case when asked.has_place and not is_hidden(person, @reader) then person.phone end as phone, asked.answer, asked.answered_at, asked.has_place, asked.came
            from ask_people asked join people person on person.id = asked.person_id where asked.ask_id = @id
            order by asked.has_place desc, asked.answer = 'yes' desc nulls last, asked.answer = 'maybe' desc nulls last, asked.answer is null, asked.answered_at, person.family_name, person.given_name, person.id
            """, new { id, reader = caller.MemberId }, cancel);
        await ReadLog.WriteAsync(work, people.Select(one => one.MemberId), ReadKind.List, null, cancel);
        return new Response(ask, people);
    }

    private const string Select =
        """
        select ask.id as ask_id, ask.association_id, association.name as association_name, ask.title, ask.starts_at, ask.minutes, ask.place, ask.needed, ask.way,
            (select name_sv from interests where id = ask.interest_id) as interest_sv, (select name_en from interests where id = ask.interest_id) as interest_en, ask.state, ask.sent_at, ask.cancel_reason,
            (select count(*) from ask_people where ask_id = ask.id) as asked, (select count(*) from ask_people where ask_id = ask.id and has_place) as yes,
            (select count(*) from ask_people where ask_id = ask.id and answer = 'yes' and not has_place) as waiting, (select count(*) from ask_people where ask_id = ask.id and answer = 'maybe') as maybe,
            (select count(*) from ask_people where ask_id = ask.id and answer = 'no') as no, (select count(*) from ask_people where ask_id = ask.id and came) as came, ask.starts_at <= @Now as is_over
        from asks ask join associations association on association.id = ask.association_id
        """;
}
