using System.Net;
using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Associations;

/// <summary>How associations stand: from what is in the register, and from what other services tell.</summary>
public sealed class HealthTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly HttpClient district = fixture.Host.As(People.IdOf("ombudsman"), "associations:manage@district", "statistics:read@district", "care:work@district", "assignments:manage@district");

    [Fact]
    public async Task Figures_come_from_the_register_and_say_when_nothing_is_known()
    {
        var (id, today) = (await members.AddAssociationAsync(), members.Today());
        var chair = await members.AddMemberAsync(id, days: 500);
        await members.AddMemberAsync(id, days: 500);
        await members.AddMemberAsync(id, days: 100);
        await district.PostAsync("/api/members/assignments", new { memberId = chair.Id, kind = "chair", associationId = id, from = today }).ReadAsync(HttpStatusCode.Created);
        await members.ExecuteAsync("insert into annual_meetings values (@id, @year, null, @heldOn)", new { id, year = today.AddDays(-450).Year, heldOn = today.AddDays(-450) });
        var figures = await FiguresAsync(id);
        Assert.Equal(("50", "green"), figures["growth"]);
        Assert.Equal(("33.3", "green"), figures["activeShare"]);
        Assert.Equal(("2", "green"), figures["chair"]);
        Assert.Equal(("450", "amber"), figures["lastMeeting"]);
        Assert.All(["consultations", "delegates", "campaign", "liaisonContact"], name => Assert.Equal(("", "unknown"), figures[name]));

        var case1 = await members.OpenCaseAsync(chair.Id);
        await members.ExecuteAsync("update care_cases set due_at = due_at - interval '30 days' where id = @case1", new { case1 });
        figures = await FiguresAsync(id);
        Assert.Equal((("33.3", "red"), ("1", "amber")), (figures["careBacklog"], figures["careLate"]));
    }

    [Fact]
    public async Task Facts_of_other_services_are_kept_once_and_the_newest_wins()
    {
        var (id, today) = (await members.AddAssociationAsync(), members.Today());
        var newest = new AssociationFactReported(id, AssociationFact.UnansweredConsultations, 2, today) { Version = 2 };
        await members.TellAsync(newest);
        await members.TellAsync(new AssociationFactReported(id, AssociationFact.UnansweredConsultations, 9, today) { Version = 1 });
        await members.TellAsync(new AssociationFactReported(id, AssociationFact.DelegatesNamed, 40, today) { Version = 1 });
        await members.TellAsync(new AssociationFactReported(id, AssociationFact.CampaignReadiness, 80, today) { Version = 1 });
        await members.TellAsync(new AssociationFactReported(id, AssociationFact.MeetingsHeld, 3, today.AddDays(-10)) { Version = 1 });
        var figures = await FiguresAsync(id);
        Assert.Equal((("2", "amber"), ("40", "red"), ("80", "green"), ("10", "green")), (figures["consultations"], figures["delegates"], figures["campaign"], figures["lastMeeting"]));
    }

    [Fact]
    public async Task The_worst_come_first_and_those_that_rest_are_not_judged()
    {
        var rows = (await HealthAsync()).GetProperty("associations").EnumerateArray().ToList();
        var red = rows.Select(row => row.GetProperty("figures").EnumerateArray().Count(figure => figure.Text("light") == "red")).ToList();
        Assert.Equal(red.OrderDescending(), red);
        Assert.Equal("unknown", rows.Single(row => row.Id("id") == Places.Storfors).Text("light"));
        Assert.DoesNotContain(rows, row => row.Id("id") == Places.District);
        Assert.True(rows.Select(row => row.Text("light")).Distinct().Count() > 2, "the demo district shows different lights");
    }

    [Fact]
    public async Task The_district_moves_a_limit_and_gives_it_back_and_a_turned_one_is_refused()
    {
        var set = (await LimitAsync("campaign", 90, 60).ReadAsync()).Items().Single(limit => limit.Text("figure") == "campaign");
        Assert.Equal((90, false), (set.GetProperty("amber").GetInt32(), set.GetProperty("isDefault").GetBoolean()));
        Assert.Contains((await HealthAsync()).GetProperty("limits").EnumerateArray(), limit => limit.Text("figure") == "campaign" && limit.GetProperty("amber").GetInt32() == 90);
        var back = (await LimitAsync("campaign", null, null).ReadAsync()).Items().Single(limit => limit.Text("figure") == "campaign");
        Assert.True(back.GetProperty("isDefault").GetBoolean());
        await LimitAsync("campaign", 40, 60).RefusedAsync(HttpStatusCode.BadRequest, "health.limits_turned");
        await LimitAsync("careLate", 3, 1).RefusedAsync(HttpStatusCode.BadRequest, "health.limits_turned");
        await LimitAsync("chair", 1, 0).RefusedAsync(HttpStatusCode.BadRequest, "health.limit_fixed");
    }

    [Fact]
    public async Task The_file_has_a_row_an_association_in_the_same_order()
    {
        using var answer = await district.GetAsync(new Uri("/api/members/associations/health/export", UriKind.Relative));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Partiförening;Kommun;Läge;", lines[0], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Equal(17, line.Split(';').Length));
        Assert.Equal((await HealthAsync()).GetProperty("associations").EnumerateArray().Select(row => row.Text("name")), lines[1..].Select(line => line.Split(';')[0]));
    }

    private async Task<Dictionary<string, (string, string)>> FiguresAsync(Guid id) =>
        (await HealthAsync($"?association={id}")).GetProperty("associations")[0].GetProperty("figures").EnumerateArray()
            .ToDictionary(figure => figure.Text("figure")!, figure => (figure.GetProperty("value").ToString().Replace(".0", "", StringComparison.Ordinal), figure.Text("light")!), StringComparer.Ordinal);

    private Task<JsonElement> HealthAsync(string query = "") => district.GetAsync(new Uri("/api/members/associations/health" + query, UriKind.Relative)).ReadAsync();

    private Task<HttpResponseMessage> LimitAsync(string figure, int? amber, int? red) => district.PostAsync("/api/members/associations/health/limits", new { figure, amber, red });
}
