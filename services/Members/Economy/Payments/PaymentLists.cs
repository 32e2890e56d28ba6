using System.ComponentModel.DataAnnotations;
using VpVarmland.Members.Economy.Claims;
using VpVarmland.Members.Files;
using VpVarmland.Members.Privacy;

namespace VpVarmland.Members.Economy.Payments;

/// <summary>Something on a payment list.</summary>
/// <param name="PayTo">The whole account, since somebody is to pay to it; null where it is not known.</param>
internal sealed record PaymentView(Guid PaymentId, Guid? ClaimId, Guid? GrantId, string Payee, string Purpose, string? PayTo, long Amount, int? VoucherYear, int? VoucherNumber);

/// <summary>A payment list among others.</summary>
internal sealed record PaymentListRow(Guid ListId, DateTimeOffset MadeAt, string? MadeBy, DateOnly? PaidOn, int Payments, long Total);

/// <summary>
/// What is approved and to be paid, gathered in a list: paid at the bank by a person, then marked as paid, once, by which everything on it is booked.
/// There is no bank file: banks' formats differ, and a wrong one pays wrong.
/// </summary>
internal static class PaymentLists
{
    private const int Most = 200;

    internal sealed record Request([property: MaxLength(Most)] IReadOnlyList<Guid>? Claims, [property: MaxLength(Most)] IReadOnlyList<Guid>? Grants);

    internal sealed record Response(PaymentListRow List, IReadOnlyList<PaymentView> Payments);

    internal sealed record Paid([property: NotEmpty] DateOnly? On);

    internal static readonly Failure Nothing = Failure.Bad("payment.nothing", "Välj något att betala.", "Choose something to pay.");

    internal static readonly Failure NotPayable = Failure.Conflict("payment.not_payable",
        "Något av det är inte godkänt, eller står redan på en lista. Läs in sidan på nytt.", "Some of it is not approved, or is on a list already. Load the page again.");

    internal static readonly Failure AlreadyPaid = Failure.Conflict("payment.already_paid", "Listan är redan betald och bokförd.", "The list is paid and booked already.");

