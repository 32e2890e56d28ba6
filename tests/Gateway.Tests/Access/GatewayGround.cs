using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Partners;
using VpVarmland.Gateway.Protection;

namespace VpVarmland.Tests.Access;

/// <summary>A gateway with people of every kind, and the things that requests to it are about.</summary>
internal sealed class GatewayGround(GatewayHost gateway)
{
    /// <summary>Members who are told of at once: waiting for each would take the tests' time.</summary>
    private const int Told = 20;

    /// <summary>So fast that no limit is what answers: limits have tests of their own.</summary>
    private static readonly (string, string)[] WithoutLimits =
    [
        .. new[] { "Anonymous", "Person", "Client", "SignIn" }.SelectMany(name => new[] { ($"Limits:{name}:Burst", "1000000"), ($"Limits:{name}:PerSecond", "100000") }),
        ("Limits:TokensPerMinute", "1000000"),
    ];

    /// <summary>Members whom nobody has been yet, by their rights.</summary>
    private readonly Dictionary<string, Queue<(Guid MemberId, string Email)>> waiting = new(StringComparer.Ordinal);
    private Guest administrator = null!;

    internal static readonly Guid Here = Guid.CreateVersion7(), Elsewhere = Guid.CreateVersion7();

    internal static readonly Grant[] Everything = [.. Permission.All.Keys.Select(name => new Grant(name, null))];

    internal GatewayHost Gateway => gateway;

    /// <summary>A client that has a token.</summary>
    internal (string Id, string Secret) Client { get; private set; }

    /// <summary>Another system's own business, with a token for it.</summary>
    internal Browser Partner { get; private set; } = null!;

    /// <summary>Somebody who could do everything, until the session ended.</summary>
    internal Browser Expired { get; private set; } = null!;

    /// <summary>A token as ours are, but signed by somebody else.</summary>
    internal Browser OtherIssuer { get; private set; } = null!;

    internal static async Task<GatewayGround> StartAsync(Servers servers)
    {
        var ground = new GatewayGround(await GatewayHost.StartAsync(servers, settings: WithoutLimits));
        ground.administrator = await ground.GuestAsync([new Grant(Permission.Administer.Name, null)]);
        ground.Client = await ground.NewClientAsync();
        ground.Partner = await ground.PartnerAsync();
        ground.Expired = await ground.ExpiredAsync();
        ground.OtherIssuer = ground.WithBearer(ground.ForgedToken());
        return ground;
    }

    /// <summary>Somebody new with those rights.</summary>
    internal async Task<Guest> GuestAsync(Grant[] grants)
    {
        var (browser, accountId, memberId, email) = await SignedInByLinkAsync(grants);
        var guest = new Guest(accountId, memberId, email, browser, new SoftwareAuthenticator(gateway.Address));
        await browser.PostAsync("/auth/passkeys", new { name = "Telefon", credential = await guest.NewPasskeyAsync(guest.Device) }, HttpStatusCode.Created);
        return guest;
    }

    /// <summary>Somebody who holds the mailbox, and has given no second factor.</summary>
    internal async Task<Browser> HalfSignedInAsync(Grant[] grants) => (await SignedInByLinkAsync(grants)).Browser;

    /// <summary>A second browser of the same person's.</summary>
    internal async Task<Browser> SignInAgainAsync(Guest guest)
    {
        var browser = gateway.NewBrowser();
        await browser.PostAsync("/auth/sign-in/complete", new { token = await LinkAsync(guest.Email) }, HttpStatusCode.OK);
        return browser;
    }

    /// <summary>The token of a link that somebody at that address has in their mailbox.</summary>
    internal async Task<string> LinkAsync(string email)
    {
        var token = Secret.New();
        await gateway.ExecuteAsync(
            "insert into sign_in_links (token_hash, email, created_at, expires_at) values (@Hash, @email, now(), now() + interval '15 minutes')", new { Hash = Secret.Hash(token), email });
        return token;
    }

    internal async Task<(string Id, string Secret)> NewClientAsync()
    {
        var id = "partner-" + Guid.NewGuid().ToString("N")[..12];
        var made = await administrator.Browser.PostAsync("/auth/clients", new { id, name = "Partner", scopes = new[] { "statistics" } }, HttpStatusCode.Created);
        return (id, made.GetProperty("secret").GetString()!);
    }

