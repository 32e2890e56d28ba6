namespace VpVarmland.Members.Care;

/// <summary>What does a step: talking, meeting, or something that is ticked off.</summary>
internal enum StepKind
{
    /// <summary>Done by a call, and by a meeting all the more.</summary>
    Talk,

    /// <summary>Done by a meeting.</summary>
    Meet,

    /// <summary>Done when somebody says so.</summary>
    Task,
}

/// <summary>One step on the way.</summary>
/// <param name="Days">From the step before, or from the case's opening, until it is due.</param>
internal sealed record PlanStep(string Swedish, string English, int Days, StepKind Kind);

/// <summary>
/// The steps that a reason asks for. These are the platform's proposals; the district changes them (<see cref="CarePlans"/>). Only the welcome's 48 hours
/// are the operating plan's own.
/// </summary>
internal static class CarePlan
{
    internal const int MostSteps = 10, MostDays = 365;

    internal static IReadOnlyList<PlanStep> Default(CareReason reason) => reason switch
    {
        CareReason.Welcome =>
        [
            new("Ring och hälsa välkommen", "Call and say welcome", 2, StepKind.Talk),
            new("Träffas", "Meet", 14, StepKind.Meet),
            new("Se att hen har hittat sin plats", "See that the person has found a place", 30, StepKind.Task),
        ],
        CareReason.UnpaidFee =>
        [
            new("Ring om avgiften", "Call about the fee", 7, StepKind.Talk),
            new("Se om avgiften har kommit", "See whether the fee has come", 14, StepKind.Task),
            new("Ta upp det i styrelsen", "Bring it to the board", 30, StepKind.Task),
        ],
        CareReason.BouncedMail =>
        [
            new("Ring och fråga efter rätt adress", "Call and ask for the right address", 7, StepKind.Talk),
            new("Rätta adressen i registret", "Correct the address in the register", 2, StepKind.Task),
        ],
        CareReason.Moved =>
        [
            new("Ring och hälsa välkommen hit", "Call and say welcome here", 7, StepKind.Talk),
            new("Bjud in till ett möte", "Invite to a meeting", 14, StepKind.Meet),
        ],
        CareReason.Inactive =>
        [
            new("Ring och hör hur det är", "Call and ask how things are", 7, StepKind.Talk),
            new("Bjud in till något", "Invite to something", 30, StepKind.Meet),
        ],
        CareReason.WantsToHelp =>
        [
            new("Ring och tacka", "Call and say thank you", 7, StepKind.Talk),
            new("Hitta en första uppgift", "Find a first task", 14, StepKind.Task),
        ],
        CareReason.LeftAssignment =>
        [
            new("Erbjud ett avslutssamtal", "Offer an exit conversation", 7, StepKind.Talk),
            new("Håll samtalet", "Hold the conversation", 30, StepKind.Meet),
            new("Ta med lärdomarna till styrelsen, utan namn", "Bring what was learnt to the board, without names", 30, StepKind.Task),
        ],
        CareReason.Dead =>
        [
            new("Säg till partiföreningen", "Tell the association", 7, StepKind.Task),
            new("Meddela det centrala registret", "Tell the central register", 14, StepKind.Task),
        ],
        _ =>
        [
            new("Ta kontakt", "Get in touch", 7, StepKind.Talk),
            new("Träffas", "Meet", 14, StepKind.Meet),
            new("Följ upp", "Follow up", 30, StepKind.Task),
        ],
    };
}
