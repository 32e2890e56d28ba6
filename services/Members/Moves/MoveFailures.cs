namespace VpVarmland.Members.Moves;

internal static class MoveFailures
{
    internal static readonly Failure Unknown = Failure.Missing("move.unknown",
        "Flytten finns inte, eller så har du inte behörighet att se den.", "The move does not exist, or you do not have access.");

    internal static readonly Failure NoReceiver = Failure.Bad("move.no_receiver",
        "Föreningen finns inte eller är vilande.", "The association does not exist, or is dormant.");

    internal static readonly Failure AlreadyThere = Failure.Conflict("move.already_there",
        "Personen tillhör redan den föreningen.", "The person belongs to that association already.");

    internal static readonly Failure NotCurrent = Failure.Conflict("move.not_current",
        "Medlemskapet är avslutat.", "The membership has ended.");

    internal static readonly Failure NotUndoable = Failure.Conflict("move.not_undoable",
        "En flytt kan ångras i trettio dagar, så länge personen inte har flyttat vidare eller lämnat.", "A move can be undone for thirty days, unless the person has moved on or left.");

    internal static readonly Failure AlreadyAttached = Failure.Conflict("attachment.exists",
        "Personen är redan ansluten där.", "The person is attached there already.");

    internal static readonly Failure NotAttached = Failure.Missing("attachment.unknown",
        "Personen är inte ansluten där.", "The person is not attached there.");
}
