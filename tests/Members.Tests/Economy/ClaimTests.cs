using System.Net;
using System.Text;
using Npgsql;
using VpVarmland.Tests.Kit;
using VpVarmland.Tests.Liaisons;

namespace VpVarmland.Tests.Economy;

/// <summary>Claims from draft to the books: two others approve, and what is paid is booked once.</summary>
public sealed class ClaimTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private static readonly Guid Treasurer = People.IdOf("treasurer"), Chair = People.IdOf("district-chair"), Ombudsman = People.IdOf("ombudsman"), Member = People.IdOf("member");

    private readonly MembersHost members = fixture.Host;
    private readonly ClaimGround ground = new(fixture.Host, Member);
    private readonly HttpClient own = fixture.Host.As(Member, "member:self@district");
    private readonly HttpClient treasurer = fixture.Host.As(Treasurer, "economy:manage@district", "economy:approve@district", "economy:read@district", "member:self@district");

    [Fact]
    public async Task A_claim_is_approved_by_two_paid_and_booked()
    {
        var claim = await ground.SubmittedAsync("Resa till Arvika");
        var seen = await ground.ApproveAsync(claim, Chair).ReadAsync();
        Assert.Equal(("submitted", 1, 63_125), (seen.GetProperty("claim").Text("state"), seen.GetProperty("claim").GetProperty("approvals").GetInt32(), seen.GetProperty("claim").GetProperty("total").GetInt32()));
        await ground.ApproveAsync(claim, Chair).RefusedAsync(HttpStatusCode.Conflict, "claim.already_approved");
        Assert.Equal("approved", (await ground.ApproveAsync(claim, Treasurer).ReadAsync()).GetProperty("claim").Text("state"));

        var list = await ground.ListAsync([claim], []);
        var paid = await ground.PayAsync(list).ReadAsync();
        var payment = Assert.Single(paid.GetProperty("payments").EnumerateArray());
        Assert.Equal(("Bankgiro 50501055", 63_125), (payment.Text("payTo"), payment.GetProperty("amount").GetInt32()));
        await ground.PayAsync(list).RefusedAsync(HttpStatusCode.Conflict, "payment.already_paid");

        var sie = SieReader.Read(await treasurer.GetByteArrayAsync(new Uri($"/api/members/economy/years/{members.Today().Year}/sie", UriKind.Relative)));
        var voucher = sie.Vouchers.Single(one => one.Number == payment.GetProperty("voucherNumber").GetInt32());
        Assert.EndsWith(": Resa till Arvika", voucher.Text, StringComparison.Ordinal);
        Assert.Equal([(5800, "100", 420.00m), (7331, "100", 211.25m), (1930, null, -631.25m)], voucher.Rows.Select(row => (row.Account, row.Centre, row.Amount)));
        Assert.Equal(Enumerable.Range(1, sie.Vouchers.Count), sie.Vouchers.Select(one => one.Number));
        Assert.Equal("paid", (await own.ReadAsync($"claims/{claim}")).GetProperty("claim").Text("state"));
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_claim_not_even_past_the_rule()
    {
        var mine = await new ClaimGround(members, Treasurer).SubmittedAsync();
        await ground.ApproveAsync(mine, Treasurer).RefusedAsync(HttpStatusCode.Conflict, "claim.own");
        foreach (var verb in (string[])["refusal", "return"])
            await treasurer.PostAsync($"/api/members/economy/claims/{mine}/{verb}", new { text = "Jag själv." }).RefusedAsync(HttpStatusCode.Conflict, "claim.own");
        // The table itself says no, and so does it to a payment with one approval.
        Assert.Equal("23514", (await Assert.ThrowsAsync<PostgresException>(() => members.ExecuteAsync(
            "insert into claim_approvals (claim_id, claimant_id, approver_id, position, at) values (@mine, @Treasurer, @Treasurer, 1, '2025-01-01')", new { mine, Treasurer }))).SqlState);
        await ground.ApproveAsync(mine, Chair).ReadAsync();
        var list = await ground.ListedAsync();
        Assert.Equal("23503", (await Assert.ThrowsAsync<PostgresException>(() => members.ExecuteAsync(
            "insert into payments (id, list_id, claim_id, amount) values (gen_random_uuid(), @list, @mine, 1)", new { list, mine }))).SqlState);
    }

    [Fact]
    public async Task Of_many_who_approve_at_the_same_time_two_count_and_of_many_payments_one()
    {
        var claim = await ground.SubmittedAsync();
        Guid[] approvers = [Chair, Treasurer, Ombudsman, Chair, Treasurer, Ombudsman];
        var answers = await Task.WhenAll(approvers.Select(approver => ground.ApproveAsync(claim, approver)));
        Assert.Equal(2, await members.QueryAsync<long>("select count(distinct approver_id) from claim_approvals where claim_id = @claim", new { claim }));
        Assert.Equal(2, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        var lists = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => treasurer.PostAsync("/api/members/economy/payment-lists", new { claims = new[] { claim } })));
        Assert.Equal(1, lists.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        var list = await members.QueryAsync<Guid>("select list_id from payments where claim_id = @claim", new { claim });
        var payments = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ground.PayAsync(list)));
        Assert.Equal(1, payments.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Equal(1, await members.QueryAsync<long>("select count(*) from vouchers where source_id = @claim", new { claim }));
    }

    [Fact]
    public async Task An_approval_is_taken_back_until_the_claim_is_to_be_paid_and_one_that_comes_back_starts_anew()
    {
        var claim = await ground.ApprovedAsync();
        Assert.Equal("submitted", (await treasurer.DeleteAsync(new Uri($"/api/members/economy/claims/{claim}/approval", UriKind.Relative)).ReadAsync()).GetProperty("claim").Text("state"));
        await treasurer.PostAsync($"/api/members/economy/claims/{claim}/return", new { text = "Vilket möte?" }).ReadAsync();
        var draft = await own.ReadAsync($"claims/{claim}");
        Assert.Equal(("draft", "Vilket möte?", 0), (draft.GetProperty("claim").Text("state"), draft.Text("answer"), draft.GetProperty("approvals").GetArrayLength()));
        // While it is being rewritten it is nobody else's.
        await treasurer.GetAsync(new Uri($"/api/members/economy/claims/{claim}", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "claim.unknown");
        await own.PostAsync($"/api/members/claims/{claim}/submission", new { }).ReadAsync();
        foreach (var approver in (Guid[])[Treasurer, Chair])
            await ground.ApproveAsync(claim, approver).ReadAsync();
        await ground.ListAsync([claim], []);
        await treasurer.DeleteAsync(new Uri($"/api/members/economy/claims/{claim}/approval", UriKind.Relative)).RefusedAsync(HttpStatusCode.Conflict, "claim.on_list");
    }

    [Fact]
    public async Task An_assignment_approves_up_to_its_limit()
    {
        var large = (await own.PostAsync("/api/members/claims", new
        {
            purpose = "Hyra av konferensanläggning", costCentre = "200", payTo = new { kind = "bank", number = "8327-9 123456789" },
            lines = new[] { new { kind = "expense", on = members.Today(), text = "Hyra", account = 5010, amount = 1_000_001 } },
        }).ReadAsync(HttpStatusCode.Created)).GetProperty("claim").Id("claimId");
        await ground.AddReceiptAsync(large);
        await own.PostAsync($"/api/members/claims/{large}/submission", new { }).ReadAsync();
        await ground.ApproveAsync(large, Ombudsman).RefusedAsync(HttpStatusCode.Conflict, "claim.above_limit");
        await ground.ApproveAsync(large, Treasurer).ReadAsync();
        await treasurer.PutAsync("/api/members/economy/approval-limits/ombudsman", new { most = 1_000_001 }, null).ReadAsync();
        await ground.ApproveAsync(large, Ombudsman).ReadAsync();
    }

    [Fact]
    public async Task A_receipt_is_what_its_content_says_and_is_given_back_only_to_be_saved()
    {
        var claim = await ground.DraftAsync(receipt: false);
        await own.PostAsync($"/api/members/claims/{claim}/submission", new { }).RefusedAsync(HttpStatusCode.Conflict, "claim.incomplete");
        var file = await ground.AddReceiptAsync(claim, [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], "../../semester\"\r\n.html");
        Assert.Equal(("image/jpeg", "semester.jpg", 7), (file.Text("mediaType"), file.Text("name"), file.GetProperty("size").GetInt32()));
        await own.PostAsync(new Uri($"/api/members/claims/{claim}/receipts?fileName=kvitto.pdf", UriKind.Relative), new ByteArrayContent("<svg onload=alert(1)>"u8.ToArray()))
            .RefusedAsync(HttpStatusCode.BadRequest, "file.unknown_form");
        await own.PostAsync(new Uri($"/api/members/claims/{claim}/receipts?fileName=kvitto.pdf", UriKind.Relative), new ByteArrayContent([.. ClaimForms.Pdf, .. new byte[10 << 20]]))
            .RefusedAsync(HttpStatusCode.RequestEntityTooLarge, "file.too_large");
        using var answer = await own.GetAsync(new Uri($"/api/members/claims/{claim}/receipts/{file.Id("fileId")}", UriKind.Relative));
        Assert.Equal([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(("attachment", "nosniff", "sandbox; default-src 'none'"),
            (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Headers.GetValues("X-Content-Type-Options").Single(), answer.Headers.GetValues("Content-Security-Policy").Single()));
        await members.As(People.IdOf("study-organiser"), "member:self@district").GetAsync(new Uri($"/api/members/claims/{claim}/receipts/{file.Id("fileId")}", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "claim.unknown");
    }

    [Fact]
    public async Task An_account_number_stands_nowhere_in_the_clear_and_is_used_again()
    {
        var claim = await ground.DraftAsync();
        var next = await own.PostAsync("/api/members/claims", ClaimForms.Of(members.Today(), "Nästa resa", bankgiro: null)).ReadAsync(HttpStatusCode.Created);
        Assert.Equal("Bankgiro ••••1055", next.Text("payTo"));
        foreach (var id in (Guid[])[claim, next.GetProperty("claim").Id("claimId")])
            Assert.DoesNotContain("50501055", Encoding.Latin1.GetString(await members.QueryAsync<byte[]>("select pay_to from claims where id = @id", new { id })), StringComparison.Ordinal);
        Assert.Equal(0, await members.QueryAsync<long>("select count(*) from audit where content::text like '%50501055%'"));
        await own.PostAsync("/api/members/claims", ClaimForms.Of(members.Today(), bankgiro: "5050-1056")).RefusedAsync(HttpStatusCode.BadRequest, "claim.bad_account");
    }

    [Fact]
    public async Task What_is_booked_is_corrected_and_never_changed()
    {
        var cost = await ground.CostAsync();
        foreach (var change in (string[])["update vouchers set text = 'x'", "delete from voucher_rows", "delete from vouchers"])
            await Assert.ThrowsAsync<PostgresException>(() => members.ExecuteAsync(change));
        await Assert.ThrowsAsync<PostgresException>(() => members.ExecuteAsync(
            "insert into vouchers (year, number, on_date, text, source, source_id, made_at, keep_until) values (1999, 1, '1999-01-01', 'x', 'cost', gen_random_uuid(), '1999-01-01', '2006-12-31'); insert into voucher_rows values (1999, 1, 1, 1930, null, 5, null)"));
        await treasurer.PostAsync($"/api/members/economy/costs/{cost}/reversal", new { }).ReadAsync();
        await treasurer.PostAsync($"/api/members/economy/costs/{cost}/reversal", new { }).RefusedAsync(HttpStatusCode.Conflict, "economy.already_reversed");
        Assert.Equal(0, await members.QueryAsync<long>("select sum(row.amount)::bigint from voucher_rows row join vouchers voucher using (year, number) where voucher.source_id = @cost and row.account = 5010", new { cost }));
        Assert.Equal(new DateOnly(members.Today().Year + 7, 12, 31), await members.QueryAsync<DateOnly>("select min(keep_until) from vouchers where source_id = @cost", new { cost }));
    }
}
