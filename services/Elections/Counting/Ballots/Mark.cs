namespace VpVarmland.Elections.Counting.Ballots;

/// <summary>One name on a paper: the candidate's number and whether it shares its rank with the name before it.</summary>
public readonly record struct Mark
{
    /// <summary>The most candidates an election can have.</summary>
    public const int MaxCandidate = 0x7FFF;

    // Two bytes a name keep a million papers of twenty names in forty megabytes.
    private readonly ushort _raw;

    public Mark(int candidate, bool equalToPrevious = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(candidate, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(candidate, MaxCandidate);
        _raw = (ushort)(equalToPrevious ? candidate | 0x8000 : candidate);
    }

    /// <summary>The candidate's number in the file, from 1.</summary>
    public int Candidate => _raw & MaxCandidate;

    /// <summary>True when the voter ranked this name equal to the one before it.</summary>
    public bool EqualToPrevious => (_raw & 0x8000) != 0;

    internal ushort Raw => _raw;
}
