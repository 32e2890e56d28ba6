using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>After a restore of the register the gateway knows whom the register knows, and no rights but those it gives.</summary>
public sealed class RestoreTests(Servers servers)
{
    [Fact]
    public async Task What_the_restored_register_does_not_know_is_forgotten_once_all_else_has_come()
    {
        using var gateway = await GatewayHost.StartAsync(servers);
        var (kept, ghost) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var rights = gateway.Holds(ghost, null, new Grant("register:read", null));
        await gateway.TellAsync(People.Joined(kept, "kvar@test.example"), People.Joined(ghost, "spoke@test.example", version: 9), rights);
        // Two who came when the resending was asked for: what was under way is not sent again and yet known, what comes later is not counted.
        var asked = DateTimeOffset.UtcNow.AddMinutes(1);
        var (forget, underWay, through, later) = (At(asked), At(asked.AddMilliseconds(1)), At(asked.AddMilliseconds(2)), At(asked.AddMilliseconds(3)));
        await gateway.TellAsync(People.Joined(underWay, "samtidigt@test.example"), People.Joined(later, "senare@test.example"));

        // The end of the resending comes before what it counts: it waits.
        var end = new StateResent("people", Floor: 1_000, through, Count: 1, forget);
        await gateway.ExecuteAsync(
            "insert into outbox (event_id, type, body, created_at, next_at) values (@EventId, 'StateResent', jsonb_build_object('eventId', @EventId, 'kind', @Kind, 'floor', @Floor, 'through', @Through, 'count', @Count, 'forget', @Forget), now(), now()); notify outbox", end);
        await Eventually.SeeAsync(() => gateway.QueryAsync<long>("select count(*) from inbox_retry where type = 'StateResent'"), waiting => waiting == 1);
        Assert.Equal(4, await gateway.QueryAsync<long>("select count(*) from accounts"));

        await gateway.TellAsync(People.Changed(kept, "kvar@test.example", MembershipState.Member, version: 1_000), new StateResent("assignments", Floor: 1_000, through, Count: 0, forget));
        await Eventually.SeeAsync(() => gateway.QueryAsync<long>("select count(*) from inbox_retry"), waiting => waiting == 0);
        Assert.Equal("kvar@test.example, samtidigt@test.example, senare@test.example", await gateway.QueryAsync<string>("select string_agg(email, ', ' order by email) from accounts"));
        Assert.Equal(0, await gateway.QueryAsync<long>("select count(*) from assignments"));
    }

    private static Guid At(DateTimeOffset moment) => Guid.CreateVersion7(moment);
}
