using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>Those who are elected, as anybody sees them.</summary>
public sealed class ProfileTests(Servers servers) : IAsyncLifetime
{
    private CommunicationsHost communications = null!;

    public async ValueTask InitializeAsync() => communications = await CommunicationsHost.StartAsync(servers);

    public ValueTask DisposeAsync() => communications.DisposeAsync();

    [Fact]
    public async Task What_is_published_is_open_to_everyone_until_it_is_withdrawn_and_then_forgotten()
    {
        var profile = Profile(2);
        await communications.TellAsync(profile);
        var shown = Assert.Single(await ListAsync());
        Assert.Equal(("Kim Exempel", "Sjukvård"), (shown.GetProperty("name").GetString(), shown.GetProperty("area").GetString()));
        using (var portrait = await communications.Anonymous().GetAsync(new Uri(shown.GetProperty("portrait").GetString()!, UriKind.Relative), TestContext.Current.CancellationToken))
            Assert.Equal(("image/jpeg", 3), (portrait.Content.Headers.ContentType?.MediaType, (await portrait.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length));

        await communications.TellAsync(new ProfileWithdrawn(profile.ProfileId) { Version = 3 });
        Assert.Empty(await ListAsync());
        // An earlier one that comes late shows nothing, and nothing is left of it.
        await communications.TellAsync(profile with { EventId = Guid.CreateVersion7() });
        Assert.Empty(await ListAsync());
        Assert.Equal(1, await communications.QueryAsync<long>("select count(*) from profiles where num_nonnulls(member_id, name, area, about, email, phone, web, portrait) = 0"));
        using var gone = await communications.Anonymous().GetAsync(new Uri($"/api/communications/profiles/{profile.ProfileId}/portrait", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task After_the_last_day_of_the_assignment_nobody_sees_it_also_before_the_end_is_told()
    {
        await communications.TellAsync(Profile(1) with { Until = ServiceDefaults.Time.SwedishTime.DateOf(communications.Clock.GetUtcNow()) });
        Assert.Single(await ListAsync());
        await communications.MoveClockAsync(TimeSpan.FromDays(1));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task What_the_owner_no_longer_knows_after_a_restore_is_forgotten()
    {
        var (known, lost) = (Profile(1), Profile(1));
        foreach (var one in (ProfilePublished[])[known, lost])
            await communications.TellAsync(one);
        await communications.TellAsync(known with { Version = 900, EventId = Guid.CreateVersion7() });
        await communications.TellAsync(new StateResent("profiles", 900, Guid.CreateVersion7(), 1, Guid.CreateVersion7()));
        Assert.Equal(known.ProfileId, Assert.Single(await ListAsync()).GetProperty("profileId").GetGuid());
    }

    private static ProfilePublished Profile(int version) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), "Kim Exempel", "regionCouncillor", "Sjukvård", "Text", "kim@demo.example", null, null, "AQID", null) { Version = version };

    private async Task<IReadOnlyList<JsonElement>> ListAsync() =>
        (await communications.Anonymous().GetFromJsonAsync<JsonElement[]>("/api/communications/profiles", TestContext.Current.CancellationToken))!;
}
