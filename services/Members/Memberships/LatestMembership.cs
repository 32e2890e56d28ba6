namespace VpVarmland.Members.Memberships;

/// <summary>A person's latest membership, locked for the change that is about to be made. An association reaches only those who are its own now.</summary>
internal sealed record LatestMembership(Guid Id, Guid PersonId, Guid AssociationId, MembershipState State, DateOnly AppliedOn, DateOnly? PaidOn, DateOnly? EffectiveOn, DateOnly? EndedOn, DateTimeOffset? EndedAt, DateOnly? AppealedOn)
{
    /// <summary>Null if the person is not within reach.</summary>
    internal static Task<LatestMembership?> LockAsync(UnitOfWork work, Guid personId, Reach reach, CancellationToken cancel) => work.FindAsync<LatestMembership>(
        """
        select id, person_id, association_id, state, applied_on, paid_on, effective_on, ended_on, ended_at, appealed_on from memberships
        where id = (select id from memberships where person_id = @personId order by ended_on is null desc, applied_on desc, id desc limit 1)
            and (@District or association_id = any(@Ids)) for update
        """, new { personId, reach.District, reach.Ids }, cancel);
}
