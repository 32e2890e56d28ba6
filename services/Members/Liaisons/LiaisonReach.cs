namespace VpVarmland.Members.Liaisons;

/// <summary>
/// Whose associations a caller works with: one's own as liaison, those of whoever one stands in for today, or all for those who manage liaisons.
/// Unlike other rights it follows the liaison, not the association that the right was given in.
/// </summary>
internal static class LiaisonReach
{
    /// <summary>The assignments that make somebody a possible liaison (operating plan, G11); the view <c>liaisons</c> has the same.</summary>
    internal const string BoardKinds = "('districtChair', 'districtTreasurer', 'districtBoardMember', 'districtDeputy')";

    /// <summary>An association that needs a liaison, for a statement in which it is called <c>association</c>.</summary>
    internal const string Wanting = "not association.is_district and association.state in ('active', 'forming')";

    /// <summary>True for those who manage liaisons in the whole district.</summary>
    internal static bool ManagesLiaisons(this Caller caller) => caller.Reach(Permission.ManageLiaisons).District;

    /// <summary>The condition that a column holds an association within reach. Needs the parameters <c>@all</c>, <c>@MemberId</c> and <c>@today</c>.</summary>
    internal static string Covers(string column) => $"(@all or exists (select from liaisons within where within.association_id = {column} and {IsMine("within")}))";

    /// <summary>The condition that a row of <c>liaisons</c> is the caller's, own or stood in for.</summary>
    internal static string IsMine(string liaison) =>
        $"""
        ({liaison}.person_id = @MemberId or exists (select from liaison_stand_ins away
            where away.person_id = {liaison}.person_id and away.stand_in_id = @MemberId and @today between away.from_date and away.until_date))
        """;

    /// <summary>True where the association needs a liaison and is within reach.</summary>
    internal static Task<bool> ReachesAsync(UnitOfWork work, Guid associationId, CancellationToken cancel) => work.GetAsync<bool>(
        $"select exists (select from associations association where association.id = @associationId and {Wanting} and {Covers("association.id")})",
        new { associationId, all = work.Caller.ManagesLiaisons(), work.Caller.MemberId, today = SwedishTime.DateOf(work.Now) }, cancel);

    /// <summary>Managing is about the whole district: to anybody who does so in an association only, it does not exist.</summary>
    internal static RouteHandlerBuilder ForTheDistrict(this RouteHandlerBuilder endpoint) => endpoint.ForTheDistrict(Permission.ManageLiaisons, LiaisonFailures.Unknown);
}
