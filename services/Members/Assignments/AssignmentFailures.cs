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
        "Ge en plats i ett utskott eller i en av regionens nämnder på den sidan.", "Give a seat in a committee, or in one of the region's boards, on that page.");

    internal static readonly Failure UnlikelyTerm = Failure.Bad("assignment.unlikely_term",
        "Mandattiden får börja högst 60 år bakåt och sluta högst 20 år framåt.", "A term begins at most 60 years back and ends at most 20 years ahead.");

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

    internal static readonly Failure Own = new("assignment.own", StatusCodes.Status403Forbidden,
        "Egna uppdrag ger, förlänger och avslutar man inte själv. Årsmötet väljer; be distriktet skriva in det.",
        "Nobody gives, extends or ends an assignment of their own. The annual meeting elects; ask the district to write it down.");

    internal static readonly Failure NotToGiveBack = Failure.Conflict("assignment.not_to_give_back",
        "Uppdraget kan bara ges tillbaka samma dag som det avslutades, till den som fortfarande är medlem, inte redan har fått det igen och inte har fått en efterträdare.",
        "The assignment can be given back only on the day it was ended, to somebody who is still a member, does not hold it again already and has no successor.");

    internal static readonly Failure HasSuccessor = Failure.Conflict("assignment.has_successor",
        "Uppdraget har redan en efterträdare. Ta bort den först.", "The assignment has a successor already. Take that back first.");

    internal static readonly Failure NoSuccessor = Failure.Conflict("assignment.no_successor",
        "Uppdraget har ingen efterträdare som kan tas bort. Den som har börjat avslutas som andra uppdrag.", "The assignment has no successor to take back. One who has begun is ended like any other.");

    internal static readonly Failure SuccessorTooEarly = Failure.Bad("assignment.successor_too_early",
        "Efterträdaren börjar tidigast dagen efter uppdragets sista dag.", "The successor begins at the earliest on the day after the assignment's last.");

    internal static readonly Failure NeedsLastDay = Failure.Bad("assignment.needs_last_day",
        "Uppdraget har ingen sista dag. Skriv vilken dag efterträdaren börjar.", "The assignment has no last day. Write on which day the successor begins.");

    internal static readonly Failure OwnSuccessor = Failure.Bad("assignment.own_successor",
        "Den som är omvald efterträder inte sig själv. Förläng mandattiden i stället.", "Whoever is re-elected does not succeed themselves. Extend the term instead.");
}
