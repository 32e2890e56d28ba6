namespace VpVarmland.Elections.Counting.Seats;

/// <summary>
/// The modified odd-number method (jämkade uddatalsmetoden): each seat goes to the highest comparison number, votes divided by the first
/// divisor before a party's first seat and by 3, 5, 7 … after. Source: Elections Act (2005:837), chapter 14, section 3.
/// </summary>
internal static class OddNumbers
{
    /// <summary>A seat that was won, and the comparison number it was won by.</summary>
    public sealed record Won(string Party, Rational Number);

    /// <summary>The comparison number for the next seat of one who has so many.</summary>
    public static Rational Number(long votes, int seats, Rational firstDivisor) =>
        seats == 0 ? votes / firstDivisor : new Rational(votes, (2L * seats) + 1);

    /// <summary>Shares out seats among parties. Seats that hang on an open tie are not given out.</summary>
    public static List<Won> Share(
        int seats, IEnumerable<KeyValuePair<string, long>> parties, Rational firstDivisor, Bilingual where, TieBook ties)
    {
        var won = new List<Won>();
        var held = parties.Where(p => p.Value > 0).ToDictionary(p => p.Key, _ => 0);
        var next = parties.Where(p => p.Value > 0).ToDictionary(p => p.Key, p => Number(p.Value, 0, firstDivisor));
        var votes = parties.ToDictionary();
        while (won.Count < seats && next.Count > 0)
        {
            var highest = next.Values.Max();
            var equal = next.Where(n => n.Value == highest).Select(n => n.Key).ToList();
            var winners = equal.Count <= seats - won.Count ? equal : ties.Settle(where, equal, seats - won.Count);
            foreach (var party in winners)
            {
                won.Add(new Won(party, highest));
                next[party] = Number(votes[party], ++held[party], firstDivisor);
            }

            if (winners.Count < equal.Count)
            {
                break;
            }
        }

        return won;
    }
}

/// <summary>Ties met on the way, settled by the lots that were drawn.</summary>
internal sealed class TieBook(Lots<string> lots)
{
    private readonly List<SeatTie> _ties = [];

    public IReadOnlyList<SeatTie> Ties => _ties;

    public bool AnyOpen => _ties.Any(t => t.Open);

    /// <summary>Chooses so many of the tied by a drawn lot; none when a lot is missing.</summary>
    public IReadOnlyList<string> Settle(Bilingual where, IReadOnlyList<string> tied, int seats)
    {
        IReadOnlyList<string> chosen = lots.Order(tied) is { } order ? [.. order.Take(seats)] : [];
        _ties.Add(new SeatTie(where, tied, seats, chosen));
        return chosen;
    }

    /// <summary>The only one, or by lot one of several; null when a lot is missing.</summary>
    public string? One(Bilingual where, IReadOnlyList<string> tied) =>
        tied.Count == 1 ? tied[0] : Settle(where, tied, 1) is [var chosen, ..] ? chosen : null;
}
