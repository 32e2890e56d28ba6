using System.Net;
using System.Text.Json;

namespace VpVarmland.Tests;

/// <summary>What an association's board may decide about a membership, and what the district board then hears (statutes §§5–7).</summary>
public sealed class DecisionTests(Platform platform)
{
    private const string People = "/api/members/people", Reports = "/api/members/district/reports";

    [Fact]
    public async Task A_refusal_is_reported_and_can_be_appealed_once()
    {
        var applicant = Applicant.New(Applicant.Karlstad);
        using var chair = await DemoDistrict.SignInAsync(platform, DemoDistrict.Chair);
        using var ombudsman = await DemoDistrict.SignInAsync(platform, DemoDistrict.Ombudsman);
        using var secretaryElsewhere = await DemoDistrict.SignInAsync(platform, DemoDistrict.Secretary);
        var karlstad = await AssociationOfAsync(DemoDistrict.Chair);
        var figures = await Figures.ReadAsync(ombudsman, karlstad);
        await applicant.JoinAsync(platform);
        var memberId = (await applicant.FindAsync(chair))!.Value.Id("memberId");

        // The right is the board's: neither the ombudsman nor another association's secretary has it.
        await ombudsman.RefusedAsync(HttpStatusCode.Forbidden, "auth.forbidden", HttpMethod.Post, $"{People}/{memberId}/refusal", new { reason = "Nej." });
        await secretaryElsewhere.RefusedAsync(HttpStatusCode.Forbidden, "auth.forbidden", HttpMethod.Post, $"{People}/{memberId}/refusal", new { reason = "Nej." });
        await chair.RefusedAsync(HttpStatusCode.BadRequest, null, HttpMethod.Post, $"{People}/{memberId}/refusal", new { reason = " " });
        await chair.RefusedAsync(HttpStatusCode.Conflict, "membership.nothing_to_appeal", HttpMethod.Post, $"{People}/{memberId}/appeal", new { note = "För tidigt." });
        await chair.RefusedAsync(HttpStatusCode.Conflict, "membership.not_revocable", HttpMethod.Post, $"{People}/{memberId}/revocation", new { reason = "Har inte betalat." });

        var refused = await chair.PostAsync($"{People}/{memberId}/refusal", new { reason = "Medlem i ett annat parti." });
        Assert.Equal(("refused", "Medlem i ett annat parti."), (refused.Text("membership.state"), refused.Text("membership.endReason")));
        // Never a member: the refusal leaves every figure, and the care cases, as they were before.
        Assert.Equal(figures, await Figures.ReadAsync(ombudsman, karlstad));

        await chair.PostAsync($"{People}/{memberId}/appeal", new { note = "Har lämnat det andra partiet." });
        await chair.RefusedAsync(HttpStatusCode.Conflict, "membership.nothing_to_appeal", HttpMethod.Post, $"{People}/{memberId}/appeal", new { note = "Igen." });
        await TheBoardSeesAsync(memberId, ("appeal", "Har lämnat det andra partiet."), ("refusal", "Medlem i ett annat parti."));
    }

    [Fact]
    public async Task A_membership_can_be_revoked_on_the_ninetieth_day_and_no_later()
    {
        var (late, inTime) = (Applicant.New(Applicant.Karlstad), Applicant.New(Applicant.Karlstad));
        using var chair = await DemoDistrict.SignInAsync(platform, DemoDistrict.Chair);
        using var ombudsman = await DemoDistrict.SignInAsync(platform, DemoDistrict.Ombudsman);
        var karlstad = await AssociationOfAsync(DemoDistrict.Chair);
        var today = await Calendar.TodayAsync(platform);
        var lateId = await PaidAsync(late, today.AddDays(-91));
        var inTimeId = await PaidAsync(inTime, today.AddDays(-90));
        var figures = await Figures.ReadAsync(ombudsman, karlstad);

        await chair.RefusedAsync(HttpStatusCode.Conflict, "membership.not_revocable", HttpMethod.Post, $"{People}/{lateId}/revocation", new { reason = "En dag för sent." });
        Assert.Equal(figures, await Figures.ReadAsync(ombudsman, karlstad));
        var revoked = await chair.PostAsync($"{People}/{inTimeId}/revocation", new { reason = "Har motarbetat partiet." });
        Assert.Equal(("revoked", today), (revoked.Text("membership.state"), revoked.Day("membership.endedOn")));

        var after = await Figures.ReadAsync(ombudsman, karlstad);
        Assert.Equal((figures.Members - 1, figures.AssociationMembers - 1, figures.LeftThisYear + 1), (after.Members, after.AssociationMembers, after.LeftThisYear));
        await TheBoardSeesAsync(inTimeId, ("revocation", "Har motarbetat partiet."));

        async Task<Guid> PaidAsync(Applicant applicant, DateOnly paidOn)
        {
            await applicant.JoinAsync(platform);
            var id = (await applicant.FindAsync(chair))!.Value.Id("memberId");
            var paid = await chair.PostAsync($"{People}/{id}/payment", new { paidOn = $"{paidOn:yyyy-MM-dd}" });
            // Three months ago is more than thirty days: in effect at once, from the day that the statutes say.
            Assert.Equal(("member", paidOn.AddDays(30), paidOn.AddDays(90)), (paid.Text("membership.state"), paid.Day("membership.effectiveOn"), paid.Day("membership.revocableUntil")));
            return id;
        }
    }

    /// <summary>Latest first; seen by one of the board, it is seen for all.</summary>
    private async Task TheBoardSeesAsync(Guid memberId, params (string Kind, string Reason)[] expected)
    {
        using var first = await DemoDistrict.SignInAsync(platform, DemoDistrict.BoardMember);
        using var second = await DemoDistrict.SignInAsync(platform, DemoDistrict.DistrictChair);
        var reports = await OfMemberAsync(first);
        Assert.Equal(expected, reports.Select(report => (report.Text("kind")!, report.Text("reason")!)));
        Assert.All(reports, report => Assert.Equal(("Vänsterpartiet Karlstad", JsonValueKind.Null), (report.Text("associationName"), report.At("seenAt").ValueKind)));
        foreach (var report in reports)
            await first.PostAsync($"{Reports}/{report.Id("reportId")}/seen", new { note = "Behandlad." });
        Assert.All(await OfMemberAsync(second), report => Assert.Equal(("Behandlad.", JsonValueKind.String), (report.Text("note"), report.At("seenAt").ValueKind)));
        using var chair = await DemoDistrict.SignInAsync(platform, DemoDistrict.Chair);
        await chair.RefusedAsync(HttpStatusCode.Forbidden, "auth.forbidden", HttpMethod.Get, Reports);

        async Task<List<JsonElement>> OfMemberAsync(Visitor reader) => [.. (await reader.ListAsync(Reports)).Where(report => report.Id("memberId") == memberId)];
    }

    private async Task<Guid> AssociationOfAsync(string role) => (await DemoDistrict.FindAsync(platform, role)).AssociationId!.Value;
}
