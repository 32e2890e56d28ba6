namespace VpVarmland.Elections.Teller.Seats;

/// <summary>The range of a "what if": <c>V=80..120:5</c>, a party's votes in per cent of those in the file.</summary>
/// <param name="Party">Null when nothing is asked.</param>
internal sealed record VoteRange(string? Party, IReadOnlyList<Rational> Percents)
{
    private const int MaxSteps = 1000;

    public static VoteRange None { get; } = new(null, []);

    /// <summary>Reads a range; the step is 5 when it is not said.</summary>
    public static Outcome<VoteRange> Parse(string text)
    {
        var equals = text.LastIndexOf('=');
        var range = text[(equals + 1)..].Split(':');
        var ends = range[0].Split("..");
        if (equals < 1 || range.Length > 2 || ends.Length != 2
            || Rational.Parse(ends[0]) is not { } from || Rational.Parse(ends[1]) is not { } to
            || Rational.Parse(range.ElementAtOrDefault(1) ?? "5") is not { } step
            || step <= 0 || to < from || (to - from) / step > MaxSteps)
        {
            return new Refusal("arguments", new Bilingual(
                "Kommandoraden: --what-if ska se ut som V=80..120:5 (parti, från och till procent av rösterna, steg), högst 1000 steg.",
                "The command line: --what-if must look like V=80..120:5 (party, from and to per cent of the votes, step), at most 1000 steps."));
        }

        var percents = new List<Rational>();
        for (var percent = from; percent <= to; percent += step)
        {
            percents.Add(percent);
        }

        return new VoteRange(text[..equals], percents);
    }
}
