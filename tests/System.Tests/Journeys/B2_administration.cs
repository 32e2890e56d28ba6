using System.Net;

namespace VpVarmland.Tests;

/// <summary>The board room and the link to the party centrally, by interface: called by mail, decided, adjusted, archived, found; relayed, done, reported back.</summary>
public sealed class B2_administration(Platform platform)
{
    private const string Meetings = "/api/members/board/meetings", Central = "/api/members/central/items";

    [Fact]
    public async Task A_board_meeting_is_called_once_minuted_adjusted_by_two_locked_and_found()
    {
        using var ombudsman = await DemoDistrict.SignInAsync(platform, DemoDistrict.Ombudsman);
        using var chair = await DemoDistrict.SignInAsync(platform, DemoDistrict.DistrictChair);
        using var treasurer = await DemoDistrict.SignInAsync(platform, DemoDistrict.Treasurer);
        using var member = await DemoDistrict.SignInAsync(platform, DemoDistrict.PlainMember);
        var today = await Calendar.TodayAsync(platform);
        var word = $"Lingonmys{Guid.NewGuid().ToString("N")[..8]}";
        var title = $"Extra möte {word}";
        var planned = await ombudsman.PostAsync(Meetings, new { title, startsAt = $"{today.AddDays(14):yyyy-MM-dd}T17:00:00Z", place = "Expeditionen", link = "https://mote.example/rum" });
        var meeting = planned.Id("meeting.meetingId");
        await member.RefusedAsync(HttpStatusCode.Forbidden, "auth.forbidden", HttpMethod.Get, $"{Meetings}/{meeting}");
        var item = planned.Rows("items")[5].Id("itemId");
        await ombudsman.SendFileAsync($"/api/members/board/items/{item}/papers?fileName=budget.pdf", [.. "%PDF-1.7\n"u8, .. new byte[2 << 20]]);

        await ombudsman.PostAsync($"{Meetings}/{meeting}/notice");
        await ombudsman.RefusedAsync(HttpStatusCode.Conflict, "board.not_now", HttpMethod.Post, $"{Meetings}/{meeting}/notice");
        using var outside = new Visitor(platform);
        var mailbox = new Mailbox(outside, (await DemoDistrict.FindAsync(platform, DemoDistrict.DistrictChair)).Email);
        var notice = await mailbox.GetsAsync($"Kallelse: {title}");
        Assert.Equal($"/distrikt/styrelse/{meeting}", notice.LinkTo("/distrikt/styrelse/"));
        // Opening the link changes nothing, however often a scanner does.
        await chair.OpenPageAsync(notice.LinkTo("/distrikt/styrelse/"));

        var decision = (await ombudsman.PostAsync($"/api/members/board/items/{item}/decisions", new { text = $"Köpa {word}.", ownerId = treasurer.MemberId, due = today.AddDays(20) })).Id("decisionId");
        var called = await ombudsman.GetAsync($"{Meetings}/{meeting}");
        Guid[] adjusters = [chair.MemberId, treasurer.MemberId];
        await ombudsman.PutAsync($"{Meetings}/{meeting}/minutes", new { items = new[] { new { itemId = item, said = "Styrelsen gick igenom budgeten." } }, present = adjusters, adjusters }, called.Number("meeting.version"));
        var finished = await ombudsman.PostAsync($"{Meetings}/{meeting}/adjusting");
        await AdjustAsync(chair, "minuted");
        await AdjustAsync(treasurer, "locked");
        await ombudsman.RefusedAsync(HttpStatusCode.Conflict, "board.not_now", HttpMethod.Delete, $"{Meetings}/{meeting}/adjusting");
        Assert.Equal(64, (await chair.GetAsync($"{Meetings}/{meeting}")).Text("hash")!.Length);

        var found = Assert.Single((await treasurer.GetAsync($"/api/members/documents?text={word}")).Rows());
        Assert.Equal(("minutes", meeting), (found.Text("kind"), found.Id("meetingId")));
        Assert.Contains(found.Rows("found"), piece => piece.Flag("isHit") && piece.Text("text")!.Contains(word, StringComparison.Ordinal));
        Assert.Empty((await member.GetAsync($"/api/members/documents?text={word}")).Rows());
        Assert.Contains(await treasurer.ListAsync("/api/members/board/decisions"), row => row.Id("decisionId") == decision);
        await treasurer.PostAsync($"/api/members/board/decisions/{decision}/done");
        Assert.DoesNotContain(await treasurer.ListAsync("/api/members/board/decisions"), row => row.Id("decisionId") == decision);
        Assert.Single(await mailbox.ReadAsync(), mail => mail.Subject == $"Kallelse: {title}");

        async Task AdjustAsync(Visitor adjuster, string state)
        {
            await adjuster.RefusedAsync(HttpStatusCode.PreconditionRequired, "request.version_needed", HttpMethod.Post, $"{Meetings}/{meeting}/adjustment");
            Assert.Equal(state, (await adjuster.PostAsync($"{Meetings}/{meeting}/adjustment", version: (await adjuster.GetAsync($"{Meetings}/{meeting}")).Number("meeting.version"))).Text("meeting.state"));
        }
    }

