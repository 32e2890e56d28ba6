using VpVarmland.ServiceDefaults.Ops;

namespace VpVarmland.Members.Assignments;

/// <summary>Every assignment with its rights, or with its end, sent again after a restore.</summary>
internal sealed class AssignmentsState : StateSource
{
    public override string Kind => "assignments";

    public override async Task<(Guid Last, int Count)> SendAsync(UnitOfWork work, Guid after, Guid through, int floor, int most, CancellationToken cancel)
    {
        var assignments = await work.ListAsync<Row>(
            """
            with page as (select id from assignments where id > @after and id <= @through order by id limit @most for update), raised as (
                update assignments assignment set version = greatest(assignment.version + 1, @floor) from page where assignment.id = page.id
                returning assignment.*, array(select permission from assignment_permissions where kind = assignment.kind order by permission) as permissions)
            select id, person_id, kind, association_id, from_date, until_date, ended_on, version, permissions from raised order by id
            """, new { after, through, floor, most }, cancel);
        foreach (var one in assignments)
        {
            work.Publish(one.EndedOn is { } endedOn
                ? new AssignmentEnded(one.Id, one.PersonId, endedOn) { Version = one.Version }
                : AssignmentEvents.StartOf(one.Id, one.PersonId, one.Kind, one.AssociationId, one.FromDate, one.UntilDate, one.Permissions, one.Version));
        }
        return (assignments.Count > 0 ? assignments[^1].Id : after, assignments.Count);
    }

    private sealed record Row(
        Guid Id, Guid PersonId, string Kind, Guid? AssociationId, DateOnly FromDate, DateOnly? UntilDate, DateOnly? EndedOn, int Version, string[] Permissions);
}
