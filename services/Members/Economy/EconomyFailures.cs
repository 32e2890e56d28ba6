namespace VpVarmland.Members.Economy;

internal static class EconomyFailures
{
    internal static readonly Failure Unknown = Failure.Missing("economy.unknown", "Det finns inte, eller så får du inte se det.", "It does not exist, or is not for you to see.");

    internal static readonly Failure UnknownPlace = Failure.Bad("economy.unknown_place",
        "Välj ett kostnadsställe och ett konto som finns och används.", "Choose a cost centre and an account that exist and are in use.");

    internal static readonly Failure BadAmount = Failure.Bad("economy.bad_amount",
        "Ett belopp är minst ett öre och högst 100 miljoner kronor.", "An amount is at least one öre and at most 100 million kronor.");

    internal static readonly Failure UnlikelyDay = Failure.Bad("economy.unlikely_day",
        "Dagen är i dag eller tidigare, och högst två år tillbaka.", "The day is today or earlier, and at most two years back.");

    internal static readonly Failure BadCode = Failure.Bad("economy.bad_code",
        "Ett kostnadsställe har en kod av en till sex siffror eller stora bokstäver (A–Z).", "A cost centre has a code of one to six digits or capital letters (A–Z).");

    internal static readonly Failure BadAccount = Failure.Bad("economy.bad_account", "Ett konto har ett nummer med fyra siffror.", "An account has a number of four digits.");

    internal static readonly Failure BadYear = Failure.Bad("economy.bad_year", "Året ligger mellan 2000 och 2100.", "The year lies between 2000 and 2100.");

    internal static readonly Failure LineTwice = Failure.Bad("economy.line_twice",
        "Samma kostnadsställe och konto finns med två gånger i budgeten.", "The same cost centre and account are there twice in the budget.");

    internal static readonly Failure NeedsReason = Failure.Bad("economy.needs_reason",
        "Budgeten är antagen. Skriv varför den ändras.", "The budget is adopted. Write why it is changed.");

    internal static readonly Failure EmptyBudget = Failure.Conflict("economy.empty_budget", "Budgeten har inga rader än.", "The budget has no lines yet.");

    internal static readonly Failure AlreadyAdopted = Failure.Conflict("economy.already_adopted", "Budgeten är redan antagen.", "The budget is adopted already.");

    internal static readonly Failure NothingToCopy = Failure.Conflict("economy.nothing_to_copy",
        "Det går att kopiera fjolårets budget när den finns och årets är tom.", "Last year's budget can be copied when there is one and this year's is empty.");

    internal static readonly Failure AlreadyReversed = Failure.Conflict("economy.already_reversed", "Posten är redan rättad.", "The entry is corrected already.");

    internal static readonly Failure HalfReference = Failure.Bad("economy.half_reference",
        "Ange både vad kostnaden hör till och vilket det är, eller ingetdera.", "Say both what kind of thing the cost belongs to and which one, or neither.");

    internal static readonly Failure YearClosed = Failure.Conflict("economy.year_closed",
        "Räkenskapsåret är för gammalt för nya verifikationer.", "The year of the books is too old for new vouchers.");

    internal static readonly Failure UnknownKind = Failure.Bad("economy.unknown_kind", "Välj ett uppdrag som får godkänna utlägg.", "Choose an assignment that may approve claims.");
}
