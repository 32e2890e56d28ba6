namespace VpVarmland.Members.Economy.Grants;

/// <summary>Where a grant to an association stands.</summary>
internal enum GrantState
{
    Applied,
    Granted,
    Refused,
    Paid,
    Reported,
}

/// <summary>A grant from the district to an association. Amounts are öre.</summary>
/// <param name="Applied">Null where the district gave it without an application.</param>
/// <param name="ReportDue">When the association tells how it went, at the latest.</param>
/// <param name="IsLate">The report is due and has not come.</param>
/// <param name="AppliedByMe">Whoever applied does not decide.</param>
internal sealed record GrantView(
    Guid GrantId, Guid AssociationId, string Association, string Purpose, long? Applied, DateTimeOffset? AppliedAt, long? Decided, DateTimeOffset? DecidedAt, string? Answer, string CostCentre, int Account, GrantState State,
    DateOnly? ReportDue, string? Report, DateTimeOffset? ReportedAt, bool IsLate, bool AppliedByMe, bool IsOnList, int Version)
{
    /// <summary>Needs the parameters <c>@today</c> and <c>@MemberId</c>.</summary>
    internal const string Select =
        """
        select given.id as grant_id, given.association_id, association.name as association, given.purpose, given.applied, given.applied_at, given.decided, given.decided_at, given.answer, given.cost_centre, given.account, given.state,
            given.report_due, given.report, given.reported_at, given.state = 'paid' and given.report_due < @today as is_late, given.applied_by is not distinct from @MemberId::uuid and given.applied_by is not null as applied_by_me,
            exists (select from payments payment where payment.grant_id = given.id) as is_on_list, given.version
        from grants given join associations association on association.id = given.association_id
        """;

    internal static Task<GrantView> GetAsync(UnitOfWork work, Guid id, CancellationToken cancel) =>
        work.GetAsync<GrantView>($"{Select} where given.id = @id", new { id, work.Caller.MemberId, today = SwedishTime.DateOf(work.Now) }, cancel);

    internal static async Task<Page<GrantView>> PageAsync(UnitOfWork work, Guid? association, string? state, string? after, int? size, CancellationToken cancel)
    {
        var limit = size ?? Cursor.Usual;
        var rows = await work.ListAsync<GrantView>(
            $"""
            {Select} where (@association::uuid is null or given.association_id = @association) and (@state::text is null or given.state = @state) and (@before::uuid is null or given.id < @before)
            order by given.id desc limit @take
            """, new { association, state, before = Cursor.Read<Guid?>(after), work.Caller.MemberId, today = SwedishTime.DateOf(work.Now), take = limit + 1 }, cancel);
        return rows.ToPage(limit, row => row.GrantId);
    }
}

internal static class GrantFailures
{
    internal static readonly Failure Unknown = Failure.Missing("grant.unknown", "Bidraget finns inte, eller så får du inte se det.", "The grant does not exist, or is not for you to see.");

    internal static readonly Failure NotNow = Failure.Conflict("grant.not_now", "Det går inte som bidraget står nu. Läs in sidan på nytt.", "That cannot be done as the grant stands now. Load the page again.");

    internal static readonly Failure OwnApplication = Failure.Conflict("grant.own_application", "Den som har ansökt beslutar inte. Någon annan gör det.", "Whoever applied does not decide. Somebody else does.");

    internal static readonly Failure NeedsAmount = Failure.Bad("grant.needs_amount", "Skriv hur mycket som beviljas och när det ska redovisas, eller varför det avslås.", "Write how much is granted and when it is to be reported, or why it is refused.");
}
