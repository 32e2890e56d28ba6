using FsCheck;
using FsCheck.Fluent;
using VpVarmland.Members.Liaisons;
using VpVarmland.Tests.Rules;

namespace VpVarmland.Tests.Liaisons;

/// <summary>Who is proposed as liaison for what.</summary>
public sealed class LiaisonProposalTests
{
    /// <summary>Up to seven associations and four on the board, who come from these associations or from elsewhere.</summary>
    private static readonly Gen<(Wanting[] Places, Candidate[] Board)> Small = Districts(7, 4);

    private static readonly Gen<(Wanting[] Places, Candidate[] Board)> Large = Districts(40, 30);

    [Fact]
    public void Whoever_has_an_association_keeps_it_and_the_newcomer_takes_from_whoever_has_too_many()
    {
        var proposal = LiaisonProposal.Of([new(Id(1), Id(101)), new(Id(2), Id(101)), new(Id(3), Id(101))], [new(Id(101), Id(9), 0), new(Id(102), Id(9), 0), new(Id(103), Id(9), 0)]);
        Assert.Single(proposal, one => one is { Reason: ChoiceReason.Keeps, Change: null });
        Assert.Equal(2, proposal.Count(one => one is { Reason: ChoiceReason.Evens, Change: ChangeReason.TooMany }));
        Assert.Equal(3, proposal.Select(one => one.PersonId).Distinct().Count());
    }

    [Fact]
    public void Nobody_has_the_own_association_where_two_can_change_places()
    {
        var proposal = LiaisonProposal.Of([new(Id(1), Id(101)), new(Id(2), Id(102))], [new(Id(101), Id(1), 0), new(Id(102), Id(9), 0)]);
        Assert.Equal([new Choice(Id(1), Id(102), ChoiceReason.Evens, ChangeReason.OwnAssociation), new Choice(Id(2), Id(101), ChoiceReason.Evens, ChangeReason.Exchange)], proposal);
    }

    [Fact]
    public void The_own_association_is_proposed_where_nobody_else_is_there_and_the_reason_says_so() =>
        Assert.Equal([new Choice(Id(1), Id(101), ChoiceReason.OwnUnavoidable, ChangeReason.HadNone)], LiaisonProposal.Of([new(Id(1), null)], [new(Id(101), Id(1), 0)]));

    [Fact]
    public void Somebody_who_left_the_board_is_replaced_and_the_reason_says_so() =>
        Assert.Equal([new Choice(Id(1), Id(101), ChoiceReason.Evens, ChangeReason.LeftBoard)], LiaisonProposal.Of([new(Id(1), Id(199))], [new(Id(101), Id(9), 0)]));

    [Fact]
    public void The_chair_is_spared_first_and_then_the_treasurer()
    {
        Candidate[] board = [new(Id(101), Id(9), LiaisonProposal.ChairBurden), new(Id(102), Id(9), LiaisonProposal.TreasurerBurden), new(Id(103), Id(9), 0), new(Id(104), Id(9), 0)];
        Assert.DoesNotContain(LiaisonProposal.Of([new(Id(1), null), new(Id(2), null), new(Id(3), null)], board), one => one.PersonId == Id(101));
        Assert.Equal([Id(103), Id(104)], LiaisonProposal.Of([new(Id(1), null), new(Id(2), null)], board).Select(one => one.PersonId).Order());
    }

    [Fact]
    public void A_board_of_nobody_gets_nothing() => Assert.Empty(LiaisonProposal.Of([new(Id(1), null)], []));

    [Fact]
    public void Every_association_has_exactly_one_and_nobody_has_more_than_one_more_than_anybody_else() => ForAll.Holds(Large, one =>
    {
        var proposal = LiaisonProposal.Of(one.Places, one.Board);
        Assert.Equal(one.Places.Select(place => place.AssociationId).Order(), proposal.Select(choice => choice.AssociationId));
        var loads = one.Board.Select(person => proposal.Count(choice => choice.PersonId == person.PersonId)).ToList();
        Assert.Equal(one.Places.Length, loads.Sum());
        Assert.InRange(loads.Max() - loads.Min(), 0, 1);
    });

