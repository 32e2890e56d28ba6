namespace VpVarmland.Elections.Counting.Seats;

/// <summary>The seats of a constituency by party; returned seats have moved.</summary>
public sealed record ConstituencySeats(string Name, IReadOnlyDictionary<string, int> Fixed, IReadOnlyDictionary<string, int> Adjustment);

/// <summary>A fixed seat that a party gave back, with the comparison number it was won by, and who has it now.</summary>
/// <param name="To">Null when no party there was short of seats: it was shared out as an adjustment seat.</param>
public sealed record ReturnedSeat(string Constituency, string From, string? To, Rational Number);

/// <summary>Equal comparison numbers for fewer seats than there are tied.</summary>
/// <param name="Where">The constituency, or the whole area.</param>
/// <param name="Tied">The parties, or for adjustment and returned seats the constituencies.</param>
/// <param name="Seats">How many seats the tie is about.</param>
/// <param name="Chosen">Those whom a drawn lot chose; empty when a lot is missing.</param>
public sealed record SeatTie(Bilingual Where, IReadOnlyList<string> Tied, int Seats, IReadOnlyList<string> Chosen)
{
    /// <summary>True when no lot was given.</summary>
    public bool Open => Chosen.Count == 0;

    /// <summary>The tie in one sentence.</summary>
    public Bilingual Tell() => Open
        ? new(
            $"Lika jämförelsetal, {Where.Swedish}: {string.Join(", ", Tied)}. Dra lott och räkna om med lotten.",
            $"Equal comparison numbers, {Where.English}: {string.Join(", ", Tied)}. Draw lots and count again with the lot.")
        : new(
            $"Lika jämförelsetal, {Where.Swedish}: {string.Join(", ", Tied)}. Den dragna lotten avgjorde: {string.Join(", ", Chosen)}.",
            $"Equal comparison numbers, {Where.English}: {string.Join(", ", Tied)}. The drawn lot decided: {string.Join(", ", Chosen)}.");
}

/// <summary>The seats of an election, and the account.</summary>
/// <param name="Totals">Seats by party; with an open tie only those that are certain.</param>
/// <param name="Account">What happened, step by step.</param>
public sealed record SeatResult(
    IReadOnlyDictionary<string, int> Totals,
    IReadOnlyList<ConstituencySeats> Constituencies,
    IReadOnlyList<ReturnedSeat> Returned,
    IReadOnlyList<SeatTie> Ties,
    IReadOnlyList<Bilingual> Account)
{
    /// <summary>True when a lot is missing, so that not all seats are given out.</summary>
    public bool Undecided => Ties.Any(t => t.Open);
}
