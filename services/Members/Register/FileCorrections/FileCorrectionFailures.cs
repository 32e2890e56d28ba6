namespace VpVarmland.Members.Register.FileCorrections;

internal static class FileCorrectionFailures
{
    internal static readonly Failure Unknown = Failure.Missing("corrections.unknown",
        "Rättelserna finns inte, eller så har du inte behörighet att se dem.", "The corrections do not exist, or you do not have access to them.");

    internal static readonly Failure TooLarge = new("corrections.too_large", StatusCodes.Status413PayloadTooLarge,
        "Filen är större än 5 MB. Ta bort kolumner och rader som inte behövs. Inget har ändrats.", "The file is larger than 5 MB. Remove columns and rows that are not needed. Nothing was changed.");

    internal static readonly Failure Unreadable = Failure.Bad("corrections.unreadable",
        "Filen går inte att läsa. Spara den som Excel (.xlsx) eller CSV med rubriker på första raden. Inget har ändrats.",
        "The file cannot be read. Save it as Excel (.xlsx) or CSV with headings in the first row. Nothing was changed.");

    internal static readonly Failure TooManyRows = Failure.Bad("corrections.too_many_rows",
        "Filen har fler än 2 000 rader. Ta bort rader som inte är rättade, eller dela den. Inget har ändrats.",
        "The file has more than 2,000 rows. Remove rows that are not corrected, or divide it. Nothing was changed.");

    internal static readonly Failure Empty = Failure.Bad("corrections.empty",
        "Filen har inga rader under rubrikerna. Inget har ändrats.", "The file has no rows below its headings. Nothing was changed.");

    internal static readonly Failure NoNumberColumn = Failure.Bad("corrections.no_number_column",
        "Filen behöver en kolumn med rubriken Medlemsnummer. Den säger vem varje rad gäller. Inget har ändrats.",
        "The file needs a column with the heading Medlemsnummer. It says whom each row is about. Nothing was changed.");

    internal static readonly Failure NoKnownColumn = Failure.Bad("corrections.no_known_column",
        "Filen har ingen kolumn att rätta efter. Rubrikerna ska vara Förnamn, Efternamn, Telefon, Postnummer, Kommun eller Födelseår. Inget har ändrats.",
        "The file has no column to correct by. The headings are Förnamn, Efternamn, Telefon, Postnummer, Kommun or Födelseår. Nothing was changed.");

    internal static readonly Failure NothingToChange = Failure.Conflict("corrections.nothing_to_change",
        "Filen och registret är lika. Det finns inget att genomföra.", "The file and the register are alike. There is nothing to apply.");

    internal static readonly Failure Moved = Failure.Conflict("corrections.moved",
        "Registret har ändrats sedan du såg rättelserna. Inget är genomfört. Titta på dem igen.", "The register has changed since you saw the corrections. Nothing was applied. Look at them again.");

    internal static readonly Failure TooLateToUndo = Failure.Conflict("corrections.too_late_to_undo",
        "Rättelser kan ångras en gång, inom en timme.", "Corrections can be undone once, within an hour.");
}
