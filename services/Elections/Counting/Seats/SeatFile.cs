using VpVarmland.Elections.Counting.Files;

namespace VpVarmland.Elections.Counting.Seats;

/// <summary>
/// Reads an election of seats from JSON. Keys: <c>total_seats</c>; <c>constituencies</c> with <c>name</c>, <c>fixed_seats</c>,
/// <c>valid_votes</c>, <c>votes</c>; <c>threshold</c> or, for the riksdag, <c>threshold_national</c> and <c>threshold_constituency</c>;
/// optional <c>adjustment_seats</c> or <c>fixed_total</c>, <c>first_divisor</c>, <c>national_votes</c>, <c>valid_votes</c>, <c>year</c> and
/// <c>surplus_seats</c> (<c>returned</c> or <c>kept</c>). Other keys, such as those beginning with <c>official_</c>, are ignored.
/// </summary>
public static class SeatFile
{
    /// <summary>The first elections under the law of 2014 (SFS 2014:1384).</summary>
    private const int LawOf2014 = 2018;

    /// <summary>More than any assembly; a slip of the finger must not keep the machine busy for days.</summary>
    private const int MaxSeats = 10_000;

    private static readonly Rational OldDivisor = new(14, 10);
    private static readonly Rational NewDivisor = new(12, 10);

    /// <summary>Reads a file; a file in error is refused with the reason.</summary>
    public static Outcome<SeatElection> Read(ReadOnlyMemory<byte> file) =>
        JsonInput.Read(file, new Bilingual("Mandatfilen", "The seat file"), Read);

    private static SeatElection Read(JsonInput input)
    {
        var constituencies = JsonInput.Required(input.Objects("constituencies"), "constituencies").Select(Constituency).ToList();
        JsonInput.Require(constituencies.Count > 0, "minst en valkrets behövs", "at least one constituency is needed");
        JsonInput.Require(
            constituencies.Select(c => c.Name).Distinct().Count() == constituencies.Count,
            "valkretsarna ska ha olika namn",
            "the constituencies must have different names");
        var fixedSeats = constituencies.Sum(c => (long)c.FixedSeats);
        var total = JsonInput.Required(input.Whole("total_seats"), "total_seats");
        var adjustment = input.Whole("adjustment_seats") ?? total - fixedSeats;
        JsonInput.Require(total <= MaxSeats, $"fler än {MaxSeats} mandat", $"more than {MaxSeats} seats");
        JsonInput.Require(
            adjustment >= 0 && fixedSeats + adjustment == total && (input.Whole("fixed_total") ?? fixedSeats) == fixedSeats,
            $"{fixedSeats} fasta mandat och {adjustment} utjämningsmandat blir inte {total}",
            $"{fixedSeats} fixed seats and {adjustment} adjustment seats do not make {total}");
        var votes = input.Votes("national_votes") ?? constituencies.SelectMany(c => c.Votes).GroupBy(v => v.Key)
            .ToDictionary(g => g.Key, g => g.Sum(v => v.Value));
        var valid = input.Whole("valid_votes") ?? constituencies.Sum(c => c.ValidVotes);
        RequireValid(votes, valid, "hela området", "the whole area");
        var year = input.Whole("year");
        var first = input.Fraction("first_divisor") ?? (year < LawOf2014 ? OldDivisor : NewDivisor);
        JsonInput.Require(first > 0, "first_divisor ska vara större än 0", "first_divisor must be more than 0");

        // The law of 2014 brought both the divisor 1.2 and the return of seats, so the divisor tells which law an early year, or a file
        // without a year, is counted by.
        var said = input.Text("surplus_seats");
        JsonInput.Require(
            said is null or "returned" or "kept", "surplus_seats ska vara returned eller kept", "surplus_seats must be returned or kept");
        var kept = said == "kept" || (said is null && (year is null ? first == OldDivisor : year < LawOf2014 && first != NewDivisor));
        return new SeatElection(
            (int)adjustment,
            input.Fraction("threshold_national") ?? input.Fraction("threshold") ?? 0,
            input.Fraction("threshold_constituency"),
            first,
            kept ? SurplusSeats.Kept : SurplusSeats.Returned,
            valid,
            votes,
            constituencies);
    }

    private static Constituency Constituency(JsonInput input)
    {
        var name = JsonInput.Required(input.Text("name"), "name");
        var votes = JsonInput.Required(input.Votes("votes"), $"votes ({name})");
        var seats = JsonInput.Required(input.Whole("fixed_seats"), $"fixed_seats ({name})");
        var valid = input.Whole("valid_votes") ?? votes.Values.Sum();
        RequireValid(votes, valid, name, name);
        JsonInput.Require(seats <= MaxSeats, $"{name} har fler än {MaxSeats} mandat", $"{name} has more than {MaxSeats} seats");
        return new Constituency(name, (int)seats, valid, votes);
    }

    private static void RequireValid(IReadOnlyDictionary<string, long> votes, long valid, string swedish, string english) => JsonInput.Require(
        votes.Values.Sum() <= valid,
        $"partierna har fler röster än de giltiga i {swedish}",
        $"the parties have more votes than the valid ones in {english}");
}
