using System.Buffers.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Accounts;
using VpVarmland.Gateway.Notices;
using VpVarmland.Gateway.SecondFactor;
using VpVarmland.Gateway.Sessions;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;
using VpVarmland.ServiceDefaults.Validation;

namespace VpVarmland.Gateway.Passkeys;

/// <summary>Adds a passkey to the account: first a challenge, then the authenticator's answer with a name the person knows it by.</summary>
internal static class AddPasskey
{
    private const string Purpose = "add";
    private const int Most = 10;

    /// <param name="Credential">What <c>navigator.credentials.create()</c> gave, as JSON.</param>
    internal sealed record Request([property: NotEmpty, AtMost(60)] string Name, [property: NotEmpty] JsonObject Credential);

    internal sealed record Response(string Id, string Name, DateTimeOffset CreatedAt);

    internal static void Map(IEndpointRouteBuilder auth)
    {
        auth.MapPost("/passkeys/creation-options", OptionsAsync).RequireSignIn()
            .Produces<JsonObject>().WithSummary("The challenge for a new passkey (WebAuthn JSON)");
        auth.MapPost("/passkeys", Handle).RequireSignIn().WithSummary("Add a passkey");
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> OptionsAsync(
        HttpContext http, AccountAccess accounts, IPasskeyHandler<Account> passkeys, Ceremony ceremony, CancellationToken cancel)
    {
        var session = CurrentSession.Require(http).Known.Session;
        if (SecondFactorFailures.ForChange(session) is { } failure)
            return failure.ToProblem(http);
        if (session.Passkeys >= Most)
            return PasskeyFailures.TooMany.ToProblem(http);
        var account = await accounts.GetAsync(session.AccountId, cancel);
        var entity = new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Email ?? "", DisplayName = account.Email ?? "" };
        var options = await passkeys.MakeCreationOptionsAsync(entity, http);
        ceremony.Begin(http, Purpose, options.AttestationState);
        return TypedResults.Content(options.CreationOptionsJson, "application/json");
    }

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        Request request, HttpContext http, AccountAccess accounts, IPasskeyHandler<Account> passkeys, Ceremony ceremony,
        SessionWork sessions, UnitOfWork work, CancellationToken cancel)
    {
        var session = CurrentSession.Require(http).Known.Session;
        if (SecondFactorFailures.ForChange(session) is { } failure)
            return failure.ToProblem(http);
        if (ceremony.End(http, Purpose) is not { } state)
            return PasskeyFailures.Invalid.ToProblem(http);
        var users = await accounts.UsersAsync(cancel);
        var account = await accounts.GetAsync(session.AccountId, cancel);
        var result = await passkeys.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = http,
            CredentialJson = request.Credential.ToJsonString(),
            AttestationState = state,
        });
        if (!result.Succeeded || result.UserEntity.Id != account.Id.ToString())
            return PasskeyFailures.Refuse(http, result.Failure);
        result.Passkey.Name = request.Name.Trim();
        await users.AddOrUpdatePasskeyAsync(account, result.Passkey);
        work.Record("passkey.added", account.Id);
        await Notice.SendAsync(work, account.Id, SecurityNotice.SecondFactorChanged, cancel);
        await sessions.EndOthersAsync(http, account.Id, cancel);
        await sessions.StrengthenAsync(http, cancel);
        var id = Base64Url.EncodeToString(result.Passkey.CredentialId);
        return TypedResults.Created("/auth/passkeys/" + id, new Response(id, result.Passkey.Name, result.Passkey.CreatedAt));
    }
}
