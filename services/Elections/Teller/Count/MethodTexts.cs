namespace VpVarmland.Elections.Teller.Count;

/// <summary>Each method in one sentence.</summary>
internal static class MethodTexts
{
    public static Bilingual Of(Method method) => method switch
    {
        Method.Majority => new(
            "fler än hälften av de giltiga rösterna, i omgångar (stadgarna §22)", "more than half of the valid votes, in rounds (statutes §22)"),
        Method.Choose => new("välj högst så många som ska väljas; flest röster vinner", "choose at most as many as are elected; most votes win"),
        Method.Approval => new("välj hur många som helst; flest röster vinner", "choose as many as you like; most votes win"),
        Method.ScottishStv => new("enkel överförbar röst, skotska regler", "single transferable vote, Scottish rules"),
        Method.MeekStv => new("enkel överförbar röst enligt Meek", "single transferable vote after Meek"),
        Method.Schulze => new("parvisa jämförelser och starkaste vägar", "pairwise comparisons and strongest paths"),
        Method.OrderedStv => new("ordnad lista, plats för plats med skotsk STV", "ordered list, place by place by Scottish STV"),
        Method.SchulzeRanking => new("ordnad lista, Schulzes proportionella rangordning", "ordered list, Schulze's proportional ranking"),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, null),
    };
}
