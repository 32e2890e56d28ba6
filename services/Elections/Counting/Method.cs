namespace VpVarmland.Elections.Counting;

/// <summary>The ways of counting.</summary>
public enum Method
{
    /// <summary>More than half of the valid votes, in rounds (the party's statutes §22).</summary>
    Majority,

    /// <summary>Name at most as many as are to be elected; the most votes win.</summary>
    Choose,

    /// <summary>Name as many as one likes; the most votes win.</summary>
    Approval,

    /// <summary>Single transferable vote as in Scottish local elections.</summary>
    ScottishStv,

    /// <summary>Single transferable vote after Meek.</summary>
    MeekStv,

    /// <summary>Schulze's method of strongest paths.</summary>
    Schulze,

    /// <summary>An ordered list, each place by Scottish STV with those already placed guarded.</summary>
    OrderedStv,

    /// <summary>An ordered list by Schulze's proportional ranking.</summary>
    SchulzeRanking,
}

/// <summary>The methods' names in files and commands.</summary>
public static class MethodNames
{
    private static readonly string[] Names =
        ["majority", "choose", "approval", "scottish-stv", "meek-stv", "schulze", "ordered-stv", "schulze-ranking"];

    /// <summary>Every name, in the order of the methods.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>The name of a method, for example <c>scottish-stv</c>.</summary>
    public static string Name(this Method method) => Names[(int)method];

    /// <summary>The method with a name; null when there is none.</summary>
    public static Method? Find(string name) => Array.IndexOf(Names, name) is >= 0 and var i ? (Method)i : null;
}
