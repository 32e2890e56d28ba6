using CsvHelper;
using VpVarmland.Members.Files;

namespace VpVarmland.Members.CentralImport;

/// <summary>
/// Reads the file's rows by the columns chosen. What makes the file unusable is a fault: then nothing of it is used. A contact way that is
/// none, a gender or a year that cannot be read is left out with a remark: one bad telephone number does not stop three thousand members.
/// </summary>
internal sealed class RowReader(FileForm form, ColumnChoice columns, Places places, DateOnly today)
{
    private const int LongestName = 100, LongestNumber = 20, LongestText = 254;
    private readonly HashSet<string> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid?> associations = new(StringComparer.Ordinal);
    private IReadOnlyList<string> headings = [];
    private CsvReader reader = null!;
    private int row;

    /// <summary>Never more than <see cref="FileFault.MostTold"/>: reading stops there.</summary>
    internal List<FileFault> Faults { get; } = [];

    /// <summary>The first of the values that were left out.</summary>
    internal List<FileFault> Remarks { get; } = [];

    /// <summary>How many were left out in all.</summary>
    internal int RemarkCount { get; private set; }

    /// <summary>The rows, in order. Those after a fault are only looked at for more faults.</summary>
    internal IEnumerable<CentralRow> Read()
    {
        var brokenQuote = false;
        using (reader = form.Read(() => brokenQuote = true))
        {
            reader.ReadHeader();
            headings = reader.Headers;
            row = 1;
            while (Faults.Count < FileFault.MostTold && reader.Read())
            {
                row++;
                if (brokenQuote)
                    Faults.Add(new FileFault(row, headings.ElementAtOrDefault(reader.FieldCount - 1), FaultKind.Quotes));
                else if (reader.FieldCount != headings.Count && !(reader.FieldCount == 1 && reader.IsEmpty(0)) && HasMore())
                    Faults.Add(new FileFault(row, null, FaultKind.ColumnCount));
                else if (!IsEmpty() && ReadRow() is var read && Faults.Count == 0)
                    yield return read;
                brokenQuote = false;
            }
        }
    }

    private CentralRow ReadRow()
    {
        var number = Text(CentralField.MemberNumber, LongestNumber);
        if (number is null)
            Fault(CentralField.MemberNumber, FaultKind.Missing);
        else if (PersonalNumber.LooksLike(number))
            Fault(CentralField.MemberNumber, FaultKind.PersonalNumber);
        else if (!numbers.Add(number))
            Fault(CentralField.MemberNumber, FaultKind.Repeated);
        return new CentralRow(
            row, number ?? "", Name(CentralField.GivenName), Name(CentralField.FamilyName), Usable(CentralField.Email, CellRules.EmailOf, FaultKind.NoEmail), Usable(CentralField.Phone, CellRules.Phone, FaultKind.NoPhone),
            Usable(CentralField.PostalCode, CellRules.PostalCode, FaultKind.NoPostalCode), Text(CentralField.Municipality, LongestName) is { } municipality ? places.MunicipalityOf(municipality) : null,
            AssociationOf(), Usable(CentralField.Gender, CellRules.GenderOf, FaultKind.NoGender), YearOf(), DateOf(CentralField.MemberSince), DateOf(CentralField.PaidUntil));
    }

    private string Name(CentralField field)
    {
        var name = Text(field, LongestName);
        if (name is null || PersonalNumber.LooksLike(name))
            Fault(field, name is null ? FaultKind.Missing : FaultKind.PersonalNumber);
        return name ?? "";
    }

    private Guid? AssociationOf()
    {
        if (Text(CentralField.Association, LongestName) is not { } name)
            return null;
        if (!associations.TryGetValue(name, out var association))
            associations[name] = association = places.AssociationOf(name);
        if (association is null)
            Fault(CentralField.Association, FaultKind.UnknownAssociation);
        return association;
    }

    private int? YearOf()
    {
        if (Text(CentralField.BirthYear, LongestName) is not { } text)
            return null;
        var year = CellRules.Year(text, today);
        if (year is null)
            Remark(CentralField.BirthYear, PersonalNumber.LooksLike(text) ? FaultKind.PersonalNumber : FaultKind.NoYear);
        return year;
    }

    private DateOnly? DateOf(CentralField field)
    {
        if (Text(field, LongestName) is not { } text)
            return null;
        // What is paid for may lie further ahead than anybody's first day.
        if (CellRules.Date(text) is { } date && (field == CentralField.PaidUntil ? CellRules.CanBe(date, today.AddYears(10)) : CellRules.CanBe(date, today)))
            return date;
        Fault(field, FaultKind.NoDate);
        return null;
    }

    private string? Usable(CentralField field, Func<string, string?> read, FaultKind otherwise)
    {
        if (Text(field, LongestText) is not { } text)
            return null;
        var value = read(text);
        if (value is null)
            Remark(field, otherwise);
        return value;
    }

    /// <summary>The cell's text; null where it is empty or the column was not chosen.</summary>
    private string? Text(CentralField field, int longest)
    {
        var place = columns.PlaceOf(field);
        if (place < 0 || reader.IsEmpty(place))
            return null;
        var text = CellRules.Clean(reader.GetString(place));
        if (text.Length == 0)
            return null;
        if (text.Contains('\0', StringComparison.Ordinal))
            Fault(field, FaultKind.Characters);
        else if (text.Length > longest)
            Fault(field, FaultKind.TooLong);
        return text;
    }

    private bool IsEmpty()
    {
        for (var place = 0; place < reader.FieldCount; place++)
        {
            if (!reader.IsEmpty(place))
                return false;
        }
        return true;
    }

    /// <summary>Spreadsheets write empty columns after the last heading; only those that hold something are too many.</summary>
    private bool HasMore()
    {
        if (reader.FieldCount < headings.Count)
            return true;
        for (var place = headings.Count; place < reader.FieldCount; place++)
        {
            if (!reader.IsEmpty(place))
                return true;
        }
        return false;
    }

    private void Fault(CentralField field, FaultKind kind)
    {
        if (Faults.Count < FileFault.MostTold)
            Faults.Add(new FileFault(row, headings[columns.PlaceOf(field)], kind));
    }

    private void Remark(CentralField field, FaultKind kind)
    {
        RemarkCount++;
        if (Remarks.Count < FileFault.MostTold)
            Remarks.Add(new FileFault(row, headings[columns.PlaceOf(field)], kind));
    }
}