    /// <summary>A client with two secrets, and the older one's id.</summary>
    internal async Task<(string Id, Guid SecretId)> ClientWithTwoSecretsAsync()
    {
        var (id, _) = await NewClientAsync();
        await administrator.Browser.PostAsync($"/auth/clients/{id}/secrets", new { daysForOld = 14 }, HttpStatusCode.OK);
        return (id, await gateway.QueryAsync<Guid>("select id from partner_secrets where client_id = @id and ends_at is not null", new { id }));
    }

    internal async Task<string> ClosedClientAsync()
    {
        var (id, _) = await NewClientAsync();
        await administrator.Browser.PostAsync($"/auth/clients/{id}/close", null, HttpStatusCode.NoContent);
        return id;
    }

    /// <summary>Somebody whose sign-in administrators may have to do with.</summary>
    internal Task<Guest> SubjectAsync() => GuestAsync([]);

    /// <summary>The reset of somebody's second factor, asked for by an administrator who is nobody of the callers.</summary>
    internal async Task<Guid> ResetAsync() => (await administrator.Browser.PostAsync(
        $"/auth/accounts/{(await SubjectAsync()).AccountId}/factor-resets", new { reason = "Ringde, legitimerade sig" }, HttpStatusCode.Created)).GetProperty("id").GetGuid();

    /// <summary>Lets time pass for the keys, so that a new one does not wait for the one before it.</summary>
    internal Task LetKeysAgeAsync() => gateway.ExecuteAsync("update signing_keys set created_at = created_at - interval '11 minutes'");

    /// <summary>A key that is announced, and signs nothing yet.</summary>
    internal async Task<string> NewKeyAsync()
    {
        await LetKeysAgeAsync();
        await administrator.Browser.PostAsync("/auth/keys", null, HttpStatusCode.NoContent);
        return await gateway.QueryAsync<string>("select id from signing_keys order by created_at desc limit 1");
    }

    internal Task LinkExternallyAsync(Guest guest) => gateway.ExecuteAsync(
        "insert into external_logins (issuer, subject, account_id, linked_at) values ('https://provider.test.example', @subject, @AccountId, now())", new { subject = Guid.NewGuid().ToString(), guest.AccountId });

    private async Task<(Browser Browser, Guid AccountId, Guid MemberId, string Email)> SignedInByLinkAsync(Grant[] grants)
    {
        var (memberId, email) = await MemberAsync(grants);
        var browser = gateway.NewBrowser();
        var session = await browser.PostAsync("/auth/sign-in/complete", new { token = await LinkAsync(email) }, HttpStatusCode.OK);
        return (browser, session.GetProperty("accountId").GetGuid(), memberId, email);
    }

    private async Task<(Guid MemberId, string Email)> MemberAsync(Grant[] grants)
    {
        var rights = string.Join(' ', grants.AsEnumerable());
        if (waiting.TryGetValue(rights, out var members) && members.TryDequeue(out var member))
            return member;
        members = waiting[rights] = new Queue<(Guid, string)>(Enumerable.Range(0, Told).Select(_ => (Guid.CreateVersion7(), People.NewEmail())));
        await Task.WhenAll(members.Select(one => gateway.TellAsync(People.Joined(one.MemberId, one.Email))));
        if (grants.Length > 0)
            await Task.WhenAll(members.Select(one => gateway.TellAsync(gateway.Holds(one.MemberId, null, grants))));
        return members.Dequeue();
    }

    private async Task<Browser> PartnerAsync()
    {
        using var answer = await gateway.NewBrowser().Client.PostAsync("/connect/token",
            new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", Client.Id), new("client_secret", Client.Secret)]));
        var token = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(await answer.Content.ReadAsStringAsync());
        return WithBearer(token.GetProperty("access_token").GetString()!);
    }

    private async Task<Browser> ExpiredAsync()
    {
        var guest = await GuestAsync(Everything);
        await gateway.ExecuteAsync("update sessions set expires_at = now() - interval '1 minute' where account_id = @AccountId", new { guest.AccountId });
        await Eventually.SeeAsync(guest.Browser.SessionAsync, session => !session.GetProperty("signedIn").GetBoolean());
        return guest.Browser;
    }

    private Browser WithBearer(string token)
    {
        var browser = gateway.NewBrowser();
        browser.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return browser;
    }

    private string ForgedToken()
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = TokenClaims.Issuer,
            Audience = IssueClientToken.Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(15),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [TokenClaims.Subject] = Client.Id,
                [TokenClaims.Client] = Client.Id,
                [IssueClientToken.ScopeClaim] = "statistics",
                [TokenClaims.Permissions] = Permission.All.Keys.Select(name => $"{name}@district").ToArray(),
            },
            SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "somebody-elses" }, SecurityAlgorithms.EcdsaSha256),
        });
    }
}
