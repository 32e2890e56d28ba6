namespace VpVarmland.Members.Joining;

internal static class JoinFailures
{
    internal static readonly Failure LinkInvalid = Failure.Bad("join.link_invalid",
        "Länken går inte att använda längre. Fyll i formuläret igen, så får du en ny.", "The link can no longer be used. Fill in the form again and you will get a new one.");

    internal static readonly Failure StatutesNotAccepted = Failure.Bad("join.statutes_not_accepted",
        "För att bli medlem behöver du ställa dig bakom partiets program och stadgar.", "To join you need to stand behind the party's programme and statutes.");
}
