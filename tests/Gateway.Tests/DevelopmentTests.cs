using System.Net;
using System.Net.Http.Headers;
using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>Development's doors: the demo's people, and the clock.</summary>
public sealed class DevelopmentTests(Servers servers, SharedGateway shared) : IAsyncLifetime
{
    private static readonly Guid Karlstad = Guid.CreateVersion7();
    private GatewayHost gateway = null!;

    public async ValueTask InitializeAsync() => (_, gateway) = await shared.StartAsync(servers);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_demo_person_signs_in_by_role_with_both_factors()
    {
        var member = await DemoAsync("association-chair-karlstad", new Grant("register:read", Karlstad));
        var browser = gateway.NewBrowser();
        var session = await browser.PostAsync("/dev/users/association-chair-karlstad/sign-in", null, HttpStatusCode.OK);
        Assert.Equal(member, session.GetProperty("memberId").GetGuid());
        Assert.Contains($"register:read@{Karlstad}", await browser.PermissionsAsync());
        await browser.GetAsync("/api/members/register");
    }

    [Fact]
    public async Task A_demo_person_can_sign_in_the_real_way_with_the_secret_that_is_shown()
    {
        await DemoAsync("ombudsman", new Grant("register:read", null));
        var user = (await gateway.NewBrowser().GetAsync("/dev/users")).GetProperty("users").EnumerateArray().Single(one => one.GetProperty("role").GetString() == "ombudsman");
        var browser = gateway.NewBrowser();
        await browser.SignInByLinkAsync(gateway, user.GetProperty("email").GetString()!);
        await browser.PostAsync("/auth/totp/verify", new { code = await Totp.NextAsync(user.GetProperty("totpSecret").GetString()!) }, HttpStatusCode.OK);
        Assert.Contains("register:read@district", await browser.PermissionsAsync());
    }

    [Fact]
    public async Task The_page_for_people_lists_them_without_inline_scripts()
    {
        await DemoAsync("member");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dev/users");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var answer = await gateway.NewBrowser().Client.SendAsync(request);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("member@demo.example", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("emperor")]
    [InlineData("treasurer")]
    public async Task A_role_that_nobody_has_is_a_problem(string role)
    {
        var problem = await gateway.NewBrowser().PostAsync($"/dev/users/{role}/sign-in", null, HttpStatusCode.NotFound);
        Assert.Equal("dev.no_such_user", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_clock_moves_here_and_in_every_service_before_the_answer()
    {
        var (service, own) = await TestService.StartBehindGatewayAsync(servers);
        await using var first = service;
        await using var second = own;
        var browser = own.NewBrowser();

        var moved = await browser.PostAsync("/dev/clock", new { days = 30, hours = 2 }, HttpStatusCode.OK);

        var ahead = TimeSpan.FromDays(30) + TimeSpan.FromHours(2);
        Assert.Equal(ahead.TotalSeconds, moved.GetProperty("aheadSeconds").GetDouble(), 3);
        Assert.Equal(ahead.TotalSeconds, (await service.ClockAsync()).GetProperty("aheadSeconds").GetDouble(), 3);
        var to = TimeProvider.System.GetUtcNow().AddDays(40);
        moved = await browser.PostAsync("/dev/clock", new { to }, HttpStatusCode.OK);
        Assert.Equal(to.ToUnixTimeSeconds(), moved.GetProperty("now").GetDateTimeOffset().ToUnixTimeSeconds(), 5d);
        foreach (var refused in new object[] { new { days = -1 }, new { days = 1e12 }, new { to = TimeProvider.System.GetUtcNow() } })
            Assert.Equal("dev.clock_refused", (await browser.PostAsync("/dev/clock", refused, HttpStatusCode.BadRequest)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_service_whose_clock_stays_is_named()
    {
        await using var own = await GatewayHost.StartAsync(servers, settings: [("services:events:http:0", "http://127.0.0.1:1")]);
        var problem = await own.NewBrowser().PostAsync("/dev/clock", new { days = 1 }, HttpStatusCode.ServiceUnavailable);
        Assert.Equal("dev.clock_not_moved", problem.GetProperty("code").GetString());
        Assert.Contains("events", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    private async Task<Guid> DemoAsync(string role, params Grant[] grants)
    {
        var (member, _) = await gateway.JoinAsync(role + "@demo.example");
        if (grants.Length > 0)
            await gateway.TellAsync(gateway.Holds(member, null, grants));
        return member;
    }
}
