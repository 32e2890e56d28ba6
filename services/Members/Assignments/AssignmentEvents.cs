namespace VpVarmland.Members.Assignments;

/// <summary>Tells the other services which rights an assignment carries, or that it ended.</summary>
internal static class AssignmentEvents
{
    internal static async Task PublishStartAsync(UnitOfWork work, Guid assignmentId, CancellationToken cancel)
    {
        var row = await work.GetAsync<Row>(
            """
            select assignment.id, assignment.person_id, assignment.kind, assignment.association_id, assignment.from_date, assignment.until_date, assignment.version,
                array(select permission from assignment_permissions where kind = assignment.kind order by permission) as permissions
            from assignments assignment where id = @assignmentId
            """, new { assignmentId }, cancel);
        work.Publish(new AssignmentStarted(row.Id, row.PersonId, row.Kind, row.AssociationId, row.FromDate, row.UntilDate,
            [.. row.Permissions.Select(permission => new Grant(permission, row.AssociationId))])
        { Version = row.Version });
    }

    private sealed record Row(Guid Id, Guid PersonId, string Kind, Guid? AssociationId, DateOnly FromDate, DateOnly? UntilDate, int Version, string[] Permissions);
}
