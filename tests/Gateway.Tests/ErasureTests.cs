using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>What the gateway holds about people, and that nobody who is erased gets in or comes back.</summary>
public sealed class ErasureTests(Servers servers) : IAsyncLifetime
{
    private GatewayHost gateway = null!;

    public async ValueTask InitializeAsync() => gateway = await GatewayHost.StartAsync(servers);

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Fact]
    public async Task No_column_that_leads_to_a_person_is_left_undescribed() =>
        Assert.Empty(await gateway.QueryAsync<string[]>("select coalesce(array_agg(one), '{}') from undescribed_person_columns() one"));

    [Fact]
    public async Task Who_is_erased_is_signed_out_and_has_no_account_and_no_late_event_makes_one()
    {
        var person = await gateway.SignedInAsync(new Grant(Permission.ReadPlan.Name, null));
        Assert.DoesNotContain("security_stamp", await gateway.QueryAsync<string>("select person_copy(@MemberId, true)::text", new { person.MemberId }), StringComparison.Ordinal);
        await gateway.TellAsync(new PersonErased(person.MemberId));
        await gateway.TellAsync(People.Changed(person.MemberId, person.Email, MembershipState.Member, 9));
        await gateway.TellAsync(gateway.Holds(person.MemberId, null, new Grant(Permission.ReadPlan.Name, null)));
        Assert.Equal(0, await gateway.QueryAsync<long>(
            "select (select count(*) from accounts where member_id = @MemberId) + (select count(*) from sessions where account_id = @AccountId) + (select count(*) from assignments where member_id = @MemberId)", new { person.MemberId, person.AccountId }));
        Assert.Equal(0, await gateway.QueryAsync<long>("select count(*) from audit where subject in (@MemberId, @AccountId) and content is not null", new { person.MemberId, person.AccountId }));
        Assert.StartsWith("whole", await gateway.QueryAsync<string>("select check_audit(now())"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_says_whether_the_audit_record_is_whole()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings:identity"] = gateway.ConnectionString, ["ConnectionStrings:messaging"] = "amqp://nowhere.invalid" };
        await gateway.SignedInAsync();
        var (code, said) = await GatewayHost.RunCommandAsync(settings, "--verify-audit");
        Assert.True(code == 0 && said.Contains("whole: ", StringComparison.Ordinal), said);
        await gateway.ExecuteAsync("insert into audit (at, actor, action, subject) values (now(), 'system', 'test.line', gen_random_uuid()); update audit set actor = 'somebody else' where id = (select max(id) from audit)");
        (code, said) = await GatewayHost.RunCommandAsync(settings, "--verify-audit");
        Assert.True(code == 1 && said.Contains("broken: line", StringComparison.Ordinal), said);
    }
}
