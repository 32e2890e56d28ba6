namespace VpVarmland.Members.Associations;

internal static class AssociationFailures
{
    internal static readonly Failure NoPostalCode = Failure.Bad("association.no_postal_code",
        "Ett postnummer har fem siffror, till exempel 652 24.", "A postal code has five digits, such as 652 24.");

    internal static readonly Failure Unknown = Failure.Missing("association.unknown",
        "Föreningen finns inte, eller så har du inte behörighet att se den.", "The association does not exist, or you do not have access to it.");

    internal static readonly Failure UnknownMunicipality = Failure.Bad("association.unknown_municipality",
        "Välj en av kommunerna i Värmland.", "Choose one of the municipalities in Värmland.");

    internal static readonly Failure MunicipalityTaken = Failure.Conflict("association.municipality_taken",
        "Kommunen har redan en partiförening som inte är vilande.", "The municipality already has an association that is not dormant.");

    internal static readonly Failure NameTaken = Failure.Conflict("association.name_taken",
        "En annan partiförening heter så.", "Another association has that name.");

    internal static readonly Failure Ended = Failure.Conflict("association.ended",
        "Föreningen har gått upp i en annan och kan inte ändras.", "The association has been merged into another and cannot be changed.");

    internal static readonly Failure District = Failure.Conflict("association.is_district",
        "Det går inte att göra med distriktet självt.", "That cannot be done to the district itself.");

    internal static readonly Failure SameState = Failure.Conflict("association.same_state",
        "Föreningen är redan det.", "The association already is.");

    internal static readonly Failure NotAState = Failure.Bad("association.not_a_state",
        "En förening är aktiv, vilande eller under bildande. Den upphör genom att slås ihop med en annan.", "An association is active, dormant or forming. It ends by being merged into another.");

    internal static readonly Failure SinceTooFar = Failure.Bad("association.since_too_far",
        "Dagen kan inte ligga i framtiden eller mer än tio år bakåt.", "The day cannot lie in the future or more than ten years back.");

    internal static readonly Failure MeetingOtherYear = Failure.Bad("association.meeting_other_year",
        "Årsmötets dagar ska ligga i det år de gäller.", "The meeting's days must lie in its year.");

    internal static readonly Failure MeetingNotHeldYet = Failure.Bad("association.meeting_not_held_yet",
        "Ett årsmöte som har hållits kan inte ligga i framtiden.", "A meeting that has been held cannot lie in the future.");
}
