using System.Net;

namespace VpVarmland.Tests;

/// <summary>A copy from every service and an erasure in every service, through the gateway, with a service that dies meanwhile.</summary>
public sealed class Privacy_copy_and_erasure(Platform platform)
{
    private const string Own = "/api/members/me/privacy", Desk = "/api/members/privacy/requests";

    [Fact]
    public async Task Somebody_gets_a_copy_of_everything_and_is_then_gone_from_every_service()
    {
        var applicant = Applicant.New(Applicant.Karlstad);
        await applicant.JoinAsync(platform);
        using var person = await DemoDistrict.SignInByMailAsync(platform, applicant.Email);
        var mailbox = new Mailbox(person, applicant.Email);
        using var ombudsman = await DemoDistrict.SignInAsync(platform, DemoDistrict.Ombudsman);
        var (id, member) = ((await person.PostAsync($"{Own}/requests", new { kind = "access" })).Id("requestId"), person.MemberId);

        await Eventually.SeeAsync(async () => (await person.GetAsync(Own)).At("requests")[0].Text("state"), state => state == "done");
        var copy = await person.GetAsync($"{Own}/requests/{id}/copy");
        var services = copy.Rows("parts").Select(part => part.Text("service")).ToHashSet();
        Assert.Superset(new HashSet<string?> { "members", "gateway", "communications" }, services);
        Assert.Contains(applicant.Email, copy.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("/uppgifter-om-mig", (await mailbox.GetsAsync("Kopian av dina uppgifter är klar")).LinkTo("/min-sida/"), StringComparison.Ordinal);

        // Whoever hears of the erasure first is dead while it is told, and comes back.
        var erasure = (await person.PostAsync($"{Own}/requests", new { kind = "erasure" })).Id("requestId");
        platform.Kill("VpVarmland.Communications.dll");
        await ombudsman.PostAsync($"{Desk}/{erasure}/answer", new { granted = true, answer = "Du är raderad." });
        var done = await Eventually.SeeAsync(async () => await ombudsman.GetAsync($"{Desk}/{erasure}"), shown => shown.Text("request.state") == "done");
        Assert.Equal(5, done.Rows("parts").Count(part => part.Text("at") is not null));
        Assert.Null(done.Text("request.name"));

        await person.RefusedAsync(HttpStatusCode.Unauthorized, null, HttpMethod.Get, "/api/members/me");
        await ombudsman.RefusedAsync(HttpStatusCode.NotFound, "person.unknown", HttpMethod.Get, $"/api/members/people/{member}");
        Assert.Empty(await ombudsman.ListAsync($"/api/members/people?q={applicant.Email}"));
        Assert.DoesNotContain(applicant.FamilyName, (await ombudsman.GetAsync(Desk)).GetRawText(), StringComparison.Ordinal);
        await mailbox.GetsAsync("Dina uppgifter är raderade");
    }
}
