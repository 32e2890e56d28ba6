using VpVarmland.Members.Files;
using VpVarmland.Members.Privacy;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.HandOvers;

/// <summary>
/// What is to be typed or sent into the central register, as a file: semicolons and a byte order mark, as Swedish spreadsheets expect. Whoever has protected identity is in no file:
/// they are handed over by whoever is named to reach them.
/// </summary>
internal static class ExportHandOvers
{
    internal sealed record Row(
        Guid MemberId, string GivenName, string FamilyName, string? Email, string? Phone, string? PostalCode, string? Municipality, string Association, DateOnly AppliedOn, DateOnly? PaidOn);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/hand-overs/export", Handle)
        .RequirePermission(Permission.HandOver)
        .WithSummary("Hand-overs to send, as CSV");

    private static async Task<FileContentHttpResult> Handle(Caller caller, UnitOfWork work, TimeProvider clock, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.HandOver);
        var rows = await work.ListAsync<Row>(
            """
            select person.id as member_id, person.given_name, person.family_name, person.email, person.phone, person.postal_code, municipality.name as municipality,
                association.name as association, membership.applied_on, membership.paid_on
            from hand_overs hand_over
            join memberships membership on membership.id = hand_over.membership_id
            join people person on person.id = membership.person_id
            join associations association on association.id = membership.association_id
            left join municipalities municipality on municipality.code = person.municipality_code
            where hand_over.state = 'toSend' and not person.is_protected and (@District or membership.association_id = any(@Ids))
            order by hand_over.created_at, hand_over.id
            """, new { reach.District, reach.Ids }, cancel);
        await ReadLog.WriteAsync(work, rows.Select(row => row.MemberId), ReadKind.Export, "hand-over", cancel);
        if (rows.Count > 0)
            work.Record("handover.exported", Guid.Empty, content: new { rows.Count });
        return CsvFile.Of($"overlamning-{clock.Today():yyyy-MM-dd}", ["Förnamn", "Efternamn", "E-post", "Telefon", "Postnummer", "Kommun", "Partiförening", "Ansökt", "Betalt"], rows.Select(row => new[]
        {
            row.GivenName, row.FamilyName, row.Email ?? "", PersonalData.ShowPhone(row.Phone), row.PostalCode ?? "", row.Municipality ?? "", row.Association, $"{row.AppliedOn:yyyy-MM-dd}", $"{row.PaidOn:yyyy-MM-dd}",
        }));
    }
}
