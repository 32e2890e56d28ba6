using System.Net;
using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Activation;

/// <summary>Asking for help: whom, once, and what becomes of their answers.</summary>
public sealed class AskTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private static readonly Guid DrivingLicence = new("01900000-0000-7000-8010-000000000001");
    private readonly MembersHost members = fixture.Host;

    [Fact]
    public async Task Those_who_can_come_first_with_the_reason_and_those_who_have_other_times_not_at_all()
    {
        var (association, chair) = await ChairAsync();
        var (skilled, near, busy) = (await HelperAsync(association), await HelperAsync(association), await HelperAsync(association));
        using (var self = members.As(skilled.Id, "member:self@district"))
            await self.PutAsync("/api/members/me/activity", new { interests = new[] { DrivingLicence }, times = new[] { "weekends", "evenings" } }, null).ReadAsync();
        using (var self = members.As(busy.Id, "member:self@district"))
            await self.PutAsync("/api/members/me/activity", new { interests = Array.Empty<Guid>(), times = new[] { "weekdays" } }, null).ReadAsync();
        var proposal = await chair.PostAsync("/api/members/activation/asks/preview", Form(association, interest: DrivingLicence)).ReadAsync();
        Assert.Equal([skilled.Id, near.Id], proposal.GetProperty("people").EnumerateArray().Select(one => one.Id("memberId")));
        Assert.Equal(["skill", "way", "time", "near"], proposal.GetProperty("people")[0].GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()));
        using var other = members.As(People.IdOf("association-chair-karlstad"), $"activation:work@{Places.Karlstad}");
        await other.PostAsync("/api/members/activation/asks/preview", Form(association)).RefusedAsync(HttpStatusCode.NotFound, "association.unknown");
    }

    [Fact]
    public async Task Each_is_asked_once_though_the_chair_presses_twice_and_answers_without_signing_in()
    {
        var (association, chair) = await ChairAsync();
        var person = await HelperAsync(association);
        var form = Form(association, members: [person.Id]);
        var key = Guid.NewGuid().ToString();
        var first = await chair.PostAsync("/api/members/activation/asks", form, key).ReadAsync(HttpStatusCode.Created);
        var second = await chair.PostAsync("/api/members/activation/asks", form, key).ReadAsync(HttpStatusCode.Created);
        Assert.Equal(first.GetProperty("ask").Id("askId"), second.GetProperty("ask").Id("askId"));
        var letter = Assert.Single(await fixture.Events.AllAsync<AskLetterRequested>(one => one.MemberId == person.Id));
        var page = await members.Anonymous().GetAsync(Answer(letter)).ReadAsync();
        Assert.Equal((person.GivenName, JsonValueKind.Null), (page.Text("givenName"), page.GetProperty("answer").ValueKind));
        Assert.DoesNotContain(person.FamilyName, page.ToString(), StringComparison.Ordinal);
        // Opening it changes nothing.
        Assert.Equal(0, await members.QueryAsync<long>("select count(*) from ask_people where person_id = @Id and answer is not null", new { person.Id }));
        Assert.True((await AnswerAsync(letter, "yes")).GetProperty("hasPlace").GetBoolean());
        await members.Anonymous().GetAsync(new Uri("/api/members/activation/answers/nothing", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "ask.link_invalid");
        Assert.DoesNotContain(letter.Token!, await members.QueryAsync<string>("select string_agg(row::text, '') from ask_people row"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gets_more_places_than_there_are_however_many_answer_at_once()
    {
        var (association, chair) = await ChairAsync();
        var helpers = new List<Guid>();
        for (var one = 0; one < 12; one++)
            helpers.Add((await HelperAsync(association)).Id);
        var ask = await SendAsync(chair, Form(association, needed: 3, members: helpers));
        var letters = await fixture.Events.AllAsync<AskLetterRequested>(one => helpers.Contains(one.MemberId));
        Assert.Equal(12, letters.Count);
        await Task.WhenAll(letters.Select(letter => AnswerAsync(letter, "yes")));
        var row = (await ReadAsync(chair, ask)).GetProperty("ask");
        Assert.Equal((3, 9), (row.GetProperty("yes").GetInt32(), row.GetProperty("waiting").GetInt32()));
    }

    [Fact]
    public async Task A_place_that_comes_free_goes_to_whoever_has_waited_longest_and_is_told_by_mail()
    {
        var (association, chair) = await ChairAsync();
        var helpers = new[] { await HelperAsync(association), await HelperAsync(association), await HelperAsync(association) };
        await SendAsync(chair, Form(association, needed: 1, members: [.. helpers.Select(one => one.Id)]));
        var letters = new Dictionary<Guid, AskLetterRequested>();
        foreach (var helper in helpers)
        {
            letters[helper.Id] = await fixture.Events.HearAsync<AskLetterRequested>(one => one.MemberId == helper.Id);
            Assert.Equal(helper == helpers[0], (await AnswerAsync(letters[helper.Id], "yes")).GetProperty("hasPlace").GetBoolean());
            await members.MoveClockAsync(TimeSpan.FromSeconds(5));
        }
        // Saying yes again does not lose one's place in the queue.
        await AnswerAsync(letters[helpers[1].Id], "yes");
        await AnswerAsync(letters[helpers[0].Id], "no");
        await fixture.Events.HearAsync<AskLetterRequested>(one => one.MemberId == helpers[1].Id && one.Kind == AskLetterKind.PlaceGiven);
        Assert.True((await members.Anonymous().GetAsync(Answer(letters[helpers[1].Id])).ReadAsync()).GetProperty("hasPlace").GetBoolean());
        Assert.False((await members.Anonymous().GetAsync(Answer(letters[helpers[2].Id])).ReadAsync()).GetProperty("hasPlace").GetBoolean());
    }

    [Fact]
    public async Task Nobody_is_asked_a_third_time_within_a_fortnight()
    {
        var (association, chair) = await ChairAsync();
        var person = await HelperAsync(association);
        await SendAsync(chair, Form(association, members: [person.Id]));
        await SendAsync(chair, Form(association, members: [person.Id]));
        Assert.Empty((await chair.PostAsync("/api/members/activation/asks/preview", Form(association)).ReadAsync()).GetProperty("people").EnumerateArray());
        await chair.PostAsync("/api/members/activation/asks", Form(association, members: [person.Id])).RefusedAsync(HttpStatusCode.Conflict, "ask.not_matched");
    }

    [Fact]
    public async Task What_is_cancelled_is_told_to_those_who_wanted_to_come_and_can_no_longer_be_answered()
    {
        var (association, chair) = await ChairAsync();
        var (coming, silent) = (await HelperAsync(association), await HelperAsync(association));
        var ask = await SendAsync(chair, Form(association, members: [coming.Id, silent.Id]));
        var letter = await fixture.Events.HearAsync<AskLetterRequested>(one => one.MemberId == coming.Id);
        await AnswerAsync(letter, "maybe");
        await chair.PostAsync($"/api/members/activation/asks/{ask}/cancel", new { reason = "Det snöar." }).ReadAsync();
        Assert.Equal("Det snöar.", (await fixture.Events.HearAsync<AskLetterRequested>(one => one.MemberId == coming.Id && one.Kind == AskLetterKind.Cancelled)).Reason);
        Assert.Single(await fixture.Events.AllAsync<AskLetterRequested>(one => one.MemberId == silent.Id));
        await members.Anonymous().PostAsync(Answer(letter).OriginalString, new { answer = "yes" }).RefusedAsync(HttpStatusCode.Conflict, "ask.over");
        await chair.PostAsync($"/api/members/activation/asks/{ask}/cancel", new { reason = "Igen." }).RefusedAsync(HttpStatusCode.Conflict, "ask.over");
    }

    [Fact]
    public async Task Who_came_is_noted_afterwards_and_thanked_once()
    {
        var (association, chair) = await ChairAsync();
        var (came, not) = (await HelperAsync(association), await HelperAsync(association));
        var ask = await SendAsync(chair, Form(association, members: [came.Id, not.Id]));
        var letter = await fixture.Events.HearAsync<AskLetterRequested>(one => one.MemberId == came.Id);
        await AnswerAsync(letter, "yes");
        await chair.PostAsync($"/api/members/activation/asks/{ask}/came", new { memberIds = new[] { came.Id } }).RefusedAsync(HttpStatusCode.Conflict, "ask.not_yet");
        await members.MoveClockAsync(TimeSpan.FromDays(9));
        for (var times = 0; times < 2; times++)
            Assert.Equal(1, (await chair.PostAsync($"/api/members/activation/asks/{ask}/came", new { memberIds = new[] { came.Id } }).ReadAsync()).GetProperty("ask").GetProperty("came").GetInt32());
        Assert.Single(await fixture.Events.AllAsync<AskLetterRequested>(one => one.MemberId == came.Id && one.Kind == AskLetterKind.Thanked));
        Assert.Contains("helped", (await chair.PostAsync("/api/members/activation/asks/preview", Form(association)).ReadAsync()).GetProperty("people").EnumerateArray()
            .Single(one => one.Id("memberId") == came.Id).GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()));
    }

    [Fact]
    public async Task A_skill_is_renamed_and_retired_by_the_district_and_cannot_be_there_twice()
    {
        using var district = members.As(People.IdOf("ombudsman"), "care:manage@district", "member:self@district");
        var name = $"Svetsa {Guid.NewGuid():N}";
        var added = await district.PostAsync("/api/members/activation/interests", new { kind = "skill", nameSv = name, nameEn = "Welding" }).ReadAsync(HttpStatusCode.Created);
        await district.PostAsync("/api/members/activation/interests", new { kind = "skill", nameSv = name.ToUpperInvariant(), nameEn = "Welding" }).RefusedAsync(HttpStatusCode.Conflict, "interest.name_taken");
        await district.PutAsync($"/api/members/activation/interests/{added.Id("id")}", new { kind = "skill", nameSv = name, nameEn = "Weld", retired = true }, "\"1\"").ReadAsync();
        var (association, chair) = await ChairAsync();
        await chair.PostAsync("/api/members/activation/asks/preview", Form(association, interest: added.Id("id"))).RefusedAsync(HttpStatusCode.BadRequest, "ask.unknown_interest");
    }

    private object Form(Guid association, int needed = 5, Guid? interest = null, IReadOnlyList<Guid>? members = null) => new
    {
        associationId = association, title = "Dela ut flygblad", startsAt = Saturday(), minutes = 120, place = "Torget", needed, way = "leaflets", interestId = interest, memberIds = members,
    };

    private DateTimeOffset Saturday()
    {
        var today = members.Today();
        return ServiceDefaults.Time.SwedishTime.StartOf(today.AddDays(1 + ((6 - (int)today.AddDays(1).DayOfWeek + 7) % 7))).AddHours(11);
    }

    private async Task<(Guid Association, HttpClient Chair)> ChairAsync()
    {
        var association = await members.AddAssociationAsync();
        return (association, members.As(People.IdOf("ombudsman"), $"activation:work@{association}"));
    }

    /// <summary>A member who has said to want to hand out leaflets.</summary>
    private async Task<Applicant> HelperAsync(Guid association)
    {
        var person = await members.AddMemberAsync(association);
        await members.ExecuteAsync("update people set help_with = '{leaflets}' where id = @Id", new { person.Id });
        return person;
    }

    private static async Task<Guid> SendAsync(HttpClient chair, object form) => (await chair.PostAsync("/api/members/activation/asks", form).ReadAsync(HttpStatusCode.Created)).GetProperty("ask").Id("askId");

    private static Task<JsonElement> ReadAsync(HttpClient chair, Guid ask) => chair.GetAsync(new Uri($"/api/members/activation/asks/{ask}", UriKind.Relative)).ReadAsync();

    private Task<JsonElement> AnswerAsync(AskLetterRequested letter, string answer) => members.Anonymous().PostAsync(Answer(letter).OriginalString, new { answer }).ReadAsync();

    private static Uri Answer(AskLetterRequested letter) => new("/api/members/activation/answers/" + letter.Token, UriKind.Relative);
}
