using System.Text.Json;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Register;

/// <summary>Who has read about whom: written for every reading, shown to the person with the assignment and never the name.</summary>
public sealed class ReadLogTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;

    [Fact]
    public async Task A_person_sees_every_kind_of_reading_with_the_assignment_and_the_purpose()
    {
        var person = await members.AddApplicantAsync(Places.Karlstad, "Läst", "Överallt");
        var open = await members.OpenCaseAsync(person.Id);
        using var chair = await members.RoleAsync("association-chair-karlstad");
        using var ombudsman = await members.RoleAsync("ombudsman");
        await chair.GetAsync(Address("people?q=Läst Överallt")).ReadAsync();
        await chair.GetAsync(Address($"people/{person.Id}?purpose=Ringlista")).ReadAsync();
        await chair.GetAsync(Address($"care/cases/{open}")).ReadAsync();
        using (var export = await ombudsman.GetAsync(Address("hand-overs/export")))
            Assert.True(export.IsSuccessStatusCode);

        var reads = await ReadsAsync(person.Id);
        Assert.Equal(
            ["export ombudsman hand-over", "case chair other", "details chair Ringlista", "list chair "],
            reads.Select(one => $"{one.Text("what")} {one.Text("assignment")} {one.Text("purpose")}"));
        Assert.Equal("Vänsterpartiet Karlstad", reads.Single(one => one.Text("what") == "details").Text("associationName"));
        var name = await members.QueryAsync<string>("select family_name from people where id = @id", new { id = People.IdOf("association-chair-karlstad") });
        Assert.DoesNotContain(reads, one => one.ToString().Contains(name, StringComparison.Ordinal) || one.ToString().Contains(People.IdOf("association-chair-karlstad").ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reading_again_within_a_quarter_of_an_hour_is_the_same_reading()
    {
        var person = await members.AddMemberAsync(Places.Karlstad);
        using var chair = await members.RoleAsync("association-chair-karlstad");
        using var ombudsman = await members.RoleAsync("ombudsman");
        await chair.GetAsync(Address($"people/{person.Id}")).ReadAsync();
        await chair.GetAsync(Address($"people/{person.Id}")).ReadAsync();
        await ombudsman.GetAsync(Address($"people/{person.Id}")).ReadAsync();
        Assert.Equal(["ombudsman", "chair"], (await ReadsAsync(person.Id)).Select(one => one.Text("assignment")));
        await members.MoveClockAsync(TimeSpan.FromMinutes(16));
        await chair.GetAsync(Address($"people/{person.Id}")).ReadAsync();
        Assert.Equal(3, (await ReadsAsync(person.Id)).Count);
    }

    [Fact]
    public async Task An_answer_that_shows_the_person_is_a_reading_also_where_the_request_was_a_change()
    {
        var (paying, refused) = (await members.AddApplicantAsync(Places.Karlstad), await members.AddApplicantAsync(Places.Karlstad));
        using var chair = await members.RoleAsync("association-chair-karlstad");
        await chair.PostAsync($"/api/members/people/{paying.Id}/payment", new { paidOn = members.Today() }).ReadAsync();
        await chair.PostAsync($"/api/members/people/{refused.Id}/refusal", new { reason = "Är aktiv i ett annat parti." }).ReadAsync();
        Assert.Equal(["details chair", "details chair"], (await ReadsAsync(paying.Id)).Concat(await ReadsAsync(refused.Id)).Select(one => $"{one.Text("what")} {one.Text("assignment")}"));
    }

    [Fact]
    public async Task Reading_about_oneself_leaves_no_trace()
    {
        using var chair = await members.RoleAsync("association-chair-karlstad");
        var own = People.IdOf("association-chair-karlstad");
        await chair.GetAsync(Address($"people/{own}")).ReadAsync();
        await chair.GetAsync(Address("me")).ReadAsync();
        Assert.Empty(await ReadsAsync(own));
    }

    [Fact]
    public async Task Whoever_only_tries_to_read_leaves_no_trace_and_sees_nothing()
    {
        var person = await members.AddMemberAsync(Places.Karlstad);
        using var secretary = await members.RoleAsync("membership-secretary-arvika");
        await secretary.GetAsync(Address($"people/{person.Id}")).RefusedAsync(System.Net.HttpStatusCode.NotFound, "person.unknown");
        Assert.Empty(await ReadsAsync(person.Id));
    }

    [Fact]
    public async Task Nobody_sees_who_has_read_about_somebody_else()
    {
        var (one, other) = (await members.AddMemberAsync(Places.Karlstad), await members.AddMemberAsync(Places.Karlstad));
        using var chair = await members.RoleAsync("association-chair-karlstad");
        await chair.GetAsync(Address($"people/{one.Id}")).ReadAsync();
        Assert.Single(await ReadsAsync(one.Id));
        Assert.Empty(await ReadsAsync(other.Id));
    }

    private Task<IReadOnlyList<JsonElement>> ReadsAsync(Guid person) => members.As(person, "member:self@district").AllPagesAsync("/api/members/me/reads", size: 2);

    private static Uri Address(string path) => new("/api/members/" + path, UriKind.Relative);
}
