using VpVarmland.Gateway.Devices;
using VpVarmland.Gateway.Protection;
using VpVarmland.ServiceDefaults.Database;

namespace VpVarmland.Gateway.Sessions;

/// <summary>Opens, strengthens and ends sessions within the request's unit of work, and answers with how things then stand.</summary>
internal sealed class SessionWork(UnitOfWork work, SessionCookie cookie, DeviceCookie devices, SessionCache cache, TimeProvider clock, IHostEnvironment environment)
{
    /// <summary>Signs the account in on this browser; an earlier session of the browser ends.</summary>
    /// <param name="method">How the person proved who they are: <c>link</c>, <c>passkey</c> or <c>demo</c>.</param>
    internal async Task<SessionAnswer> OpenAsync(HttpContext http, Guid accountId, string method, bool hasSecondFactor, CancellationToken cancel)
    {
        await EndCurrentAsync(http, cancel);
        var secret = Secret.New();
        var now = TimeProvider.System.GetUtcNow();
        await work.ExecuteAsync(
            """
            insert into sessions (token_hash, account_id, method, created_at, seen_at, expires_at, second_factor_at)
            values (@Hash, @accountId, @method, @now, @now, @Expires, @Factor)
            """,
            new { Hash = Secret.Hash(secret), accountId, method, now, Expires = now + SessionRules.Longest, Factor = hasSecondFactor ? now : (DateTimeOffset?)null },
            cancel);
        await work.ExecuteAsync("update accounts set last_signed_in_at = @Now where id = @accountId", new { work.Now, accountId }, cancel);
        work.Record("sign_in.completed", accountId, content: new { method });
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
    internal void Refresh(HttpContext http) => ForgetOnAnswer(http, CurrentSession.Require(http).Secret);

    /// <summary>Ends every other session of the account: after a change to what proves who the person is.</summary>
    internal Task EndOthersAsync(HttpContext http, Guid accountId, CancellationToken cancel) => work.ExecuteAsync(
        "delete from sessions where account_id = @accountId and token_hash <> @Hash",
        new { accountId, Hash = Secret.Hash(CurrentSession.Require(http).Secret) }, cancel);

    /// <summary>Ends this browser's session, if it has one.</summary>
    internal async Task EndCurrentAsync(HttpContext http, CancellationToken cancel)
    {
        if (CurrentSession.Of(http) is not { } current)
            return;
        await work.ExecuteAsync("delete from sessions where token_hash = @Hash", new { Hash = Secret.Hash(current.Secret) }, cancel);
        work.Record("sign_in.ended", current.Known.Session.AccountId);
        ForgetOnAnswer(http, current.Secret);
    }

    private async Task<SessionAnswer> NoteFactorAsync(HttpContext http, DateTimeOffset? at, CancellationToken cancel)
    {
        var secret = CurrentSession.Require(http).Secret;
        await work.ExecuteAsync("update sessions set second_factor_at = @at where token_hash = @Hash", new { at, Hash = Secret.Hash(secret) }, cancel);
        ForgetOnAnswer(http, secret);
        return await AnswerAsync(secret, cancel);
    }

    private async Task<SessionAnswer> AnswerAsync(string secret, CancellationToken cancel)
    {
        var session = await SessionReader.ReadAsync(await work.OpenAsync(cancel), Secret.Hash(secret)!, clock, cancel);
        return SessionAnswer.Of(session, secret, environment);
    }

    // The answer starts after the commit: whoever reads the session anew then reads the change.
    private void ForgetOnAnswer(HttpContext http, string secret) => http.Response.OnStarting(() =>
    {
        cache.Forget(secret);
        return Task.CompletedTask;
    });
}