    [Fact]
    public async Task A_national_deadline_is_relayed_done_by_those_concerned_and_reported_back()
    {
        using var ombudsman = await DemoDistrict.SignInAsync(platform, DemoDistrict.Ombudsman);
        using var karlstad = await DemoDistrict.SignInAsync(platform, DemoDistrict.Chair);
        using var arvika = await DemoDistrict.SignInAsync(platform, DemoDistrict.Secretary);
        var today = await Calendar.TodayAsync(platform);
        var person = await DemoDistrict.FindAsync(platform, DemoDistrict.Chair);
        var title = $"Anmäl ombud {Guid.NewGuid():N}";
        var relayed = await ombudsman.PostAsync(Central, new { kind = "deadline", title, body = "Anmälan görs till partiexpeditionen.", due = today.AddDays(10), receivedOn = today, associations = new[] { person.AssociationId } });
        var item = relayed.Id("item.itemId");
        var ours = $"/api/members/associations/{person.AssociationId}/central";
        await arvika.RefusedAsync(HttpStatusCode.NotFound, "central.unknown", HttpMethod.Get, ours);
        await karlstad.RefusedAsync(HttpStatusCode.Forbidden, "auth.forbidden", HttpMethod.Get, Central);
        Assert.Contains(await karlstad.ListAsync(ours), row => row.Id("itemId") == item);

        await ombudsman.PostAsync($"{Central}/{item}/reminders");
        using var outside = new Visitor(platform);
        Assert.Equal($"/forening/{person.AssociationId}/centralt", (await new Mailbox(outside, person.Email).GetsAsync($"Påminnelse: {title}")).LinkTo("/forening/"));
        await karlstad.PostAsync($"{ours}/{item}/read");
        Assert.Equal((1, 0), await StandingAsync());
        await karlstad.PostAsync($"{ours}/{item}/done", new { note = "Två ombud anmälda." });
        Assert.Equal((1, 1), await StandingAsync());
        await ombudsman.PutAsync($"{Central}/{item}/report", new { text = "Alla ombud är anmälda.", on = today }, 1);
        var closed = await ombudsman.GetAsync($"{Central}/{item}");
        Assert.Equal(("Alla ombud är anmälda.", false, "Två ombud anmälda."), (closed.Text("item.report"), closed.Flag("item.isLate"), Assert.Single(closed.Rows("relays")).Text("note")));

        async Task<(long Read, long Done)> StandingAsync()
        {
            var view = await ombudsman.GetAsync($"{Central}/{item}");
            return (view.Number("item.read"), view.Number("item.done"));
        }
    }
}
