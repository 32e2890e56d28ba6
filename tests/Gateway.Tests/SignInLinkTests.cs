using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>The one-time link: what it opens, how often, how long, and what it never tells.</summary>
public sealed class SignInLinkTests(Servers servers) : IAsyncLifetime
{
    private GatewayHost gateway = null!;

    public async ValueTask InitializeAsync() => gateway = await GatewayHost.StartAsync(servers);

    public async ValueTask DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task A_link_signs_its_member_in_with_the_rights_of_a_member()
    {
        var (memberId, email) = await gateway.JoinAsync();
        var browser = gateway.NewBrowser();

        var session = await browser.SignInByLinkAsync(gateway, email);

        Assert.True(session.GetProperty("signedIn").GetBoolean());
        Assert.Equal(memberId, session.GetProperty("memberId").GetGuid());
        Assert.Equal(["member:self@district"], await browser.PermissionsAsync());
        Assert.False(session.GetProperty("secondFactor").GetProperty("required").GetBoolean());
    }

    [Fact]
    public async Task Of_many_who_use_one_link_at_once_one_gets_in()
    {
        var (_, email) = await gateway.JoinAsync();
        var token = await gateway.NewBrowser().AskForLinkAsync(gateway, email);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => gateway.NewBrowser().Client.PostAsJsonAsync("/auth/sign-in/complete", new { token })));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
            Assert.Equal("auth.link_invalid", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal(1, await gateway.QueryAsync<int>("select count(*)::int from sessions"));
    }

    [Fact]
    public async Task A_link_is_worth_nothing_after_fifteen_minutes_of_the_platforms_clock()
    {
        var (_, email) = await gateway.JoinAsync();
        var browser = gateway.NewBrowser();
        var late = await browser.AskForLinkAsync(gateway, email);
        await gateway.MoveClockAsync(minutes: 16);

        var problem = await browser.PostAsync("/auth/sign-in/complete", new { token = late }, HttpStatusCode.BadRequest);

        Assert.Equal("auth.link_invalid", problem.GetProperty("code").GetString());
        await browser.SignInByLinkAsync(gateway, email);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("åäö!")]
    public async Task A_token_that_never_was_is_refused(string token)
    {
        var problem = await gateway.NewBrowser().PostAsync("/auth/sign-in/complete", new { token }, HttpStatusCode.BadRequest);
        Assert.Contains(problem.GetProperty("code").GetString(), new[] { "auth.link_invalid", "request.invalid" });
    }

    [Fact]
    public async Task An_unknown_address_gets_the_same_answer_and_no_link()
    {
        var (_, known) = await gateway.JoinAsync();
        var unknown = People.NewEmail();
        using var toUnknown = await MailListener<SignInLinkRequested>.StartAsync(gateway, unknown);
        using var toKnown = await MailListener<SignInLinkRequested>.StartAsync(gateway, known);
        var client = gateway.NewBrowser().Client;

        using var first = await client.PostAsJsonAsync("/auth/sign-in", new { email = unknown });
        using var second = await client.PostAsJsonAsync("/auth/sign-in", new { email = known });

        Assert.Equal(second.StatusCode, first.StatusCode);
        Assert.Equal(await second.Content.ReadAsStringAsync(), await first.Content.ReadAsStringAsync());
        Assert.Equal(Names(second), Names(first));
        // The known one asked later and has its link: the unknown one's has been decided by then, or will be seen in the table.
        await toKnown.NextAsync();
        await Eventually.SeeAsync(() => gateway.QueryAsync<int>("select count(*)::int from inbox where consumer = 'IssueLink'"), seen => seen == 2);
        Assert.Equal(0, toUnknown.Waiting);
        Assert.Equal(0, await gateway.QueryAsync<int>("select count(*)::int from sign_in_links where email = @unknown", new { unknown }));

        static string[] Names(HttpResponseMessage answer) => [.. answer.Headers.Select(header => header.Key).Order()];
    }

    [Fact]
    public async Task A_network_gets_five_links_mailed_to_an_address_in_a_quarter_of_an_hour_and_no_more()
    {
        var (_, email) = await gateway.JoinAsync();
        var browser = gateway.NewBrowser();
        for (var ask = 0; ask < 8; ask++)
            await browser.PostAsync("/auth/sign-in", new { email }, HttpStatusCode.Accepted);
        await Eventually.SeeAsync(() => gateway.QueryAsync<int>("select count(*)::int from inbox where consumer = 'IssueLink'"), seen => seen == 5);
        Assert.Equal(5, await gateway.QueryAsync<int>("select count(*)::int from sign_in_links where email = @email", new { email }));

        // All five are told before anybody listens for the sixth.
        await Eventually.SeeAsync(() => gateway.QueryAsync<int>("select count(*)::int from outbox"), waiting => waiting == 0);
        await gateway.MoveClockAsync(minutes: 16);
        await browser.SignInByLinkAsync(gateway, email);
    }

    [Fact]
    public async Task Where_people_share_an_address_the_link_asks_who_it_is_and_is_spent_by_the_choice()
    {
        var (first, email) = await gateway.JoinAsync();
        var (second, _) = await gateway.JoinAsync(email);
        var browser = gateway.NewBrowser();
        var token = await browser.AskForLinkAsync(gateway, email);

        var choice = await browser.PostAsync("/auth/sign-in/complete", new { token }, HttpStatusCode.OK);
        Assert.Equal(
            new[] { first, second }.Order(),
            choice.GetProperty("choose").EnumerateArray().Select(person => person.GetProperty("memberId").GetGuid()).Order());
        await browser.PostAsync("/auth/sign-in/complete", new { token, memberId = Guid.CreateVersion7() }, HttpStatusCode.BadRequest);
        var session = await browser.PostAsync("/auth/sign-in/complete", new { token, memberId = second }, HttpStatusCode.OK);
        Assert.Equal(second, session.GetProperty("memberId").GetGuid());
        await gateway.NewBrowser().PostAsync("/auth/sign-in/complete", new { token, memberId = first }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_member_who_leaves_is_signed_out_and_gets_no_link()
    {
        var (memberId, email) = await gateway.JoinAsync();
        var browser = gateway.NewBrowser();
        await browser.SignInByLinkAsync(gateway, email);

        await gateway.TellAsync(new MemberLeft(memberId, Guid.CreateVersion7(), MembershipState.Left, gateway.Today) { OccurredAt = TimeProvider.System.GetUtcNow() });

        await Eventually.SeeAsync(browser.SessionAsync, session => !session.GetProperty("signedIn").GetBoolean());
        await browser.PostAsync("/auth/sign-in", new { email }, HttpStatusCode.Accepted);
        await Eventually.SeeAsync(() => gateway.QueryAsync<int>("select count(*)::int from inbox where consumer = 'IssueLink'"), seen => seen == 2);
        Assert.Equal(1, await gateway.QueryAsync<int>("select count(*)::int from sign_in_links where email = @email", new { email }));
    }

    [Fact]
    public async Task What_the_register_said_last_stands_whatever_order_it_is_heard_in()
    {
        var memberId = Guid.CreateVersion7();
        var (oldEmail, newEmail) = (People.NewEmail(), People.NewEmail());
        var joined = People.Joined(memberId, oldEmail);
        var changed = People.Changed(memberId, newEmail, MembershipState.Member, version: 2);
        await gateway.TellAsync(changed);
        await gateway.TellAsync(joined);

        var session = await gateway.NewBrowser().SignInByLinkAsync(gateway, newEmail);

        Assert.Equal(memberId, session.GetProperty("memberId").GetGuid());
        Assert.Equal("member", await gateway.QueryAsync<string>("select state from accounts where member_id = @memberId", new { memberId }));
    }

    [Fact]
    public async Task The_database_holds_no_secret_that_signs_anybody_in()
    {
        var (_, email) = await gateway.JoinAsync();
        var browser = gateway.NewBrowser();
        var token = await browser.AskForLinkAsync(gateway, email);
        await browser.PostAsync("/auth/sign-in/complete", new { token }, HttpStatusCode.OK);
        var cookie = browser.Cookies.GetAllCookies().Single(one => one.Name.StartsWith("session", StringComparison.Ordinal)).Value;

        foreach (var secret in new[] { token, cookie })
        {
            var found = await gateway.QueryAsync<int>(
                "select (select count(*) from sign_in_links l where l::text like @like)::int + (select count(*) from sessions s where s::text like @like)::int", new { like = $"%{secret}%" });
            Assert.Equal(0, found);
        }
        Assert.Equal(1, await gateway.QueryAsync<int>("select count(*)::int from audit where action = 'sign_in.completed' and content::text not like '%@%'"));
    }
}
