using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>What Events holds about people: a table that comes later is not forgotten.</summary>
public sealed class ErasureTests(Servers servers) : IAsyncLifetime
{
    private EventsHost events = null!;

    public async ValueTask InitializeAsync() => events = await EventsHost.StartAsync(servers);

    public ValueTask DisposeAsync() => events.DisposeAsync();

    [Fact]
    public async Task No_column_that_leads_to_a_person_is_left_undescribed() =>
        Assert.Empty(await events.QueryAsync<string[]>("select coalesce(array_agg(one), '{}') from undescribed_person_columns() one"));

    [Fact]
    public async Task It_confirms_an_erasure_and_notes_it_once()
    {
        var id = Guid.CreateVersion7();
        await events.TellAsync(new PersonErased(id));
        await events.TellAsync(new PersonErased(id));
        Assert.Equal(1, await events.QueryAsync<long>("select count(*) from erased_people where person_id = @id", new { id }));
        Assert.StartsWith("whole", await events.QueryAsync<string>("select check_audit(now())"), StringComparison.Ordinal);
    }
}
