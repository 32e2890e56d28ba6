using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace VpVarmland.Tests;

/// <summary>What a deployment does with the gateway's own program.</summary>
public sealed partial class CommandTests(Servers servers) : IAsyncLifetime
{
    private readonly Dictionary<string, string?> settings = new(StringComparer.Ordinal) { ["Platform:PublicUrl"] = "https://varmland.example", ["DataProtection:Key"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) };
    private GatewayHost gateway = null!;

    public async ValueTask InitializeAsync()
    {
        settings["ConnectionStrings:identity"] = await servers.CreateDatabaseAsync();
        settings["ConnectionStrings:messaging"] = await servers.CreateVirtualHostAsync();
        gateway = await GatewayHost.StartAsync(servers, settings: [.. settings.Select(setting => (setting.Key, setting.Value!))]);
    }

    public async ValueTask DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task The_first_administrator_is_made_once_and_comes_in_by_the_link_with_a_second_factor()
    {
        var email = People.NewEmail();
        var (exit, said) = await RunAsync("--first-administrator", email);
        Assert.Equal(0, exit);
        var token = Link().Match(said).Groups["token"].Value;

        var browser = gateway.NewBrowser();
        var session = await browser.PostAsync("/auth/sign-in/complete", new { token }, HttpStatusCode.OK);
        Assert.True(session.GetProperty("secondFactor").GetProperty("required").GetBoolean());
        Assert.DoesNotContain("admin:accounts@district", await browser.PermissionsAsync());
        await browser.SetUpTotpAsync();
        Assert.Equal(["admin:accounts@district", "assignments:manage@district", "member:self@district", "ops:operate@district"], await browser.PermissionsAsync());

        (exit, said) = await RunAsync("--first-administrator", People.NewEmail());
        Assert.Equal(1, exit);
        Assert.Contains("There is an administrator already", said, StringComparison.Ordinal);
        Assert.Equal(1, await gateway.QueryAsync<int>("select count(*)::int from accounts"));
        Assert.Equal(1, await gateway.QueryAsync<int>("select count(*)::int from audit where action = 'account.first_administrator'"));
    }

    [Fact]
    public async Task It_is_refused_where_somebody_got_the_right_in_the_ordinary_way()
    {
        await gateway.AdministratorAsync();
        Assert.Equal(1, (await RunAsync("--first-administrator", People.NewEmail())).ExitCode);
    }

    [Fact]
    public async Task Somebody_in_the_register_becomes_it_under_their_own_account()
    {
        var (member, email) = await gateway.JoinAsync();
        Assert.Equal(0, (await RunAsync("--first-administrator", email)).ExitCode);
        Assert.Equal(member, await gateway.QueryAsync<Guid>("select member_id from assignments"));
    }

    [Fact]
    public async Task Its_rights_end_by_themselves_after_a_month()
    {
        var email = People.NewEmail();
        await RunAsync("--first-administrator", email);
        Assert.Equal(30, await gateway.QueryAsync<int>("select until_on - starts_on from assignments"));
    }

    [Theory]
    [InlineData("--first-administrator")]
    [InlineData("--first-administrator", "not-an-address")]
    public async Task What_is_no_address_is_refused(params string[] arguments)
    {
        Assert.Equal(1, (await RunAsync(arguments)).ExitCode);
        Assert.Equal(0, await gateway.QueryAsync<int>("select count(*)::int from accounts"));
    }

    [Fact]
    public async Task A_command_rotates_the_signing_key()
    {
        await gateway.NewBrowser().GetAsync("/.well-known/jwks.json");
        Assert.Equal(0, (await RunAsync("--rotate-keys")).ExitCode);
        Assert.Equal(2, await gateway.QueryAsync<int>("select count(*)::int from signing_keys"));
    }

    [Fact]
    public async Task With_a_configured_key_a_copy_of_the_database_opens_nothing()
    {
        // Signing in writes with the ring, the running gateway reads it, and so does the command beside it.
        await gateway.SignedInAsync();
        Assert.Equal(0, (await RunAsync("--rotate-keys")).ExitCode);
        Assert.Equal(0, await gateway.QueryAsync<int>("select count(*)::int from data_protection_keys where xml like '%<masterKey%' or xml not like '%aes256gcm%'"));
        Assert.True(await gateway.QueryAsync<int>("select count(*)::int from data_protection_keys") > 0);
    }

    [Fact]
    public async Task A_key_of_the_wrong_size_is_no_key()
    {
        settings["DataProtection:Key"] = "too-short";
        var (exit, said) = await RunAsync("--rotate-keys");
        Assert.NotEqual(0, exit);
        Assert.Contains("openssl rand -base64 32", said, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Said)> RunAsync(params string[] arguments) => GatewayHost.RunCommandAsync(settings, arguments);

    [GeneratedRegex("https://varmland\\.example/logga-in/(?<token>\\S+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
