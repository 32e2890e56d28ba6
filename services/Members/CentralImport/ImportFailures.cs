namespace VpVarmland.Members.CentralImport;

internal static class ImportFailures
{
    internal static readonly Failure Unknown = Failure.Missing("import.unknown",
        "Importen finns inte, eller så har du inte behörighet att se den.", "The import does not exist, or you do not have access.");

    internal static readonly Failure Empty = Failure.Bad("import.empty",
        "Filen har inga rader under rubrikerna. Inget har ändrats.", "The file has no rows below its headings. Nothing was changed.");

    internal static readonly Failure TooLarge = new("import.too_large", StatusCodes.Status413PayloadTooLarge,
        "Filen är större än 50 MB. Ta bort kolumner som inte behövs och försök igen.", "The file is larger than 50 MB. Remove columns that are not needed and try again.");

    internal static readonly Failure ColumnsMissing = Failure.Bad("import.columns_missing",
        "Välj vilka kolumner som har medlemsnummer, förnamn och efternamn.", "Choose which columns hold member number, given name and family name.");

    internal static readonly Failure ColumnsWrong = Failure.Bad("import.columns_wrong",
        "Varje kolumn kan bara betyda en sak, och den måste finnas i filen.", "Each column can mean one thing only, and must be in the file.");

    internal static readonly Failure Broken = Failure.Bad("import.broken",
        "Filen går inte att läsa in. Inget har ändrats.", "The file cannot be read. Nothing was changed.");

    internal static readonly Failure NotReady = Failure.Conflict("import.not_ready",
        "Importen har ingen förhandsvisning att ändra eller genomföra just nu.", "The import has no preview to change or apply right now.");

    internal static readonly Failure Undecided = Failure.Conflict("import.undecided",
        "Välj först vad som gäller för alla tveksamma.", "Decide about everybody who is doubtful first.");

    internal static readonly Failure ManyGone = Failure.Conflict("import.many_gone",
        "Mer än en tiondel av medlemmarna skulle avslutas. Bekräfta genom att skriva hur många det är.",
        "More than a tenth of the members would be ended. Confirm by typing how many.");

    internal static readonly Failure WrongDecision = Failure.Bad("import.wrong_decision",
        "Det valet går inte att göra här.", "That choice cannot be made here.");

    internal static readonly Failure SamePersonTwice = Failure.Conflict("import.same_person_twice",
        "Två rader kan inte vara samma person i registret.", "Two rows cannot be the same person in the register.");

    internal static readonly Failure TooLateToUndo = Failure.Conflict("import.too_late_to_undo",
        "En import kan ångras inom en timme från att den genomfördes.", "An import can be undone within an hour of being applied.");

    internal static readonly Failure CentralOnly = Failure.Bad("import.central_only",
        "Medlemsnummer, medlem från och betalt till är alltid centralregistrets.", "Member number, member since and paid until are always the central register's.");
}
