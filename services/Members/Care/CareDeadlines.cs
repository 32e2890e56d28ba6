namespace VpVarmland.Members.Care;

/// <summary>When a case must be seen to. Pure: a plan and instants in, a step and instants out.</summary>
internal static class CareDeadlines
{
    /// <summary>Whoever did not answer is tried again within this time once the promise has gone by.</summary>
    internal static readonly TimeSpan TryAgain = TimeSpan.FromHours(24);

    /// <summary>From opening until the plan's first step is due.</summary>
    internal static DateTimeOffset First(IReadOnlyList<PlanStep> plan, DateTimeOffset opened) => opened.AddDays(plan[0].Days);

    /// <summary>
    /// The step and its due date after a contact. Nobody answered: the promise stands, and a late one is tried again within a day. Talked or met: the
    /// steps that this does are done, and the next has its days; where it does none, the step is promised anew. Never earlier than what was promised before.
    /// </summary>
    internal static (int Step, DateTimeOffset Due) Next(IReadOnlyList<PlanStep> plan, int step, ContactOutcome outcome, DateTimeOffset due, DateTimeOffset now)
    {
        switch (outcome)
        {
            case ContactOutcome.NoAnswer:
                return (step, due < now ? now + TryAgain : due);
            case ContactOutcome.Done:
                return (step, due);
            default:
                var next = step;
                while (next < plan.Count && (plan[next].Kind == StepKind.Talk || (plan[next].Kind == StepKind.Meet && outcome == ContactOutcome.Met)))
                    next++;
                return (next, Later(due, now.AddDays(DaysOf(plan, next))));
        }
    }

    /// <summary>The step and its due date after somebody has ticked the present one off.</summary>
    internal static (int Step, DateTimeOffset Due) AfterTick(IReadOnlyList<PlanStep> plan, int step, DateTimeOffset due, DateTimeOffset now)
    {
        var next = Math.Min(step + 1, plan.Count);
        return (next, Later(due, now.AddDays(DaysOf(plan, next))));
    }

    /// <summary>A case whose steps are all done is looked at once more, as long after as the last step had.</summary>
    private static int DaysOf(IReadOnlyList<PlanStep> plan, int step) => plan[Math.Min(step, plan.Count - 1)].Days;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
