using System.Net;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Care;

/// <summary>A woman leaves an assignment early: a conversation is offered, and what is said in it stays between two.</summary>
public sealed class ExitTalkTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly HttpClient ombudsman = fixture.Host.As(People.IdOf("ombudsman"), "care:work@district", "assignments:manage@district");
    private readonly HttpClient chair = fixture.Host.As(People.IdOf("association-chair-karlstad"), $"care:work@{Places.Karlstad}");
    private readonly HttpClient officer = fixture.Host.As(People.IdOf("feminist-officer"), $"care:exit@{Places.Karlstad}");

    [Fact]
    public async Task The_feminist_officer_gets_the_conversation_and_nobody_else_reads_what_is_said()
    {
        var person = await LeavesAsync("woman");
        var talk = Assert.Single(await officer.AllPagesAsync("/api/members/care/exit-talks"), one => one.Id("memberId") == person);
        Assert.Equal((People.IdOf("feminist-officer"), "feministOfficer"), (talk.Id("assigneeId"), talk.Text("assignedBecause")));
        var id = talk.Id("caseId");
        var noted = await officer.PostAsync($"/api/members/care/exit-talks/{id}/contacts", new { outcome = "met", note = "Mötena var för sena på kvällen." }).ReadAsync();
        Assert.Equal("Mötena var för sena på kvällen.", noted.GetProperty("contacts")[0].Text("note"));

        foreach (var other in (HttpClient[])[chair, ombudsman])
        {
            var seen = await other.GetAsync(new Uri($"/api/members/care/cases/{id}", UriKind.Relative)).ReadAsync();
            Assert.False(seen.GetProperty("mayRead").GetBoolean());
            Assert.DoesNotContain("kvällen", seen.ToString(), StringComparison.Ordinal);
            await other.PostAsync($"/api/members/care/cases/{id}/contacts", new { outcome = "called" }).RefusedAsync(HttpStatusCode.Conflict, "care.confidential");
            // Handing it to oneself would be reading it.
            await other.PostAsync($"/api/members/care/cases/{id}/assignee", new { memberId = People.IdOf("ombudsman") }).RefusedAsync(HttpStatusCode.Conflict, "care.confidential");
            await other.PostAsync($"/api/members/care/cases/{id}/snooze", new { until = members.Today().AddDays(3), reason = "Nej." }).RefusedAsync(HttpStatusCode.Conflict, "care.confidential");
        }
    }

    [Fact]
    public async Task She_sees_no_other_case_and_no_other_association()
    {
        var other = await members.OpenCaseAsync((await members.AddMemberAsync(Places.Karlstad)).Id);
        await officer.GetAsync(new Uri($"/api/members/care/exit-talks/{other}", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "care.unknown");
        await officer.PostAsync($"/api/members/care/exit-talks/{other}/contacts", new { outcome = "called" }).RefusedAsync(HttpStatusCode.NotFound, "care.unknown");
        Assert.All(await officer.AllPagesAsync("/api/members/care/exit-talks"), one => Assert.Equal(("leftAssignment", Places.Karlstad), (one.Text("reason"), one.Id("associationId"))));
        var elsewhere = await LeavesAsync("woman", Places.Arvika);
        Assert.DoesNotContain(await officer.AllPagesAsync("/api/members/care/exit-talks"), one => one.Id("memberId") == elsewhere);
    }

    [Fact]
    public async Task Whoever_is_no_woman_or_has_served_the_term_is_not_asked()
    {
        var man = await LeavesAsync("man");
        var served = (await members.AddMemberAsync(Places.Karlstad)).Id;
        await members.ExecuteAsync("update people set gender = 'woman' where id = @served", new { served });
        await ombudsman.PostAsync("/api/members/assignments", new { memberId = served, kind = "boardMember", associationId = Places.Karlstad, from = members.Today(), until = members.Today() }).ReadAsync(HttpStatusCode.Created);
        await members.MoveClockAsync(TimeSpan.FromDays(2));
        await Eventually.SeeAsync(() => members.QueryAsync<long>("select count(*) from assignments where person_id = @served and ended_on is null", new { served }), held => held == 0);
        Assert.Equal(0, await members.QueryAsync<long>("select count(*) from care_cases where person_id = any(@both) and reason = 'leftAssignment'", new { both = new[] { man, served } }));
    }

    private async Task<Guid> LeavesAsync(string gender, Guid? association = null)
    {
        var person = (await members.AddMemberAsync(association ?? Places.Karlstad)).Id;
        await members.ExecuteAsync("update people set gender = @gender where id = @person", new { person, gender });
        var assignment = (await ombudsman.PostAsync("/api/members/assignments", new { memberId = person, kind = "boardMember", associationId = association ?? Places.Karlstad, from = members.Today() })
            .ReadAsync(HttpStatusCode.Created)).Id("assignmentId");
        await ombudsman.PostAsync($"/api/members/assignments/{assignment}/end", new { reason = "Avgick." }).ReadAsync(HttpStatusCode.NoContent);
        return person;
    }
}
