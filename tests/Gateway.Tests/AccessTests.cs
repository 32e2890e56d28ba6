using System.Net;
using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Tests.Access;
using VpVarmland.Tests.BadInput;

namespace VpVarmland.Tests;

/// <summary>Who gets in to the gateway's own operations, and what becomes of requests that are wrong.</summary>
public sealed class AccessTests(Servers servers) : IAsyncLifetime
{
    /// <summary>Where it is written down that something was refused, or that time went by; every other table stays as it is.</summary>
    private static readonly string[] Notes =
    [
        // Held below without the two kinds of line that tell of a refusal.
        "audit",
        // Wrong codes in a row.
        "factor_tries",
        // A message that was sent back is tried again when its time comes.
        "inbox_retry",
        // What the watch has seen, minute by minute.
        "measurements", "alarms",
    ];

    private GatewayGround ground = null!;
    private IReadOnlyDictionary<string, Operation> operations = null!;

    public async ValueTask InitializeAsync()
    {
        ground = await GatewayGround.StartAsync(servers);
        operations = await Operation.ReadAsync(ground.Gateway.NewBrowser().Client, "gateway", Attempts);
    }

    public ValueTask DisposeAsync() => ground.Gateway.DisposeAsync();

    [Fact]
    public Task Every_operation_answers_each_kind_of_caller_as_the_reviewed_table_says()
    {
        var visitors = new GatewayVisitors(ground, operations);
        return AccessMatrix.CheckAsync([.. Attempts.Select(attempt => operations[attempt.Operation])], visitors.Entitled, visitors.All, "tests/Gateway.Tests/access.txt");
    }

    [Fact]
    public async Task Whoever_has_not_given_the_second_factor_is_a_member()
    {
        var half = await ground.HalfSignedInAsync(GatewayGround.Everything);
        var visitor = new GatewayVisitors(ground, operations).Stranger("half", () => half);
        var guarded = operations.Values.Where(operation => Permission.All.TryGetValue(operation.Permission, out var permission) && permission.NeedsSecondFactor).ToList();
        Assert.NotEmpty(guarded);
        foreach (var operation in guarded)
        {
            var visit = await visitor.PrepareAsync(operation.Id);
            using var answer = await visit.Client.SendAsync(visit.Make());
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{operation.Id}: {(int)answer.StatusCode}");
            Assert.Equal("auth.forbidden", JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task Two_thousand_bad_requests_end_in_codes_and_change_nothing()
    {
        // Nobody rests after five wrong codes here: that would answer instead of the operation, and has tests of its own.
        await ground.Gateway.ExecuteAsync(
            """
            create function never_rests() returns trigger language plpgsql as $$ begin new.failures := 0; new.rests_until := null; return new; end $$;
            create trigger never_rests before insert or update on factor_tries for each row execute function never_rests()
            """);
        var visitors = new GatewayVisitors(ground, operations);
        HttpClient[] strangers = [ground.Gateway.NewBrowser().AsItIs(), ground.Partner.AsItIs(), ground.Expired.AsItIs(), ground.OtherIssuer.AsItIs()];
        await new BadRequests<Program>("gateway", _ => new BadCallers(visitors.Entitled, strangers), LookAsync)
        {
            Batch = 1,
            StandardErrors = new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                ["IssueClientToken"] = ["invalid_request", "invalid_client", "invalid_scope", "unsupported_grant_type"],
            },
        }.SendAsync(Attempts, 2_000);
    }

    /// <summary>For their names: what each is about is made by whoever prepares it.</summary>
    private IReadOnlyList<Attempt> Attempts => GatewayAttempts.Of(ground, null!, null!);

    private async Task<string> LookAsync() => await ground.Gateway.ChecksumAsync(Notes) + "\n" + await ground.Gateway.QueryAsync<string>(
        """
        select 'audit:' || md5(string_agg(line::text, '|' order by id)) || ', last ' || (array_agg(action order by id desc))[1]
        from audit line where action <> all(array['second_factor.refused', 'client.refused'])
        """);
}
