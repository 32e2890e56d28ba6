using VpVarmland.Members.CentralImport;
using VpVarmland.Members.Files;

namespace VpVarmland.Members.Register.FileCorrections;

/// <summary>One row while it is read: what it says, and everything that is wrong with it, since whoever corrects a file wants to know at once.</summary>
internal sealed class CorrectionRow(SheetRow row, IReadOnlyList<string> headings, IReadOnlyDictionary<CentralField, int> columns)
{
    private const int LongestName = 100, LongestNumber = 20;

    internal List<FileFault> Faults { get; } = [];

    /// <summary>The member number where it can be one; null otherwise.</summary>
    internal string? Number { get; private set; }

    /// <summary>True where nobody can be told by it: whoever has applied lately is in the list, and has no number yet.</summary>
    internal bool IsWithoutNumber { get; private set; }

    /// <summary>Null where something is wrong, or where it has no number.</summary>
    internal Said? Said { get; private set; }

    internal static CorrectionRow Read(SheetRow row, IReadOnlyList<string> headings, IReadOnlyDictionary<CentralField, int> columns, Places places, DateOnly today)
    {
        var one = new CorrectionRow(row, headings, columns);
        if (row.Fault is { } fault)
            one.Faults.Add(new FileFault(row.No, null, fault));
        else
            one.Read(places, today);
        return one;
    }

    internal void Fault(CentralField field, FaultKind kind) => Faults.Add(new FileFault(row.No, headings[columns[field]], kind));

    private void Read(Places places, DateOnly today)
    {
        IsWithoutNumber = Text(CentralField.MemberNumber) is null;
        if (IsWithoutNumber)
            return;
        Number = Required(CentralField.MemberNumber, LongestNumber);
        var said = new Said(
            row.No, Number ?? "", Required(CentralField.GivenName, LongestName), Required(CentralField.FamilyName, LongestName), Text(CentralField.Email),
            Value(CentralField.Phone, CellRules.Phone, FaultKind.NoPhone), Value(CentralField.PostalCode, CellRules.PostalCode, FaultKind.NoPostalCode),
            Value(CentralField.Municipality, places.MunicipalityOf, FaultKind.NoMunicipality), Year(today));
        Said = Faults.Count == 0 ? said : null;
    }

    /// <summary>Something that cannot be empty where the file has a column for it. Null where it has none, or where something is wrong.</summary>
    private string? Required(CentralField field, int longest)
    {
        if (!columns.ContainsKey(field))
            return null;
        var text = Text(field);
        FaultKind? wrong = text is null ? FaultKind.Missing : text.Length > longest ? FaultKind.TooLong : PersonalNumber.LooksLike(text) ? FaultKind.PersonalNumber : null;
        if (wrong is not { } kind)
            return text;
        Fault(field, kind);
        return null;
    }

    private string? Value(CentralField field, Func<string, string?> read, FaultKind otherwise)
    {
        if (Text(field) is not { } text)
            return null;
        var value = read(text);
        if (value is null)
            Fault(field, otherwise);
        return value;
    }

    private int? Year(DateOnly today)
    {
        if (Text(CentralField.BirthYear) is not { } text)
            return null;
        var year = PersonalNumber.LooksLike(text) ? null : CellRules.Year(text, today);
        if (year is null)
            Fault(CentralField.BirthYear, PersonalNumber.LooksLike(text) ? FaultKind.PersonalNumber : FaultKind.NoYear);
        return year;
    }

    private string? Text(CentralField field) => columns.TryGetValue(field, out var place) ? row.Cells[place].TrimmedOrNull() : null;
}
