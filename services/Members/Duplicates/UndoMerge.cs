using VpVarmland.Members.Assignments;
using VpVarmland.Members.Memberships;
using VpVarmland.Members.Privacy;
using VpVarmland.Members.Register;
using VpVarmland.ServiceDefaults.Jobs;

namespace VpVarmland.Members.Duplicates;

/// <summary>Merges of the last thirty days, the latest first; and telling the two apart again.</summary>
internal static class UndoMerge
{
    /// <summary>How long a merge can be undone; then the emptied entry goes.</summary>
    internal static readonly TimeSpan Undoable = TimeSpan.FromDays(30);

    internal sealed record Row(Guid MergeId, Guid MemberId, string Name, string AbsorbedName, DateTimeOffset MergedAt, DateTimeOffset? UndoneAt, DateTimeOffset? UndoableUntil);

    private sealed record Position(DateTimeOffset At, Guid Id);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/merges", List).RequirePermission(Permission.EditRegister).WithSummary("Merged entries that can be told apart again, the latest first");
        api.MapPost("/merges/{id:guid}/undo", Handle).RequirePermission(Permission.EditRegister).WithSummary("Undo a merge within thirty days");
    }

    private static async Task<Ok<Page<Row>>> List(string? after, [PageSize] int? size, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.EditRegister);
        var limit = size ?? Cursor.Usual;
        var before = Cursor.Read<Position>(after);
        var rows = await work.ListAsync<Row>(
            """
            select merge.id as merge_id, person.id as member_id, person.given_name || ' ' || person.family_name as name,
                (merge.absorbed_before ->> 'given_name') || ' ' || (merge.absorbed_before ->> 'family_name') as absorbed_name, merge.merged_at, merge.undone_at,
                case when merge.undone_at is null and merge.merged_at > @since then merge.merged_at + @Undoable end as undoable_until
            from merges merge join people person on person.id = merge.kept_id
            where merge.merged_at > @since and (@District or person.association_id = any(@Ids)) and (@id::uuid is null or (merge.merged_at, merge.id) < (@at, @id))
            order by merge.merged_at desc, merge.id desc limit @take
            """, new { reach.District, reach.Ids, since = work.Now - Undoable, Undoable, id = before?.Id, at = before?.At ?? default, take = limit + 1 }, cancel);
        var page = rows.ToPage(limit, row => new Position(row.MergedAt, row.MergeId));
        await ReadLog.WriteAsync(work, page.Items.Select(row => row.MemberId), ReadKind.List, "duplicates", cancel);
        return TypedResults.Ok(page);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.EditRegister);
        var merge = await work.FindAsync<Merge>(
            """
            select merge.kept_id, merge.absorbed_id, merge.merged_at, merge.undone_at,
                exists (select from merges later where later.undone_at is null and later.merged_at > merge.merged_at and merge.kept_id in (later.kept_id, later.absorbed_id)) as is_covered
            from merges merge join people person on person.id = merge.kept_id
            where merge.id = @id and (@District or person.association_id = any(@Ids)) for update of merge
            """, new { id, reach.District, reach.Ids }, cancel);
        if (merge is null)
            return DuplicateFailures.UnknownMerge.ToProblem(http);
        if (merge.UndoneAt is not null || merge.IsCovered || merge.MergedAt <= work.Now - Undoable)
            return DuplicateFailures.NotUndoable.ToProblem(http);
        await LatestMembership.LockAsync(work, merge.KeptId, GetMe.Everywhere, cancel);
        var p = new { id, kept = merge.KeptId, absorbed = merge.AbsorbedId, work.Now };
        await work.ExecuteAsync(Restore, p, cancel);
        await EndAssignment.ReviveAsync(work, [.. await work.ListAsync<Guid>("select unnest(ended_assignments) from merges where id = @id", p, cancel)], cancel);
        await MergePeople.TellAssignmentsAsync(work, id, cancel);
        foreach (var person in new[] { merge.KeptId, merge.AbsorbedId })
        {
            work.Record("person.merge_undone", person, content: new { id });
            await PersonEvents.PublishChangeAsync(work, person, cancel);
        }
        return TypedResults.NoContent();
    }

    /// <summary>First the kept entry's fields that nobody has changed since, so that a member number is free again; then the absorbed entry, and everything that was its.</summary>
    private const string Restore =
        """
        update people kept set (member_number, given_name, family_name, email, phone, postal_code, municipality_code, gender, birth_year, language, help_with, is_protected, contact_person_id, association_id) = (
            select case when kept.member_number is not distinct from since.member_number then before.member_number else kept.member_number end,
                case when kept.given_name = since.given_name then before.given_name else kept.given_name end, case when kept.family_name = since.family_name then before.family_name else kept.family_name end,
                case when kept.email is not distinct from since.email then before.email else kept.email end, case when kept.phone is not distinct from since.phone then before.phone else kept.phone end,
                case when kept.postal_code is not distinct from since.postal_code then before.postal_code else kept.postal_code end,
                case when kept.municipality_code is not distinct from since.municipality_code then before.municipality_code else kept.municipality_code end,
                case when kept.gender = since.gender then before.gender else kept.gender end, case when kept.birth_year is not distinct from since.birth_year then before.birth_year else kept.birth_year end,
                case when kept.language = since.language then before.language else kept.language end, case when kept.help_with = since.help_with then before.help_with else kept.help_with end,
                case when kept.is_protected = since.is_protected then before.is_protected else kept.is_protected end,
                case when kept.contact_person_id is not distinct from since.contact_person_id then before.contact_person_id else kept.contact_person_id end,
                case when kept.association_id = since.association_id then before.association_id else kept.association_id end
            from merges merge cross join lateral jsonb_populate_record(null::people, merge.kept_before) before cross join lateral jsonb_populate_record(null::people, merge.kept_after) since
            where merge.id = @id)
        where kept.id = @kept;
        update people absorbed set (member_number, given_name, family_name, email, phone, postal_code, municipality_code, gender, birth_year, language, help_with, is_protected, contact_person_id, association_id, merged_into) = (
            select other.member_number, other.given_name, other.family_name, other.email, other.phone, other.postal_code, other.municipality_code, other.gender, other.birth_year, other.language,
                other.help_with, other.is_protected, other.contact_person_id, other.association_id, null::uuid
            from merges merge cross join lateral jsonb_populate_record(null::people, merge.absorbed_before) other where merge.id = @id)
        where absorbed.id = @absorbed;
        select point_back(@id, @kept, @absorbed);
        update care_cases care set state = 'open', closed_at = null, version = version + 1 where id = any((select closed_cases from merges where id = @id)::uuid[]) and state = 'done'
            and not exists (select from care_cases other where other.person_id = care.person_id and other.reason = care.reason and other.state = 'open');
        update merges set undone_at = @Now where id = @id
        """;

    private sealed record Merge(Guid KeptId, Guid AbsorbedId, DateTimeOffset MergedAt, DateTimeOffset? UndoneAt, bool IsCovered);
}

/// <summary>Erases the emptied entries of merges that can no longer be undone, and what was kept to undo them.</summary>
internal sealed class MergesSettle : Job
{
    public override TimeSpan Every => TimeSpan.FromHours(6);

    public override async Task RunAsync(UnitOfWork work, CancellationToken cancel) => await work.ExecuteAsync(
        """
        delete from people where merged_into is not null and id in (select absorbed_id from merges where merged_at <= @before and undone_at is null);
        delete from merges where merged_at <= @before
        """, new { before = work.Now - UndoMerge.Undoable }, cancel);
}
