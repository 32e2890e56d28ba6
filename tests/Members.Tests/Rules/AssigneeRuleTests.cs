using FsCheck.Fluent;
using VpVarmland.Members.Care;

namespace VpVarmland.Tests.Rules;

/// <summary>Who gets a new case.</summary>
public sealed class AssigneeRuleTests
{
    private static readonly Guid About = Guid.NewGuid();

    [Fact]
    public void The_secretary_comes_before_the_chair_before_the_liaison_before_the_ombudsman()
    {
        var all = Enum.GetValues<AssignedBecause>().Where(because => because != AssignedBecause.Hand).Select(because => Candidate(because)).ToList();
        var order = new List<AssignedBecause>();
        while (AssigneeRule.Choose(CareReason.Welcome, About, all) is { } chosen)
        {
            order.Add(chosen.Because);
            all.Remove(chosen);
        }
        Assert.Equal([AssignedBecause.MembershipSecretary, AssignedBecause.Chair, AssignedBecause.Liaison, AssignedBecause.Ombudsman], order);
    }

    [Fact]
    public void An_exit_conversation_is_the_feminist_officers_or_the_ombudsmans_and_nobody_elses()
    {
        var board = new[] { Candidate(AssignedBecause.MembershipSecretary), Candidate(AssignedBecause.Chair), Candidate(AssignedBecause.Liaison) };
        Assert.Null(AssigneeRule.Choose(CareReason.LeftAssignment, About, board));
        Assert.Equal(AssignedBecause.Ombudsman, AssigneeRule.Choose(CareReason.LeftAssignment, About, [.. board, Candidate(AssignedBecause.Ombudsman)])!.Because);
        Assert.Equal(AssignedBecause.DistrictFeministOfficer, AssigneeRule.Choose(CareReason.LeftAssignment, About, [Candidate(AssignedBecause.Ombudsman), Candidate(AssignedBecause.DistrictFeministOfficer)])!.Because);
        Assert.Equal(AssignedBecause.FeministOfficer, AssigneeRule.Choose(CareReason.LeftAssignment, About, [Candidate(AssignedBecause.DistrictFeministOfficer), Candidate(AssignedBecause.FeministOfficer)])!.Because);
    }

    [Fact]
    public void Whoever_is_away_is_chosen_only_where_all_are()
    {
        var secretary = Candidate(AssignedBecause.MembershipSecretary, away: true);
        Assert.Equal(AssignedBecause.Ombudsman, AssigneeRule.Choose(CareReason.Moved, About, [secretary, Candidate(AssignedBecause.Ombudsman)])!.Because);
        Assert.Same(secretary, AssigneeRule.Choose(CareReason.Moved, About, [secretary, Candidate(AssignedBecause.Ombudsman, away: true)]));
    }

    [Fact]
    public void Nobody_gets_the_case_about_themselves() => Assert.Null(AssigneeRule.Choose(CareReason.Other, About, [new AssigneeCandidate(About, AssignedBecause.Chair, false)]));

    [Fact]
    public void The_choice_does_not_hang_on_the_order() => ForAll.Holds(
        Gen.Elements(Enum.GetValues<AssignedBecause>()).Zip(Gen.Elements(true, false), (because, away) => Candidate(because, away)).ListOf().Zip(Gen.Elements(Enum.GetValues<CareReason>()), (list, reason) => (List: list, Reason: reason)),
        one => Assert.Equal(AssigneeRule.Choose(one.Reason, About, one.List), AssigneeRule.Choose(one.Reason, About, Enumerable.Reverse(one.List))));

    private static AssigneeCandidate Candidate(AssignedBecause because, bool away = false) => new(Guid.NewGuid(), because, away);
}
