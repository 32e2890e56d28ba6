using System.Net;
using System.Text.Json;

namespace VpVarmland.Tests;

/// <summary>Goal 11, the fadder system: everybody has a liaison, contacts and promises are kept, questions answered, absence covered, and the hand-over keeps its history.</summary>
public sealed class G11_liaisons(Platform platform)
{
    private const string Liaisons = "/api/members/liaisons";

    [Fact]
    public async Task Every_association_has_a_liaison_who_is_asked_answers_is_stood_in_for_and_handed_over_from()
    {
        using var ombudsman = await DemoDistrict.SignInAsync(platform, DemoDistrict.Ombudsman);
        using var chair = await DemoDistrict.SignInAsync(platform, DemoDistrict.Chair);
        using var liaison = await DemoDistrict.SignInAsync(platform, DemoDistrict.Treasurer);
        var karlstad = (await DemoDistrict.FindAsync(platform, DemoDistrict.Chair)).AssociationId!.Value;
        var today = await Calendar.TodayAsync(platform);
        var overview = await ombudsman.GetAsync($"{Liaisons}/associations");
        Assert.Equal(overview.Number("total"), overview.Number("covered"));
        var earlier = (await ombudsman.GetAsync($"{Liaisons}/associations/{karlstad}")).Text("association.liaison.name");

        var before = await RowAsync(ombudsman, karlstad);

        // The treasurer becomes Karlstad's liaison, with a word from the one before.
        var version = (await ombudsman.GetAsync($"{Liaisons}/proposal")).Number("version");
        object choices = new { choices = new[] { new { associationId = karlstad, memberId = liaison.MemberId, note = "Lokalfrågan är inte löst." } } };
        var appointed = await ombudsman.PostAsync($"{Liaisons}/appointments", choices, version);
        Assert.Equal(1, appointed.Number("changed"));
        var own = await liaison.GetAsync($"{Liaisons}/associations/{karlstad}");
        Assert.Contains(own.Rows("history"), term => term.Text("name") == earlier && term.Text("until") is not null);

        var said = $"Ringde om lokalen, {Guid.NewGuid():N}.";
        await liaison.PostAsync($"{Liaisons}/associations/{karlstad}/contacts", new { kind = "call", on = today, summary = said, promises = new[] { new { side = "district", text = "Fråga om bidrag", due = today.AddDays(7) } } });
        Assert.Contains(await chair.ListAsync($"/api/members/associations/{karlstad}/liaison/contacts"), contact => contact.Text("summary") == said);
        var row = await RowAsync(ombudsman, karlstad);
        Assert.Equal((today, before.Number("openPromises") + 1), (row.Day("lastContact"), row.Number("openPromises")));
        var promise = Assert.Single(await liaison.ListAsync($"{Liaisons}/promises?mine=true"), one => one.Text("text") == "Fråga om bidrag");
        await liaison.PostAsync($"{Liaisons}/promises/{promise.Id("promiseId")}/done");

        await chair.PostAsync($"/api/members/associations/{karlstad}/liaison/messages", new { text = "När får vi besked?", wantsAnswer = true });
        Assert.Equal(before.Number("questions") + 1, (await RowAsync(liaison, karlstad)).Number("questions"));

        // Away: somebody else on the board sees and answers meanwhile, and not before or after.
        using var boardMember = await DemoDistrict.SignInAsync(platform, DemoDistrict.BoardMember);
        var away = await liaison.PostAsync($"{Liaisons}/stand-ins", new { memberId = liaison.MemberId, standInId = boardMember.MemberId, from = today, until = today.AddDays(14) });
        await boardMember.PostAsync($"{Liaisons}/associations/{karlstad}/messages", new { text = "På styrelsemötet nästa vecka.", wantsAnswer = false });
        Assert.Equal(0, (await RowAsync(liaison, karlstad)).Number("questions"));
        await liaison.DeleteAsync($"{Liaisons}/stand-ins/{away.Id("id")}");
        await boardMember.RefusedAsync(HttpStatusCode.NotFound, null, HttpMethod.Get, $"{Liaisons}/associations/{karlstad}");
        await ombudsman.PostAsync($"{Liaisons}/appointments/{appointed.Id("appointmentId")}/undo");
        Assert.Equal(earlier, (await ombudsman.GetAsync($"{Liaisons}/associations/{karlstad}")).Text("association.liaison.name"));
    }

    private static async Task<JsonElement> RowAsync(Visitor reader, Guid association) =>
        Assert.Single((await reader.GetAsync($"{Liaisons}/associations")).Rows(), one => one.Id("associationId") == association);
}
