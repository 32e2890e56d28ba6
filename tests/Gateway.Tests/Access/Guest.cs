using System.Net;
using System.Text.Json;

namespace VpVarmland.Tests.Access;

/// <summary>Somebody with a passkey, signed in with it: they have given both factors, and could still set up an authenticator app.</summary>
internal sealed record Guest(Guid AccountId, Guid MemberId, string Email, Browser Browser, SoftwareAuthenticator Device)
{
    internal Task<string> FirstPasskeyAsync() => FirstAsync("/auth/passkeys", _ => true);

    /// <summary>The id of a session that is not the one asking.</summary>
    internal Task<string> OtherSessionAsync() => FirstAsync("/auth/sessions", session => !session.GetProperty("isCurrent").GetBoolean());

    /// <summary>A code that the authenticator app shows, which the person has begun to set up.</summary>
    internal async Task<string> CodeOfNewAppAsync() =>
        await Totp.NextAsync((await Browser.PostAsync("/auth/totp/begin", null, HttpStatusCode.OK)).GetProperty("secret").GetString()!);

    /// <summary>A code that the authenticator app shows, which the person has set up.</summary>
    internal async Task<string> CodeOfAppAsync() => await Totp.NextAsync((await Browser.SetUpTotpAsync()).Secret);

    /// <summary>What a new device answers to the challenge for a passkey.</summary>
    internal async Task<object> NewPasskeyAsync(SoftwareAuthenticator device) =>
        device.Create(await Browser.PostAsync("/auth/passkeys/creation-options", null, HttpStatusCode.OK));

    private async Task<string> FirstAsync(string list, Func<JsonElement, bool> fits) =>
        (await Browser.GetAsync(list)).EnumerateArray().First(fits).GetProperty("id").GetString()!;
}
