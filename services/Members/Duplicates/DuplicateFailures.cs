namespace VpVarmland.Members.Duplicates;

internal static class DuplicateFailures
{
    internal static readonly Failure SamePerson = Failure.Bad("duplicate.same_person",
        "Välj två olika personer.", "Choose two different people.");

    internal static readonly Failure Changed = Failure.Conflict("duplicate.changed",
        "Någon har ändrat uppgifterna sedan du läste dem. Läs dem igen.", "Somebody has changed the data since you read it. Read it again.");

    internal static readonly Failure TwoNumbers = Failure.Conflict("duplicate.two_numbers",
        "Båda har medlemsnummer i centralregistret. Rätta det där först.", "Both have a member number in the central register. Correct that there first.");

    internal static readonly Failure Own = Failure.Conflict("duplicate.own",
        "Du kan inte slå ihop dig själv. Be någon annan.", "You cannot merge yourself. Ask somebody else.");

    internal static readonly Failure UnknownMerge = Failure.Missing("merge.unknown",
        "Sammanslagningen finns inte, eller så har du inte behörighet att se den.", "The merge does not exist, or you do not have access.");

    internal static readonly Failure NotUndoable = Failure.Conflict("merge.not_undoable",
        "En sammanslagning kan ångras i trettio dagar, den senaste först.", "A merge can be undone for thirty days, the latest first.");
}
