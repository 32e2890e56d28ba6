using System.Net;
using VpVarmland.Tests.Kit;
using VpVarmland.Tests.Liaisons;

namespace VpVarmland.Tests.Economy;

/// <summary>Budget and outcome, and grants to associations.</summary>
public sealed class BudgetTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly ClaimGround ground = new(fixture.Host, People.IdOf("member"));
    private readonly HttpClient treasurer = fixture.Host.As(People.IdOf("treasurer"), "economy:manage@district", "economy:approve@district", "economy:read@district");

    [Fact]
    public async Task A_budget_is_copied_adopted_and_changed_only_with_a_reason_that_is_kept()
    {
        var last = await ground.BudgetedYearAsync();
        var year = $"/api/members/economy/years/{last + 1}";
        var copied = await treasurer.PostAsync(year + "/copy", new { }).ReadAsync();
        Assert.Equal(3, copied.GetProperty("lines").GetArrayLength());
        await treasurer.PostAsync(year + "/copy", new { }).RefusedAsync(HttpStatusCode.Conflict, "economy.nothing_to_copy");
        var adopted = await treasurer.PostAsync(year + "/adoption", new { on = members.Today() }).ReadAsync();
        var lines = new[] { new { costCentre = "100", account = 5010, amount = 1_300_000 } };
        await treasurer.PutAsync(year + "/budget", new { lines }, $"\"{adopted.GetProperty("version").GetInt32()}\"").RefusedAsync(HttpStatusCode.BadRequest, "economy.needs_reason");
        await treasurer.PutAsync(year + "/budget", new { lines, reason = "Ny hyra" }, "\"0\"").RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed");
        var changed = await treasurer.PutAsync(year + "/budget", new { lines, reason = "Ny hyra" }, $"\"{adopted.GetProperty("version").GetInt32()}\"").ReadAsync();
        var revisions = changed.GetProperty("revisions").EnumerateArray().Select(one => (one.Text("reason"), one.GetProperty("costs").GetInt64(), one.GetProperty("income").GetInt64()));
        Assert.Equal([("Ny hyra", 1_300_000L, 0L), ("Antagen", 1_700_000L, 1_700_000L)], revisions);
    }

    [Fact]
    public async Task The_outcome_is_what_is_booked_by_cost_centre_and_account_whatever_order_it_came_in()
    {
        var year = members.Today().Year;
        var before = await OutcomeAsync("400", 6800);
        await treasurer.PostAsync("/api/members/economy/costs", new { on = members.Today(), text = "Kurs", costCentre = "400", account = 6800, amount = 77_700, isIncome = false }).ReadAsync(HttpStatusCode.Created);
        Assert.Equal(before + 77_700, await OutcomeAsync("400", 6800));
        var income = await OutcomeAsync("100", 3985);
        await treasurer.PostAsync("/api/members/economy/costs", new { on = members.Today(), text = "Partistöd", costCentre = "100", account = 3985, amount = 500_000, isIncome = true }).ReadAsync(HttpStatusCode.Created);
        Assert.Equal(income + 500_000, await OutcomeAsync("100", 3985));
        await treasurer.PostAsync("/api/members/economy/costs", new { on = members.Today(), text = "Fel håll", costCentre = "100", account = 3985, amount = 1, isIncome = false })
            .RefusedAsync(HttpStatusCode.BadRequest, "economy.unknown_place");

        async Task<long> OutcomeAsync(string centre, int account) => (await treasurer.ReadAsync($"economy/years/{year}")).GetProperty("lines").EnumerateArray()
            .Where(line => line.Text("costCentre") == centre && line.GetProperty("account").GetInt32() == account).Select(line => line.GetProperty("outcome").GetInt64()).SingleOrDefault();
    }

    [Fact]
    public async Task A_grant_is_applied_for_decided_by_another_paid_booked_and_reported()
    {
        var grant = await ground.AppliedGrantAsync();
        var (decision, body) = ($"/api/members/economy/grants/{grant}/decision", new { amount = 200_000, reportDue = members.Today().AddDays(10) });
        await members.As(People.IdOf("study-organiser"), "economy:approve@district").PostAsync(decision, body).RefusedAsync(HttpStatusCode.Conflict, "grant.own_application");
        await treasurer.PostAsync(decision, new { answer = " " }).RefusedAsync(HttpStatusCode.BadRequest, "grant.needs_amount");
        await treasurer.PostAsync(decision, body).ReadAsync();
        Assert.Equal("applied", (await treasurer.DeleteAsync(new Uri(decision, UriKind.Relative)).ReadAsync()).Text("state"));
        await treasurer.PostAsync(decision, body).ReadAsync();
        await ground.PayAsync(await ground.ListAsync([], [grant])).ReadAsync();
        await members.MoveClockAsync(TimeSpan.FromDays(11));
        var association = members.As(People.IdOf("study-organiser"), $"grants:apply@{Places.Karlstad}");
        Assert.True(Mine(await association.ReadAsync($"associations/{Places.Karlstad}/grants")).GetProperty("isLate").GetBoolean());
        var reported = await association.PostAsync($"/api/members/associations/{Places.Karlstad}/grants/{grant}/report", new { text = "Tre träffar." }).ReadAsync();
        Assert.Equal(("reported", false), (reported.Text("state"), reported.GetProperty("isLate").GetBoolean()));

        System.Text.Json.JsonElement Mine(System.Text.Json.JsonElement page) => page.Items().Single(one => one.Id("grantId") == grant);
    }
}
