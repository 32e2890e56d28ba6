namespace VpVarmland.Members.Care;

internal static class CareFailures
{
    internal static readonly Failure Unknown = Failure.Missing("care.unknown",
        "Ärendet finns inte, eller så har du inte behörighet att se det.", "The case does not exist, or you do not have access.");

    internal static readonly Failure CaseExists = Failure.Conflict("care.case_exists",
        "Det finns redan ett öppet ärende av det slaget för personen.", "There is already an open case of that kind for this person.");

    internal static readonly Failure Closed = Failure.Conflict("care.closed",
        "Ärendet är redan klart.", "The case is already done.");

    internal static readonly Failure DueInPast = Failure.Bad("care.due_in_past",
        "Välj en dag som inte har varit.", "Choose a day that has not passed.");

    internal static readonly Failure CannotUndo = Failure.Conflict("care.cannot_undo",
        "Det går att ångra det senaste man själv har noterat, inom en timme.", "You can undo your own latest note, within an hour.");

    internal static readonly Failure NotAssignable = Failure.Conflict("care.not_assignable",
        "Personen har inget uppdrag som ger rätt att arbeta med ärendet.", "The person holds no assignment that allows working the case.");
}
