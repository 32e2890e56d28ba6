namespace VpVarmland.Members.Liaisons;

/// <summary>Why somebody is proposed.</summary>
internal enum ChoiceReason
{
    /// <summary>Has the association now.</summary>
    Keeps,

    /// <summary>Makes the load even, and comes from another association.</summary>
    Evens,

    /// <summary>Comes from the association itself: no even distribution avoids it.</summary>
    OwnUnavoidable,
}

/// <summary>Why whoever has the association now does not keep it.</summary>
internal enum ChangeReason
{
    /// <summary>Nobody has had it.</summary>
    HadNone,

    /// <summary>No longer sits on the district board.</summary>
    LeftBoard,

    /// <summary>Comes from the association.</summary>
    OwnAssociation,

    /// <summary>Has more than the others.</summary>
    TooMany,

    /// <summary>Takes another, so that nobody has their own or too many.</summary>
    Exchange,
}

/// <summary>Somebody on the district board, a deputy too.</summary>
/// <param name="AssociationId">Where the person is a member.</param>
/// <param name="Burden">How much else comes with the assignment: those with the least are asked first where all cannot have equally many.</param>
internal sealed record Candidate(Guid PersonId, Guid AssociationId, int Burden);

/// <summary>An association that needs a liaison.</summary>
/// <param name="HolderId">Who was appointed last, on the board or not; null: nobody ever.</param>
internal sealed record Wanting(Guid AssociationId, Guid? HolderId);

/// <summary>One line of a proposal.</summary>
/// <param name="Change">Null where nothing changes.</param>
internal sealed record Choice(Guid AssociationId, Guid PersonId, ChoiceReason Reason, ChangeReason? Change);

/// <summary>
/// Who could be liaison for which association (operating plan, G11). In this order: every association has one; nobody has more than one more
/// than anybody else; as few as possible have their own; as many as possible stay; chair and treasurer have the fewer. Pure, and the same for the
/// same board and associations in whatever order they come. Decision 0701.
/// </summary>
internal static class LiaisonProposal
{
    /// <summary>The burden of the chair, of the treasurer and of everybody else.</summary>
    internal const int ChairBurden = 2, TreasurerBurden = 1, UsualBurden = 0;

    /// <returns>A line an association, in the order of their ids; empty where nobody is on the board.</returns>
    internal static IReadOnlyList<Choice> Of(IEnumerable<Wanting> associations, IEnumerable<Candidate> board)
    {
        var (places, people) = (associations.OrderBy(one => one.AssociationId).ToArray(), board.OrderBy(one => one.PersonId).ToArray());
        if (people.Length == 0)
            return [];
        // Everybody has so many seats that must be taken, and one more where it does not come out even; what is left of those stays empty.
        var (each, left) = Math.DivRem(places.Length, people.Length);
        var seats = Enumerable.Range(0, people.Length * (left == 0 ? each : each + 1)).ToArray();
        var cost = new long[seats.Length, seats.Length];
        foreach (var row in seats)
        {
            foreach (var seat in seats)
                cost[row, seat] = row < places.Length ? Cost(places[row], people[seat % people.Length], places.Length) : Cost(mustBeTaken: seat < people.Length * each, places.Length);
        }
        var chosen = Matching.Cheapest(cost).Take(places.Length).Select(seat => people[seat % people.Length]).ToArray();
        return [.. places.Zip(chosen, (place, person) => Explain(place, person, places, chosen, people))];
    }

    /// <summary>Weights so far apart that no number of lesser wishes outweighs a greater one.</summary>
    private static long Cost(Wanting place, Candidate person, int places) =>
        person.Burden + (person.PersonId == place.HolderId ? 0 : Change(places)) + (person.AssociationId == place.AssociationId ? Own(places) : 0);

    private static long Cost(bool mustBeTaken, int places) => mustBeTaken ? (places + 1) * Own(places) * 2 : 0;

    private static long Change(long places) => (places * ChairBurden) + 1;

    private static long Own(long places) => (places + 1) * Change(places);

    private static Choice Explain(Wanting place, Candidate person, Wanting[] places, Candidate[] chosen, Candidate[] people)
    {
        var stays = person.PersonId == place.HolderId;
        var reason = person.AssociationId == place.AssociationId ? ChoiceReason.OwnUnavoidable : stays ? ChoiceReason.Keeps : ChoiceReason.Evens;
        if (stays)
            return new Choice(place.AssociationId, person.PersonId, reason, null);
        var holder = people.FirstOrDefault(one => one.PersonId == place.HolderId);
        return new Choice(place.AssociationId, person.PersonId, reason,
            place.HolderId is null ? ChangeReason.HadNone
            : holder is null ? ChangeReason.LeftBoard
            : holder.AssociationId == place.AssociationId ? ChangeReason.OwnAssociation
            : places.Count(one => one.HolderId == holder.PersonId) > chosen.Count(one => one.PersonId == holder.PersonId) ? ChangeReason.TooMany
            : ChangeReason.Exchange);
    }
}
