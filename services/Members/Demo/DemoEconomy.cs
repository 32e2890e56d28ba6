using VpVarmland.Members.Economy.Claims;
using VpVarmland.Members.Economy.Ledger;
using VpVarmland.Members.Files;

namespace VpVarmland.Members.Demo;

/// <summary>Two years' budgets, what has been booked so far, claims and grants in every state. Amounts are öre; the accounts are made up.</summary>
internal sealed class DemoEconomy(UnitOfWork work, PayToVault vault, IReadOnlyList<DemoPerson> people, IReadOnlyDictionary<string, Guid> associations, CancellationToken cancel)
{
    private static readonly (string Centre, int Account, long Amount)[] Plan =
    [
        ("100", 3985, 48_000_000), ("100", 3890, 6_000_000), ("100", 5010, 6_600_000), ("100", 5800, 3_600_000), ("100", 7331, 2_400_000), ("100", 6110, 900_000), ("100", 6250, 600_000),
        ("200", 4000, 7_500_000), ("200", 5010, 2_400_000), ("300", 5910, 12_000_000), ("300", 5800, 1_800_000), ("400", 6800, 4_200_000), ("500", 4600, 6_000_000), ("600", 4000, 2_000_000),
    ];

    /// <summary>What happens in a month: the day, what, whom, where, and how much.</summary>
    private static readonly (int Month, int Day, string Text, string With, string Centre, int Account, long Amount)[] Year =
    [
        (1, 12, "Hyra av expedition, kvartal 1", "Fastighets AB Exempel", "100", 5010, 1_650_000), (1, 28, "Partistöd, första delen", "Regionen", "100", 3985, 24_000_000), (2, 9, "Studiematerial", "Bokhandeln Exempel", "400", 6800, 640_000),
        (3, 14, "Distriktsårskonferens, lokal", "Folkets hus Exempel", "200", 5010, 1_180_000), (3, 15, "Distriktsårskonferens, mat", "Köket Exempel", "200", 4000, 2_340_000), (4, 10, "Hyra av expedition, kvartal 2", "Fastighets AB Exempel", "100", 5010, 1_650_000),
        (5, 5, "Kampanjmaterial till första maj", "Tryckeriet Exempel", "300", 5910, 3_870_000), (6, 3, "Medlemsavgifter, distriktets del", "Partiet centralt", "100", 3890, 2_950_000), (7, 10, "Hyra av expedition, kvartal 3", "Fastighets AB Exempel", "100", 5010, 1_650_000),
        (8, 20, "Partistöd, andra delen", "Regionen", "100", 3985, 24_000_000), (8, 27, "Annonser", "Tidningen Exempel", "300", 5910, 2_260_000), (9, 18, "Temadag om vården, fika", "Köket Exempel", "200", 4000, 410_000),
        (10, 10, "Hyra av expedition, kvartal 4", "Fastighets AB Exempel", "100", 5010, 1_650_000), (11, 6, "Feministisk helg", "Vandrarhemmet Exempel", "600", 4000, 1_420_000),
    ];

    private DateOnly Today => SwedishTime.DateOf(work.Now);

    internal async Task LayOutAsync()
    {
        foreach (var year in (int[])[Today.Year - 1, Today.Year])
        {
            await PlanAsync(year);
            foreach (var one in Year.Where(one => new DateOnly(year, one.Month, one.Day) < Today.AddDays(-20)))
                await BookAsync(new DateOnly(year, one.Month, one.Day), one.Text, one.With, one.Centre, one.Account, one.Amount);
        }
        await ClaimAsync("study-organiser", "Studiebesök i Arvika", ClaimState.Paid, 20, ("Buss", 6800, 18_400), "treasurer", "district-chair");
        await ClaimAsync("ombudsman", "Porto till kallelserna", ClaimState.Approved, 9, ("Frimärken", 6250, 121_500), "treasurer", "district-chair");
        await ClaimAsync("feminist-officer", "Material till den feministiska helgen", ClaimState.Submitted, 6, ("Blädderblock och pennor", 6110, 48_750), "treasurer");
        await ClaimAsync("association-chair-karlstad", "Resa till distriktsstyrelsens möte", ClaimState.Submitted, 4, ("Tågbiljett", 5800, 42_000));
        await ClaimAsync("member", "Fika till torgmötet", ClaimState.Draft, 1, ("Bullar", 4000, 32_600));
        await GrantAsync("1780", "Lokal till studiecirkeln i vår", 450_000, "applied", null);
        await GrantAsync("1784", "Valstuga på torget", 600_000, "granted", 500_000);
        await GrantAsync("1766", "Affischer till årsmötet", 150_000, "paid", 150_000);
    }

