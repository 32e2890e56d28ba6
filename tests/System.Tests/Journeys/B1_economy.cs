using System.Net;
using System.Text;

namespace VpVarmland.Tests;

/// <summary>The district's economy by interface: a budget, a claim that two others approve, payment, a grant, and what the accountant gets.</summary>
public sealed class B1_economy(Platform platform)
{
    private const string Claims = "/api/members/claims", Economy = "/api/members/economy";

    [Fact]
    public async Task A_claim_is_approved_by_two_others_paid_booked_and_exported()
    {
        using var chair = await DemoDistrict.SignInAsync(platform, DemoDistrict.DistrictChair);
        using var treasurer = await DemoDistrict.SignInAsync(platform, DemoDistrict.Treasurer);
        using var ombudsman = await DemoDistrict.SignInAsync(platform, DemoDistrict.Ombudsman);
        using var member = await DemoDistrict.SignInAsync(platform, DemoDistrict.PlainMember);
        var today = await Calendar.TodayAsync(platform);
        var purpose = $"Resa till konferensen {Guid.NewGuid():N}";
        var before = await OutcomeAsync(treasurer, today.Year, "200", 5800);

        var begun = await chair.PostAsync(Claims, new
        {
            purpose, costCentre = "200", payTo = new { kind = "bankgiro", number = "5050-1055" },
            lines = new object[]
            {
                new { kind = "expense", on = today, text = "Tågbiljett", account = 5800, amount = 42_000 },
                new { kind = "mileage", on = today, text = "Från stationen", from = "Karlstad", to = "Arvika", km = 71.2 },
            },
        });
        var claim = begun.Id("claim.claimId");
        Assert.Equal(42_000 + 17_800, begun.Number("claim.total"));
        await chair.RefusedAsync(HttpStatusCode.Conflict, "claim.incomplete", HttpMethod.Post, $"{Claims}/{claim}/submission");
        // A receipt of two megabytes: more than an ordinary body may be.
        await chair.SendFileAsync($"{Claims}/{claim}/receipts?fileName=kvitto.pdf", [.. "%PDF-1.7\n"u8, .. new byte[2 << 20]]);
        await chair.PostAsync($"{Claims}/{claim}/submission");

        // Never one's own, whatever right one has; and to somebody without the right there is no such thing.
        await chair.RefusedAsync(HttpStatusCode.Conflict, "claim.own", HttpMethod.Post, $"{Economy}/claims/{claim}/approval");
        await member.RefusedAsync(HttpStatusCode.Forbidden, "auth.forbidden", HttpMethod.Get, $"{Economy}/claims");
        await member.RefusedAsync(HttpStatusCode.NotFound, "claim.unknown", HttpMethod.Get, $"{Claims}/{claim}");
        await treasurer.PostAsync($"{Economy}/claims/{claim}/approval");
        await treasurer.RefusedAsync(HttpStatusCode.Conflict, "payment.not_payable", HttpMethod.Post, $"{Economy}/payment-lists", new { claims = new[] { claim } });
        Assert.Equal("approved", (await ombudsman.PostAsync($"{Economy}/claims/{claim}/approval")).Text("claim.state"));

        var list = (await treasurer.PostAsync($"{Economy}/payment-lists", new { claims = new[] { claim } })).Id("list.listId");
        var paid = await treasurer.PostAsync($"{Economy}/payment-lists/{list}/paid", new { on = today });
        await treasurer.RefusedAsync(HttpStatusCode.Conflict, "payment.already_paid", HttpMethod.Post, $"{Economy}/payment-lists/{list}/paid", new { on = today });
        var number = Assert.Single(paid.Rows("payments")).Number("voucherNumber");
        Assert.Equal(before + 42_000, await OutcomeAsync(treasurer, today.Year, "200", 5800));
        Assert.Equal(number, (await chair.GetAsync($"{Claims}/{claim}")).Number("claim.voucherNumber"));

        var sie = CodePagesEncodingProvider.Instance.GetEncoding(437)!.GetString(await treasurer.ReadFileAsync($"{Economy}/years/{today.Year}/sie")).Split("\r\n");
        Assert.Contains("#FORMAT PC8", sie);
        var at = Array.FindIndex(sie, line => line.StartsWith($"#VER \"V\" {number} ", StringComparison.Ordinal));
        Assert.Contains(purpose, sie[at], StringComparison.Ordinal);
        Assert.Equal($"   #TRANS 5800 {{1 \"200\"}} 420.00 {today:yyyyMMdd} \"Tågbiljett\"", sie[at + 2]);
        Assert.Equal($"   #TRANS 1930 {{}} -598.00 {today:yyyyMMdd} \"\"", sie[at + 4]);
    }