    private const string Select =
        """
        select list.id as list_id, list.made_at, person.given_name || ' ' || person.family_name as made_by, list.paid_on,
            (select count(*)::int from payments where list_id = list.id) as payments, (select coalesce(sum(amount), 0)::bigint from payments where list_id = list.id) as total
        from payment_lists list left join people person on person.id = list.made_by
        """;

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string lists = "/economy/payment-lists", one = lists + "/{id:guid}";
        api.MapGet(lists, List).ForTheDistrict(Permission.ManageEconomy).WithSummary("Payment lists, latest first");
        api.MapPost(lists, Make).ForTheDistrict(Permission.ManageEconomy).WithSummary("Gather what is approved in a payment list");
        api.MapGet(one, Get).ForTheDistrict(Permission.ManageEconomy).WithSummary("A payment list with its accounts");
        api.MapGet(one + "/export", Export).ForTheDistrict(Permission.ManageEconomy).WithSummary("A payment list, as CSV");
        api.MapPost(one + "/paid", MarkPaid).ForTheDistrict(Permission.ManageEconomy).WithSummary("Note that the list is paid; books everything on it, once");
        api.MapDelete(one, Discard).ForTheDistrict(Permission.ManageEconomy).WithSummary("Discard a list that is not paid");
    }

    private static async Task<Ok<Page<PaymentListRow>>> List(string? after, [PageSize] int? size, UnitOfWork work, CancellationToken cancel)
    {
        var limit = size ?? Cursor.Usual;
        var rows = await work.ListAsync<PaymentListRow>($"{Select} where (@before::uuid is null or list.id < @before) order by list.id desc limit @take", new { before = Cursor.Read<Guid?>(after), take = limit + 1 }, cancel);
        return TypedResults.Ok(rows.ToPage(limit, row => row.ListId));
    }

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Make(Request request, UnitOfWork work, PayToVault vault, HttpContext http, CancellationToken cancel)
    {
        var (claims, grants) = ((request.Claims ?? []).Distinct().ToArray(), (request.Grants ?? []).Distinct().ToArray());
        if (claims.Length + grants.Length == 0)
            return Nothing.ToProblem(http);
        var id = Guid.CreateVersion7(work.Now);
        // Locked first: a decision that is taken back meanwhile either comes before, and is seen, or waits and is refused.
        await work.ExecuteAsync("select from claims where id = any(@claims) order by id for update; select from grants where id = any(@grants) order by id for update", new { claims, grants }, cancel);
        var placed = await work.ExecuteAsync(
            """
            insert into payment_lists (id, made_at, made_by) values (@id, @Now, @MemberId);
            insert into payments (id, list_id, claim_id, amount) select new_id(@Now), @id, id, total from claims where id = any(@claims) and state = 'approved' on conflict do nothing;
            insert into payments (id, list_id, grant_id, amount) select new_id(@Now), @id, id, decided from grants where id = any(@grants) and state = 'granted' on conflict do nothing
            """, new { id, work.Now, work.Caller.MemberId, claims, grants }, cancel);
        if (placed - 1 != claims.Length + grants.Length)
            return NotPayable.ToProblem(http);
        work.Record("payment.listed", id, content: new { claims, grants });
        return TypedResults.Created($"/api/members/economy/payment-lists/{id}", (await FindAsync(work, vault, id, cancel))!);
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Get(Guid id, UnitOfWork work, PayToVault vault, HttpContext http, CancellationToken cancel) =>
        await FindAsync(work, vault, id, cancel) is { } found ? TypedResults.Ok(found) : EconomyFailures.Unknown.ToProblem(http);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Export(Guid id, UnitOfWork work, PayToVault vault, HttpContext http, CancellationToken cancel)
    {
        if (await FindAsync(work, vault, id, cancel) is not { } found)
            return EconomyFailures.Unknown.ToProblem(http);
        work.Record("payment.exported", id, content: new { found.Payments.Count });
        return CsvFile.Of($"betalningslista-{SwedishTime.DateOf(found.List.MadeAt):yyyy-MM-dd}", ["Mottagare", "Konto", "Belopp", "Avser", "Verifikation"], found.Payments.Select(row => new[]
        {
            row.Payee, row.PayTo ?? "", Money.ForSpreadsheet(row.Amount), row.Purpose, row.VoucherNumber is { } number ? $"V{number} {row.VoucherYear}" : "",
        }));
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> MarkPaid(Guid id, Paid paid, UnitOfWork work, PayToVault vault, HttpContext http, CancellationToken cancel)
    {
        if (await LockAsync(work, id, cancel) is not { } list)
            return EconomyFailures.Unknown.ToProblem(http);
        if (list.PaidOn is not null)
            return AlreadyPaid.ToProblem(http);
        var (on, today) = (paid.On!.Value, SwedishTime.DateOf(work.Now));
        if (on > today || on < SwedishTime.DateOf(list.MadeAt).AddDays(-31))
            return EconomyFailures.UnlikelyDay.ToProblem(http);
        await work.ExecuteAsync("update payment_lists set paid_on = @on where id = @id", new { id, on }, cancel);
        foreach (var claim in await work.ListAsync<Guid>("select claim_id from payments where list_id = @id and claim_id is not null order by id", new { id }, cancel))
        {
            if (await (await ClaimLock.HandedInAsync(work, claim, cancel))!.DoAsync(work, ClaimCommand.Pay, null, cancel) is { } failure)
                return failure.ToProblem(http);
            await Booking.ClaimAsync(work, claim, on, cancel);
        }
        foreach (var grant in await work.ListAsync<Guid>("select grant_id from payments where list_id = @id and grant_id is not null order by id", new { id }, cancel))
            await Booking.GrantAsync(work, grant, on, cancel);
        work.Record("payment.paid", id, content: new { on });
        return TypedResults.Ok((await FindAsync(work, vault, id, cancel))!);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Discard(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await LockAsync(work, id, cancel) is not { } list)
            return EconomyFailures.Unknown.ToProblem(http);
        if (list.PaidOn is not null)
            return AlreadyPaid.ToProblem(http);
        await work.ExecuteAsync("delete from payment_lists where id = @id", new { id }, cancel);
        work.Record("payment.list_discarded", id);
        return TypedResults.NoContent();
    }

    private static async Task<Response?> FindAsync(UnitOfWork work, PayToVault vault, Guid id, CancellationToken cancel)
    {
        if (await work.FindAsync<PaymentListRow>($"{Select} where list.id = @id", new { id }, cancel) is not { } list)
            return null;
        var rows = await work.ListAsync<Row>(
            """
            select payment.id as payment_id, payment.claim_id, payment.grant_id, coalesce(claim.claimant_name, association.name) as payee, coalesce(claim.purpose, given.purpose) as purpose, claim.pay_to, association.giro,
                payment.amount, voucher.year as voucher_year, voucher.number as voucher_number, claim.claimant_id
            from payments payment left join claims claim on claim.id = payment.claim_id left join grants given on given.id = payment.grant_id left join associations association on association.id = given.association_id
            left join vouchers voucher on voucher.source_id = coalesce(payment.claim_id, payment.grant_id) and voucher.source in ('claim', 'grant')
            where payment.list_id = @id order by payee, payment.id
            """, new { id }, cancel);
        await ReadLog.WriteAsync(work, rows.Select(row => row.ClaimantId).OfType<Guid>().Distinct(), ReadKind.Details, "payments", cancel);
        return new Response(list, [.. rows.Select(row => new PaymentView(row.PaymentId, row.ClaimId, row.GrantId, row.Payee, row.Purpose,
            row.PayTo is null ? row.Giro is null ? null : new PayTo(PayToKind.Bankgiro, row.Giro).Whole : vault.Open(row.PayTo, row.ClaimId!.Value)?.Whole, row.Amount, row.VoucherYear, row.VoucherNumber))]);
    }

    private static Task<ListLock?> LockAsync(UnitOfWork work, Guid id, CancellationToken cancel) => work.FindAsync<ListLock>("select made_at, paid_on from payment_lists where id = @id for update", new { id }, cancel);

    private sealed record ListLock(DateTimeOffset MadeAt, DateOnly? PaidOn);

    private sealed record Row(
        Guid PaymentId, Guid? ClaimId, Guid? GrantId, string Payee, string Purpose, byte[]? PayTo, string? Giro, long Amount, int? VoucherYear, int? VoucherNumber, Guid? ClaimantId);
}
