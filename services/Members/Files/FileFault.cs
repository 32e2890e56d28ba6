namespace VpVarmland.Members.Files;

/// <summary>What can be wrong with a cell or a row.</summary>
internal enum FaultKind
{
    /// <summary>A cell that must say something is empty.</summary>
    Missing,

    /// <summary>More characters than fit.</summary>
    TooLong,

    /// <summary>The member number stands in an earlier row too.</summary>
    Repeated,

    /// <summary>A personal identity number, which is not kept here, where something else was chosen.</summary>
    PersonalNumber,

    /// <summary>No association here has that name.</summary>
    UnknownAssociation,

    /// <summary>Not a date, or not one that can be.</summary>
    NoDate,

    /// <summary>The row has another number of columns than the headings.</summary>
    ColumnCount,

    /// <summary>A quoted text that never ends, or goes on after its end.</summary>
    Quotes,

    /// <summary>Characters that no text has.</summary>
    Characters,

    /// <summary>Not an e-mail address.</summary>
    NoEmail,

    /// <summary>Not a telephone number.</summary>
    NoPhone,

    /// <summary>Not five digits.</summary>
    NoPostalCode,

    /// <summary>None of the known words.</summary>
    NoGender,

    /// <summary>Not a year.</summary>
    NoYear,

    /// <summary>None of the county's municipalities.</summary>
    NoMunicipality,

    /// <summary>Several rows have the member number.</summary>
    OnSeveralRows,

    /// <summary>Nobody whom the reader may correct there has the member number.</summary>
    UnknownNumber,

    /// <summary>Another e-mail address than ours, where addresses are not read.</summary>
    EmailStays,

    /// <summary>A telephone number of somebody who does not want to be phoned.</summary>
    PhoneUnwanted,
}

/// <summary>Where in the file something is wrong. A fault refuses the file; a remark leaves the one value out.</summary>
/// <param name="Row">As a spreadsheet numbers it: the headings are row 1.</param>
/// <param name="Column">The heading; null where it is the whole row.</param>
internal sealed record FileFault(int Row, string? Column, FaultKind Kind)
{
    /// <summary>Faults told at once; whoever corrects a file wants more than one at a time, but not thousands.</summary>
    internal const int MostTold = 50;

    /// <summary>What a person reads. The value itself is never repeated: it may be personal.</summary>
    internal string Text(string language) => language == Language.English
        ? $"Row {Row}{(Column is null ? "" : $", column {Column}")}: {English}"
        : $"Rad {Row}{(Column is null ? "" : $", kolumn {Column}")}: {Swedish}";

    private string Swedish => Kind switch
    {
        FaultKind.Missing => "här saknas ett värde.",
        FaultKind.TooLong => "för många tecken.",
        FaultKind.Repeated => "medlemsnumret står redan på en tidigare rad.",
        FaultKind.PersonalNumber => "ett personnummer. Sådana sparas inte här; välj en annan kolumn.",
        FaultKind.UnknownAssociation => "det finns ingen partiförening med det namnet här.",
        FaultKind.NoDate => "inte ett datum som går att använda. Skriv 2026-11-22.",
        FaultKind.ColumnCount => "raden har inte lika många kolumner som rubrikraden.",
        FaultKind.Quotes => "ett citattecken som inte avslutas rätt.",
        FaultKind.Characters => "tecken som inte går att läsa.",
        FaultKind.NoEmail => "inte en e-postadress.",
        FaultKind.NoPhone => "inte ett telefonnummer.",
        FaultKind.NoPostalCode => "inte ett postnummer med fem siffror.",
        FaultKind.NoGender => "ett ord som vi inte känner igen.",
        FaultKind.NoMunicipality => "inte en av kommunerna i Värmland.",
        FaultKind.OnSeveralRows => "medlemsnumret står på flera rader.",
        FaultKind.UnknownNumber => "ingen medlem i föreningen har det numret.",
        FaultKind.EmailStays => "e-postadressen ändras inte härifrån, eftersom personen loggar in med den. Den rättas i centrala registret.",
        FaultKind.PhoneUnwanted => "numret sparas inte. Personen vill inte bli uppringd.",
        _ => "inte ett årtal.",
    };

    private string English => Kind switch
    {
        FaultKind.Missing => "a value is missing.",
        FaultKind.TooLong => "too many characters.",
        FaultKind.Repeated => "the member number stands in an earlier row already.",
        FaultKind.PersonalNumber => "a personal identity number. They are not kept here; choose another column.",
        FaultKind.UnknownAssociation => "no association here has that name.",
        FaultKind.NoDate => "not a date that can be used. Write 2026-11-22.",
        FaultKind.ColumnCount => "the row has another number of columns than the headings.",
        FaultKind.Quotes => "a quotation mark that does not end as it should.",
        FaultKind.Characters => "characters that cannot be read.",
        FaultKind.NoEmail => "not an e-mail address.",
        FaultKind.NoPhone => "not a telephone number.",
        FaultKind.NoPostalCode => "not a postal code of five digits.",
        FaultKind.NoGender => "a word that we do not know.",
        FaultKind.NoMunicipality => "not one of the municipalities in Värmland.",
        FaultKind.OnSeveralRows => "the member number stands in several rows.",
        FaultKind.UnknownNumber => "no member of the association has that number.",
        FaultKind.EmailStays => "the e-mail address is not changed from here, since the person signs in with it. It is corrected in the central register.",
        FaultKind.PhoneUnwanted => "the number is not kept. The person does not want to be phoned.",
        _ => "not a year.",
    };
}
