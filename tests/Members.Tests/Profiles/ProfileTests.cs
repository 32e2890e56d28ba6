using System.Net;
using System.Text;
using VpVarmland.Contracts;
using VpVarmland.Members.Profiles;
using VpVarmland.Tests.Assignments;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Profiles;

/// <summary>Public profiles: nothing is shown without the person's own yes to just that, and nothing after the assignment.</summary>
public sealed class ProfileTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly OfficeGround ground = new(fixture.Host);

    [Fact]
    public async Task What_the_person_has_agreed_to_is_published_with_a_portrait_without_the_cameras_notes()
    {
        var (person, id) = await CouncillorAsync();
        using var own = members.As(person, "member:self@district");
        await own.PutAsync($"/api/members/me/profiles/{id}", OfficeGround.Text(true), "\"0\"").ReadAsync();
        await own.PostAsync(new Uri($"/api/members/me/profiles/{id}/portrait", UriKind.Relative), new ByteArrayContent(OfficeGround.Jpeg)).ReadAsync();
        var shown = await own.PostAsync($"/api/members/me/profiles/{id}/publication", new { }).ReadAsync();
        Assert.False(shown.GetProperty("isChanged").GetBoolean());
        var told = await fixture.Events.HearAsync<ProfilePublished>(one => one.ProfileId == id);
        Assert.Equal((person, "regionCouncillor", "Hälso- och sjukvård", "+46701740620"), (told.MemberId, told.Kind, told.Area, told.Phone));
        var portrait = Convert.FromBase64String(told.Portrait!);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(portrait), StringComparison.Ordinal);
        Assert.Equal([0xFF, 0xD8, 0xFF, 0xDB], portrait[..4]);
    }

    [Fact]
    public async Task What_somebody_else_writes_is_not_shown_before_the_person_has_agreed_and_the_public_sees_the_earlier_text_meanwhile()
    {
        var (person, id) = await CouncillorAsync();
        using var own = members.As(person, "member:self@district");
        await ground.Manager.PutAsync($"/api/members/profiles/{id}", OfficeGround.TextOfAnother, "\"0\"").ReadAsync();
        await ground.Manager.PostAsync($"/api/members/profiles/{id}/publication", new { }).RefusedAsync(HttpStatusCode.Conflict, "profile.needs_consent");
        await own.PutAsync($"/api/members/me/profiles/{id}", OfficeGround.Text(true), "\"1\"").ReadAsync();
        var published = await ground.Manager.PostAsync($"/api/members/profiles/{id}/publication", new { }).ReadAsync();

        var rewritten = await ground.Manager.PutAsync($"/api/members/profiles/{id}", new { text = "Något annat." }, $"\"{published.GetProperty("version").GetInt32()}\"").ReadAsync();
        Assert.True(rewritten.GetProperty("isChanged").GetBoolean());
        Assert.False(rewritten.GetProperty("hasConsent").GetBoolean());
        Assert.Equal("Jag arbetar för fler vårdplatser.", Assert.Single(await fixture.Events.AllAsync<ProfilePublished>(one => one.ProfileId == id)).Text);
        await ground.Manager.PostAsync($"/api/members/profiles/{id}/publication", new { }).RefusedAsync(HttpStatusCode.Conflict, "profile.needs_consent");

        // No longer agreeing withdraws it.
        await own.PutAsync($"/api/members/me/profiles/{id}", OfficeGround.Text(), $"\"{rewritten.GetProperty("version").GetInt32()}\"").ReadAsync();
        await fixture.Events.HearAsync<ProfileWithdrawn>(one => one.ProfileId == id);
    }

    [Fact]
    public async Task When_the_assignment_ends_the_profile_is_withdrawn_in_the_same_moment()
    {
        var (person, id) = await ShownAsync();
        await ground.EndAsync(id);
        var version = (await fixture.Events.HearAsync<ProfileWithdrawn>(one => one.ProfileId == id)).Version;
        Assert.True(version > (await fixture.Events.HearAsync<ProfilePublished>(one => one.ProfileId == id)).Version);
        await members.As(person, "member:self@district").PostAsync($"/api/members/me/profiles/{id}/publication", new { }).RefusedAsync(HttpStatusCode.NotFound, "profile.unknown");
    }

    [Fact]
    public async Task Somebody_who_gets_protected_identity_is_withdrawn_and_cannot_be_shown()
    {
        var (person, id) = await ShownAsync();
        using var ombudsman = members.As(People.IdOf("ombudsman"), "protection:manage@district");
        await ombudsman.PutAsync($"/api/members/people/{person}/protection", new { isProtected = true, throughId = People.IdOf("district-chair"), reason = "Hot." }, $"\"{await members.QueryAsync<int>("select version from people where id = @person", new { person })}\"").ReadAsync();
        await fixture.Events.HearAsync<ProfileWithdrawn>(one => one.ProfileId == id);
        using var own = members.As(person, "member:self@district");
        var version = (await own.GetAsync(new Uri("/api/members/me/profiles", UriKind.Relative)).ReadAsync()).Items()[0].GetProperty("version").GetInt32();
        await own.PutAsync($"/api/members/me/profiles/{id}", OfficeGround.Text(true), $"\"{version}\"").ReadAsync();
        await own.PostAsync($"/api/members/me/profiles/{id}/publication", new { }).RefusedAsync(HttpStatusCode.Conflict, "profile.protected");
    }

    [Fact]
    public async Task Nobody_writes_another_persons_own_profile_and_only_elected_assignments_have_one()
    {
        var (_, id) = await CouncillorAsync();
        var other = await ground.PersonAsync();
        using var stranger = members.As(other, "member:self@district");
        await stranger.PutAsync($"/api/members/me/profiles/{id}", OfficeGround.Text(true), "\"0\"").RefusedAsync(HttpStatusCode.NotFound, "profile.unknown");
        var seat = await ground.StartAsync(other, "studyOrganiser");
        await stranger.PutAsync($"/api/members/me/profiles/{seat}", OfficeGround.Text(true), "\"0\"").RefusedAsync(HttpStatusCode.NotFound, "profile.unknown");
    }

    [Fact]
    public async Task A_portrait_is_a_jpeg()
    {
        var (person, id) = await CouncillorAsync();
        using var own = members.As(person, "member:self@district");
        foreach (var bad in (byte[][])[[], [1, 2, 3, 4], OfficeGround.Jpeg[..^4], [0xFF, 0xD8, .. new byte[Portrait.Largest]]])
            await own.PostAsync(new Uri($"/api/members/me/profiles/{id}/portrait", UriKind.Relative), new ByteArrayContent(bad)).RefusedAsync(HttpStatusCode.BadRequest, "profile.bad_portrait");
    }

    [Fact]
    public void Whatever_is_sent_as_a_portrait_is_refused_or_cleaned_and_cleaning_twice_changes_nothing()
    {
        var random = Seeds.Random();
        for (var round = 0; round < 5_000; round++)
        {
            byte[] spoiled = [.. OfficeGround.Jpeg, .. new byte[random.Next(4)]];
            for (var times = random.Next(4); times > 0; times--)
                spoiled[random.Next(spoiled.Length)] = (byte)random.Next(256);
            if (Portrait.Clean(spoiled) is { } clean)
                Assert.Equal(clean, Portrait.Clean(clean));
        }
    }

    private async Task<(Guid Person, Guid Assignment)> CouncillorAsync()
    {
        var person = await ground.PersonAsync();
        return (person, (await ground.Manager.PostAsync("/api/members/assignments", new { memberId = person, kind = "regionCouncillor", from = members.Today() }).ReadAsync(HttpStatusCode.Created)).Id("assignmentId"));
    }

    private async Task<(Guid Person, Guid Assignment)> ShownAsync()
    {
        var (person, id) = await CouncillorAsync();
        using var own = members.As(person, "member:self@district");
        await own.PutAsync($"/api/members/me/profiles/{id}", OfficeGround.Text(true), "\"0\"").ReadAsync();
        await own.PostAsync($"/api/members/me/profiles/{id}/publication", new { }).ReadAsync();
        return (person, id);
    }
}
