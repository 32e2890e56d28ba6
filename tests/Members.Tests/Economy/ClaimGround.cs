using System.Net;
using System.Text.Json;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Economy;

/// <summary>What a test hands in.</summary>
internal static class ClaimForms
{
    /// <summary>As little as a file needs to be recognised.</summary>
    internal static readonly byte[] Pdf = "%PDF-1.7\n%åäö\n%%EOF\n"u8.ToArray();

    /// <summary>A train ticket of 420,00 kr and a drive of 84,5 km.</summary>
    internal static object Of(DateOnly today, string purpose = "Resa till distriktsstyrelsens möte", string? bankgiro = "5050-1055") => new
    {
        purpose, costCentre = "100", payTo = bankgiro is null ? null : new { kind = "bankgiro", number = bankgiro },
        lines = new object[]
        {
            new { kind = "expense", on = today, text = "Tågbiljett", account = 5800, amount = 42_000 },
            new { kind = "mileage", on = today, text = "Möte i Arvika", from = "Karlstad", to = "Arvika", km = 84.5 },
        },
    };

    internal static object Cost(DateOnly today, long amount = 150_000, string text = "Lokalhyra till temadagen") =>
        new { on = today, text, counterpart = "Medborgarhuset", costCentre = "200", account = 5010, amount, isIncome = false };
}

/// <summary>Claims, lists and grants in every state, made through the service.</summary>
internal sealed class ClaimGround(MembersHost host, Guid claimant)
{
    private static int nextYear;

    private HttpClient Claimant => host.As(claimant, "member:self@district");

    private HttpClient Manager => host.As(People.IdOf("treasurer"), "economy:manage@district", "economy:approve@district", "economy:read@district");

    internal async Task<Guid> DraftAsync(bool receipt = true, string purpose = "Resa till distriktsstyrelsens möte")
    {
        var claim = (await Claimant.PostAsync("/api/members/claims", ClaimForms.Of(host.Today(), purpose)).ReadAsync(HttpStatusCode.Created)).GetProperty("claim").Id("claimId");
        if (receipt)
            await AddReceiptAsync(claim);
        return claim;
    }

    internal Task<JsonElement> AddReceiptAsync(Guid claim, byte[]? content = null, string name = "kvitto.pdf") =>
        Claimant.PostAsync(new Uri($"/api/members/claims/{claim}/receipts?fileName={Uri.EscapeDataString(name)}", UriKind.Relative), new ByteArrayContent(content ?? ClaimForms.Pdf)).ReadAsync(HttpStatusCode.Created);

    internal async Task<(Guid Claim, Guid File)> ReceiptAsync()
    {
        var claim = await DraftAsync(receipt: false);
        return (claim, (await AddReceiptAsync(claim)).Id("fileId"));
    }

    internal async Task<(Guid Claim, Guid File)> HandedInReceiptAsync()
    {
        var claim = await SubmittedAsync();
        return (claim, await host.QueryAsync<Guid>("select file_id from claim_receipts where claim_id = @claim", new { claim }));
    }

    internal async Task<Guid> SubmittedAsync(string purpose = "Resa till distriktsstyrelsens möte")
    {
        var claim = await DraftAsync(purpose: purpose);
        await Claimant.PostAsync($"/api/members/claims/{claim}/submission", new { }).ReadAsync();
        return claim;
    }

    /// <summary>Approved by both; or, with <paramref name="by"/>, by that person alone.</summary>
    internal async Task<Guid> ApprovedAsync(Guid? by = null)
    {
        var claim = await SubmittedAsync();
        Guid[] approvers = by is { } one ? [one] : [People.IdOf("treasurer"), People.IdOf("district-chair")];
        foreach (var approver in approvers)
            await ApproveAsync(claim, approver).ReadAsync();
        return claim;
    }

    internal Task<HttpResponseMessage> ApproveAsync(Guid claim, Guid approver) => host.As(approver, "economy:approve@district").PostAsync($"/api/members/economy/claims/{claim}/approval", new { });

    internal async Task<Guid> ListedAsync() => await ListAsync([await ApprovedAsync()], []);

    internal async Task<Guid> ListAsync(Guid[] claims, Guid[] grants) =>
        (await Manager.PostAsync("/api/members/economy/payment-lists", new { claims, grants }).ReadAsync(HttpStatusCode.Created)).GetProperty("list").Id("listId");

    internal Task<HttpResponseMessage> PayAsync(Guid list) => Manager.PostAsync($"/api/members/economy/payment-lists/{list}/paid", new { on = host.Today() });

    internal async Task<Guid> CostAsync() => (await Manager.PostAsync("/api/members/economy/costs", ClaimForms.Cost(host.Today())).ReadAsync(HttpStatusCode.Created)).Id("costId");

    /// <summary>A year that nobody has planned.</summary>
    internal async Task<int> EmptyYearAsync()
    {
        var year = 2040 + (Interlocked.Add(ref nextYear, 2) % 60);
        await host.ExecuteAsync("delete from budget_revisions where year in (@year, @year + 1); delete from budget_lines where year in (@year, @year + 1); delete from budgets where year in (@year, @year + 1)", new { year });
        return year;
    }

    internal async Task<int> BudgetedYearAsync()
    {
        var year = await EmptyYearAsync();
        await host.ExecuteAsync(
            """
            insert into budgets (year) values (@year);
            insert into budget_lines (year, cost_centre, account, amount) values (@year, '100', 5010, 1200000), (@year, '200', 4000, 500000), (@year, '100', 3985, 1700000)
            """, new { year });
        return year;
    }

    internal async Task<Guid> AppliedGrantAsync() => (await host.As(People.IdOf("study-organiser"), $"grants:apply@{Places.Karlstad}")
        .PostAsync($"/api/members/associations/{Places.Karlstad}/grants", new { purpose = "Lokal till studiecirkeln.", amount = 250_000 }).ReadAsync(HttpStatusCode.Created)).Id("grantId");

    internal async Task<Guid> GrantedAsync()
    {
        var grant = await AppliedGrantAsync();
        await Manager.PostAsync($"/api/members/economy/grants/{grant}/decision", new { amount = 200_000, reportDue = host.Today().AddDays(60) }).ReadAsync();
        return grant;
    }

    internal async Task<Guid> PaidGrantAsync()
    {
        var grant = await GrantedAsync();
        await PayAsync(await ListAsync([], [grant])).ReadAsync();
        return grant;
    }
}
