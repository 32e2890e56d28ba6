namespace VpVarmland.Elections.Counting.Lists;

/// <summary>Gender as the candidate states it. It is never derived from anything else.</summary>
public enum Gender
{
    /// <summary>Not stated.</summary>
    NotStated,

    /// <summary>Woman.</summary>
    Woman,

    /// <summary>Man.</summary>
    Man,

    /// <summary>Other.</summary>
    Other,
}

/// <summary>A place that only some may take: those of a gender, or those named, or both.</summary>
/// <param name="Place">From 1.</param>
public sealed record Reservation(int Place, Gender? Gender, IReadOnlyList<int>? Candidates);

/// <summary>
/// The rules of an ordered list. Women's half is a floor and not a ceiling, so the rules are not symmetric: a list of men only breaks
/// it, a list of women only does not. Those who state other or no gender count neither as women nor towards either side of
/// a strict alternation: they may stand anywhere, and the alternation goes on past them.
/// </summary>
public sealed record ListRules
{
    /// <summary>No rules: the ballots alone decide.</summary>
    public static ListRules None { get; } = new();

    /// <summary>At least half of the whole list are women.</summary>
    public bool HalfWomen { get; init; }

    /// <summary>At least half are women in every beginning of the list of at least so many places.</summary>
    public int? HalfWomenFromPlace { get; init; }

    /// <summary>Women and men take turns.</summary>
    public bool Alternate { get; init; }

    /// <summary>Who stands first under <see cref="Alternate"/>; null leaves it to the ballots.</summary>
    public Gender? AlternateFirst { get; init; }

    /// <summary>Places that only some may take.</summary>
    public IReadOnlyList<Reservation> Reserved { get; init; } = [];

    /// <summary>The top of the list, decided beforehand: these candidates in this order.</summary>
    public IReadOnlyList<int> Fixed { get; init; } = [];

    /// <summary>Stated genders by candidate number; those missing have not stated any.</summary>
    public IReadOnlyDictionary<int, Gender> Genders { get; init; } = new Dictionary<int, Gender>();

    /// <summary>True when no rule binds.</summary>
    public bool IsEmpty => !HalfWomen && HalfWomenFromPlace is null && !Alternate && Reserved.Count == 0 && Fixed.Count == 0;

    /// <summary>The gender a candidate states.</summary>
    public Gender GenderOf(int candidate) => Genders.GetValueOrDefault(candidate);

    /// <summary>Each rule by itself, with its name for the account. Fixed places bind the others too, so they are kept in each.</summary>
    internal IEnumerable<(ListRules Rule, Bilingual Name)> Parts()
    {
        var nothing = new ListRules { Genders = Genders, Fixed = Fixed };
        if (Fixed.Count > 0)
        {
            yield return (nothing, RuleNames.Fixed);
        }

        foreach (var reservation in Reserved)
        {
            yield return (nothing with { Reserved = [reservation] }, RuleNames.Reserved(reservation));
        }

        if (Alternate)
        {
            yield return (nothing with { Alternate = true, AlternateFirst = AlternateFirst }, RuleNames.Alternate);
        }

        if (HalfWomenFromPlace is { } from)
        {
            yield return (nothing with { HalfWomenFromPlace = from }, RuleNames.HalfWomenFrom(from));
        }

        if (HalfWomen)
        {
            yield return (nothing with { HalfWomen = true }, RuleNames.HalfWomen);
        }
    }
}

internal static class RuleNames
{
    public static Bilingual Fixed { get; } = new("fast plats", "fixed place");

    public static Bilingual Alternate { get; } = new("varvad lista", "strict alternation");

    public static Bilingual HalfWomen { get; } = new("minst hälften kvinnor", "at least half women");

    public static Bilingual Together { get; } = new("reglerna tillsammans", "the rules together");

    public static Bilingual HalfWomenFrom(int place) => new(
        $"minst hälften kvinnor från plats {place}", $"at least half women from place {place}");

    public static Bilingual Reserved(Reservation reservation) => new(
        $"reserverad plats {reservation.Place}", $"reserved place {reservation.Place}");
}
