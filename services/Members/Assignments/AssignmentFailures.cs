namespace VpVarmland.Members.Assignments;

internal static class AssignmentFailures
{
    internal static readonly Failure Unknown = Failure.Missing("assignment.unknown",
        "Uppdraget finns inte, eller så har du inte behörighet att se det.", "The assignment does not exist, or you do not have access.");

    internal static readonly Failure UnknownKind = Failure.Bad("assignment.unknown_kind",
        "Välj ett av uppdragen.", "Choose one of the assignments.");

    internal static readonly Failure WrongScope = Failure.Bad("assignment.wrong_scope",
        "Ett uppdrag i en förening behöver en förening; ett uppdrag i distriktet har ingen.", "An association's assignment needs an association; a district's has none.");

    internal static readonly Failure NeedsCommittee = Failure.Bad("assignment.needs_committee",
        "Ge en plats i ett utskott på utskottets sida.", "Give a seat in a committee on the committee's own page.");

    internal static readonly Failure TermTurned = Failure.Bad("assignment.term_turned",
        "Slutdagen ligger före startdagen.", "The last day lies before the first.");

    internal static readonly Failure Held = Failure.Conflict("assignment.held",
        "Personen har redan det uppdraget.", "The person already holds that assignment.");

    internal static readonly Failure Ended = Failure.Conflict("assignment.ended",
        "Uppdraget är redan avslutat.", "The assignment has already ended.");

    internal static readonly Failure NotMember = Failure.Conflict("assignment.not_member",
        "Bara den som har ett gällande eller betalt medlemskap kan ha uppdrag.", "Only somebody with a current or paid membership can hold an assignment.");

    internal static readonly Failure BeyondOwn = new("assignment.beyond_own", StatusCodes.Status403Forbidden,
        "Bara en administratör kan ge eller avsluta det uppdraget.", "Only an administrator can give or end that assignment.");
}
