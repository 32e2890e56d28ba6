using static VpVarmland.Members.Segments.Filter;

namespace VpVarmland.Members.Segments;

/// <summary>Which filters are questions that can be asked.</summary>
internal static class FilterRules
{
    /// <summary>More conditions than anybody reads through; deeper than anybody thinks.</summary>
    internal const int MostConditions = 60, Deepest = 6, MostValues = 100;

    private static readonly MembershipState[] Current = [MembershipState.Applicant, MembershipState.Paid, MembershipState.Member];

    /// <summary>Null where the filter can be asked; otherwise why not.</summary>
    internal static Failure? Check(Filter? filter)
    {
        var left = MostConditions;
        if (!IsWhole(filter, Deepest, ref left))
            return left < 0 ? SegmentFailures.TooLarge : SegmentFailures.Incomplete;
        return null;
    }

    private static bool IsWhole(Filter? filter, int depth, ref int left)
    {
        if (--left < 0)
            return false;
        switch (filter)
        {
            case All { Of: { } all }:
                return AreWhole(all, depth, ref left);
            case Any { Of: { Count: > 0 } any }:
                return AreWhole(any, depth, ref left);
            case Not { Of: { } one }:
                return AreWhole([one], depth, ref left);
            case InAssociation { Ids: { Count: > 0 and <= MostValues } }:
            case HasInterest { Ids: { Count: > 0 and <= MostValues } }:
            case HoldsAssignment { Kinds: { Count: <= MostValues } kinds } when !kinds.Contains(null):
            case LivesIn { Codes: { Count: > 0 and <= MostValues } codes } when !codes.Contains(null):
            case WantsToHelp { Ways: { Count: <= MostValues } ways } when ways.All(Enum.IsDefined):
            case OfGender { Genders: { Count: > 0 and <= MostValues } genders } when genders.All(Enum.IsDefined):
            case Standing { States: { Count: > 0 and <= MostValues } states } when states.All(Current.Contains):
            case MemberSince when filter is MemberSince { From: var from, Until: var until } && (from ?? until) is not null && !(from > until):
            case BornBetween when filter is BornBetween { From: var first, Until: var last } && (first ?? last) is >= 1900 and <= 2100 && (last ?? first) is >= 1900 and <= 2100 && !(first > last):
            case Speaks { Language: "sv" or "en" }:
            case ReachedBy { Way: { } way } when Enum.IsDefined(way):
            case NotHeardFrom { Months: >= 1 and <= 120 }:
            case Came { Months: >= 1 and <= 120 }:
            case Helped { Months: >= 1 and <= 120 }:
            case HasOpenCase:
                return true;
            default:
                return false;
        }
    }

    private static bool AreWhole(IReadOnlyList<Filter> filters, int depth, ref int left)
    {
        if (depth == 0)
        {
            left = -1;
            return false;
        }
        foreach (var one in filters)
        {
            if (!IsWhole(one, depth - 1, ref left))
                return false;
        }
        return true;
    }
}
