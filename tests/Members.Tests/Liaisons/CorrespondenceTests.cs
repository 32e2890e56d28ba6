using System.Net;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Liaisons;

/// <summary>The association and its liaison ask and answer each other.</summary>
public sealed class CorrespondenceTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly HttpClient chair = fixture.Host.As(People.IdOf("association-chair-karlstad"), $"liaison:ask@{Places.Karlstad}");

    [Fact]
    public async Task A_question_waits_with_the_liaison_until_it_is_answered_and_the_chair_sees_the_answer()
    {
        using var liaison = await BeginAsync();
        await chair.PostAsync(Ours + "/messages", new { text = "Kan du komma på vårt möte?", wantsAnswer = true }).ReadAsync();
        Assert.Equal(1, await QuestionsAsync(liaison));
        await liaison.PostAsync(Theirs + "/messages", new { text = "Ja, gärna.", wantsAnswer = false }).ReadAsync();
        Assert.Equal(0, await QuestionsAsync(liaison));
        var talk = await chair.AllPagesAsync(Ours + "/messages", size: 1);
        Assert.Equal([("district", "Ja, gärna."), ("association", "Kan du komma på vårt möte?")], talk.Select(one => (one.Text("side"), one.Text("text"))));
        Assert.NotNull(talk[1].Text("settledAt"));
    }

    [Fact]
    public async Task The_chair_sees_who_the_liaison_is_what_was_said_and_asked_and_answers()
    {
        using var liaison = await BeginAsync();
        await liaison.PostAsync(Theirs + "/contacts", LiaisonForms.Contact(members.Today())).ReadAsync(HttpStatusCode.Created);
        await liaison.PostAsync(Theirs + "/messages", new { text = "När passar det att vi hörs?", wantsAnswer = true }).ReadAsync();
        var ours = await chair.GetAsync(new Uri(Ours, UriKind.Relative)).ReadAsync();
        Assert.Equal(("Kära Fadder", 1, "Skicka mallen."), (ours.GetProperty("liaison").Text("name"), ours.GetProperty("questions").GetInt32(), ours.GetProperty("promises")[0].Text("text")));
        Assert.NotNull(ours.GetProperty("liaison").Text("phone"));
        Assert.Equal("Gick igenom läget.", (await chair.GetAsync(new Uri(Ours + "/contacts", UriKind.Relative)).ReadAsync()).Items().Single().Text("summary"));
        await chair.PostAsync(Ours + "/messages", new { text = "Torsdag kväll.", wantsAnswer = false }).ReadAsync();
        Assert.Equal(0, (await chair.GetAsync(new Uri(Ours, UriKind.Relative)).ReadAsync()).GetProperty("questions").GetInt32());
    }

    [Fact]
    public async Task A_question_is_settled_without_a_word_and_opened_again_by_the_side_that_was_asked()
    {
        using var liaison = await BeginAsync();
        var id = (await chair.PostAsync(Ours + "/messages", new { text = "Ring mig.", wantsAnswer = true }).ReadAsync()).Id("messageId");
        await chair.PostAsync($"{Ours}/messages/{id}/settled", new { }).RefusedAsync(HttpStatusCode.NotFound, "liaison.unknown");
        await liaison.PostAsync($"{Theirs}/messages/{id}/settled", new { }).ReadAsync();
        Assert.Equal(0, await QuestionsAsync(liaison));
        await liaison.DeleteAsync(new Uri($"{Theirs}/messages/{id}/settled", UriKind.Relative)).ReadAsync();
        Assert.Equal(1, await QuestionsAsync(liaison));
    }

    [Fact]
    public async Task Without_a_liaison_the_association_is_told_so_and_a_question_waits_for_the_next()
    {
        await members.ForgetAsync(Places.Karlstad);
        await members.ExecuteAsync("delete from liaisons where association_id = @Karlstad", new { Places.Karlstad });
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await chair.GetAsync(new Uri(Ours, UriKind.Relative)).ReadAsync()).GetProperty("liaison").ValueKind);
        await chair.PostAsync(Ours + "/messages", new { text = "Hallå?", wantsAnswer = true }).ReadAsync();
        var person = await members.AddBoardMemberAsync(Places.Arvika);
        await members.AppointAsync(Places.Karlstad, person);
        using var liaison = members.AsLiaison(person);
        Assert.Equal(1, await QuestionsAsync(liaison));
    }

    private static string Ours => $"/api/members/associations/{Places.Karlstad}/liaison";

    private static string Theirs => $"/api/members/liaisons/associations/{Places.Karlstad}";

    private static async Task<long> QuestionsAsync(HttpClient liaison) => (await liaison.ReadAsync("liaisons/associations")).GetProperty("questions").GetInt64();

    private async Task<HttpClient> BeginAsync()
    {
        var person = (await members.AddMemberAsync(Places.Arvika, givenName: "Kära", familyName: "Fadder")).Id;
        await members.SeatAsync(person);
        await members.ForgetAsync(Places.Karlstad);
        await members.AppointAsync(Places.Karlstad, person);
        return members.AsLiaison(person);
    }
}
