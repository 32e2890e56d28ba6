namespace VpVarmland.Tests;

/// <summary>The district's figures, and one association's open cases, as the district's page shows them.</summary>
internal sealed record Figures(long Members, long Applicants, long JoinedThisYear, long LeftThisYear, long LatestMonthJoined, long AssociationMembers, long OpenCases)
{
    internal static async Task<Figures> ReadAsync(Visitor reader, Guid association)
    {
        var growth = await reader.GetAsync("/api/members/district/growth?months=12");
        Assert.Equal(12, growth.Rows("months").Count);
        var latest = growth.Rows("months")[^1];
        // The chart's last point is the figure above it.
        Assert.Equal(growth.Number("membersNow"), latest.Number("members"));
        var own = Assert.Single(growth.Rows("associations"), one => one.Id("id") == association);
        return new Figures(
            growth.Number("membersNow"), growth.Number("applicants"), growth.Number("joinedThisYear"), growth.Number("leftThisYear"), latest.Number("joined"),
            own.Number("members"), own.Number("openCases"));
    }
}
