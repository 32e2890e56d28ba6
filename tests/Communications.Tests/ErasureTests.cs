using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>What Communications holds about people, gives them, and erases.</summary>
public sealed class ErasureTests(Servers servers) : IAsyncLifetime
{
    private CommunicationsHost communications = null!;

    public async ValueTask InitializeAsync() => communications = await CommunicationsHost.StartAsync(servers);

    public ValueTask DisposeAsync() => communications.DisposeAsync();

    [Fact]
    public async Task No_column_that_leads_to_a_person_is_left_undescribed() =>
        Assert.Empty(await communications.QueryAsync<string[]>("select coalesce(array_agg(one), '{}') from undescribed_person_columns() one"));

    [Fact]
    public async Task Who_is_erased_is_gone_and_no_late_event_brings_them_back()
    {
        var (id, address) = (Guid.CreateVersion7(), $"{Guid.NewGuid():N}@test.example");
        var joined = new MemberJoined(id, "Kim", "Borta", address, Guid.CreateVersion7(), "Vänsterpartiet Kil", "sv") { Version = 1, OccurredAt = communications.Clock.GetUtcNow() };
        await communications.TellAsync(joined);
        var copy = await communications.QueryAsync<string>("select person_copy(@id, true)::text", new { id });
        Assert.Contains(address, copy, StringComparison.Ordinal);
        await communications.TellAsync(new PrivacyLetterRequested(PrivacyLetterKind.Erased, address, "sv", null));

        await communications.TellAsync(new PersonErased(id));
        await communications.TellAsync(new PersonErased(id));
        await communications.TellAsync(new MemberChanged(id, "Kim", "Borta", address, Guid.CreateVersion7(), MembershipState.Member, "sv") { Version = 9, OccurredAt = communications.Clock.GetUtcNow() });
        Assert.Equal(0, await communications.QueryAsync<long>("select count(*) from recipients where member_id = @id", new { id }));
        // The letter that tells of it is the only trace, and goes a week after it was sent.
        Assert.Equal(["privacyNotice"], await communications.QueryAsync<string[]>("select array_agg(template) from outgoing_mail where address = @address", new { address }));
        Assert.StartsWith("whole", await communications.QueryAsync<string>("select check_audit(now())"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restored_service_is_told_whom_to_erase_again()
    {
        var id = Guid.CreateVersion7();
        await communications.TellAsync(new PersonErased(id));
        var answers = await communications.QueryAsync<long>("select count(*) from inbox where consumer = 'AboutPeople'");
        await communications.TellAsync(new StateWanted("members"));
        // What it says again reaches it too.
        await Eventually.SeeAsync(() => communications.QueryAsync<long>("select count(*) from inbox where consumer = 'AboutPeople'"), seen => seen >= answers + 2);
        Assert.Equal(1, await communications.QueryAsync<long>("select count(*) from erased_people where person_id = @id", new { id }));
    }
}