    private async Task PlanAsync(int year)
    {
        await work.ExecuteAsync("insert into budgets (year, adopted_on, version) values (@year, @on, 2)", new { year, on = new DateOnly(year - 1, 12, 6) < Today ? new DateOnly(year - 1, 12, 6) : Today }, cancel);
        foreach (var line in Plan)
            await work.ExecuteAsync("insert into budget_lines (year, cost_centre, account, amount) values (@year, @Centre, @Account, @Amount)", new { year, line.Centre, line.Account, line.Amount }, cancel);
        await work.ExecuteAsync(
            """
            insert into budget_revisions (year, number, at, by_id, reason, lines)
            select @year, 1, @at, @by, 'Antagen', jsonb_agg(jsonb_build_object('costCentre', cost_centre, 'account', account, 'amount', amount)) from budget_lines where year = @year
            """, new { year, at = SwedishTime.StartOf(new DateOnly(year - 1, 12, 6)).AddHours(14), by = Person("treasurer") }, cancel);
    }

    private async Task BookAsync(DateOnly on, string text, string with, string centre, int account, long amount)
    {
        var id = Guid.CreateVersion7(SwedishTime.StartOf(on).AddHours(10));
        var isIncome = account < 4000;
        await work.ExecuteAsync("insert into costs (id, on_date, text, counterpart, cost_centre, account, amount, is_income, made_at, made_by) values (@id, @on, @text, @with, @centre, @account, @amount, @isIncome, @at, @by)",
            new { id, on, text, with, centre, account, amount, isIncome, at = SwedishTime.StartOf(on).AddHours(10), by = Person("treasurer") }, cancel);
        await Voucher.WriteAsync(work, on, text, "cost", id, Voucher.Paid([new VoucherRow(account, centre, isIncome ? -amount : amount, null)], 1930), cancel);
    }

    private async Task ClaimAsync(string role, string purpose, ClaimState state, int daysAgo, (string Text, int Account, long Amount) line, params string[] approvers)
    {
        var (claimant, at, on) = (people.Single(one => one.Role == role), work.Now.AddDays(-daysAgo), Today.AddDays(-daysAgo - 1));
        var id = Guid.CreateVersion7(at);
        var account = PayTo.Of(PayToKind.Bankgiro, "5050-1055")!;
        const long drive = 13_250;
        await work.ExecuteAsync(
            """
            insert into claims (id, claimant_id, claimant_name, purpose, cost_centre, state, total, pay_to, pay_to_shown, created_at, submitted_at, decided_at)
            values (@id, @claimant, @name, @purpose, '100', @state, @total, @closed, @Hidden, @at, @submitted, @decided);
            insert into claim_lines (claim_id, place, kind, on_date, text, account, amount) values (@id, 0, 'expense', @on, @Text, @Account, @Amount);
            insert into claim_lines (claim_id, place, kind, on_date, text, account, amount, from_place, to_place, hectometres, ore_per_km) values (@id, 1, 'mileage', @on, 'Hämtade materialet', 7331, @drive, 'Karlstad', 'Kil', 530, 250)
            """,
            new
            {
                id, claimant = claimant.Id, name = $"{claimant.GivenName} {claimant.FamilyName}", purpose, state = state.ToText(), total = line.Amount + drive, closed = vault.Close(account, id), account.Hidden, at,
                submitted = state == ClaimState.Draft ? (DateTimeOffset?)null : at, decided = state is ClaimState.Approved or ClaimState.Paid ? at.AddDays(2) : (DateTimeOffset?)null, on, line.Text, line.Account, line.Amount, drive,
            }, cancel);
        var file = await StoredFile.StoreAsync(work, "kvitto", FileKind.Of(DemoPaper.Receipt.Span)!, DemoPaper.Receipt, cancel);
        await work.ExecuteAsync("insert into claim_receipts (claim_id, file_id) values (@id, @FileId)", new { id, file.FileId }, cancel);
        foreach (var (index, approver) in approvers.Index())
            await work.ExecuteAsync("insert into claim_approvals (claim_id, claimant_id, approver_id, position, at) values (@id, @claimant, @approver, @position, @at)",
                new { id, claimant = claimant.Id, approver = Person(approver), position = (short)(index + 1), at = at.AddDays(index + 1) }, cancel);
        if (state == ClaimState.Paid)
            await PayAsync(id, line.Amount + drive, Today.AddDays(-daysAgo + 3), $"Utlägg {claimant.GivenName} {claimant.FamilyName}: {purpose}", [new VoucherRow(line.Account, "100", line.Amount, line.Text), new VoucherRow(7331, "100", drive, null)], "claim");
    }

