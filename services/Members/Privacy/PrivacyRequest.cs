namespace VpVarmland.Members.Privacy;

/// <summary>What somebody asks about their data (GDPR art. 15, 16, 21 and 17).</summary>
internal enum PrivacyRequestKind
{
    Access,
    Correction,
    Objection,
    Erasure,
}

/// <summary>Where a request stands.</summary>
internal enum PrivacyRequestState
{
    /// <summary>The desk is to answer.</summary>
    Open,
    /// <summary>Granted; the services are at it.</summary>
    Working,
    Done,
    Refused,
    Withdrawn,
}

/// <summary>What can be objected to; takes effect in what it names.</summary>
internal enum Processing
{
    /// <summary>Being asked by mail to help.</summary>
    Asks,
    /// <summary>Being phoned: the number is removed and none is stored.</summary>
    Phone,
    /// <summary>Care cases that a rule opens: nothing heard for long, moved.</summary>
    CareByRule,
}

/// <summary>A service's part of a copy or of an erasure.</summary>
/// <param name="At">When it came; null: it has not.</param>
internal sealed record ServicePart(string Service, DateTimeOffset? At);

/// <summary>A request as it is shown.</summary>
/// <param name="Name">Null once the person is erased.</param>
/// <param name="DueOn">The last day to answer: within a month.</param>
/// <param name="KeptUntil">Of an erasure: until when vouchers with the name are kept; null: there are none.</param>
/// <param name="ExpiresAt">Of a copy: when it is thrown away.</param>
internal sealed record PrivacyRequest(
    Guid RequestId, Guid MemberId, string? Name, PrivacyRequestKind Kind, PrivacyRequestState State, Processing? Processing, string? Wish, bool ByDesk, string? IdentityNote,
    DateTimeOffset MadeAt, DateOnly DueOn, DateTimeOffset? AnsweredAt, string? Answer, DateOnly? KeptUntil, DateTimeOffset? ExpiresAt, int Version)
{
    internal const string Select =
        """
        select request.id as request_id, request.person_id as member_id, person.given_name || ' ' || person.family_name as name, request.kind, request.state, request.processing, request.wish, request.by_desk,
            request.identity_note, request.made_at, request.due_on, request.answered_at, request.answer, request.kept_until, request.expires_at, request.version
        from privacy_requests request left join people person on person.id = request.person_id
        """;

    internal static Task<PrivacyRequest?> FindAsync(UnitOfWork work, Guid id, CancellationToken cancel) =>
        work.FindAsync<PrivacyRequest>($"{Select} where request.id = @id for update of request", new { id }, cancel);

    /// <summary>Records a request. A copy needs nobody's decision: the services are asked at once.</summary>
    internal static async Task<(PrivacyRequest? Request, Failure? Failure)> MakeAsync(
        UnitOfWork work, Guid person, PrivacyRequestKind kind, Processing? processing, string? wish, bool byDesk, string? identityNote, CancellationToken cancel)
    {
        if ((processing is not null) != (kind == PrivacyRequestKind.Objection))
            return (null, PrivacyFailures.WhatProcessing);
        if (kind == PrivacyRequestKind.Correction && string.IsNullOrWhiteSpace(wish))
            return (null, PrivacyFailures.NoWish);
        var id = Guid.CreateVersion7();
        var made = await work.ExecuteAsync(
            """
            insert into privacy_requests (id, person_id, kind, state, processing, wish, by_desk, identity_note, made_at, due_on)
            values (@id, @person, @kind, @state, @what, @wish, @byDesk, @identityNote, @Now, @due) on conflict do nothing
            """,
            new
            {
                id, person, kind = kind.ToText(), state = (kind == PrivacyRequestKind.Access ? PrivacyRequestState.Working : PrivacyRequestState.Open).ToText(), what = processing?.ToText(),
                wish = Trimmed(wish), byDesk, identityNote = Trimmed(identityNote), work.Now, due = SwedishTime.DateOf(work.Now).AddMonths(1),
            }, cancel);
        if (made == 0)
            return (null, PrivacyFailures.Waiting);
        if (kind == PrivacyRequestKind.Access)
            work.Publish(new PersonDataWanted(id, person));
        work.Record($"privacy.{kind.ToText()}_asked", person, content: new { id, byDesk });
        return (await FindAsync(work, id, cancel), null);
    }

    /// <summary>Closes the request with its answer.</summary>
    internal static Task CloseAsync(UnitOfWork work, Guid id, PrivacyRequestState state, string? answer, CancellationToken cancel) => work.ExecuteAsync(
        "update privacy_requests set state = @state, answer = coalesce(@answer, answer), answered_at = @Now, answered_by = coalesce(answered_by, @MemberId), version = version + 1 where id = @id",
        new { id, state = state.ToText(), answer, work.Now, work.Caller.MemberId }, cancel);

    /// <summary>Tells the person by mail that there is something to see, where there is an address.</summary>
    internal static async Task TellAsync(UnitOfWork work, Guid person, PrivacyLetterKind kind, DateOnly? keptUntil, CancellationToken cancel)
    {
        if (await work.FindAsync<Addressee>("select email, language from people where id = @person and email is not null and not mail_stopped", new { person }, cancel) is { } to)
            work.Publish(new PrivacyLetterRequested(kind, to.Email, to.Language, keptUntil));
    }

    /// <summary>Every service, and when its part came.</summary>
    internal static async Task<IReadOnlyList<ServicePart>> PartsAsync(UnitOfWork work, Guid id, IConfiguration configuration, CancellationToken cancel)
    {
        var came = (await work.ListAsync<(string Service, DateTimeOffset At)>("select service, at from privacy_answers where request_id = @id", new { id }, cancel)).ToDictionary(one => one.Service, one => one.At, StringComparer.Ordinal);
        return [.. PlatformServices.Of(configuration["Messaging:Services"]).Select(service => new ServicePart(service, came.TryGetValue(service, out var at) ? at : null))];
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private sealed record Addressee(string Email, string Language);
}
