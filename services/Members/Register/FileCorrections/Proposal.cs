using System.Security.Cryptography;
using System.Text.Json;
using VpVarmland.Members.CentralImport;
using VpVarmland.Members.Files;

namespace VpVarmland.Members.Register.FileCorrections;

/// <summary>A row and the person it is about.</summary>
/// <param name="Remarks">What the row says and is not followed in.</param>
internal sealed record Proposed(int No, Correctable Person, StoredPersonalData After, IReadOnlyList<FileFault> Remarks)
{
    internal IReadOnlyList<FieldChange> Changes { get; } = FieldChange.Between(Person.Data, After);
}

/// <summary>
/// What a file would change in the register as it stands. Nothing of it is kept: the same file gives the same proposal as long as nobody has edited those it is about, and the digest tells whether that is so.
/// </summary>
/// <param name="Found">The rows whose number somebody within reach has, in the order of the file.</param>
/// <param name="Faults">Why other rows cannot be used, in that order.</param>
internal sealed record Proposal(CorrectionFile File, Places Places, IReadOnlyList<Proposed> Found, IReadOnlyList<FileFault> Faults)
{
    /// <summary>Those that change something.</summary>
    internal IReadOnlyList<Proposed> Changing { get; } = [.. Found.Where(row => row.Changes.Count > 0)];

    /// <summary>Who would be changed, from which version, and how.</summary>
    internal string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        Found.Where(row => row.Changes.Count > 0).OrderBy(row => row.Person.Id).Select(row => new { row.Person.Id, row.Person.Version, row.Changes }), Json.Options)));

    /// <summary>Reads the request's body and holds it against the association's members.</summary>
    /// <param name="locked">True: their rows stay as they are until the work is done.</param>
    internal static async Task<(Proposal? Proposal, Failure? Failure)> ReadAsync(Guid association, HttpRequest request, UnitOfWork work, bool locked, CancellationToken cancel)
    {
        // The body first: a slow sender holds no connection to the database.
        if (await FileBody.ReadAsync(request, CorrectionFile.Largest, cancel) is not { } content)
            return (null, FileCorrectionFailures.TooLarge);
        if (!await Correctable.ReachesAsync(work, association, cancel))
            return (null, Associations.AssociationFailures.Unknown);
        var places = await Places.ReadAsync(work, cancel);
        var (file, failure) = CorrectionFile.Read(content, places, SwedishTime.DateOf(work.Now));
        if (file is null)
            return (null, failure);
        var people = (await Correctable.ListAsync(work, association, [.. file.Rows.Select(row => row.MemberNumber)], null, locked, cancel))
            .ToDictionary(person => person.MemberNumber!, StringComparer.Ordinal);
        var unknown = file.Rows.Where(row => !people.ContainsKey(row.MemberNumber)).Select(row => new FileFault(row.No, file.HeadingOf(CentralField.MemberNumber), FaultKind.UnknownNumber));
        return (new Proposal(
            file, places, [.. file.Rows.Where(row => people.ContainsKey(row.MemberNumber)).Select(row => Propose(row, people[row.MemberNumber], file))],
            [.. file.Faults.Concat(unknown).OrderBy(fault => fault.Row)]), null);
    }

    private static Proposed Propose(Said said, Correctable person, CorrectionFile file)
    {
        var remarks = new List<FileFault>();
        if (said.Email is not null && CellRules.EmailOf(said.Email) != person.Email)
            remarks.Add(new FileFault(said.No, file.HeadingOf(CentralField.Email), FaultKind.EmailStays));
        if (said.Phone is not null && person.PhoneIsUnwanted)
            remarks.Add(new FileFault(said.No, file.HeadingOf(CentralField.Phone), FaultKind.PhoneUnwanted));
        var had = person.Data;
        return new Proposed(
            said.No, person, had with
            {
                GivenName = said.GivenName ?? had.GivenName,
                FamilyName = said.FamilyName ?? had.FamilyName,
                Phone = person.PhoneIsUnwanted ? had.Phone : said.Phone ?? had.Phone,
                PostalCode = said.PostalCode ?? had.PostalCode,
                MunicipalityCode = said.MunicipalityCode ?? had.MunicipalityCode,
                BirthYear = said.BirthYear ?? had.BirthYear,
            }, remarks);
    }
}
