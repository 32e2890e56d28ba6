namespace VpVarmland.Members.Privacy;

internal static class PrivacyFailures
{
    internal static readonly Failure Unknown = Failure.Missing("privacy.unknown",
        "Begäran finns inte, eller så får du inte se den.", "The request does not exist, or is not for you to see.");

    internal static readonly Failure Waiting = Failure.Conflict("privacy.waiting",
        "Det finns redan en sådan begäran som väntar på svar.", "There is such a request already, which waits for an answer.");

    internal static readonly Failure Answered = Failure.Conflict("privacy.answered",
        "Begäran är redan besvarad.", "The request has been answered already.");

    internal static readonly Failure NotReady = Failure.Conflict("privacy.not_ready",
        "Kopian är inte klar än, eller så har den gallrats.", "The copy is not ready yet, or has been thrown away.");

    internal static readonly Failure WhatProcessing = Failure.Bad("privacy.what_processing",
        "En invändning ska gälla en av behandlingarna, och bara en invändning gör det.", "An objection concerns one of the processings, and only an objection does.");

    internal static readonly Failure NoWish = Failure.Bad("privacy.no_wish", "Skriv vad som är fel och hur det ska vara.", "Say what is wrong and what it should be.");

    internal static readonly Failure Own = Failure.Conflict("privacy.own",
        "Du kan inte besvara en begäran om dina egna uppgifter. Låt någon annan göra det.", "You cannot answer a request about your own data. Let somebody else do it.");

    internal static readonly Failure OpenClaims = Failure.Conflict("privacy.open_claims",
        "Personen har utlägg som inte är betalda. Betala eller avslå dem först.", "The person has claims that are not settled. Pay or refuse them first.");

    internal static readonly Failure HeldAssignment = Failure.Conflict("privacy.held_assignment",
        "Personen har uppdrag. Avsluta dem först.", "The person holds assignments. End them first.");

    internal static readonly Failure Protected = Failure.Conflict("privacy.protected",
        "Personen har skyddade uppgifter. Bara den som är utsedd att nå personen får läsa kopian.", "The person's identity is protected. Only whoever is named to reach them may read the copy.");
}
