using VpVarmland.Gateway.Devices;
using VpVarmland.Gateway.Protection;
using VpVarmland.ServiceDefaults.Database;

namespace VpVarmland.Gateway.Sessions;

/// <summary>Opens, strengthens and ends sessions within the request's unit of work, and answers with how things then stand.</summary>
internal sealed class SessionWork(UnitOfWork work, SessionCookie cookie, DeviceCookie devices, SessionCache cache, TimeProvider clock, IHostEnvironment environment)
{
    /// <summary>Some of an account's sessions: one by its id, all but this browser's, or all.</summary>
    internal sealed record Which(Guid? Id, bool KeepsCurrent)
    {
        internal static Which All { get; } = new(null, KeepsCurrent: false);

        internal static Which Others { get; } = new(null, KeepsCurrent: true);

        internal static Which One(Guid id) => new(id, KeepsCurrent: false);
    }

    /// <summary>Signs the account in on this browser; an earlier session of the browser ends.</summary>
    /// <param name="method">How the person proved who they are: <c>link</c>, <c>passkey</c>, <c>external</c> or <c>demo</c>.</param>
    internal async Task<SessionAnswer> OpenAsync(HttpContext http, Guid accountId, string method, bool hasSecondFactor, CancellationToken cancel)
    {
        await EndCurrentAsync(http, cancel);
        var secret = Secret.New();
        var now = TimeProvider.System.GetUtcNow();
        var device = DeviceKind.Of(http.Request.Headers.UserAgent);
        await work.ExecuteAsync(
            """
            insert into sessions (token_hash, account_id, method, created_at, seen_at, expires_at, second_factor_at, browser, system)
            values (@Hash, @accountId, @method, @now, @now, @Expires, @Factor, @Browser, @System)
            """,
            new { Hash = Secret.Hash(secret), accountId, method, now, Expires = now + SessionRules.Longest, Factor = hasSecondFactor ? now : (DateTimeOffset?)null, device.Browser, device.System },
            cancel);
        await work.ExecuteAsync("update accounts set last_signed_in_at = @Now where id = @accountId", new { work.Now, accountId }, cancel);
        work.Record("sign_in.completed", accountId, content: new { method, device.Browser, device.System });
        cookie.Write(http, secret);
        devices.Note(http, accountId, hasSecondFactor);
        return await AnswerAsync(secret, cancel);
    }

    /// <summary>Notes that this session has given the second factor.</summary>
    internal Task<SessionAnswer> StrengthenAsync(HttpContext http, CancellationToken cancel)
    {
        devices.Note(http, CurrentSession.Require(http).Known.Session.AccountId, hasSecondFactor: true);
        return NoteFactorAsync(http, TimeProvider.System.GetUtcNow(), cancel);
    }

    /// <summary>Forgets that this session had given a second factor: what it was given with is gone.</summary>
    internal Task<SessionAnswer> WeakenAsync(HttpContext http, CancellationToken cancel) => NoteFactorAsync(http, null, cancel);

    /// <summary>Lets the next call see a change to the account that leaves this session as strong as it was.</summary>
    internal void Refresh(HttpContext http) => ForgetOnAnswer(http, Secret.Hash(CurrentSession.Require(http).Secret)!);

    /// <summary>Ends every other session of the account: when asked to, and after a change to what proves who the person is.</summary>
    internal Task EndOthersAsync(HttpContext http, Guid accountId, CancellationToken cancel) => EndAsync(http, accountId, Which.Others, reason: null, cancel);

    /// <summary>Ends those of the account's sessions, and notes it once where there were any.</summary>
    /// <param name="reason">Why, where it is somebody else who ends them.</param>
    /// <returns>How many there were.</returns>
    internal async Task<int> EndAsync(HttpContext http, Guid accountId, Which which, string? reason, CancellationToken cancel)
    {
        var current = CurrentSession.Of(http) is { } session ? Secret.Hash(session.Secret) : null;
        var ended = await work.ListAsync<byte[]>(
            """
            delete from sessions where account_id = @accountId and (@Id::uuid is null or id = @Id) and (not @KeepsCurrent or token_hash <> @current)
            returning token_hash
            """, new { accountId, which.Id, which.KeepsCurrent, current }, cancel);
        if (ended.Count > 0)
            work.Record("session.ended", accountId, reason, new { ended.Count });
        foreach (var hash in ended)
            ForgetOnAnswer(http, hash);
        return ended.Count;
    }

    /// <summary>Ends this browser's session, if it has one.</summary>
    internal async Task EndCurrentAsync(HttpContext http, CancellationToken cancel)
    {
        if (CurrentSession.Of(http) is not { } current)
            return;
        var hash = Secret.Hash(current.Secret)!;
        await work.ExecuteAsync("delete from sessions where token_hash = @hash", new { hash }, cancel);
        work.Record("sign_in.ended", current.Known.Session.AccountId);
        ForgetOnAnswer(http, hash);
    }

    private async Task<SessionAnswer> NoteFactorAsync(HttpContext http, DateTimeOffset? at, CancellationToken cancel)
    {
        var secret = CurrentSession.Require(http).Secret;
        var hash = Secret.Hash(secret)!;
        await work.ExecuteAsync("update sessions set second_factor_at = @at where token_hash = @hash", new { at, hash }, cancel);
        ForgetOnAnswer(http, hash);
        return await AnswerAsync(secret, cancel);
    }

    private async Task<SessionAnswer> AnswerAsync(string secret, CancellationToken cancel)
    {
        var session = await SessionReader.ReadAsync(await work.OpenAsync(cancel), Secret.Hash(secret)!, clock, cancel);
        return SessionAnswer.Of(session, secret, environment);
    }

    // The answer starts after the commit: whoever reads the session anew then reads the change.
    private void ForgetOnAnswer(HttpContext http, byte[] hash) => http.Response.OnStarting(() =>
    {
        cache.Forget(hash);
        return Task.CompletedTask;
    });
}
