namespace VpVarmland.Members.Assignments;

/// <summary>An assignment as the person sees it.</summary>
internal sealed record AssignmentView(string Kind, Guid? AssociationId, string? AssociationName, DateOnly From, DateOnly? Until)
{
    internal static Task<IReadOnlyList<AssignmentView>> OfPersonAsync(UnitOfWork work, Guid personId, CancellationToken cancel) => work.ListAsync<AssignmentView>(
        """
        select assignment.kind, association.id as association_id, association.name as association_name, assignment.from_date as "from", assignment.until_date as until
        from assignments assignment left join associations association on association.id = assignment.association_id
        where assignment.person_id = @personId and assignment.ended_on is null order by assignment.from_date, assignment.kind
        """, new { personId }, cancel);
}
