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
        work.Publish(StartOf(row.Id, row.PersonId, row.Kind, row.AssociationId, row.FromDate, row.UntilDate, row.Permissions, row.Version));
    }

    /// <summary>The event of an assignment whose permissions hold in its association, or everywhere if it has none.</summary>
    internal static IntegrationEvent StartOf(
        Guid id, Guid personId, string kind, Guid? associationId, DateOnly from, DateOnly? until, IEnumerable<string> permissions, int version) =>
        new AssignmentStarted(id, personId, kind, associationId, from, until, [.. permissions.Select(permission => new Grant(permission, associationId))]) { Version = version };

    private sealed record Row(Guid Id, Guid PersonId, string Kind, Guid? AssociationId, DateOnly FromDate, DateOnly? UntilDate, int Version, string[] Permissions);
}
