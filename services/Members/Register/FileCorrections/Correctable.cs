using VpVarmland.Members.CentralImport;

namespace VpVarmland.Members.Register.FileCorrections;

/// <summary>A member whom the caller may correct from a file, as they stand.</summary>
/// <param name="PhoneIsUnwanted">True for whoever does not want to be phoned: no number is kept, whatever brings it.</param>
internal sealed record Correctable(
    Guid Id, string? MemberNumber, int Version, string? Email, bool PhoneIsUnwanted, string GivenName, string FamilyName, string? Phone, string? PostalCode, string? MunicipalityCode, string Gender,
    int? BirthYear, string[] HelpWith, string Language)
{
    /// <summary>What can be corrected, and what goes along with it.</summary>
    internal StoredPersonalData Data { get; } = new(GivenName, FamilyName, Phone, PostalCode, MunicipalityCode, Gender, BirthYear, HelpWith, Language);

    /// <summary>True where the association is within the caller's right to correct.</summary>
    internal static async Task<bool> ReachesAsync(UnitOfWork work, Guid association, CancellationToken cancel) =>
        work.Caller.Reach(Permission.EditRegister).Covers(association) && await work.GetAsync<bool>("select exists (select from associations where id = @association)", new { association }, cancel);

    /// <summary>
    /// The association's members with those numbers, or those ids, within the caller's right. Neither former members nor those whose ways are hidden from the caller: to a file they do not exist.
    /// </summary>
    /// <param name="locked">True: their rows stay as they are until the work is done.</param>
    internal static async Task<IReadOnlyList<Correctable>> ListAsync(UnitOfWork work, Guid association, string[]? numbers, Guid[]? ids, bool locked, CancellationToken cancel)
    {
        var reach = work.Caller.Reach(Permission.EditRegister);
        return await work.ListAsync<Correctable>(
            $"""
            select person.id, person.member_number, person.version, person.email,
                exists (select from objections where objections.person_id = person.id and objections.processing = 'phone') as phone_is_unwanted,
                person.given_name, person.family_name, person.phone, person.postal_code, person.municipality_code, person.gender, person.birth_year, person.help_with, person.language
            from people person
            where person.association_id = @association and (@District or person.association_id = any(@Ids)) and not is_hidden(person, @MemberId)
                and (person.member_number = any(@numbers::text[]) or person.id = any(@chosen::uuid[]))
                and exists (select from memberships where memberships.person_id = person.id and memberships.ended_on is null)
            order by person.id {(locked ? "for update of person" : "")}
            """, new { association, reach.District, reach.Ids, work.Caller.MemberId, numbers, chosen = ids }, cancel);
    }
}

/// <summary>One field that changes, as it is stored; of municipalities the code.</summary>
internal sealed record FieldChange(CentralField Field, string? Before, string? After)
{
    /// <summary>In which of the fields that a file corrects the two differ.</summary>
    internal static IReadOnlyList<FieldChange> Between(StoredPersonalData before, StoredPersonalData after) =>
    [
        .. new FieldChange[]
        {
            new(CentralField.GivenName, before.GivenName, after.GivenName), new(CentralField.FamilyName, before.FamilyName, after.FamilyName), new(CentralField.Phone, before.Phone, after.Phone),
            new(CentralField.PostalCode, before.PostalCode, after.PostalCode), new(CentralField.Municipality, before.MunicipalityCode, after.MunicipalityCode),
            new(CentralField.BirthYear, $"{before.BirthYear}".TrimmedOrNull(), $"{after.BirthYear}".TrimmedOrNull()),
        }.Where(change => change.Before != change.After),
    ];
}
