using System.Net;
using System.Net.Http.Json;

namespace VpVarmland.Tests.Access;

/// <summary>A request to each of the gateway's own operations, about things of one person's.</summary>
internal static class GatewayAttempts
{
    /// <param name="owner">Whose session, passkey or code it is about.</param>
    /// <param name="sender">The browser that sends it: the owner's, or a stranger's.</param>
    internal static IReadOnlyList<Attempt> Of(GatewayGround ground, Guest owner, Browser sender) =>
        [.. Open(ground, owner, sender), .. Own(ground, owner), .. Administration(ground), .. Partners(ground), .. OpsAttempts.Of(ground.Gateway, "gateway"), .. Platform()];

    private static IEnumerable<Attempt> Open(GatewayGround ground, Guest owner, Browser sender) =>
    [
        new("PublishKeys", Get("/.well-known/jwks.json")),
        new("IssueClientToken", () => new HttpRequestMessage(HttpMethod.Post, "/connect/token")
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", ground.Client.Id), new("client_secret", ground.Client.Secret), new("scope", "statistics")]),
        }),
        new("ReadSession", Get("/auth/session")),
        new("SignOut", Post("/auth/sign-out")),
        // An address that nobody has: asking for it is answered as for every other, and nothing is mailed while tables are looked at.
        new("RequestLink", () => Post("/auth/sign-in", new { email = People.NewEmail(), language = "sv" })()),
        new("CompleteSignIn", async () => Post("/auth/sign-in/complete", new { token = await ground.LinkAsync(owner.Email), memberId = owner.MemberId })),
        new("BeginExternalReadAsync", Get("/auth/external")),
        new("PasskeySignInOptionsAsync", Post("/auth/passkeys/request-options")),
        new("PasskeySignIn", async () =>
        {
            var options = await sender.PostAsync("/auth/passkeys/request-options", null, HttpStatusCode.OK);
            return Post("/auth/passkeys/sign-in", new { credential = owner.Device.Get(options) });
        }),
    ];

    private static IEnumerable<Attempt> Own(GatewayGround ground, Guest owner) =>
    [
        new("BeginTotp", Post("/auth/totp/begin")),
        new("ConfirmTotp", async () => Post("/auth/totp/confirm", new { code = await owner.CodeOfNewAppAsync() })),
        new("VerifyTotp", async () => Post("/auth/totp/verify", new { code = await owner.CodeOfAppAsync(), recoveryCode = (string?)null })),
        new("RemoveTotp", async () => Post("/auth/totp/remove", new { code = await owner.CodeOfAppAsync() })),
        new("RecoveryCodesReadAsync", Get("/auth/recovery-codes")),
        new("RecoveryCodesRenewAsync", async () =>
        {
            await owner.Browser.SetUpTotpAsync();
            return Post("/auth/recovery-codes");
        }),
        new("AddPasskeyOptionsAsync", Post("/auth/passkeys/creation-options")),
        new("AddPasskey", async () => Post("/auth/passkeys", new { name = "Dator", credential = await owner.NewPasskeyAsync(new SoftwareAuthenticator(ground.Gateway.Address)) })),
        new("OwnPasskeysListAsync", Get("/auth/passkeys")),
        new("OwnPasskeysRemoveAsync", async () => Delete($"/auth/passkeys/{await owner.FirstPasskeyAsync()}")),
        new("OwnSessionsListAsync", Get("/auth/sessions")),
        new("OwnSessionsEndAsync", async () =>
        {
            await ground.SignInAgainAsync(owner);
            return Delete($"/auth/sessions/{await owner.OtherSessionAsync()}");
        }),
        new("OwnSessionsEndOthersAsync", async () =>
        {
            await ground.SignInAgainAsync(owner);
            return Post("/auth/sessions/end-others");
        }),
        new("OwnSessionsEndAllAsync", Post("/auth/sessions/end-all")),
        new("BeginExternalUnlinkAsync", async () =>
        {
            await ground.LinkExternallyAsync(owner);
            return Delete("/auth/external/link");
        }),
        new("OwnEvents", Get("/auth/events?size=5")),
    ];

    private static IEnumerable<Attempt> Administration(GatewayGround ground) =>
    [
        new("FindAccountsFindAsync", Get("/auth/accounts?search=person-")),
        new("FindAccountsReadAsync", async () => Get($"/auth/accounts/{(await ground.SubjectAsync()).AccountId}")),
        new("SignOutPerson", async () => Post($"/auth/accounts/{(await ground.SubjectAsync()).AccountId}/sign-out", new { reason = "Telefonen är stulen." })),
        new("RequestReset", async () => Post($"/auth/accounts/{(await ground.SubjectAsync()).AccountId}/factor-resets", new { reason = "Ringde, legitimerade sig" })),
        new("DecideResetApproveAsync", async () => Post($"/auth/factor-resets/{await ground.ResetAsync()}/approve")),
        new("DecideResetDeclineAsync", async () => Post($"/auth/factor-resets/{await ground.ResetAsync()}/decline")),
        new("ListResets", Get("/auth/factor-resets?open=true")),
        new("ReadLog", Get("/auth/security-log?area=signIn")),
        new("AdministerKeysListAsync", Get("/auth/keys")),
        new("AdministerKeysRotateAsync", async () =>
        {
            await ground.LetKeysAgeAsync();
            return Post("/auth/keys");
        }),
        new("AdministerKeysWithdrawAsync", async () => Delete($"/auth/keys/{await ground.NewKeyAsync()}")),
    ];

    private static IEnumerable<Attempt> Partners(GatewayGround ground) =>
    [
        new("EditClientsListAsync", Get("/auth/clients")),
        new("EditClientsCreateAsync", () => Post("/auth/clients", new
        {
            id = "partner-" + Guid.NewGuid().ToString("N")[..12], name = "Partner", contact = "it@partner.example", scopes = new[] { "statistics" }, callsPerMinute = 60,
        })()),
        new("EditClientsChangeAsync", async () => Put($"/auth/clients/{(await ground.NewClientAsync()).Id}", new { name = "Ny partner", contact = "it@partner.example", scopes = new[] { "plan" }, callsPerMinute = 30 })),
        new("EditClientsCloseAsync", async () => Post($"/auth/clients/{(await ground.NewClientAsync()).Id}/close")),
        new("EditClientsOpenAsync", async () => Post($"/auth/clients/{await ground.ClosedClientAsync()}/open")),
        new("ClientSecrets", async () => Post($"/auth/clients/{(await ground.NewClientAsync()).Id}/secrets", new { daysForOld = 14 })),
        new("ClientSecretsRevokeAsync", async () => await ground.ClientWithTwoSecretsAsync() is var (id, secret) ? Delete($"/auth/clients/{id}/secrets/{secret}") : null!),
    ];

    private static IEnumerable<Attempt> Platform() =>
    [
        new("ReadPlatform", Get("/api/gateway/platform")),
        new("ReadHistory", Get("/api/gateway/platform/history?span=day")),
    ];

    private static Func<HttpRequestMessage> Get(string path) => () => new HttpRequestMessage(HttpMethod.Get, path);

    private static Func<HttpRequestMessage> Delete(string path) => () => new HttpRequestMessage(HttpMethod.Delete, path);

    private static Func<HttpRequestMessage> Post(string path) => () => new HttpRequestMessage(HttpMethod.Post, path);

    private static Func<HttpRequestMessage> Post(string path, object body) => () => new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };

    private static Func<HttpRequestMessage> Put(string path, object body) => () => new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
}
