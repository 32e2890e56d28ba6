namespace VpVarmland.Elections.Counting.Seats;

/// <summary>A constituency: its fixed seats, valid votes and votes by party.</summary>
public sealed record Constituency(string Name, int FixedSeats, long ValidVotes, IReadOnlyDictionary<string, long> Votes);

/// <summary>What happens when a party wins more fixed seats than its share of all seats.</summary>
public enum SurplusSeats
{
    /// <summary>They are returned and given to others (Elections Act 2005:837, chapter 14 as amended by SFS 2014:1384; elections from 2018).</summary>
    Returned,

    /// <summary>The party keeps them and the rest is shared among the others (the law before).</summary>
    Kept,
}

/// <summary>An election of seats: the riksdag, a region or a municipality, with or without constituencies.</summary>
/// <param name="AdjustmentSeats">Seats shared out over the whole area, besides the fixed; 0 in an undivided municipality.</param>
/// <param name="Threshold">The share of the valid votes of the whole area that a party needs, for example 0.04.</param>
/// <param name="ConstituencyThreshold">The share in a constituency that gives a right to its fixed seats all the same; null for none.</param>
/// <param name="FirstDivisor">The divisor before a party's first seat: 1.2, and 1.4 before 2018.</param>
/// <param name="ValidVotes">The valid votes of the whole area.</param>
/// <param name="Votes">The votes of the whole area by party.</param>
public sealed record SeatElection(
    int AdjustmentSeats,
    Rational Threshold,
    Rational? ConstituencyThreshold,
    Rational FirstDivisor,
    SurplusSeats Surplus,
    long ValidVotes,
    IReadOnlyDictionary<string, long> Votes,
    IReadOnlyList<Constituency> Constituencies)
{
    /// <summary>All seats, fixed and adjustment.</summary>
    public int TotalSeats => Constituencies.Sum(c => c.FixedSeats) + AdjustmentSeats;
}
