using System.Buffers.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Accounts;
using VpVarmland.Gateway.Notices;
using VpVarmland.Gateway.SecondFactor;
using VpVarmland.Gateway.Sessions;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Gateway.Passkeys;

/// <summary>The person's own passkeys: what there is, and removing one that is lost.</summary>
internal static class OwnPasskeys
{
    internal sealed record Item(string Id, string Name, DateTimeOffset CreatedAt);

    internal static void Map(IEndpointRouteBuilder auth)
    {
        auth.MapGet("/passkeys", ListAsync).RequireSignIn().WithSummary("My passkeys");
        auth.MapDelete("/passkeys/{id}", RemoveAsync).RequireSignIn().WithSummary("Remove a passkey");
    }

    private static async Task<Ok<List<Item>>> ListAsync(HttpContext http, AccountAccess accounts, CancellationToken cancel)
    {
        var users = await accounts.UsersAsync(cancel);
        var account = await accounts.GetAsync(CurrentSession.Require(http).Known.Session.AccountId, cancel);
        var passkeys = await users.GetPasskeysAsync(account);
        return TypedResults.Ok(passkeys
            .OrderBy(passkey => passkey.CreatedAt)
            .Select(passkey => new Item(Base64Url.EncodeToString(passkey.CredentialId), passkey.Name ?? "", passkey.CreatedAt))
            .ToList());
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        string id, HttpContext http, AccountAccess accounts, SessionWork sessions, UnitOfWork work, CancellationToken cancel)
    {
        var session = CurrentSession.Require(http).Known.Session;
        if (SecondFactorFailures.ForChange(session) is { } failure)
            return failure.ToProblem(http);
        var users = await accounts.UsersAsync(cancel);
        var account = await accounts.GetAsync(session.AccountId, cancel);
        if (!Base64Url.IsValid(id) || await users.GetPasskeyAsync(account, Base64Url.DecodeFromChars(id)) is not { } passkey)
            return PasskeyFailures.Missing.ToProblem(http);
        await users.RemovePasskeyAsync(account, passkey.CredentialId);
        work.Record("passkey.removed", account.Id);
        await Notice.SendAsync(work, account.Id, SecurityNotice.SecondFactorChanged, cancel);
        await sessions.EndOthersAsync(http, account.Id, cancel);
        if (session is { HasTotp: false, Passkeys: 1 })
            await sessions.WeakenAsync(http, cancel);
        else
            sessions.Refresh(http);
        return TypedResults.NoContent();
    }
}
