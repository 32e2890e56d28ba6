namespace VpVarmland.Elections.Counting.Seats;

/// <summary>A party's list in a constituency: the names in order.</summary>
public sealed record PartyList(string Constituency, string Party, IReadOnlyList<string> Names);

/// <summary>The seats of a list, and who takes them by list order.</summary>
/// <param name="Seats">Fixed and adjustment seats of the party in the constituency.</param>
/// <param name="Elected">The first names of the list, as many as there are seats.</param>
/// <param name="Empty">Seats that the list has no names for.</param>
public sealed record FilledList(PartyList List, int Seats, IReadOnlyList<string> Elected, int Empty);

/// <summary>Gives a party's seats to its lists, in list order.</summary>
public static class ListPlaces
{
    /// <summary>What a reader must know about the result.</summary>
    public static Bilingual Note { get; } = new(
        "Platserna följer listans ordning. Personröster, och val på flera listor, är inte medräknade.",
        "The places follow the order of the list. Personal votes, and election from several lists, are set aside.");

    /// <summary>Who is elected from each list.</summary>
    public static IReadOnlyList<FilledList> Fill(SeatResult result, IEnumerable<PartyList> lists) => [.. lists.Select(list =>
    {
        var seats = result.Constituencies.Where(c => c.Name == list.Constituency)
            .Sum(c => c.Fixed.GetValueOrDefault(list.Party) + c.Adjustment.GetValueOrDefault(list.Party));
        return new FilledList(list, seats, [.. list.Names.Take(seats)], Math.Max(0, seats - list.Names.Count));
    })];
}
