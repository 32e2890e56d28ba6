using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using VpVarmland.Contracts;
using VpVarmland.Tests.Joining;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.HandOvers;

/// <summary>Joins on their way into the party's central register.</summary>
public sealed class HandOverTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly HttpClient ombudsman = fixture.Host.As(People.IdOf("ombudsman"),
        "handover:manage@district", "fees:note@district", "register:read@district");

    [Fact]
    public async Task A_hand_over_is_sent_taken_back_sent_again_and_confirmed_with_the_member_number()
    {
        var person = await PaidAsync();
        await ConfirmAsync(person, Forms.NewMemberNumber()).RefusedAsync(HttpStatusCode.Conflict, "handover.not_sent");
        Assert.Equal(1, await MoveAsync("sent", person));
        Assert.Equal(0, await MoveAsync("sent", person));
        Assert.NotNull((await RowAsync(person, "sent"))!.Value.Text("sentAt"));
        Assert.Equal(1, await MoveAsync("to-send", person));
        Assert.Null((await RowAsync(person, "toSend"))!.Value.Text("sentAt"));
        await MoveAsync("sent", person);

        var number = Forms.NewMemberNumber();
        await ConfirmAsync(person, number, members.Today().AddDays(12)).ReadAsync(HttpStatusCode.NoContent);
        Assert.Equal(number, (await RowAsync(person, "confirmed"))!.Value.Text("memberNumber"));
        Assert.Equal(0, await MoveAsync("to-send", person));
        var view = (await ombudsman.GetAsync(Address($"people/{person.Id}")).ReadAsync()).GetProperty("person");
        Assert.Equal(number, view.Text("memberNumber"));
        Assert.False(view.GetProperty("membership").GetProperty("isForecast").GetBoolean());
        Assert.Equal($"{members.Today().AddDays(12):yyyy-MM-dd}", view.GetProperty("membership").Text("effectiveOn"));
        await ConfirmAsync(person, number).RefusedAsync(HttpStatusCode.Conflict, "handover.not_sent");
    }

    [Fact]
    public async Task A_day_that_has_come_by_the_central_register_makes_a_member()
    {
        var person = await PaidAsync();
        await MoveAsync("sent", person);
        await ConfirmAsync(person, Forms.NewMemberNumber(), members.Today().AddDays(-1)).ReadAsync(HttpStatusCode.NoContent);
        await members.MoveClockAsync(TimeSpan.FromMinutes(11));
        Assert.Equal(members.Today().AddDays(-1), (await fixture.Events.HearAsync<MemberActivated>(one => one.MemberId == person.Id)).EffectiveOn);
    }

    [Fact]
    public async Task The_central_registers_day_counts_also_where_nobody_has_noted_the_fee()
    {
        var person = await members.AddApplicantAsync(Places.Karlstad);
        await MoveAsync("sent", person);
        var since = members.Today().AddDays(5);
        await ConfirmAsync(person, Forms.NewMemberNumber(), since).ReadAsync(HttpStatusCode.NoContent);
        var membership = (await ombudsman.GetAsync(Address($"people/{person.Id}")).ReadAsync()).GetProperty("person").GetProperty("membership");
        Assert.Equal(("paid", $"{since:yyyy-MM-dd}", $"{since.AddDays(-30):yyyy-MM-dd}"), (membership.Text("state"), membership.Text("effectiveOn"), membership.Text("paidOn")));
    }

    [Theory]
    [InlineData("1900-01-01")]
    [InlineData("9999-12-31")]
    public async Task A_day_that_cannot_be_is_refused(string day)
    {
        var person = await PaidAsync();
        await MoveAsync("sent", person);
        await ConfirmAsync(person, Forms.NewMemberNumber(), DateOnly.ParseExact(day, "yyyy-MM-dd", null)).RefusedAsync(HttpStatusCode.BadRequest, "handover.unlikely_day");
    }

    [Fact]
    public async Task A_number_belongs_to_one_person_also_when_two_are_confirmed_at_once()
    {
        var number = Forms.NewMemberNumber();
        var people = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PaidAsync()));
        foreach (var person in people)
            await MoveAsync("sent", person);
        var answers = await Task.WhenAll(people.Select(person => ConfirmAsync(person, number)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
        foreach (var answer in answers.Where(answer => answer.StatusCode != HttpStatusCode.NoContent))
            await Task.FromResult(answer).RefusedAsync(HttpStatusCode.Conflict, "handover.number_taken");
    }

    [Fact]
    public async Task A_hand_over_that_nobody_confirms_is_overdue_after_a_fortnight()
    {
        var person = await PaidAsync();
        await MoveAsync("sent", person);
        await members.MoveClockAsync(TimeSpan.FromDays(13.9));
        Assert.False((await RowAsync(person, "sent"))!.Value.GetProperty("isOverdue").GetBoolean());
        Assert.DoesNotContain(await OverdueAsync(), row => row.Id("handOverId") == person.HandOver);
        await members.MoveClockAsync(TimeSpan.FromDays(0.2));
        Assert.True((await RowAsync(person, "sent"))!.Value.GetProperty("isOverdue").GetBoolean());
        Assert.Contains(await OverdueAsync(), row => row.Id("handOverId") == person.HandOver);
        Assert.All(await OverdueAsync(), row => Assert.True(row.GetProperty("isOverdue").GetBoolean()));
    }

    [Fact]
    public async Task The_export_opens_in_a_Swedish_spreadsheet_and_holds_no_formulas()
    {
        var plain = await members.AddApplicantAsync(Places.Karlstad, "Åsa", "Öberg; \"med\" citat");
        var formula = await members.AddApplicantAsync(Places.Arvika, "=HYPERLINK(\"https://x.example\")", "@SUM(A1)");
        using var answer = await ombudsman.GetAsync(Address("hand-overs/export"));
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"overlamning-{members.Today():yyyy-MM-dd}.csv", answer.Content.Headers.ContentDisposition?.FileName);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes.Take(3));

        var rows = Parse(Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3));
        Assert.Equal(["Förnamn", "Efternamn", "E-post", "Telefon", "Postnummer", "Kommun", "Partiförening", "Ansökt", "Betalt"], rows[0]);
        var ordinary = Assert.Single(rows, row => row[2] == plain.Email);
        Assert.Equal(["Åsa", "Öberg; \"med\" citat"], ordinary.Take(2));
        Assert.Equal("Vänsterpartiet Karlstad", ordinary[6]);
        var escaped = Assert.Single(rows, row => row[2] == formula.Email);
        Assert.All(escaped.Take(2), value => Assert.DoesNotContain(value[0], "=+-@\t\r"));
        Assert.Equal(1 + await members.QueryAsync<long>("select count(*) from hand_overs where state = 'toSend'"), rows.Count);
    }

    [Fact]
    public async Task Pages_of_hand_overs_show_each_once_oldest_first()
    {
        var rows = await ombudsman.AllPagesAsync("/api/members/hand-overs", size: 5);
        var created = rows.Select(row => row.GetProperty("createdAt").GetDateTimeOffset()).ToList();
        Assert.Equal(created.Order(), created);
        Assert.Equal(await members.QueryAsync<long>("select count(*) from hand_overs"), rows.Select(row => row.Id("handOverId")).Distinct().Count());
    }

    private async Task<Applicant> PaidAsync()
    {
        var person = await members.AddApplicantAsync(Places.Karlstad);
        await ombudsman.PostAsync($"/api/members/people/{person.Id}/payment", new { paidOn = members.Today() }).ReadAsync();
        return person;
    }

    private async Task<int> MoveAsync(string to, Applicant person) =>
        (await ombudsman.PostAsync($"/api/members/hand-overs/{to}", new { ids = new[] { person.HandOver } }).ReadAsync()).GetProperty("changed").GetInt32();

    private Task<IReadOnlyList<JsonElement>> OverdueAsync() => ombudsman.AllPagesAsync("/api/members/hand-overs?overdue=true");

    private async Task<JsonElement?> RowAsync(Applicant person, string state) =>
        (await ombudsman.AllPagesAsync($"/api/members/hand-overs?state={state}")).Single(row => row.Id("handOverId") == person.HandOver);

    private Task<HttpResponseMessage> ConfirmAsync(Applicant person, string memberNumber, DateOnly? memberSince = null) =>
        ombudsman.PostAsync($"/api/members/hand-overs/{person.HandOver}/confirmation", new { memberNumber, memberSince });

    /// <summary>Reads by RFC 4180, apart from the library that wrote it.</summary>
    private static List<string[]> Parse(string text)
    {
        var rows = new List<string[]>();
        foreach (Match row in Regex.Matches(text, """(?:(?:"(?:[^"]|"")*"|[^;\r\n"]*)(?:;|\r?\n))+?(?<=\n)""", RegexOptions.None, TimeSpan.FromSeconds(5)))
            rows.Add([.. Regex.Matches(row.Value, """(?<field>"(?:[^"]|"")*"|[^;\r\n"]*)(?:;|\r?\n)""", RegexOptions.None, TimeSpan.FromSeconds(5))
                .Select(field => field.Groups["field"].Value).Select(field => field is ['"', .. var quoted, '"'] ? quoted.Replace("\"\"", "\"", StringComparison.Ordinal) : field)]);
        return rows;
    }

    private static Uri Address(string path) => new("/api/members/" + path, UriKind.Relative);
}
