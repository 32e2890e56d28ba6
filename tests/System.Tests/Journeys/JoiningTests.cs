using System.Net;
using System.Text.Json;

namespace VpVarmland.Tests;

/// <summary>The journey that the platform is there for: somebody joins on the web, is welcomed by mail and by a human, pays, and is a member thirty days later.</summary>
public sealed class JoiningTests(Platform platform)
{
    private const string Applications = "/api/members/applications", Cases = "/api/members/care/cases", People = "/api/members/people", Me = "/api/members/me";

    [Fact]
    public async Task A_person_joins_is_welcomed_and_becomes_a_member()
    {
        var applicant = Applicant.New(Applicant.Arvika);
        var responsible = await DemoDistrict.FindAsync(platform, DemoDistrict.Secretary);
        using var secretary = await SignInTheRealWayAsync(responsible);
        using var chairElsewhere = await DemoDistrict.SignInAsync(platform, DemoDistrict.Chair);
        using var ombudsman = await DemoDistrict.SignInAsync(platform, DemoDistrict.Ombudsman);
        var arvika = responsible.AssociationId!.Value;
        var figures = await Figures.ReadAsync(ombudsman, arvika);

        await ApplyTwiceAsync(applicant, secretary);
        var memberId = (await applicant.FindAsync(secretary))!.Value.Id("memberId");
        Assert.Equal(figures with { Applicants = figures.Applicants + 1, OpenCases = figures.OpenCases + 1 }, await Figures.ReadAsync(ombudsman, arvika));

        var caseId = await SeesTheWelcomeCaseAsync(secretary, memberId, arvika, await secretary.GetAsync(Me));
        await SeesNothingAsync(chairElsewhere, applicant, memberId, caseId);

        using var person = await SignsInAndCorrectsAsync(applicant, memberId, arvika);
        await WorksTheCaseAsync(secretary, memberId, caseId);
        Assert.Equal(figures with { Applicants = figures.Applicants + 1 }, await Figures.ReadAsync(ombudsman, arvika));
        await SeesWhoHasReadAsync(person);

        await PaysAndBecomesAMemberAsync(person, secretary, ombudsman, memberId, arvika);
        await IsHandedOverAsync(ombudsman, person, memberId);

        // Each once, although the form was sent twice and confirmed twice; of links as many as were asked for.
        Assert.Equal(
            ["Bekräfta din ansökan om medlemskap", "Välkommen till Vänsterpartiet", "Nu är du medlem i Vänsterpartiet"],
            (await new Mailbox(person, applicant.Email).ReadAsync()).Select(mail => mail.Subject).Where(subject => subject != "Din inloggningslänk"));
    }

    /// <summary>By the mailed link and then the app's code; before the code the register is closed.</summary>
    private async Task<Visitor> SignInTheRealWayAsync(DemoPerson person)
    {
        var visitor = await DemoDistrict.SignInByMailAsync(platform, person.Email);
        Assert.Equal((true, false, true), (visitor.Session.Flag("secondFactor.required"), visitor.Session.Flag("secondFactor.satisfied"), visitor.Session.Flag("secondFactor.totp")));
        await visitor.RefusedAsync(HttpStatusCode.Forbidden, "auth.forbidden", HttpMethod.Get, People);
        await visitor.RefusedAsync(HttpStatusCode.BadRequest, null, HttpMethod.Post, "/auth/totp/verify", new { code = "12345" });
        visitor.Enter(await visitor.PostAsync("/auth/totp/verify", new { code = await Totp.NextAsync(person.TotpSecret!) }));
        Assert.True(visitor.Session.Flag("secondFactor.satisfied"));
        return visitor;
    }

    private async Task ApplyTwiceAsync(Applicant applicant, Visitor secretary)
    {
        using var visitor = new Visitor(platform);
        var answers = await Task.WhenAll(visitor.PostAsync(Applications, applicant.Form), visitor.PostAsync(Applications, applicant.Form));
        Assert.All(answers, answer => Assert.Equal(applicant.Email, answer.Text("email")));

        var mailbox = new Mailbox(visitor, applicant.Email);
        var link = (await mailbox.GetsAsync("Bekräfta din ansökan om medlemskap")).LinkTo("/bli-medlem/bekrafta/");
        await visitor.OpenPageAsync(link);
        await visitor.OpenPageAsync(link);
        Assert.Null(await applicant.FindAsync(secretary));

        var first = await applicant.ConfirmAsync(visitor);
        var second = await applicant.ConfirmAsync(visitor);
        Assert.All([first, second], answer => Assert.Equal((applicant.GivenName, "Vänsterpartiet Arvika"), (answer.Text("givenName"), answer.Text("associationName"))));
        await visitor.RefusedAsync(HttpStatusCode.BadRequest, "join.link_invalid", HttpMethod.Post, Applications + "/confirmation", new { token = new string('0', 64) });

        var welcome = await mailbox.GetsAsync("Välkommen till Vänsterpartiet");
        Assert.All([welcome.Text, welcome.Html], part =>
        {
            Assert.Contains(applicant.GivenName, part, StringComparison.Ordinal);
            Assert.Contains("Vänsterpartiet Arvika", WebUtility.HtmlDecode(part), StringComparison.Ordinal);
            Assert.Contains("inom 48 timmar", part, StringComparison.Ordinal);
        });
    }

