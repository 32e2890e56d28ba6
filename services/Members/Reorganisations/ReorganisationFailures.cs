namespace VpVarmland.Members.Reorganisations;

internal static class ReorganisationFailures
{
    internal static readonly Failure Unknown = Failure.Missing("reorganisation.unknown",
        "Sammanslagningen eller delningen finns inte, eller så har du inte behörighet till den.", "The merger or split does not exist, or you do not have access to it.");

    internal static readonly Failure SameAssociation = Failure.Bad("reorganisation.same_association",
        "En förening kan inte slås ihop med sig själv, och inte anges två gånger.", "An association cannot be merged with itself, nor be named twice.");

    internal static readonly Failure ReceiverRests = Failure.Conflict("reorganisation.receiver_rests",
        "Föreningen som tar emot är vilande. Gör den aktiv först.", "The receiving association is dormant. Make it active first.");

    internal static readonly Failure OneReceiver = Failure.Bad("reorganisation.one_receiver",
        "Välj en förening som tar emot, eller skriv vad den nya ska heta; inte båda.", "Choose a receiving association, or write the new one's name; not both.");

    internal static readonly Failure NoPlaces = Failure.Bad("reorganisation.no_places",
        "Välj kommuner, eller skriv postnummer med tre till fem siffror.", "Choose municipalities, or write postal codes of three to five digits.");

    internal static readonly Failure Nobody = Failure.Conflict("reorganisation.nobody",
        "Ingen i föreningen bor där.", "Nobody in the association lives there.");

    internal static readonly Failure Changed = Failure.Conflict("reorganisation.changed",
        "Registret har ändrats sedan du förhandsgranskade. Granska en gång till.", "The register has changed since the preview. Look at it once more.");

    internal static readonly Failure Undone = Failure.Conflict("reorganisation.undone",
        "Den är redan ångrad.", "It has been undone already.");

    internal static readonly Failure TooLate = Failure.Conflict("reorganisation.too_late",
        "Det har gått mer än 30 dagar. Gör en ny delning eller sammanslagning i stället.", "More than 30 days have gone by. Make a new split or merger instead.");

    internal static readonly Failure LaterOne = Failure.Conflict("reorganisation.later_one",
        "En senare sammanslagning eller delning rör samma förening. Ångra den först.", "A later merger or split concerns the same association. Undo that one first.");
}