    [Fact]
    public void No_even_distribution_has_fewer_own_associations_or_as_few_with_more_who_stay_or_less_for_those_with_much_else() => ForAll.Holds(Small, one =>
    {
        var best = Distributions(one.Places.Length, one.Board.Length).Select(way => Measure(one.Places, [.. way.Select(index => one.Board[index])])).Min();
        var proposal = LiaisonProposal.Of(one.Places, one.Board).ToDictionary(choice => choice.AssociationId, choice => one.Board.Single(person => person.PersonId == choice.PersonId));
        Assert.Equal(best, Measure(one.Places, [.. one.Places.Select(place => proposal[place.AssociationId])]));
    }, times: 150);

    [Fact]
    public void The_same_board_gets_the_same_proposal_in_whatever_order_it_comes() => ForAll.Holds(Large, one =>
        Assert.Equal(LiaisonProposal.Of(one.Places, one.Board), LiaisonProposal.Of(one.Places.Reverse(), one.Board.Reverse())));

    [Fact]
    public void An_adopted_proposal_is_proposed_again_unchanged() => ForAll.Holds(Large, one =>
    {
        var first = LiaisonProposal.Of(one.Places, one.Board).ToDictionary(choice => choice.AssociationId, choice => choice.PersonId);
        var second = LiaisonProposal.Of(one.Places.Select(place => place with { HolderId = first[place.AssociationId] }), one.Board);
        Assert.All(second, choice => Assert.Equal((first[choice.AssociationId], null), (choice.PersonId, choice.Change)));
    });

    [Fact]
    public void The_reason_says_what_is_so() => ForAll.Holds(Large, one =>
    {
        foreach (var choice in LiaisonProposal.Of(one.Places, one.Board))
        {
            var (place, person) = (one.Places.Single(place => place.AssociationId == choice.AssociationId), one.Board.Single(person => person.PersonId == choice.PersonId));
            Assert.Equal(choice.Change is null, place.HolderId == person.PersonId);
            Assert.Equal(choice.Reason == ChoiceReason.OwnUnavoidable, person.AssociationId == place.AssociationId);
            Assert.Equal(choice.Change == ChangeReason.LeftBoard, place.HolderId is { } holder && one.Board.All(other => other.PersonId != holder));
        }
    });

    /// <summary>Own associations, changes, burden: the fewer the better, in that order.</summary>
    private static (int Own, int Changed, int Burden) Measure(Wanting[] places, Candidate[] chosen) => (
        places.Zip(chosen).Count(pair => pair.First.AssociationId == pair.Second.AssociationId), places.Zip(chosen).Count(pair => pair.First.HolderId != pair.Second.PersonId), chosen.Sum(person => person.Burden));

    /// <summary>Every even way to give so many associations to so many people.</summary>
    private static IEnumerable<int[]> Distributions(int places, int people)
    {
        for (var way = 0; way < (int)Math.Pow(people, places); way++)
        {
            var chosen = Enumerable.Range(0, places).Select(place => way / (int)Math.Pow(people, place) % people).ToArray();
            var loads = Enumerable.Range(0, people).Select(person => chosen.Count(one => one == person)).ToList();
            if (loads.Max() - loads.Min() <= 1)
                yield return chosen;
        }
    }

    private static Gen<(Wanting[], Candidate[])> Districts(int places, int people) =>
        from count in Gen.Choose(1, places)
        from size in Gen.Choose(1, people)
        from holders in Gen.Choose(0, size + 2).ArrayOf(count)
        from homes in Gen.Choose(1, count + 3).ArrayOf(size)
        from burdens in Gen.Choose(0, 2).ArrayOf(size)
            // Holder 0 is nobody; those beyond the board have left it.
        select (
            Enumerable.Range(0, count).Select(place => new Wanting(Id(place + 1), holders[place] == 0 ? null : Id(100 + holders[place]))).ToArray(),
            Enumerable.Range(0, size).Select(person => new Candidate(Id(101 + person), Id(homes[person]), burdens[person])).ToArray());

    private static Guid Id(int number) => new($"01900000-0000-7000-8000-{number:x12}");
}