    private static async Task<Guid> SeesTheWelcomeCaseAsync(Visitor secretary, Guid memberId, Guid arvika, JsonElement self)
    {
        var open = await secretary.ListAsync($"{Cases}?association={arvika}&state=open&mine=true");
        var welcome = Assert.Single(open, one => one.Id("memberId") == memberId);
        Assert.Equal(("welcome", "open", false, 0L), (welcome.Text("reason"), welcome.Text("state"), welcome.Flag("isLate"), welcome.Number("attempts")));
        Assert.Equal(secretary.MemberId, welcome.Id("assigneeId"));
        Assert.Equal($"{self.Text("givenName")} {self.Text("familyName")}", welcome.Text("assigneeName"));
        Assert.Equal(TimeSpan.FromHours(48), welcome.Instant("due") - welcome.Instant("openedAt"));
        Assert.Equal(open.Select(one => one.Instant("due")).Order(), open.Select(one => one.Instant("due")));
        return welcome.Id("caseId");
    }

    private async Task SeesNothingAsync(Visitor elsewhere, Applicant applicant, Guid memberId, Guid caseId)
    {
        Assert.Null(await applicant.FindAsync(elsewhere));
        await elsewhere.RefusedAsync(HttpStatusCode.NotFound, "person.unknown", HttpMethod.Get, $"{People}/{memberId}");
        await elsewhere.RefusedAsync(HttpStatusCode.NotFound, "person.unknown", HttpMethod.Post, $"{People}/{memberId}/payment", new { paidOn = "2025-09-01" });
        await elsewhere.RefusedAsync(HttpStatusCode.NotFound, "person.unknown", HttpMethod.Post, $"{People}/{memberId}/refusal", new { reason = "Hör inte hit." });
        Assert.DoesNotContain(await elsewhere.ListAsync($"{Cases}?state=open"), one => one.Id("memberId") == memberId);
        await elsewhere.RefusedAsync(HttpStatusCode.NotFound, "care.unknown", HttpMethod.Get, $"{Cases}/{caseId}");
        await elsewhere.RefusedAsync(HttpStatusCode.NotFound, "care.unknown", HttpMethod.Post, $"{Cases}/{caseId}/contacts", new { outcome = "called" });
        using var member = await DemoDistrict.SignInAsync(platform, DemoDistrict.PlainMember);
        await member.RefusedAsync(HttpStatusCode.Forbidden, "auth.forbidden", HttpMethod.Get, $"{People}/{memberId}");
        using var anybody = new Visitor(platform);
        await anybody.RefusedAsync(HttpStatusCode.Unauthorized, "auth.sign_in_needed", HttpMethod.Get, $"{People}/{memberId}");
    }

    private async Task<Visitor> SignsInAndCorrectsAsync(Applicant applicant, Guid memberId, Guid arvika)
    {
        var person = await DemoDistrict.SignInByMailAsync(platform, applicant.Email);
        Assert.Equal(memberId, person.MemberId);
        Assert.False(person.Session.Flag("secondFactor.required"));
        var me = await person.GetAsync(Me);
        Assert.Equal((applicant.Email, "Vänsterpartiet Arvika", arvika), (me.Text("email"), me.Text("association.name"), me.Id("association.id")));
        Assert.Equal(("applicant", true), (me.Text("membership.state"), me.Flag("membership.isForecast")));
        Assert.Equal(["leaflets", "studies"], me.At("helpWith").EnumerateArray().Select(way => way.GetString()));

        var version = me.Number("version");
        object corrected = new { applicant.GivenName, applicant.FamilyName, phone = "+46 70 174 06 99", postalCode = "67132", applicant.MunicipalityCode, gender = "notStated", helpWith = new[] { "drive" }, language = "sv" };
        Assert.Equal("+46701740699", (await person.PutAsync(Me, corrected, version)).Text("phone"));
        await person.RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed", HttpMethod.Put, Me, corrected, version);
        return person;
    }

