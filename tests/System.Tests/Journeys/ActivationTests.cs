using System.Net;

namespace VpVarmland.Tests;

/// <summary>Goal G3 of the operating plan: members are asked to do something that suits them, and what they do is seen.</summary>
public sealed class ActivationTests(Platform platform)
{
    private const string Asks = "/api/members/activation/asks";

    [Fact]
    public async Task G3_activate()
    {
        var association = (await DemoDistrict.FindAsync(platform, DemoDistrict.Chair)).AssociationId!.Value;
        var helper = Applicant.New(Applicant.Karlstad);
        await helper.JoinAsync(platform);
        using var chair = await DemoDistrict.SignInAsync(platform, DemoDistrict.Chair);
        var memberId = (await Eventually.SeeAsync(() => helper.FindAsync(chair), found => found is not null))!.Value.Id("memberId");
        using var self = await DemoDistrict.SignInByMailAsync(platform, helper.Email);
        var licence = (await self.GetAsync("/api/members/activation/interests")).Rows().First(one => one.Text("nameSv") == "Körkort").Id("id");
        await self.PutAsync("/api/members/me/activity", new { interests = new[] { licence }, times = new[] { "weekdays", "evenings", "weekends" } }, 1);

        var token = await IsAskedAsync(chair, self, helper, memberId, association, licence);
        var ask = await AnswersAsync(chair, memberId, token);
        await CameAsync(chair, self, helper, memberId, ask);
    }

    private async Task<string> IsAskedAsync(Visitor chair, Visitor self, Applicant helper, Guid memberId, Guid association, Guid licence)
    {
        var today = await Calendar.TodayAsync(platform);
        var form = new { associationId = association, title = "Köra ut flygblad", startsAt = new DateTimeOffset(today.AddDays(1), new TimeOnly(5, 0), TimeSpan.Zero), minutes = 120, place = "Stora torget", needed = 1, way = "leaflets", interestId = licence };
        var best = (await chair.PostAsync($"{Asks}/preview", form)).Rows("people").Single(one => one.Id("memberId") == memberId);
        Assert.Superset(new HashSet<string?> { "skill", "way", "time" }, best.Rows("reasons").Select(reason => reason.GetString()).ToHashSet());
        await chair.PostAsync(Asks, new { form.associationId, form.title, form.startsAt, form.minutes, form.place, form.needed, form.way, form.interestId, memberIds = new[] { memberId } });
        var mail = await new Mailbox(self, helper.Email).GetsAsync("Kan du hjälpa till: Köra ut flygblad?");
        var link = mail.LinkTo("/svara/");
        using var scanner = new Visitor(platform);
        await scanner.OpenPageAsync(link);
        return link[(link.LastIndexOf('/') + 1)..];
    }

    private async Task<Guid> AnswersAsync(Visitor chair, Guid memberId, string token)
    {
        using var anybody = new Visitor(platform);
        var asked = await anybody.GetAsync($"/api/members/activation/answers/{token}");
        Assert.Equal(("Alva", System.Text.Json.JsonValueKind.Null), (asked.Text("givenName"), asked.At("answer").ValueKind));
        Assert.True((await anybody.PostAsync($"/api/members/activation/answers/{token}", new { answer = "yes" })).Flag("hasPlace"));
        var ask = (await chair.ListAsync(Asks)).Single(one => one.Text("title") == "Köra ut flygblad" && one.Number("asked") == 1 && !one.Flag("isOver"));
        var person = (await chair.GetAsync($"{Asks}/{ask.Id("askId")}")).Rows("people").Single(one => one.Id("memberId") == memberId);
        Assert.Equal(("yes", true), (person.Text("answer"), person.Flag("hasPlace")));
        await anybody.RefusedAsync(HttpStatusCode.NotFound, "ask.link_invalid", HttpMethod.Get, "/api/members/activation/answers/nothing");
        return ask.Id("askId");
    }

    private async Task CameAsync(Visitor chair, Visitor self, Applicant helper, Guid memberId, Guid ask)
    {
        await Calendar.ForwardAsync(platform, days: 2);
        await chair.PostAsync($"{Asks}/{ask}/came", new { memberIds = new[] { memberId } });
        await new Mailbox(self, helper.Email).GetsAsync("Tack för hjälpen: Köra ut flygblad");
    }
}
