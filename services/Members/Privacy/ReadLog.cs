namespace VpVarmland.Members.Privacy;

/// <summary>In what form somebody was read about.</summary>
internal enum ReadKind
{
    List,
    Details,
    Case,
    Export,
    PersonalNumber,
}

/// <summary>
/// Notes who has read about whom, in the reader's own transaction: no page is shown that is not noted. Tells the reader's assignment, not the
/// name of a volunteer. A reader who comes back within a quarter of an hour is the same reading.
/// </summary>
internal static class ReadLog
{
    private static readonly TimeSpan SameReading = TimeSpan.FromMinutes(15);

    internal static async Task WriteAsync(UnitOfWork work, IEnumerable<Guid> people, ReadKind what, string? purpose, CancellationToken cancel)
    {
        var ids = people.Where(id => id != work.Caller.MemberId).ToArray();
        if (ids.Length == 0)
            return;
        await work.ExecuteAsync(
            """
            insert into read_log (at, person_id, reader, assignment, association_id, what, purpose)
            select @Now, person.id, @Actor, coalesce(held.kind, 'none'), held.association_id, @what, @purpose
            from people person
            left join lateral (
                select kind, association_id from assignments
                where person_id = @MemberId and ended_on is null and from_date <= @today and (association_id = person.association_id or association_id is null)
                    and exists (select from assignment_permissions permission where permission.kind = assignments.kind and permission.permission in ('register:read', 'care:work', 'handover:manage', 'liaison:work', 'liaison:ask', 'economy:approve', 'economy:manage'))
                order by association_id nulls last limit 1) held on true
            where person.id = any(@ids) and not exists (
                select from read_log earlier where earlier.person_id = person.id and earlier.reader = @Actor and earlier.what = @what and earlier.at > @since)
            """,
            new { work.Now, work.Caller.Actor, work.Caller.MemberId, what = what.ToText(), purpose, ids, today = SwedishTime.DateOf(work.Now), since = work.Now - SameReading }, cancel);
    }
}
