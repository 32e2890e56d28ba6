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

    internal static readonly Failure OpeningGone = Failure.Missing("care.opening_gone",
        "Det går att ångra det man själv har öppnat, en gång, inom en timme.", "You can take back what you have opened yourself, once, within an hour.");

    internal static readonly Failure NotAssignable = Failure.Conflict("care.not_assignable",
        "Personen har inget uppdrag som ger rätt att arbeta med ärendet.", "The person holds no assignment that allows working the case.");

    internal static readonly Failure Confidential = Failure.Conflict("care.confidential",
        "Det som sägs i ett avslutssamtal läses och skrivs bara av den feministiskt ansvariga och den som håller samtalet.", "What is said in an exit conversation is read and written only by the feminist officer and whoever holds it.");

    internal static readonly Failure NoSuchResult = Failure.Bad("care.no_such_result",
        "Det resultatet passar inte ihop med ärendet.", "That result does not belong to this case.");

    internal static readonly Failure OtherStep = Failure.Conflict("care.other_step",
        "Steget är redan klart. Läs in på nytt.", "That step is done already. Load the case again.");

    internal static readonly Failure BadRest = Failure.Bad("care.bad_rest",
        "Välj en dag från i morgon till ett halvår framåt.", "Choose a day from tomorrow to half a year ahead.");

    internal static readonly Failure HasLeft = Failure.Conflict("care.has_left",
        "Personen är inte medlem längre. Ärendet kan inte tas upp igen.", "The person is no longer a member. The case cannot be taken up again.");

    internal static readonly Failure BadPlan = Failure.Bad("care.bad_plan",
        "En plan har ett till tio steg, vart och ett med text på båda språken.", "A plan has one to ten steps, each with a text in both languages.");

    internal static readonly Failure BadAbsence = Failure.Bad("care.bad_absence",
        "Ange båda dagarna, med den första före den sista, högst ett år framåt.", "Give both days, the first before the last, at most a year ahead.");
}
