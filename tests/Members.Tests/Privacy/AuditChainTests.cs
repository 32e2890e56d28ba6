using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Privacy;

/// <summary>The audit record's chain: whole after erasure, broken by every change that is none.</summary>
public sealed class AuditChainTests(Servers servers) : IAsyncLifetime
{
    private MembersHost members = null!;

    public async ValueTask InitializeAsync()
    {
        members = await MembersHost.StartAsync(servers);
        using var desk = members.As(People.IdOf("ombudsman"), "register:edit@district");
        foreach (var year in Enumerable.Range(0, 6))
        {
            var person = await members.AddMemberAsync(Places.Karlstad);
            await desk.PutAsync($"/api/members/people/{person.Id}", new { givenName = $"Nr {year}", familyName = "Länk", gender = "woman", language = "sv" }, "1").ReadAsync();
        }
    }

    public ValueTask DisposeAsync() => members.DisposeAsync();

    [Theory]
    [InlineData("update audit set action = 'person.viewed' where id = @line", "was changed")]
    [InlineData("update audit set content = '{\"after\":1}' where id = @line", "content of line")]
    [InlineData("update audit set reason = 'another' where id = @line", "content of line")]
    [InlineData("delete from audit where id = @line", "does not follow")]
    [InlineData("update audit set id = -id where id in (@line, @line + 1); update audit set id = case -id when @line then @line + 1 else @line end where id < 0", "does not follow")]
    [InlineData("update audit set salt = null where id = @line", "without its salt")]
    public async Task A_chain_that_somebody_has_touched_is_found_broken(string touch, string told)
    {
        Assert.StartsWith("whole", await CheckAsync(), StringComparison.Ordinal);
        await members.ExecuteAsync("alter table audit alter column id drop identity");
        await members.ExecuteAsync(touch, new { line = await members.QueryAsync<long>("select max(id) - 3 from audit") });
        Assert.Contains(told, await CheckAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_that_is_cut_short_no_longer_holds_the_end_that_was_seen()
    {
        Assert.StartsWith("whole", await CheckAsync(), StringComparison.Ordinal);
        await members.ExecuteAsync("delete from audit where id > (select max(id) - 2 from audit)");
        Assert.Contains("no longer holds its end", await CheckAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_that_is_erased_leaves_the_chain_whole()
    {
        await members.ExecuteAsync("update audit set content = null, reason = null, salt = null where id % 2 = 0");
        Assert.StartsWith("whole", await CheckAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_that_are_written_at_the_same_time_make_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            using var self = members.As(People.IdOf("member"), "member:self@district", "plan:read@district");
            await self.PostAsync("/api/members/me/privacy/requests", new { kind = "correction", wish = $"Nummer {number}" }).ReadAsync(System.Net.HttpStatusCode.Created);
        }));
        Assert.StartsWith("whole", await CheckAsync(), StringComparison.Ordinal);
    }

    private Task<string> CheckAsync() => members.QueryAsync<string>("select check_audit(now())");
}
