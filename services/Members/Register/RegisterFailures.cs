namespace VpVarmland.Members.Register;

internal static class RegisterFailures
{
    internal static readonly Failure Unknown = Failure.Missing("person.unknown",
        "Personen finns inte, eller så har du inte behörighet att se den.", "The person does not exist, or you do not have access.");

    internal static readonly Failure UnknownMunicipality = Failure.Bad("person.unknown_municipality",
        "Välj en av kommunerna i Värmland.", "Choose one of the municipalities in Värmland.");

    internal static readonly Failure NobodyToReachThem = Failure.Bad("person.nobody_to_reach_them",
        "Välj någon med ett uppdrag, som själv inte har skyddade uppgifter.", "Choose somebody with an assignment, and without protected identity of their own.");
}
