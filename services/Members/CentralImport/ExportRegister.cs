using VpVarmland.Members.Files;
using VpVarmland.Members.Privacy;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.CentralImport;

/// <summary>
/// The confirmed members as a file of the form that the import reads: what is exported and imported again changes nothing. Semicolons and a byte
/// order mark, as Swedish spreadsheets expect.
/// </summary>
internal static class ExportRegister
{
    private static readonly string[] Headings =
    [
        "Medlemsnummer", "Förnamn", "Efternamn", "E-post", "Mobil", "Postnummer", "Kommun", "Partiförening", "Kön", "Födelseår", "Medlem sedan", "Betald t.o.m.",
    ];

    internal sealed record Row(
        Guid Id, string MemberNumber, string GivenName, string FamilyName, string? Email, string? Phone, string? PostalCode, string? Municipality, string Association, string Gender,
        int? BirthYear, DateOnly? MemberSince, DateOnly? PaidUntil);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/central-imports/register", Handle)
        .ForTheDistrict()
        .WithSummary("Confirmed members as CSV, in the form of the import; everybody in it sees that they were exported");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(UnitOfWork work, TimeProvider clock, CancellationToken cancel)
    {
        var rows = await work.ListAsync<Row>(
            """
            select person.id, person.member_number, person.given_name, person.family_name, person.email, person.phone, person.postal_code, municipality.name as municipality,
                association.name as association, person.gender, person.birth_year, membership.effective_on as member_since, membership.paid_until
            from people person
            join memberships membership on membership.person_id = person.id and membership.ended_on is null and membership.confirmed_on is not null
            join associations association on association.id = person.association_id
            left join municipalities municipality on municipality.code = person.municipality_code
            where person.member_number is not null and not person.is_protected
            order by person.family_name, person.given_name, person.id
            """, null, cancel);
        await ReadLog.WriteAsync(work, rows.Select(row => row.Id), ReadKind.Export, "register", cancel);
        work.Record("register.exported", Guid.Empty, content: new { rows.Count });
        return CsvFile.Of($"medlemmar-{clock.Today():yyyy-MM-dd}", Headings, rows.Select(row => new[]
        {
            row.MemberNumber, row.GivenName, row.FamilyName, row.Email ?? "", PersonalData.ShowPhone(row.Phone), row.PostalCode ?? "", row.Municipality ?? "", row.Association,
            row.Gender switch { "woman" => "Kvinna", "man" => "Man", "other" => "Annat", _ => "Ej angivet" }, $"{row.BirthYear}", $"{row.MemberSince:yyyy-MM-dd}", $"{row.PaidUntil:yyyy-MM-dd}",
        }));
    }
}
