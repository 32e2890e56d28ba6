using System.ComponentModel.DataAnnotations;
using MiniExcelLibs;
using VpVarmland.Members.Files;
using VpVarmland.Members.Privacy;
using VpVarmland.Members.Segments;

namespace VpVarmland.Members.Register;

/// <summary>In which form a list leaves the platform.</summary>
internal enum SheetFormat
{
    Csv,
    Xlsx,
}

/// <summary>
/// A list of people as a file, for those with the right to take one out: the purpose is asked for, everybody in it sees in their read log that they were exported, and
/// neither former members nor those with protected identity are ever in it.
/// </summary>
internal static class ExportPeople
{
    /// <summary>More than any list of a district holds.</summary>
    private const int Most = 50_000;

    /// <param name="BirthYears">True: with year of birth, for those who correct the list and read it back.</param>
    internal sealed record Query(
        [property: AtMost(100)] string? Q, Guid? Association, [property: NameOf(typeof(MembershipState))] string? State, [property: Range(2000, 2100)] int? UnpaidFor,
        [property: Required, NameOf(typeof(SheetFormat))] string? Format, [property: Required, NotEmpty, AtMost(200)] string? Purpose, bool? BirthYears);

    internal sealed record SegmentQuery([property: Required, NameOf(typeof(SheetFormat))] string? Format, [property: Required, NotEmpty, AtMost(200)] string? Purpose);

    private static readonly string[] Headings =
        ["Medlemsnummer", "Förnamn", "Efternamn", "E-post", "Telefon", "Postnummer", "Kommun", "Partiförening", "Medlemskap", "Medlem från", "Betalt till", "Språk"];

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/people/export", Handle).RequirePermission(Permission.ExportRegister).WithSummary("A list of people as CSV or Excel; logged, without protected people");
        api.MapGet("/segments/{id:guid}/export", OfSegment).RequirePermission(Permission.ExportRegister).WithSummary("Those of a saved list as CSV or Excel; logged, without protected people");
    }

    private static async Task<FileContentHttpResult> Handle([AsParameters] Query query, Caller caller, UnitOfWork work, TimeProvider clock, CancellationToken cancel)
    {
        var ids = await ListPeople.IdsAsync(
            work, new ListPeople.Query(query.Q, query.Association, query.State, query.UnpaidFor, null, null), caller.Reach(Permission.ExportRegister), Most, cancel);
        return await FileAsync(work, ids, query.Format!, query.Purpose!, "medlemmar", clock.Today(), query.BirthYears is true, cancel);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> OfSegment(
        Guid id, [AsParameters] SegmentQuery query, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        if (await Segment.FindAsync(work, caller, id, cancel) is not { } segment)
            return SegmentFailures.Unknown.ToProblem(http);
        var filter = FilterSql.Of(segment.Filter, caller.Reach(Permission.ExportRegister), clock.Today());
        filter.Values.AddDynamicParams(new { Most });
        var ids = await work.ListAsync<Guid>($"select person.id {FilterSql.From} {filter.Condition} order by person.id limit @Most", filter.Values, cancel);
        return await FileAsync(work, [.. ids], query.Format!, query.Purpose!, "lista", clock.Today(), withYears: false, cancel);
    }

    private static async Task<FileContentHttpResult> FileAsync(UnitOfWork work, Guid[] ids, string format, string purpose, string name, DateOnly today, bool withYears, CancellationToken cancel)
    {
        var rows = await work.ListAsync<Row>(
            """
            select person.id, person.member_number, person.given_name, person.family_name, person.email, person.phone, person.postal_code, municipality.name as municipality,
                association.name as association, membership.state, membership.effective_on, membership.paid_until, person.language, person.birth_year
            from people person join associations association on association.id = person.association_id
            join memberships membership on membership.person_id = person.id and membership.ended_on is null
            left join municipalities municipality on municipality.code = person.municipality_code
            where person.id = any(@ids) and not person.is_protected
            order by person.family_name, person.given_name, person.id
            """, new { ids }, cancel);
        await ReadLog.WriteAsync(work, rows.Select(row => row.Id), ReadKind.Export, purpose.Trim(), cancel);
        work.Record("people.exported", Guid.Empty, purpose.Trim(), new { rows.Count, format });
        string[] headings = withYears ? [.. Headings, "Födelseår"] : Headings;
        var lines = rows.Select(row => withYears ? [.. row.Cells(), $"{row.BirthYear}"] : row.Cells());
        return string.Equals(format, nameof(SheetFormat.Xlsx), StringComparison.OrdinalIgnoreCase)
            ? TypedResults.File(Excel(headings, lines), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{name}-{today:yyyy-MM-dd}.xlsx")
            : CsvFile.Of($"{name}-{today:yyyy-MM-dd}", headings, lines);
    }

    /// <summary>Every cell is text, so that telephone numbers keep their zeros and nothing is a formula.</summary>
    private static byte[] Excel(string[] headings, IEnumerable<string[]> lines)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(lines.Select(line => headings.Zip(line).ToDictionary(cell => cell.First, object? (cell) => cell.Second, StringComparer.Ordinal)).DefaultIfEmpty(headings.ToDictionary(heading => heading, object? (_) => "", StringComparer.Ordinal)), sheetName: "Medlemmar");
        return stream.ToArray();
    }

    private sealed record Row(
        Guid Id, string? MemberNumber, string GivenName, string FamilyName, string? Email, string? Phone, string? PostalCode, string? Municipality, string Association, MembershipState State,
        DateOnly? EffectiveOn, DateOnly? PaidUntil, string Language, int? BirthYear)
    {
        internal string[] Cells() =>
        [
            MemberNumber ?? "", GivenName, FamilyName, Email ?? "", PersonalData.ShowPhone(Phone), PostalCode ?? "", Municipality ?? "", Association,
            State switch
            {
                MembershipState.Applicant => "Har ansökt", MembershipState.Paid => "Har betalat", _ => "Medlem",
            },
            $"{EffectiveOn:yyyy-MM-dd}", $"{PaidUntil:yyyy-MM-dd}", Language == "en" ? "Engelska" : "Svenska",
        ];
    }
}
