namespace VpVarmland.Members.Liaisons;

/// <summary>How it stands between the district and an association; the worst first.</summary>
internal enum ContactStanding
{
    /// <summary>Nobody answers for it: a gap.</summary>
    NoLiaison,

    /// <summary>Not heard from for longer than agreed.</summary>
    Overdue,

    /// <summary>Not contacted yet, but there is time left.</summary>
    NeverContacted,

    /// <summary>As agreed.</summary>
    InTime,
}

/// <summary>How often a liaison is in touch. Pure: dates in, dates out.</summary>
internal static class LiaisonRhythm
{
    /// <summary>Days between two contacts where nobody has chosen otherwise: our own choice, no rule of the party's.</summary>
    internal const int Usual = 60;

    /// <summary>What can be chosen, in days.</summary>
    internal const int Shortest = 7, Longest = 365;

    /// <summary>The last day for the next contact: so many days after the last one, or after the liaison began.</summary>
    internal static DateOnly Due(DateOnly? lastContact, DateOnly since, int days) => (lastContact ?? since).AddDays(days);

    /// <param name="since">When the liaison began; null: there is none.</param>
    internal static ContactStanding StandingOf(DateOnly? lastContact, DateOnly? since, int days, DateOnly today) =>
        since is not { } began ? ContactStanding.NoLiaison
        : Due(lastContact, began, days) < today ? ContactStanding.Overdue
        : lastContact is null ? ContactStanding.NeverContacted
        : ContactStanding.InTime;
}
