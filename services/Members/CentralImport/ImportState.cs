namespace VpVarmland.Members.CentralImport;

/// <summary>Where an import stands. Comparing, applying and undoing are work in the background.</summary>
internal enum ImportState
{
    Comparing,
    Ready,
    Applying,
    Applied,
    Undoing,
    Undone,

    /// <summary>Could not be compared, again and again.</summary>
    Failed,

    /// <summary>Thrown away, or never applied before its rows were erased.</summary>
    Discarded,
}

/// <summary>In what a row of the file and the register differ.</summary>
internal enum DifferenceKind
{
    /// <summary>In the file, not in the register.</summary>
    New,

    /// <summary>In both, with other values.</summary>
    Changed,

    /// <summary>A join that we handed over has become a membership in the central register.</summary>
    Confirmed,

    /// <summary>May be somebody in the register; a person decides.</summary>
    Doubtful,

    /// <summary>A confirmed member in the register who is not in the file.</summary>
    Gone,
}

/// <summary>What is to be done about a difference. Which can be chosen depends on the kind.</summary>
internal enum Decision
{
    Take,
    LeaveOut,
    Same,
    New,
    Keep,
    Left,
    Lapsed,
}

/// <summary>Which decisions a kind of difference allows. Pure.</summary>
internal static class Decisions
{
    internal static bool Allows(DifferenceKind kind, Decision decision) => kind switch
    {
        DifferenceKind.Doubtful => decision is Decision.Same or Decision.New or Decision.LeaveOut,
        DifferenceKind.Gone => decision is Decision.Keep or Decision.Left or Decision.Lapsed,
        _ => decision is Decision.Take or Decision.LeaveOut,
    };

    /// <summary>
    /// True where so many would be ended that a file cut in half looks just like it: more than a tenth of the members. Then somebody types the number.
    /// </summary>
    internal static bool NeedsNumber(int ended, int members) => ended * 10 > members;
}