    private static async Task WorksTheCaseAsync(Visitor secretary, Guid memberId, Guid caseId)
    {
        var promised = (await secretary.GetAsync($"{Cases}/{caseId}")).Instant("case.due");
        Assert.Equal(promised, (await NoteAsync("noAnswer")).Instant("case.due"));
        var called = await NoteAsync("called");
        Assert.Equal(14, Math.Round((called.Instant("case.due") - called.Rows("contacts")[0].Instant("at")).TotalDays));
        await NoteAsync("met");
        var done = await NoteAsync("done");
        Assert.Equal(("done", 4L), (done.Text("case.state"), done.Number("case.attempts")));
        Assert.Equal(["done", "met", "called", "noAnswer"], done.Rows("contacts").Select(contact => contact.Text("outcome")));
        await secretary.RefusedAsync(HttpStatusCode.Conflict, "care.closed", HttpMethod.Post, $"{Cases}/{caseId}/contacts", new { outcome = "called" });
        Assert.Empty((await secretary.GetAsync($"{People}/{memberId}?purpose=V%C3%A4lkomna")).Rows("openCases"));

        Task<JsonElement> NoteAsync(string outcome) => secretary.PostAsync($"{Cases}/{caseId}/contacts", new { outcome, note = $"Antecknat: {outcome}" });
    }

    private static async Task SeesWhoHasReadAsync(Visitor person)
    {
        var reads = await person.ListAsync($"{Me}/reads");
        Assert.All(reads, read => Assert.Equal(("membershipSecretary", "Vänsterpartiet Arvika"), (read.Text("assignment"), read.Text("associationName"))));
        Assert.Superset(new HashSet<string?> { "list", "case", "details" }, reads.Select(read => read.Text("what")).ToHashSet());
        Assert.Contains(reads, read => (read.Text("what"), read.Text("purpose")) == ("details", "Välkomna"));
    }

    private async Task PaysAndBecomesAMemberAsync(Visitor person, Visitor secretary, Visitor ombudsman, Guid memberId, Guid arvika)
    {
        var today = await Calendar.TodayAsync(platform);
        var paid = await secretary.PostAsync($"{People}/{memberId}/payment", new { paidOn = $"{today:yyyy-MM-dd}" });
        Assert.Equal(("paid", today.AddDays(30), true), (paid.Text("membership.state"), paid.Day("membership.effectiveOn"), paid.Flag("membership.isForecast")));
        await secretary.RefusedAsync(HttpStatusCode.Conflict, "membership.already_paid", HttpMethod.Post, $"{People}/{memberId}/payment", new { paidOn = $"{today:yyyy-MM-dd}" });

        var eve = await Calendar.ForwardAsync(platform, days: 29);
        Assert.Equal("paid", (await person.GetAsync(Me)).Text("membership.state"));
        // Tomorrow's members: this person, and whoever of the demo paid on the same day.
        var due = (await ombudsman.ListAsync($"{People}?state=paid")).Where(one => one.Day("since") == eve.AddDays(1)).ToList();
        Assert.Contains(due, one => one.Id("memberId") == memberId);
        var dueHere = due.Count(one => one.Id("associationId") == arvika);
        var before = await Figures.ReadAsync(ombudsman, arvika);

        await Calendar.ForwardAsync(platform, days: 1);
        await Eventually.SeeAsync(() => person.GetAsync(Me), me => me.Text("membership.state") == "member");
        var after = await Figures.ReadAsync(ombudsman, arvika);
        Assert.Equal(
            (before.Members + due.Count, before.Applicants - due.Count, before.JoinedThisYear + due.Count, before.LeftThisYear, before.AssociationMembers + dueHere),
            (after.Members, after.Applicants, after.JoinedThisYear, after.LeftThisYear, after.AssociationMembers));
        await new Mailbox(person, (await person.GetAsync(Me)).Text("email")!).GetsAsync("Nu är du medlem i Vänsterpartiet");
    }

    private static async Task IsHandedOverAsync(Visitor ombudsman, Visitor person, Guid memberId)
    {
        const string HandOvers = "/api/members/hand-overs";
        var waiting = Assert.Single(await ombudsman.ListAsync($"{HandOvers}?state=toSend"), one => one.Id("memberId") == memberId);
        var id = waiting.Id("handOverId");
        var number = $"{Random.Shared.Next(80_000_000, 90_000_000)}";
        await ombudsman.RefusedAsync(HttpStatusCode.Conflict, "handover.not_sent", HttpMethod.Post, $"{HandOvers}/{id}/confirmation", new { memberNumber = number });
        Assert.Equal(1, (await ombudsman.PostAsync($"{HandOvers}/sent", new { ids = new[] { id } })).Number("changed"));
        await ombudsman.PostAsync($"{HandOvers}/{id}/confirmation", new { memberNumber = number });
        Assert.Contains(await ombudsman.ListAsync($"{HandOvers}?state=confirmed"), one => one.Id("handOverId") == id);
        var me = await person.GetAsync(Me);
        Assert.Equal((number, false), (me.Text("memberNumber"), me.Flag("membership.isForecast")));
    }
}
