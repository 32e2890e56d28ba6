using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Joining;

/// <summary>Who is asked to call somebody new, and by when.</summary>
public sealed class WelcomeTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;

    [Fact]
    public async Task A_welcome_goes_to_the_membership_secretary_else_the_chair_else_the_liaison_else_the_ombudsman()
    {
        var arvika = new { association = Places.Arvika };
        Assert.Equal(People.IdOf("membership-secretary-arvika"), await WelcomedByAsync("1784"));

        await members.ExecuteAsync("update assignments set ended_on = from_date where kind = 'membershipSecretary' and association_id = @association", arvika);
        Assert.Equal(await members.QueryAsync<Guid>("select person_id from assignments where kind = 'chair' and association_id = @association and ended_on is null", arvika), await WelcomedByAsync("1784"));

        await members.ExecuteAsync("update assignments set ended_on = from_date where kind = 'chair' and association_id = @association", arvika);
        Assert.Equal(await members.QueryAsync<Guid>("select person_id from liaisons where association_id = @association", arvika), await WelcomedByAsync("1784"));

        await members.ExecuteAsync("delete from liaisons where association_id = @association", arvika);
        Assert.Equal(People.IdOf("ombudsman"), await WelcomedByAsync("1784"));

        await members.ExecuteAsync("update assignments set ended_on = from_date where kind = 'ombudsman'");
        Assert.Null(await WelcomedByAsync("1784"));
        await members.ExecuteAsync("update assignments set ended_on = null where kind = 'ombudsman'");
    }

    [Fact]
    public async Task A_welcome_is_due_in_forty_eight_hours_and_is_late_after()
    {
        var person = await JoinAsync("1785");
        using var ombudsman = await members.RoleAsync("ombudsman");
        var opened = Assert.Single(await CasesAsync(ombudsman, person, "open"));
        Assert.Equal(TimeSpan.FromHours(48), opened.GetProperty("due").GetDateTimeOffset() - opened.GetProperty("openedAt").GetDateTimeOffset());
        Assert.False(opened.GetProperty("isLate").GetBoolean());
        Assert.Empty(await CasesAsync(ombudsman, person, "late"));

        await members.MoveClockAsync(TimeSpan.FromHours(47.9));
        Assert.Empty(await CasesAsync(ombudsman, person, "late"));
        await members.MoveClockAsync(TimeSpan.FromHours(0.2));
        Assert.True(Assert.Single(await CasesAsync(ombudsman, person, "late")).GetProperty("isLate").GetBoolean());
    }

    private static async Task<IReadOnlyList<System.Text.Json.JsonElement>> CasesAsync(HttpClient caller, Guid person, string state) =>
        [.. (await caller.AllPagesAsync($"/api/members/care/cases?state={state}")).Where(one => one.Id("memberId") == person)];

    private async Task<Guid?> WelcomedByAsync(string municipality) =>
        await members.QueryAsync<Guid?>("select assignee_id from care_cases where person_id = @person and reason = 'welcome'", new { person = await JoinAsync(municipality) });

    private async Task<Guid> JoinAsync(string municipality)
    {
        var email = $"{Guid.NewGuid():N}@test.example";
        await members.Anonymous().PostAsync("/api/members/applications", Forms.Of(email, municipalityCode: municipality)).ReadAsync(System.Net.HttpStatusCode.Accepted);
        var token = (await fixture.Events.HearAsync<JoinConfirmationRequested>(one => one.Email == email)).Token;
        await members.Anonymous().PostAsync("/api/members/applications/confirmation", new { token }).ReadAsync();
        return (await fixture.Events.HearAsync<MemberJoined>(one => one.Email == email)).MemberId;
    }
}