    private async Task GrantAsync(string municipality, string purpose, long applied, string state, long? decided)
    {
        var (id, association) = (Guid.CreateVersion7(work.Now.AddDays(-30)), associations[municipality]);
        await work.ExecuteAsync(
            """
            insert into grants (id, association_id, purpose, applied, applied_at, cost_centre, account, state, decided, decided_at, decided_by, report_due)
            values (@id, @association, @purpose, @applied, @at, '500', 4600, @state, @decided, @decidedAt, @by, @due)
            """,
            new
            {
                id, association, purpose, applied, at = work.Now.AddDays(-30), state, decided, decidedAt = decided is null ? (DateTimeOffset?)null : work.Now.AddDays(-20), by = decided is null ? (Guid?)null : Person("district-chair"),
                due = decided is null ? (DateOnly?)null : Today.AddDays(state == "paid" ? -5 : 60),
            }, cancel);
        if (state == "paid")
            await PayAsync(id, decided!.Value, Today.AddDays(-15), $"Bidrag: {purpose}", [new VoucherRow(4600, "500", decided.Value, null)], "grant");
    }

    private async Task PayAsync(Guid id, long amount, DateOnly on, string text, IReadOnlyList<VoucherRow> costs, string source)
    {
        var list = Guid.CreateVersion7(SwedishTime.StartOf(on));
        await work.ExecuteAsync(
            $"""
            insert into payment_lists (id, made_at, made_by, paid_on) values (@list, @at, @by, @on);
            insert into payments (id, list_id, {source}_id, amount) values (@payment, @list, @id, @amount)
            """, new { list, at = SwedishTime.StartOf(on).AddHours(9), by = Person("treasurer"), on, payment = Guid.CreateVersion7(), id, amount }, cancel);
        await Voucher.WriteAsync(work, on, text, source, id, Voucher.Paid(costs, 1930), cancel);
    }

    private Guid Person(string role) => people.Single(one => one.Role == role).Id;
}

/// <summary>Papers of the demo: one page that says what it is.</summary>
internal static class DemoPaper
{
    internal static readonly ReadOnlyMemory<byte> Receipt = Page("Kvitto (demo)");

    /// <summary>A page of PDF with one line of text, as small as the format lets it be.</summary>
    internal static ReadOnlyMemory<byte> Page(string line)
    {
        var text = $"BT /F1 24 Tf 72 720 Td ({line.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {text.Length}>>stream\n{text}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        ];
        var (file, places) = (new System.Text.StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var (index, one) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{index + 1} 0 obj{one}endobj\n");
        }
        var table = file.Length;
        file.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        file.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return System.Text.Encoding.Latin1.GetBytes(file.ToString());
    }
}
