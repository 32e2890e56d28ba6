namespace VpVarmland.Members.Care;

/// <summary>Which cases somebody may see: those of the associations where they work with care, or only the exit conversations there.</summary>
/// <param name="ExitOnly">Only cases of <see cref="CareReason.LeftAssignment"/>.</param>
internal sealed record CareReach(Reach Reach, bool ExitOnly, Reach Exit, Guid? MemberId)
{
    /// <summary>The condition over <c>care</c>; its values are <see cref="Values"/>'s.</summary>
    internal const string Covers = "(@District or care.association_id = any(@Ids)) and (not @ExitOnly or care.reason = 'leftAssignment')";

    /// <summary>Whether the caller may read what was said: of an exit conversation only the feminist officer, and whoever has the case.</summary>
    internal const string MayRead = "(care.reason <> 'leftAssignment' or @ExitDistrict or care.association_id = any(@ExitIds) or coalesce(care.assignee_id = @MemberId, false))";

    internal static CareReach OfCare(Caller caller) => new(caller.Reach(Permission.WorkCare), false, caller.Reach(Permission.HoldExitTalks), caller.MemberId);

    internal static CareReach OfExit(Caller caller) => new(caller.Reach(Permission.HoldExitTalks), true, caller.Reach(Permission.HoldExitTalks), caller.MemberId);

    /// <summary>The parameters of both conditions, for a statement with others.</summary>
    internal Dapper.DynamicParameters Values(object others)
    {
        var values = new Dapper.DynamicParameters(others);
        values.AddDynamicParams(new { Reach.District, Reach.Ids, ExitOnly, ExitDistrict = Exit.District, ExitIds = Exit.Ids, MemberId });
        return values;
    }
}

/// <summary>A case within the caller's reach, locked for a change.</summary>
internal sealed record CaseLock(
    Guid Id, Guid PersonId, Guid AssociationId, CareReason Reason, CaseState State, DateTimeOffset DueAt, int Step, Guid? AssigneeId, DateOnly? SnoozedUntil, DateTimeOffset OpenedAt, bool MayRead)
{
    internal static Task<CaseLock?> TakeAsync(UnitOfWork work, Guid id, CareReach reach, CancellationToken cancel) => work.FindAsync<CaseLock>(
        $"""
        select id, person_id, association_id, reason, state, due_at, step, assignee_id, snoozed_until, opened_at, {CareReach.MayRead} as may_read
        from care_cases care where id = @id and {CareReach.Covers} for update
        """, reach.Values(new { id }), cancel);
}

/// <summary>What is done with a case besides contacts, for its history.</summary>
internal enum CaseEventKind
{
    StepDone,
    Snoozed,
    Woken,
    HandedOver,
    Reopened,
}

/// <summary>Writes a case's history.</summary>
internal static class CaseEvents
{
    internal static Task AddAsync(
        UnitOfWork work, Guid caseId, CaseEventKind what, string? note, CancellationToken cancel, Guid? from = null, Guid? to = null, DateOnly? until = null, int? step = null) => work.ExecuteAsync(
        """
        insert into care_events (id, case_id, at, by_id, what, note, from_id, to_id, until, step) values (@id, @caseId, @Now, @MemberId, @what, @note, @from, @to, @until, @step)
        """,
        new { id = Guid.CreateVersion7(), caseId, work.Now, work.Caller.MemberId, what = what.ToText(), note = note.TrimmedOrNull(), from, to, until, step }, cancel);
}
