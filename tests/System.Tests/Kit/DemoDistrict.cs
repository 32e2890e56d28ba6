using System.Text.Json;

namespace VpVarmland.Tests;

/// <summary>One of the demo's people, as <c>/dev/users</c> lists them.</summary>
internal sealed record DemoPerson(string Role, string Email, Guid MemberId, Guid? AssociationId, string? TotpSecret);

/// <summary>The demo district: who is who, and coming in as one of them.</summary>
internal static class DemoDistrict
{
    internal const string
        Ombudsman = "ombudsman", Chair = "association-chair-karlstad", Secretary = "membership-secretary-arvika", BoardMember = "board-member", PlainMember = "member",
        Operator = "ops", Administrator = "administrator", SecondAdministrator = "administrator-arvika", DistrictChair = "district-chair", Treasurer = "treasurer",
        StudyOrganiser = "study-organiser", FeministOfficer = "feminist-officer", RegionCouncillor = "region-councillor";

    /// <summary>Waits until the demo's assignments have reached the gateway: they come by the broker, a little after the platform is up.</summary>
    internal static async Task ArrivesAsync(Platform platform)
    {
        using var visitor = new Visitor(platform);
        string[] needed = [Ombudsman, Chair, Secretary, Operator, Administrator, SecondAdministrator, DistrictChair, BoardMember, Treasurer];
        await Eventually.SeeAsync(
            async () => (await ListAsync(visitor)).Where(person => person.TotpSecret is not null).Select(person => person.Role).ToHashSet(),
            known => needed.All(known.Contains));
    }

    internal static async Task<DemoPerson> FindAsync(Platform platform, string role)
    {
        using var visitor = new Visitor(platform);
        return (await ListAsync(visitor)).Single(person => person.Role == role);
    }

    /// <summary>Signs in by the development door; for those whose signing in is not what the test is about.</summary>
    internal static async Task<Visitor> SignInAsync(Platform platform, string role)
    {
        var visitor = new Visitor(platform);
        visitor.Enter(await visitor.PostAsync($"/dev/users/{role}/sign-in"));
        return visitor;
    }

    /// <summary>Signs in as everybody does: a link by mail, opened and confirmed.</summary>
    internal static async Task<Visitor> SignInByMailAsync(Platform platform, string email)
    {
        var visitor = new Visitor(platform);
        var link = await AskForLinkAsync(visitor, email);
        await visitor.OpenPageAsync(link);
        visitor.Enter(await visitor.PostAsync("/auth/sign-in/complete", new { token = Uri.UnescapeDataString(link[(link.LastIndexOf('/') + 1)..]) }));
        Assert.True(visitor.Session.Flag("signedIn"));
        return visitor;
    }

    /// <summary>Asks for a sign-in link and waits for it. Somebody quite new may have to ask again: the account comes by the broker, and nobody is told that it is not there.</summary>
    internal static async Task<string> AskForLinkAsync(Visitor visitor, string email)
    {
        var mailbox = new Mailbox(visitor, email);
        var before = await mailbox.LatestAsync();
        DateTimeOffset asked = default;
        var mail = await Eventually.SeeAsync(
            async () =>
            {
                if (TimeProvider.System.GetUtcNow() - asked > TimeSpan.FromSeconds(15))
                {
                    await visitor.PostAsync("/auth/sign-in", new { email, language = "sv" });
                    asked = TimeProvider.System.GetUtcNow();
                }
                return await mailbox.FindAsync("Din inloggningslänk", before);
            }, mail => mail is not null);
        return mail!.LinkTo("/logga-in/");
    }

    private static async Task<IReadOnlyList<DemoPerson>> ListAsync(Visitor visitor) =>
        JsonSerializer.Deserialize<List<DemoPerson>>((await visitor.GetAsync("/dev/users")).At("users"), JsonSerializerOptions.Web)!;
}
