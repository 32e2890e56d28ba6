using System.Net;
using System.Text.Json;
using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>The platform as those who run it see it; looked at every fifth of a second, so that a test need not wait a minute.</summary>
public sealed class OperationsTests(Servers servers)
{
    [Fact]
    public async Task What_is_wrong_is_said_first_and_since_when_and_ends_by_itself()
    {
        using var gateway = await StartAsync();
        var browser = await OperatorAsync(gateway);
        var before = await Eventually.SeeAsync(() => browser.GetAsync("/api/gateway/platform"), state => state.GetProperty("seenAt").ValueKind == JsonValueKind.String);
        Assert.Contains(before.GetProperty("parts").EnumerateArray(), part => part.GetProperty("name").GetString() == "database" && part.GetProperty("isWell").GetBoolean());

        await SetAsideAsync(gateway);
        var during = await Eventually.SeeAsync(() => TroubleAsync(browser), trouble => trouble is { } one && one.GetProperty("raised").GetBoolean());
        Assert.Equal(1, during!.Value.GetProperty("value").GetInt64());
        await gateway.ExecuteAsync("delete from inbox_retry");
        await Eventually.SeeAsync(() => TroubleAsync(browser), trouble => trouble is null);
    }

    [Fact]
    public async Task An_alarm_is_told_once_when_it_begins_once_a_day_and_once_when_it_ends()
    {
        using var gateway = await StartAsync(("Operations:AlarmRecipients", "vakt@test.example"));
        await SetAsideAsync(gateway);
        await Eventually.SeeAsync(() => ToldAsync(gateway), told => told == "vakt@test.example began");
        await gateway.ExecuteAsync("update alarms set told_at = told_at - interval '1 day' where name = 'vpvarmland.inbox.set_aside'");
        await Eventually.SeeAsync(() => ToldAsync(gateway), told => told == "vakt@test.example began, vakt@test.example continues");
        await gateway.ExecuteAsync("delete from inbox_retry");
        await Eventually.SeeAsync(() => ToldAsync(gateway), told => told.Contains("ended", StringComparison.Ordinal));
        // Of all the looks since then none has told anything again.
        Assert.Equal("vakt@test.example began, vakt@test.example continues, vakt@test.example ended", await ToldAsync(gateway));
    }

    [Fact]
    public async Task Whoever_runs_the_platform_by_assignment_is_told_where_nobody_is_named()
    {
        using var gateway = await StartAsync();
        var operatorId = Guid.CreateVersion7();
        await gateway.TellAsync(
            People.Joined(operatorId, "drift@test.example"),
            gateway.Holds(operatorId, null, new Grant(Permission.Operate.Name, null)),
            People.Joined(Guid.CreateVersion7(), "annan@test.example"));
        await SetAsideAsync(gateway);
        Assert.Equal("drift@test.example began", await Eventually.SeeAsync(() => ToldAsync(gateway), told => told.Length > 0));
    }

    [Fact]
    public async Task Health_is_kept_by_the_minute_for_a_day_and_by_the_hour_for_ninety()
    {
        using var gateway = await StartAsync();
        var browser = await OperatorAsync(gateway);
        // Forty days of a look a minute would be long: four looks in one hour forty days ago, and two hours ago.
        await gateway.ExecuteAsync(
            """
            insert into measurements (service, name, is_hour, at, value)
            select 'elections', 'health', false, date_trunc('hour', now() - ago) + minute * interval '1 minute', (minute % 2) from unnest(array[interval '2 hours', interval '40 days', interval '100 days']) as ago, generate_series(0, 3) as minute
            """);
        await Eventually.SeeAsync(() => gateway.QueryAsync<long>("select count(*) from measurements where not is_hour and at < now() - interval '26 hours'"), left => left == 0);
        var quarter = await browser.GetAsync("/api/gateway/platform/history?span=quarter");
        var strip = quarter.GetProperty("parts").EnumerateArray().Single(part => part.GetProperty("name").GetString() == "elections").GetProperty("unwell").EnumerateArray().ToList();
        Assert.Equal(90, strip.Count);
        Assert.Equal(0.5, strip[49].GetDouble());
        Assert.Equal(JsonValueKind.Null, strip[20].ValueKind);
        Assert.Equal(0, await gateway.QueryAsync<long>("select count(*) from measurements where at < now() - interval '90 days'"));
    }

    [Fact]
    public async Task Nobody_else_sees_how_the_platform_is()
    {
        using var gateway = await StartAsync();
        var browser = gateway.NewBrowser();
        foreach (var path in new[] { "platform", "platform/history", "ops/state", "ops/messages" })
            await browser.GetAsync("/api/gateway/" + path, HttpStatusCode.Unauthorized);
    }

    /// <summary>A gateway that keeps a copy of every alarm it tells of.</summary>
    private async Task<GatewayHost> StartAsync(params (string, string)[] settings)
    {
        var gateway = await GatewayHost.StartAsync(servers, "Development",
            [("Operations:EverySeconds", "0.2"), ("Operations:Limits:vpvarmland.inbox.set_aside", "0 for 00:00:00.1"), .. settings]);
        await gateway.ExecuteAsync(
            """
            create table told (email text, stage text);
            create function tell() returns trigger language plpgsql as $$ begin
                insert into told select new.body ->> 'email', line ->> 'stage' from jsonb_array_elements(new.body -> 'lines') as line where line ->> 'name' = 'vpvarmland.inbox.set_aside';
                return new; end $$;
            create trigger tells after insert on outbox for each row when (new.type = 'AlarmsChanged') execute function tell()
            """);
        return gateway;
    }

    private static Task SetAsideAsync(GatewayHost gateway) => gateway.ExecuteAsync(
        "insert into inbox_retry (event_id, consumer, type, body, reason, attempts, set_aside_at, first_at) values (gen_random_uuid(), 'X', 'MemberJoined', '{}', 'InvalidOperationException', 9, now(), now())");

    private static async Task<Browser> OperatorAsync(GatewayHost gateway)
    {
        var (memberId, email) = await gateway.JoinAsync();
        await gateway.TellAsync(gateway.Holds(memberId, null, new Grant(Permission.Operate.Name, null)));
        var browser = gateway.NewBrowser();
        await browser.SignInByLinkAsync(gateway, email);
        await browser.SetUpTotpAsync();
        await browser.SessionAsync();
        return browser;
    }

    private static Task<string> ToldAsync(GatewayHost gateway) => gateway.QueryAsync<string>("select coalesce(string_agg(email || ' ' || stage, ', ' order by stage), '') from told");

    private static async Task<JsonElement?> TroubleAsync(Browser browser) => (await browser.GetAsync("/api/gateway/platform")).GetProperty("troubles").EnumerateArray()
        .Where(trouble => trouble.GetProperty("name").GetString() == "vpvarmland.inbox.set_aside").Select(trouble => (JsonElement?)trouble).FirstOrDefault();
}
