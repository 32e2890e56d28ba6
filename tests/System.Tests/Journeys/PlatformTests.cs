using System.Net;

namespace VpVarmland.Tests;

/// <summary>What whoever runs or uses the platform from outside can rely on.</summary>
public sealed class PlatformTests(Platform platform)
{
    [Fact]
    public async Task Everything_is_healthy_service_by_service()
    {
        using var visitor = new Visitor(platform);
        var health = await visitor.GetAsync("/health");
        Assert.Equal("healthy", health.Text("status"));
        var entries = health.At("entries").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.Text("status"));
        Assert.All(entries, entry => Assert.Equal("healthy", entry.Value));
        Assert.Superset(new HashSet<string> { "members", "events", "communications", "elections", "database", "broker" }, entries.Keys.ToHashSet());
        Assert.Equal(HttpStatusCode.OK, await visitor.StatusAsync("/alive"));
    }

    [Theory]
    [InlineData("members", "/api/members/me")]
    [InlineData("events", "/api/events/calendar")]
    [InlineData("communications", "/api/communications/mails")]
    [InlineData("elections", "/api/elections/cycles")]
    [InlineData("gateway", "/auth/session")]
    public async Task Every_service_describes_its_interface(string service, string path)
    {
        using var visitor = new Visitor(platform);
        var document = await visitor.GetAsync($"/openapi/{service}.json");
        Assert.StartsWith("3.", document.Text("openapi"), StringComparison.Ordinal);
        Assert.Contains(path, document.At("paths").EnumerateObject().Select(one => one.Name));
    }

    [Fact]
    public async Task The_reference_page_names_every_document()
    {
        using var visitor = new Visitor(platform);
        var page = await visitor.OpenPageAsync("/docs/");
        Assert.All(["members", "events", "communications", "elections", "gateway"], service => Assert.Contains(service, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/auth/nothing")]
    [InlineData("/partner/v1/nothing")]
    public async Task An_unknown_address_of_the_interface_is_answered_with_a_problem(string path)
    {
        using var visitor = new Visitor(platform);
        await visitor.RefusedAsync(HttpStatusCode.NotFound, "request.not_found", HttpMethod.Get, path);
    }

    [Fact]
    public async Task An_unknown_address_below_a_service_is_not_found_for_the_signed_in()
    {
        using var member = await DemoDistrict.SignInAsync(platform, DemoDistrict.PlainMember);
        foreach (var service in (string[])["members", "events", "communications", "elections"])
            await member.RefusedAsync(HttpStatusCode.NotFound, "request.not_found", HttpMethod.Get, $"/api/{service}/nothing");
    }

    [Fact]
    public async Task A_change_without_the_pages_own_proof_is_refused()
    {
        using var member = await DemoDistrict.SignInAsync(platform, DemoDistrict.PlainMember);
        member.Enter(default);
        await member.RefusedAsync(HttpStatusCode.BadRequest, "auth.antiforgery", HttpMethod.Post, "/auth/sign-out");
        Assert.True((await member.RefreshAsync()).Flag("signedIn"));
        await member.PostAsync("/auth/sign-out");
        Assert.False((await member.RefreshAsync()).Flag("signedIn"));
    }
}
