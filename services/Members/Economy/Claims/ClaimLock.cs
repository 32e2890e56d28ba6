namespace VpVarmland.Members.Economy.Claims;

/// <summary>A claim locked for a change, with what the rules need to know of it.</summary>
internal sealed record ClaimLock(Guid Id, ClaimStanding Standing, long Total, bool HasAccount, bool IsOnList, int Version)
{
    /// <summary>The claimant's own; null for anybody else's.</summary>
    internal static Task<ClaimLock?> OwnAsync(UnitOfWork work, Guid id, CancellationToken cancel) => TakeAsync(work, "id = @id and claimant_id = @MemberId", id, cancel);

    /// <summary>One that is handed in: a draft is its writer's alone.</summary>
    internal static Task<ClaimLock?> HandedInAsync(UnitOfWork work, Guid id, CancellationToken cancel) => TakeAsync(work, "id = @id and submitted_at is not null", id, cancel);

    /// <summary>Does what the rules allow, stores it and says so in the audit record.</summary>
    /// <param name="answer">Why it is refused or sent back; null leaves what was said before.</param>
    internal async Task<Failure?> DoAsync(UnitOfWork work, ClaimCommand command, string? answer, CancellationToken cancel)
    {
        if (work.Caller.MemberId is not { } by)
            return ClaimFailures.NeedsPerson;
        var (after, failure) = Standing.Do(command, by);
        if (failure is not null)
            return failure;
        if (IsOnList && command != ClaimCommand.Pay)
            return ClaimFailures.OnList;
        // The approvals are written anew: the first is always the first, which a payment points at.
        var at = await work.ListAsync<(Guid Approver, DateTimeOffset At)>("select approver_id, at from claim_approvals where claim_id = @Id", new { Id }, cancel);
        await work.ExecuteAsync("delete from claim_approvals where claim_id = @Id and not (approver_id = any(@kept))", new { Id, kept = after.Approvers.ToArray() }, cancel);
        foreach (var (index, approver) in after.Approvers.Index())
        {
            await work.ExecuteAsync(
                """
                insert into claim_approvals (claim_id, claimant_id, approver_id, position, at) select id, claimant_id, @approver, @position, @at from claims where id = @Id
                on conflict (claim_id, approver_id) do update set position = excluded.position where claim_approvals.position <> excluded.position
                """, new { Id, approver, position = (short)(index + 1), at = at.Where(one => one.Approver == approver).Select(one => (DateTimeOffset?)one.At).FirstOrDefault() ?? work.Now }, cancel);
        }
        await work.ExecuteAsync(
            """
            update claims set state = @state, answer = coalesce(@answer, case when @state = 'submitted' then null else answer end), version = version + 1,
                submitted_at = case when @command = 'submit' then @Now else submitted_at end, decided_at = case when @state in ('approved', 'refused') then @Now when @state = 'paid' then decided_at end
            where id = @Id
            """, new { Id, state = after.State.ToText(), command = command.ToText(), answer, work.Now }, cancel);
        work.Record("claim." + command switch
        {
            ClaimCommand.Submit => "submitted",
            ClaimCommand.Withdraw => "withdrawn",
            ClaimCommand.Approve => "approved",
            ClaimCommand.TakeBack => "approval_taken_back",
            ClaimCommand.Refuse => "refused",
            ClaimCommand.SendBack => "sent_back",
            _ => "paid",
        }, Id, answer);
        return null;
    }

    private static async Task<ClaimLock?> TakeAsync(UnitOfWork work, string which, Guid id, CancellationToken cancel)
    {
        var known = new { id, work.Caller.MemberId };
        if (await work.FindAsync<Row>($"select id, claimant_id, state, total, pay_to is not null as has_account, version from claims where {which} for update", known, cancel) is not { } row)
            return null;
        var approvers = await work.ListAsync<Guid>("select approver_id from claim_approvals where claim_id = @id order by position", known, cancel);
        var isOnList = await work.GetAsync<bool>("select exists (select from payments where claim_id = @id)", known, cancel);
        return new ClaimLock(id, new ClaimStanding(row.ClaimantId, row.State, approvers), row.Total, row.HasAccount, isOnList, row.Version);
    }

    private sealed record Row(Guid Id, Guid ClaimantId, ClaimState State, long Total, bool HasAccount, int Version);
}
