namespace VpVarmland.Members.Plan;

internal static class PlanFailures
{
    internal static readonly Failure Unknown = Failure.Missing("plan.unknown", "Det finns inte, eller så får du inte se det.", "It does not exist, or is not for you to see.");

    internal static readonly Failure BadYear = Failure.Bad("plan.bad_year", "Ett år ligger mellan 2000 och 2100.", "A year lies between 2000 and 2100.");

    internal static readonly Failure Exists = Failure.Conflict("plan.exists", "Året har redan en verksamhetsplan.", "The year has an operating plan already.");

    internal static readonly Failure NothingToCopy = Failure.Conflict("plan.nothing_to_copy", "Det året har ingen verksamhetsplan att börja från.", "That year has no operating plan to begin from.");

    internal static readonly Failure Adopted = Failure.Conflict("plan.adopted",
        "Planen är antagen, så mål och målvärden står fast. Ta tillbaka antagandet om det blev fel.", "The plan is adopted, so goals and targets stand. Take the adoption back if it was a mistake.");

    internal static readonly Failure NotAdopted = Failure.Conflict("plan.not_adopted", "Planen är inte antagen.", "The plan is not adopted.");

    internal static readonly Failure Empty = Failure.Conflict("plan.empty", "En plan utan mål kan inte antas.", "A plan without goals cannot be adopted.");

    internal static readonly Failure UnlikelyDay = Failure.Bad("plan.unlikely_day", "Dagen ligger för långt bort från planens år.", "The day is too far from the plan's year.");

    internal static readonly Failure BadCode = Failure.Bad("plan.bad_code", "Ett måls beteckning är en till fyra bokstäver och siffror, som G1.", "A goal's mark is one to four letters and digits, such as G1.");

    internal static readonly Failure BadOwner = Failure.Bad("plan.bad_owner", "Den som ansvarar har ett uppdrag i distriktet.", "Whoever is responsible holds an assignment in the district.");

    internal static readonly Failure BadIndicator = Failure.Bad("plan.bad_indicator",
        "Ett mått har ett målvärde från 0 till 1 000 000, ett eget mått också ett namn, och samma mått finns en gång.",
        "An indicator has a target from 0 to 1,000,000, one of your own a name as well, and the same measure is there once.");

    internal static readonly Failure NotManual = Failure.Conflict("plan.not_manual", "Det måttet läses av systemet självt.", "That indicator is read by the system itself.");

    internal static readonly Failure QuarterAhead = Failure.Conflict("plan.quarter_ahead", "Kvartalet har inte börjat.", "The quarter has not begun.");

    internal static readonly Failure NotOwner = new("plan.not_owner", StatusCodes.Status403Forbidden, "Den som ansvarar för målet följer upp det.", "Whoever is responsible for the goal follows it up.");

    internal static readonly Failure ReportExists = Failure.Conflict("report.exists", "Året har redan en verksamhetsberättelse.", "The year has an annual report already.");

    internal static readonly Failure ReportAdopted = Failure.Conflict("report.adopted", "Verksamhetsberättelsen är antagen och ändras inte.", "The annual report is adopted and is not changed.");

    internal static readonly Failure ReportNotAdopted = Failure.Conflict("report.not_adopted", "Verksamhetsberättelsen är inte antagen.", "The annual report is not adopted.");

    internal static readonly Failure BadOrder = Failure.Conflict("report.bad_order", "Avsnitten har ändrats. Läs in sidan på nytt.", "The sections have changed. Load the page again.");
}