    [Fact]
    public async Task An_association_applies_for_a_grant_gets_it_and_tells_how_it_went()
    {
        using var chair = await DemoDistrict.SignInAsync(platform, DemoDistrict.Chair);
        using var districtChair = await DemoDistrict.SignInAsync(platform, DemoDistrict.DistrictChair);
        using var treasurer = await DemoDistrict.SignInAsync(platform, DemoDistrict.Treasurer);
        var today = await Calendar.TodayAsync(platform);
        var association = (await DemoDistrict.FindAsync(platform, DemoDistrict.Chair)).AssociationId;
        var ours = $"/api/members/associations/{association}/grants";
        var before = await OutcomeAsync(treasurer, today.Year, "500", 4600);
        var grant = (await chair.PostAsync(ours, new { purpose = "Lokal till studiecirkeln", amount = 300_000 })).Id("grantId");
        await chair.RefusedAsync(HttpStatusCode.Forbidden, "auth.forbidden", HttpMethod.Post, $"{Economy}/grants/{grant}/decision", new { amount = 300_000, reportDue = today.AddDays(30) });
        await districtChair.PostAsync($"{Economy}/grants/{grant}/decision", new { amount = 250_000, reportDue = today.AddDays(30) });
        var list = (await treasurer.PostAsync($"{Economy}/payment-lists", new { grants = new[] { grant } })).Id("list.listId");
        await treasurer.PostAsync($"{Economy}/payment-lists/{list}/paid", new { on = today });
        Assert.Equal(before + 250_000, await OutcomeAsync(treasurer, today.Year, "500", 4600));
        Assert.Equal("reported", (await chair.PostAsync($"{ours}/{grant}/report", new { text = "Sju träffar med elva deltagare." })).Text("state"));
    }

    [Fact]
    public async Task The_board_reads_outcome_against_a_budget_that_is_copied_adopted_and_changed_with_a_reason()
    {
        using var board = await DemoDistrict.SignInAsync(platform, DemoDistrict.BoardMember);
        using var treasurer = await DemoDistrict.SignInAsync(platform, DemoDistrict.Treasurer);
        var today = await Calendar.TodayAsync(platform);
        var year = $"{Economy}/years/{today.Year + 1}";
        await board.RefusedAsync(HttpStatusCode.Forbidden, "auth.forbidden", HttpMethod.Post, year + "/copy");
        var copied = await treasurer.PostAsync(year + "/copy");
        Assert.Equal((await treasurer.GetAsync($"{Economy}/years/{today.Year}")).Rows("lines").Sum(line => line.Number("budget")), copied.Rows("lines").Sum(line => line.Number("budget")));
        var adopted = await treasurer.PostAsync(year + "/adoption", new { on = today });
        var lines = new[] { new { costCentre = "300", account = 5910, amount = 9_000_000 } };
        await treasurer.RefusedAsync(HttpStatusCode.BadRequest, "economy.needs_reason", HttpMethod.Put, year + "/budget", new { lines }, adopted.Number("version"));
        await treasurer.PutAsync(year + "/budget", new { lines, reason = "Inget val nästa år." }, adopted.Number("version"));
        var seen = await board.GetAsync(year);
        Assert.Equal(["Inget val nästa år.", "Antagen"], seen.Rows("revisions").Select(one => one.Text("reason")));
        Assert.Equal(9_000_000, Assert.Single(seen.Rows("lines")).Number("budget"));
    }

    private static async Task<long> OutcomeAsync(Visitor reader, int year, string centre, int account) => (await reader.GetAsync($"{Economy}/years/{year}")).Rows("lines")
        .Where(line => line.Text("costCentre") == centre && line.Number("account") == account).Select(line => line.Number("outcome")).SingleOrDefault();
}
