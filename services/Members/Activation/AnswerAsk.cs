using VpVarmland.Members.Joining;

namespace VpVarmland.Members.Activation;

/// <summary>What somebody answers.</summary>
internal enum AskAnswer
{
    Yes,
    No,
    Maybe,
}

/// <summary>
/// The page that an ask's mail opens, without signing in: it shows a first name and the ask, and the POST from it answers. A yes gets a place while there is one, and waits after that;
/// taking it back gives the place to whoever has waited longest.
/// </summary>
internal static class AnswerAsk
{
    internal sealed record Request([property: Defined] AskAnswer? Answer);

    /// <param name="HasPlace">With a yes: there was room. False: waits for one.</param>
    /// <param name="IsFull">As many as are needed have a place.</param>
    /// <param name="IsOver">Has begun, or is cancelled: nothing can be answered.</param>
    internal sealed record Response(
        string GivenName, string AssociationName, string Title, DateTimeOffset StartsAt, int Minutes, string Place, AskAnswer? Answer, bool HasPlace, bool IsFull, bool IsOver, bool IsCancelled);

    private sealed record Asked(Guid AskId, Guid PersonId, bool IsOver);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/activation/answers/{token}", Read).AllowAnonymous().WithSummary("What is asked, by the token of the mailed link");
        api.MapPost("/activation/answers/{token}", Handle).AllowAnonymous().WithSummary("Answer an ask");
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Read(string token, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await ShowAsync(work, token, cancel) is { } shown ? TypedResults.Ok(shown) : AskFailures.LinkInvalid.ToProblem(http);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(string token, Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        // The ask is locked: places are given one at a time.
        var asked = await work.FindAsync<Asked>(
            """
            select ask.id as ask_id, asked.person_id, ask.state <> 'open' or ask.starts_at <= @Now as is_over
            from ask_people asked join asks ask on ask.id = asked.ask_id where asked.token_hash = @hash for update of ask
            """, new { hash = JoinToken.HashOf(token), work.Now }, cancel);
        if (asked is null)
            return AskFailures.LinkInvalid.ToProblem(http);
        if (asked.IsOver)
            return AskFailures.Over.ToProblem(http);
        var answer = request.Answer!.Value.ToText();
        // Said twice it is said once, and the place in the queue is that of the first time.
        var changed = await work.ExecuteAsync(
            """
            update ask_people set answer = @answer, answered_at = @Now, has_place = false
            where ask_id = @AskId and person_id = @PersonId and answer is distinct from @answer
            """, new { asked.AskId, asked.PersonId, answer, work.Now }, cancel);
        if (changed > 0)
        {
            work.Record("ask.answered", asked.PersonId, content: new { asked.AskId, answer });
            await GivePlacesAsync(work, asked.AskId, asked.PersonId, cancel);
        }
        return TypedResults.Ok((await ShowAsync(work, token, cancel))!);
    }

    /// <summary>Gives the free places to those who have waited longest; whoever did not just answer is told by mail.</summary>
    private static async Task GivePlacesAsync(UnitOfWork work, Guid askId, Guid answering, CancellationToken cancel)
    {
        var given = await work.ListAsync<Guid>(
            """
            update ask_people set has_place = true where ask_id = @askId and person_id in (
                select person_id from ask_people where ask_id = @askId and answer = 'yes' and not has_place order by answered_at, person_id
                limit greatest(0, (select needed from asks where id = @askId) - (select count(*) from ask_people where ask_id = @askId and has_place)))
            returning person_id
            """, new { askId }, cancel);
        var letter = await AskLetters.FindAsync(work, askId, cancel);
        foreach (var person in given.Where(person => person != answering))
            letter.Publish(work, person, AskLetterKind.PlaceGiven, null);
    }

    private static Task<Response?> ShowAsync(UnitOfWork work, string token, CancellationToken cancel) => work.FindAsync<Response>(
        """
        select person.given_name, association.name as association_name, ask.title, ask.starts_at, ask.minutes, ask.place, asked.answer, asked.has_place,
            (select count(*) from ask_people where ask_id = ask.id and has_place) >= ask.needed as is_full, ask.state <> 'open' or ask.starts_at <= @Now as is_over, ask.state = 'cancelled' as is_cancelled
        from ask_people asked join asks ask on ask.id = asked.ask_id join associations association on association.id = ask.association_id join people person on person.id = asked.person_id
        where asked.token_hash = @hash
        """, new { hash = JoinToken.HashOf(token), work.Now }, cancel);
}

/// <summary>An ask, as the mails about it tell of it.</summary>
internal sealed record AskLetters(Guid Id, string AssociationName, string Title, DateTimeOffset StartsAt, int Minutes, string Place, string? CancelReason)
{
    internal static Task<AskLetters> FindAsync(UnitOfWork work, Guid id, CancellationToken cancel) => work.GetAsync<AskLetters>(
        """
        select ask.id, association.name as association_name, ask.title, ask.starts_at, ask.minutes, ask.place, ask.cancel_reason
        from asks ask join associations association on association.id = ask.association_id where ask.id = @id
        """, new { id }, cancel);

    internal void Publish(UnitOfWork work, Guid person, AskLetterKind kind, string? token) =>
        work.Publish(new AskLetterRequested(person, kind, AssociationName, Title, StartsAt, Minutes, Place, token, kind == AskLetterKind.Cancelled ? CancelReason : null));
}
