using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>What Elections holds about people: a table that comes later is not forgotten.</summary>
public sealed class ErasureTests(Servers servers) : IAsyncLifetime
{
    private ElectionsHost elections = null!;

    public async ValueTask InitializeAsync() => elections = await ElectionsHost.StartAsync(servers);

    public ValueTask DisposeAsync() => elections.DisposeAsync();

    [Fact]
    public async Task No_column_that_leads_to_a_person_is_left_undescribed() =>
        Assert.Empty(await elections.QueryAsync<string[]>("select coalesce(array_agg(one), '{}') from undescribed_person_columns() one"));

    [Fact]
    public async Task It_confirms_an_erasure_and_notes_it_once()
    {
        var id = Guid.CreateVersion7();
        await elections.TellAsync(new PersonErased(id));
        await elections.TellAsync(new PersonErased(id));
        Assert.Equal(1, await elections.QueryAsync<long>("select count(*) from erased_people where person_id = @id", new { id }));
        Assert.StartsWith("whole", await elections.QueryAsync<string>("select check_audit(now())"), StringComparison.Ordinal);
    }
}
