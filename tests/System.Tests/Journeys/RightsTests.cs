using System.Net;

namespace VpVarmland.Tests;

/// <summary>Rights come with an assignment, behind a second factor, and go with it while the person is signed in.</summary>
public sealed class RightsTests(Platform platform)
{
    private const string People = "/api/members/people", Assignments = "/api/members/assignments";

    [Theory]
    [InlineData(DemoDistrict.Ombudsman)]
    [InlineData(DemoDistrict.Administrator)]
    public async Task An_ended_assignment_takes_its_rights_along_within_seconds(string whoEnds)
    {
        using var manager = await DemoDistrict.SignInAsync(platform, whoEnds);
        using var ombudsman = await DemoDistrict.SignInAsync(platform, DemoDistrict.Ombudsman);
        var (memberId, arvika, email) = await NewMemberAsync(ombudsman);
        using var person = await DemoDistrict.SignInByMailAsync(platform, email);
        await person.RefusedAsync(HttpStatusCode.Forbidden, "auth.forbidden", HttpMethod.Get, People);

        var today = await Calendar.TodayAsync(platform);
        var given = await ombudsman.PostAsync(Assignments, new { memberId, kind = "treasurer", associationId = arvika, from = $"{today:yyyy-MM-dd}", until = $"{today.AddYears(1):yyyy-MM-dd}" });
        await Eventually.SeeAsync(person.RefreshAsync, session => session.Flag("secondFactor.required"));
        // The register opens with the second factor, which this person sets up first.
        await person.RefusedAsync(HttpStatusCode.Forbidden, "auth.forbidden", HttpMethod.Get, People);
        await SetUpSecondFactorAsync(person);
        Assert.Contains(await person.ListAsync(People), one => one.Id("memberId") == memberId);
        Assert.All(await person.ListAsync(People), one => Assert.Equal(arvika, one.Id("associationId")));

        await manager.PostAsync($"{Assignments}/{given.Id("assignmentId")}/end", new { reason = "Har flyttat." });
        var ended = TimeProvider.System.GetTimestamp();
        await Eventually.SeeAsync(() => person.StatusAsync(People), status => status == HttpStatusCode.Forbidden);
        Assert.InRange(TimeProvider.System.GetElapsedTime(ended), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.DoesNotContain((await person.RefreshAsync()).Rows("permissions"), right => right.GetString()!.StartsWith("register:", StringComparison.Ordinal));
        // Signed in still, as the member that the person is.
        Assert.Equal(memberId, (await person.GetAsync("/api/members/me")).Id("memberId"));
        await manager.RefusedAsync(HttpStatusCode.Conflict, null, HttpMethod.Post, $"{Assignments}/{given.Id("assignmentId")}/end", new { reason = "Igen." });
    }

    [Fact]
    public async Task The_running_of_the_platform_is_not_the_ombudsmans_to_give_away()
    {
        using var ombudsman = await DemoDistrict.SignInAsync(platform, DemoDistrict.Ombudsman);
        var member = await DemoDistrict.FindAsync(platform, DemoDistrict.PlainMember);
        var today = await Calendar.TodayAsync(platform);
        foreach (var kind in (string[])["administrator", "operator"])
            await ombudsman.RefusedAsync(HttpStatusCode.Forbidden, null, HttpMethod.Post, Assignments, new { member.MemberId, kind, from = $"{today:yyyy-MM-dd}" });
    }

    private async Task<(Guid MemberId, Guid Association, string Email)> NewMemberAsync(Visitor ombudsman)
    {
        var applicant = Applicant.New(Applicant.Arvika);
        await applicant.JoinAsync(platform);
        var row = (await applicant.FindAsync(ombudsman))!.Value;
        await ombudsman.PostAsync($"{People}/{row.Id("memberId")}/payment", new { paidOn = $"{(await Calendar.TodayAsync(platform)).AddDays(-30):yyyy-MM-dd}" });
        return (row.Id("memberId"), row.Id("associationId"), applicant.Email);
    }

    private static async Task SetUpSecondFactorAsync(Visitor person)
    {
        var secret = (await person.PostAsync("/auth/totp/begin")).Text("secret")!;
        Assert.Equal(10, (await person.PostAsync("/auth/totp/confirm", new { code = await Totp.NextAsync(secret) })).Rows("recoveryCodes").Count);
        var session = await person.RefreshAsync();
        Assert.Equal((true, true), (session.Flag("secondFactor.totp"), session.Flag("secondFactor.satisfied")));
    }
}
