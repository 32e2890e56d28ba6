namespace VpVarmland.Members.BoardRoom;

internal static class BoardFailures
{
    internal static readonly Failure Unknown = Failure.Missing("board.unknown", "Det finns inte, eller så får du inte se det.", "It does not exist, or is not for you to see.");

    internal static readonly Failure NotNow = Failure.Conflict("board.not_now", "Det går inte som mötet står nu. Läs in sidan på nytt.", "That cannot be done as the meeting stands now. Load the page again.");

    internal static readonly Failure NeedsPlace = Failure.Bad("board.needs_place", "Skriv var mötet är, eller en länk till det.", "Write where the meeting is, or a link to it.");

    internal static readonly Failure UnlikelyTime = Failure.Bad("board.unlikely_time", "Ett möte planeras från i dag och högst två år framåt.", "A meeting is planned from today and at most two years ahead.");

    internal static readonly Failure BadAgenda = Failure.Bad("board.bad_agenda",
        "En dagordning har en till hundra punkter, var och en med en rubrik på högst 200 tecken och ett förslag på högst 4 000.", "An agenda has one to a hundred points, each with a title of at most 200 characters and a proposal of at most 4,000.");

    internal static readonly Failure PointHasDecisions = Failure.Conflict("board.point_has_decisions",
        "En punkt som har beslut eller papper kan inte tas bort. Ta bort dem först.", "A point that has decisions or papers cannot be removed. Remove them first.");

    internal static readonly Failure NobodyToCall = Failure.Conflict("board.nobody_to_call", "Ingen har ett uppdrag i distriktsstyrelsen den dagen.", "Nobody has an assignment on the district board that day.");

    internal static readonly Failure NotCalled = Failure.Bad("board.not_called", "Välj bland dem som är kallade.", "Choose among those who are called.");

    internal static readonly Failure TwoAdjusters = Failure.Conflict("board.two_adjusters", "Välj minst två justerare som var med på mötet.", "Choose at least two adjusters who were at the meeting.");

    internal static readonly Failure NotAdjuster = Failure.Conflict("board.not_adjuster", "Du är inte justerare för det här mötet, eller så har du redan justerat.", "You are not an adjuster of this meeting, or have adjusted already.");

    internal static readonly Failure BadLink = Failure.Bad("board.bad_link", "En länk börjar med https:// eller http://.", "A link begins with https:// or http://.");
}

/// <summary>The board room is the district's: to anybody who holds its rights in an association only, it does not exist.</summary>
internal static class BoardAccess
{
    internal static RouteHandlerBuilder ForTheBoard(this RouteHandlerBuilder endpoint, Permission permission) => endpoint.ForTheDistrict(permission, BoardFailures.Unknown);
}
