namespace VpVarmland.Members.Liaisons;

internal static class LiaisonFailures
{
    internal static readonly Failure Unknown = Failure.Missing("liaison.unknown",
        "Det finns inte, eller så är du inte fadder för föreningen.", "It does not exist, or you are not the association's liaison.");

    internal static readonly Failure UnknownAssociation = Failure.Bad("liaison.unknown_association",
        "Välj en förening som är aktiv eller håller på att bildas.", "Choose an association that is active or being formed.");

    internal static readonly Failure Twice = Failure.Bad("liaison.twice",
        "En förening kan bara ha en fadder. Samma förening finns med två gånger.", "An association has one liaison. The same association is there twice.");

    internal static readonly Failure NotOnBoard = Failure.Conflict("liaison.not_on_board",
        "Bara den som sitter i distriktsstyrelsen, som ledamot eller ersättare, kan vara fadder.", "Only somebody on the district board, as a member or a deputy, can be a liaison.");

    internal static readonly Failure LongNote = Failure.Bad("liaison.long_note",
        "En hälsning till efterträdaren får ha högst 2 000 tecken.", "A note to the successor has at most 2,000 characters.");

    internal static readonly Failure CannotUndoAppointment = Failure.Conflict("liaison.cannot_undo_appointment",
        "Det går att ångra den senaste fördelningen, inom en timme.", "You can undo the latest appointment, within an hour.");

    internal static readonly Failure UnlikelyDay = Failure.Bad("liaison.unlikely_day",
        "En kontakt har varit, och ligger högst ett år tillbaka.", "A contact has happened, and lies at most a year back.");

    internal static readonly Failure BadPromise = Failure.Bad("liaison.bad_promise",
        "Ett löfte har en text på högst 500 tecken, någon som lovat det och en dag från kontakten och högst två år framåt. Högst 20 löften per kontakt.",
        "A promise has a text of at most 500 characters, somebody who made it, and a day from the contact on and at most two years ahead. At most 20 promises a contact.");

    internal static readonly Failure CannotChange = Failure.Conflict("liaison.cannot_change",
        "Det går att rätta och ångra det man själv har noterat, inom en timme.", "You can correct and undo your own notes, within an hour.");

    internal static readonly Failure BadPeriod = Failure.Bad("liaison.bad_period",
        "Perioden slutar tidigast i dag, börjar före den slutar och är högst ett år.", "The period ends today or later, begins before it ends and is at most a year.");

    internal static readonly Failure OwnStandIn = Failure.Bad("liaison.own_stand_in",
        "Välj någon annan som ersätter.", "Choose somebody else as stand-in.");

    internal static readonly Failure StandInExists = Failure.Conflict("liaison.stand_in_exists",
        "Det finns redan en ersättare någon av de dagarna.", "There is already a stand-in on some of those days.");

    internal static readonly Failure StandInAway = Failure.Conflict("liaison.stand_in_away",
        "Den som ska ersätta är själv borta någon av de dagarna.", "The stand-in is away on some of those days.");
}
