namespace VpVarmland.Members.Economy.Claims;

internal static class ClaimFailures
{
    internal static readonly Failure Unknown = Failure.Missing("claim.unknown", "Utlägget finns inte, eller så får du inte se det.", "The claim does not exist, or is not for you to see.");

    internal static readonly Failure OwnClaim = Failure.Conflict("claim.own", "Du kan inte besluta om ditt eget utlägg. Två andra gör det.", "You cannot decide on your own claim. Two others do.");

    internal static readonly Failure AlreadyApproved = Failure.Conflict("claim.already_approved",
        "Du har redan godkänt utlägget. Någon annan behöver också göra det.", "You have approved the claim already. Somebody else needs to as well.");

    internal static readonly Failure NotNow = Failure.Conflict("claim.not_now",
        "Det går inte som utlägget står nu. Läs in sidan på nytt.", "That cannot be done as the claim stands now. Load the page again.");

    internal static readonly Failure AboveLimit = Failure.Conflict("claim.above_limit",
        "Beloppet är större än vad ditt uppdrag får godkänna.", "The amount is larger than your assignment may approve.");

    internal static readonly Failure OnList = Failure.Conflict("claim.on_list", "Utlägget står på en betalningslista.", "The claim is on a payment list.");

    internal static readonly Failure BadLine = Failure.Bad("claim.bad_line",
        "En rad har en dag de senaste två åren, en text på högst 200 tecken och ett belopp, eller för en resa från, till och högst 5 000 km. Högst 50 rader.",
        "A line has a day in the last two years, a text of at most 200 characters and an amount, or for a drive from, to and at most 5,000 km. At most 50 lines.");

    internal static readonly Failure NoRate = Failure.Conflict("claim.no_rate",
        "Det finns ingen milersättning för den dagen. Fråga kassören.", "There is no mileage rate for that day. Ask the treasurer.");

    internal static readonly Failure BadAccount = Failure.Bad("claim.bad_account",
        "Kontrollera numret: bankgiro, plusgiro, eller clearingnummer och konto.", "Check the number: bankgiro, plusgiro, or clearing number and account.");

    internal static readonly Failure NoKey = new("claim.no_key", StatusCodes.Status503ServiceUnavailable,
        "Kontonummer kan inte tas emot än: plattformen saknar en nyckel att skydda dem med. Hör av dig till driften.",
        "Account numbers cannot be taken yet: the platform has no key to protect them with. Tell those who run it.");

    internal static readonly Failure Incomplete = Failure.Conflict("claim.incomplete",
        "Lägg till minst en rad, kontot att betala till och kvitto på det som inte är milersättning.", "Add at least one line, the account to pay to, and a receipt for what is not mileage.");

    internal static readonly Failure TooManyReceipts = Failure.Conflict("claim.too_many_receipts", "Ett utlägg har högst 20 kvitton.", "A claim has at most 20 receipts.");

    internal static readonly Failure NeedsPerson = new("claim.needs_person", StatusCodes.Status403Forbidden, "Bara en person kan göra det här.", "Only a person can do this.");
}
