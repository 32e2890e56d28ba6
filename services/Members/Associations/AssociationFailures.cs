namespace VpVarmland.Members.Associations;

internal static class AssociationFailures
{
    internal static readonly Failure NoPostalCode = Failure.Bad("association.no_postal_code",
        "Ett postnummer har fem siffror, till exempel 652 24.", "A postal code has five digits, such as 652 24.");

    internal static readonly Failure Unknown = Failure.Missing("association.unknown",
        "Föreningen finns inte, eller så har du inte behörighet att se den.", "The association does not exist, or you do not have access to it.");
}
