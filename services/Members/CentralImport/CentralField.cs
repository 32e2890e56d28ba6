namespace VpVarmland.Members.CentralImport;

/// <summary>
/// What a column of the central register's file can mean to us. Anything else in the file, personal identity numbers above all, is read
/// past and never stored.
/// </summary>
internal enum CentralField
{
    MemberNumber,
    GivenName,
    FamilyName,
    Email,
    Phone,
    PostalCode,
    Municipality,
    Association,
    Gender,
    BirthYear,
    MemberSince,
    PaidUntil,
}

/// <summary>Which column holds which field, by the column's place in the file from 0.</summary>
internal sealed class ColumnChoice(IReadOnlyDictionary<CentralField, int> places)
{
    /// <summary>Without these a row says nothing about anybody.</summary>
    internal static readonly IReadOnlyList<CentralField> Needed = [CentralField.MemberNumber, CentralField.GivenName, CentralField.FamilyName];

    /// <summary>The column's place, or -1 where the file has none for this field.</summary>
    internal int PlaceOf(CentralField field) => places.GetValueOrDefault(field, -1);

    /// <summary>The fields that are read.</summary>
    internal IEnumerable<CentralField> Fields => places.Keys;

    /// <summary>Null where the choice can be used: what is needed is there, each column has one meaning, and the file has it.</summary>
    internal Failure? Check(int columns) =>
        Needed.Any(field => !places.ContainsKey(field)) ? ImportFailures.ColumnsMissing
        : places.Values.Any(place => place < 0 || place >= columns) || places.Values.Distinct().Count() != places.Count ? ImportFailures.ColumnsWrong
        : null;
}
