using System.Net;
using System.Text.Json;
using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <param name="TotpSecret">Where the person's rights ask for a second factor.</param>
internal sealed record Somebody(Guid AccountId, Guid MemberId, string Email, Browser Browser, string? TotpSecret);

/// <summary>Members as the gateway learns of them, and how they sign in.</summary>
internal static class People
{
    internal static string NewEmail() => $"person-{Guid.NewGuid():N}@example.org";

    internal static MemberJoined Joined(Guid memberId, string email, int version = 1) =>
        new(memberId, "Kim", "Exempel", email, Guid.CreateVersion7(), "Karlstad", "sv") { Version = version, OccurredAt = TimeProvider.System.GetUtcNow() };

    internal static MemberChanged Changed(Guid memberId, string email, MembershipState state, int version) =>
        new(memberId, "Kim", "Exempel", email, Guid.CreateVersion7(), state, "sv") { Version = version, OccurredAt = TimeProvider.System.GetUtcNow() };

    /// <summary>An assignment with those rights from a week ago on.</summary>
    internal static AssignmentStarted Holds(this GatewayHost gateway, Guid memberId, DateOnly? until, params Grant[] grants) =>
        new(Guid.CreateVersion7(), memberId, "chair", grants.FirstOrDefault()?.AssociationId, gateway.Today.AddDays(-7), until, grants) { Version = 1 };

    internal static async Task<(Guid MemberId, string Email)> JoinAsync(this GatewayHost gateway, string? email = null)
    {
        var member = (MemberId: Guid.CreateVersion7(), Email: email ?? NewEmail());
        await gateway.TellAsync(Joined(member.MemberId, member.Email));
        return member;
    }

    /// <summary>Asks for a link and takes it from the event that Communications would mail.</summary>
    internal static async Task<string> AskForLinkAsync(this Browser browser, GatewayHost gateway, string email)
    {
        using var links = await MailListener<SignInLinkRequested>.StartAsync(gateway, email);
        await browser.PostAsync("/auth/sign-in", new { email }, HttpStatusCode.Accepted);
        return (await links.NextAsync()).Token;
    }

    /// <summary>Sets up an authenticator app for whoever is signed in.</summary>
    internal static async Task<(string Secret, string[] RecoveryCodes)> SetUpTotpAsync(this Browser browser)
    {
        var secret = (await browser.PostAsync("/auth/totp/begin", null, HttpStatusCode.OK)).GetProperty("secret").GetString()!;
        var confirmed = await browser.PostAsync("/auth/totp/confirm", new { code = await Totp.NextAsync(secret) }, HttpStatusCode.OK);
        return (secret, [.. confirmed.GetProperty("recoveryCodes").EnumerateArray().Select(code => code.GetString()!)]);
    }

    /// <summary>Somebody signed in with those rights, and with the second factor that they need.</summary>
    internal static async Task<Somebody> SignedInAsync(this GatewayHost gateway, params Grant[] grants)
    {
        var (member, email) = await gateway.JoinAsync();
        if (grants.Length > 0)
            await gateway.TellAsync(gateway.Holds(member, null, grants));
        var browser = gateway.NewBrowser();
        var session = await browser.SignInByLinkAsync(gateway, email);
        var secret = session.GetProperty("secondFactor").GetProperty("required").GetBoolean() ? (await browser.SetUpTotpAsync()).Secret : null;
        return new Somebody(session.GetProperty("accountId").GetGuid(), member, email, browser, secret);
    }

    internal static Task<Somebody> AdministratorAsync(this GatewayHost gateway) => gateway.SignedInAsync(new Grant(Permission.Administer.Name, null));

    internal static async Task<JsonElement> SignInByLinkAsync(this Browser browser, GatewayHost gateway, string email) =>
        await browser.PostAsync("/auth/sign-in/complete", new { token = await browser.AskForLinkAsync(gateway, email) }, HttpStatusCode.OK);
}
