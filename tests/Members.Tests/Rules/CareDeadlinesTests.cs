using FsCheck;
using FsCheck.Fluent;
using VpVarmland.Members.Care;

namespace VpVarmland.Tests.Rules;

/// <summary>By when somebody must have been called, and what each contact and each tick does to that promise.</summary>
public sealed class CareDeadlinesTests
{
    private static readonly DateTimeOffset Now = new(2025, 9, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<IReadOnlyList<PlanStep>> Plans = Gen.Choose(1, 60).Zip(Gen.Elements(Enum.GetValues<StepKind>()), (days, kind) => new PlanStep("Gör", "Do", days, kind))
        .ListOf().Where(steps => steps.Count is > 0 and <= CarePlan.MostSteps).Select(IReadOnlyList<PlanStep> (steps) => [.. steps]);

    private static readonly Gen<Contact> Contacts = Plans.SelectMany(plan => Gen.Choose(0, plan.Count).SelectMany(step => Gen.Elements(Enum.GetValues<ContactOutcome>())
        .Zip(Gen.Choose(-60 * 24 * 60, 60 * 24 * 60).Select(minutes => Now.AddMinutes(minutes)), (outcome, due) => new Contact(plan, step, outcome, due))));

    [Fact]
    public void A_welcome_is_due_in_forty_eight_hours_and_anything_else_in_a_week()
    {
        Assert.Equal(Now.AddHours(48), CareDeadlines.First(CarePlan.Default(CareReason.Welcome), Now));
        Assert.All(Enum.GetValues<CareReason>().Where(reason => reason != CareReason.Welcome), reason => Assert.Equal(Now.AddDays(7), CareDeadlines.First(CarePlan.Default(reason), Now)));
    }

    [Theory]
    [InlineData(0, 0, 5, 1, 14 * 24)]
    [InlineData(0, 0, -5, 1, 14 * 24)]
    [InlineData(0, 0, 20 * 24, 1, 20 * 24)]
    [InlineData(0, 2, 5, 2, 30 * 24)]
    [InlineData(0, 1, 5, 0, 5)]
    [InlineData(0, 1, -5, 0, 24)]
    [InlineData(0, 3, -5, 0, -5)]
    [InlineData(1, 0, 5, 1, 14 * 24)]
    [InlineData(2, 2, 5, 2, 30 * 24)]
    public void A_contact_does_its_steps_and_moves_the_promise(int step, int outcome, int dueInHours, int nextStep, int nextInHours) => Assert.Equal(
        (nextStep, Now.AddHours(nextInHours)), CareDeadlines.Next(CarePlan.Default(CareReason.Welcome), step, (ContactOutcome)outcome, Now.AddHours(dueInHours), Now));

    [Fact]
    public void A_contact_never_moves_the_promise_or_the_step_back() => ForAll.Holds(Contacts, one =>
    {
        var (step, due) = Next(one);
        Assert.True(due >= one.Due);
        Assert.InRange(step, one.Step, one.Plan.Count);
    });

    [Fact]
    public void Whoever_has_tried_is_not_late_at_once() => ForAll.Holds(Contacts.Where(one => one.Outcome != ContactOutcome.Done), one => Assert.True(Next(one).Due >= Now));

    [Fact]
    public void No_talk_ticks_off_a_task_and_no_call_does_a_meeting() => ForAll.Holds(Contacts, one =>
    {
        var passed = one.Plan.Skip(one.Step).Take(Next(one).Step - one.Step).ToList();
        Assert.DoesNotContain(passed, step => step.Kind == StepKind.Task);
        Assert.True(one.Outcome == ContactOutcome.Met || passed.TrueForAll(step => step.Kind == StepKind.Talk));
    });

    [Fact]
    public void Ticking_step_by_step_goes_through_the_whole_plan_and_no_further() => ForAll.Holds(Plans, plan =>
    {
        var (step, due) = (0, CareDeadlines.First(plan, Now));
        for (var times = 0; times < plan.Count + 2; times++)
        {
            var (next, then) = CareDeadlines.AfterTick(plan, step, due, Now);
            Assert.Equal(Math.Min(step + 1, plan.Count), next);
            Assert.True(then >= due);
            (step, due) = (next, then);
        }
        Assert.Equal(plan.Count, step);
    });

    [Fact]
    public void Every_reason_has_a_plan_in_both_languages_and_results_of_its_own() => Assert.All(Enum.GetValues<CareReason>(), reason =>
    {
        var plan = CarePlan.Default(reason);
        Assert.InRange(plan.Count, 1, CarePlan.MostSteps);
        Assert.All(plan, step => Assert.True(step is { Swedish.Length: > 0 and <= 120, English.Length: > 0 and <= 120, Days: >= 1 and <= CarePlan.MostDays }));
        Assert.NotEmpty(CareResults.Of(reason));
    });

    private static (int Step, DateTimeOffset Due) Next(Contact one) => CareDeadlines.Next(one.Plan, one.Step, one.Outcome, one.Due, Now);

    private sealed record Contact(IReadOnlyList<PlanStep> Plan, int Step, ContactOutcome Outcome, DateTimeOffset Due);
}
