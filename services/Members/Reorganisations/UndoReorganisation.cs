using VpVarmland.Members.Assignments;
using VpVarmland.Members.Associations;

namespace VpVarmland.Members.Reorganisations;

/// <summary>Mergers and splits, the latest first, and the undoing of one within thirty days.</summary>
internal static class ListReorganisations
{
    /// <param name="UndoableUntil">Null: it is undone, or too long ago.</param>
    internal sealed record Row(Guid Id, ReorganisationKind Kind, string[] From, Guid IntoId, string IntoName, DateTimeOffset DoneAt, string? Reason, int People, DateTimeOffset? UndoneAt, DateTimeOffset? UndoableUntil);

    private sealed record Position(DateTimeOffset At, Guid Id);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/reorganisations", Handle)
        .RequirePermission(Permission.ManageAssociations)
        .WithSummary("Mergers and splits, the latest first");

    private static async Task<Ok<Page<Row>>> Handle(string? after, [PageSize] int? size, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var limit = size ?? Cursor.Usual;
        var before = Cursor.Read<Position>(after);
        var rows = await work.ListAsync<Row>(
            """
            select reorganisation.id, reorganisation.kind,
                array(select name from reorganised_from parties join associations association on association.id = parties.association_id where parties.reorganisation_id = reorganisation.id order by name) as "from",
                receiver.id as into_id, receiver.name as into_name, reorganisation.done_at, reorganisation.reason, reorganisation.people, reorganisation.undone_at,
                case when reorganisation.undone_at is null and reorganisation.done_at > @since then reorganisation.done_at + @undoable end as undoable_until
            from reorganisations reorganisation join associations receiver on receiver.id = reorganisation.into_id
            where @District and (@id::uuid is null or (reorganisation.done_at, reorganisation.id) < (@at, @id))
            order by reorganisation.done_at desc, reorganisation.id desc limit @take
            """,
            new
            {
                caller.Reach(Permission.ManageAssociations).District, since = work.Now - UndoReorganisation.Undoable, undoable = UndoReorganisation.Undoable,
                id = before?.Id, at = before?.At ?? default, take = limit + 1,
            }, cancel);
        return TypedResults.Ok(rows.ToPage(limit, row => new Position(row.DoneAt, row.Id)));
    }
}

/// <summary>What was done.</summary>
internal enum ReorganisationKind
{
    Merge,
    Split,
}

/// <summary>
/// Takes a merger or split back: everybody who was moved and is still there goes back, with membership, open cases and assignments; the associations stand as before.
/// Those who have joined since, or have moved on, stay where they are.
/// </summary>
internal static class UndoReorganisation
{
    /// <summary>How long: long enough to see that it was wrong, short enough that the register has not grown together.</summary>
    internal static readonly TimeSpan Undoable = TimeSpan.FromDays(30);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/reorganisations/{id:guid}/undo", Handle)
        .RequirePermission(Permission.ManageAssociations)
        .WithSummary("Undo a merger or split within thirty days");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var found = caller.Reach(Permission.ManageAssociations).District
            ? await work.FindAsync<Found>("select kind, into_id, created, done_at, undone_at from reorganisations where id = @id for update", new { id }, cancel) : null;
        if (found is null)
            return ReorganisationFailures.Unknown.ToProblem(http);
        if (found.UndoneAt is not null)
            return ReorganisationFailures.Undone.ToProblem(http);
        if (found.DoneAt <= work.Now - Undoable)
            return ReorganisationFailures.TooLate.ToProblem(http);
        var from = await work.ListAsync<Party>(
            """
            select association.id, association.municipality_code, parties.state from reorganised_from parties join associations association on association.id = parties.association_id
            where parties.reorganisation_id = @id order by association.id for update of association
            """, new { id }, cancel);
        Guid[] all = [found.IntoId, .. from.Select(one => one.Id)];
        if (await work.GetAsync<bool>(
            """
            select exists (select from reorganisations later where later.undone_at is null and (later.done_at, later.id) > (@DoneAt, @id)
                and (later.into_id = any(@all) or exists (select from reorganised_from parties where parties.reorganisation_id = later.id and parties.association_id = any(@all))))
            """, new { id, found.DoneAt, all }, cancel))
            return ReorganisationFailures.LaterOne.ToProblem(http);
        if (found.Kind == ReorganisationKind.Merge)
        {
            await work.ExecuteAsync("lock table municipalities in share row exclusive mode", null, cancel);
            if (await work.GetAsync<bool>(
                """
                select exists (select from reorganised_from parties join associations association on association.id = parties.association_id
                    join associations other on other.municipality_code = association.municipality_code and other.id <> association.id and other.state <> 'dormant'
                    where parties.reorganisation_id = @id and parties.state <> 'dormant')
                """, new { id }, cancel))
                return AssociationFailures.MunicipalityTaken.ToProblem(http);
        }
        var p = new { id, found.IntoId, work.Now, today = SwedishTime.DateOf(work.Now) };
        await work.ExecuteAsync(PeopleBack, p, cancel);
        foreach (var assignment in await work.ListAsync<Guid>(AssignmentsBack, p, cancel))
            await AssignmentEvents.PublishStartAsync(work, assignment, cancel);
        if (found.Kind == ReorganisationKind.Merge)
        {
            await work.ExecuteAsync(AssociationsBack, p, cancel);
            await AssociationChange.PublishAsync(work, from.Select(one => one.Id), cancel);
        }
        else if (found.Created && await work.ExecuteAsync(NewOneEnds, p, cancel) > 0)
        {
            await AssociationChange.PublishAsync(work, [found.IntoId], cancel);
        }
        foreach (var one in from)
        {
            await AssociationEntry.AddAsync(work, one.Id, AssociationEvent.Undone, p.today, null, found.IntoId, cancel);
            await AssociationEntry.AddAsync(work, found.IntoId, AssociationEvent.Undone, p.today, null, one.Id, cancel);
        }
        work.Record("reorganisation.undone", id);
        await Moving.TellAsync(work, id, returned: true, null, cancel);
        await work.ExecuteAsync("update reorganisations set undone_at = @Now where id = @id; delete from reorganised_rows where reorganisation_id = @id", p, cancel);
        return TypedResults.NoContent();
    }

    /// <summary>What was opened for them since goes with them: a case belongs where the person does.</summary>
    private const string PeopleBack =
        """
        create temporary table returning_people on commit drop as
            select rows.id, rows.association_id from reorganised_rows rows join people person on person.id = rows.id
            where rows.reorganisation_id = @id and rows.what = 'people' and person.association_id = @IntoId;
        update memberships set association_id = rows.association_id from reorganised_rows rows
            where rows.reorganisation_id = @id and rows.what = 'memberships' and rows.id = memberships.id and memberships.person_id in (select id from returning_people);
        update memberships set association_id = back.association_id from returning_people back where memberships.person_id = back.id and memberships.association_id = @IntoId and memberships.ended_on is null;
        update people set association_id = back.association_id, version = people.version + 1 from returning_people back where people.id = back.id;
        update care_cases set association_id = back.association_id, version = care_cases.version + 1 from returning_people back
            where care_cases.person_id = back.id and care_cases.association_id = @IntoId and care_cases.state = 'open';
        update care_cases set assignee_id = rows.assignee_id from reorganised_rows rows
            where rows.reorganisation_id = @id and rows.what = 'care_cases' and rows.id = care_cases.id and care_cases.state = 'open'
        """;

    /// <summary>Those that moved, and those that ended whose term is not over and whose holder is still a member and has not got the same again.</summary>
    private const string AssignmentsBack =
        """
        update assignments held set association_id = rows.association_id, ended_on = null, version = held.version + 1 from reorganised_rows rows
        where rows.reorganisation_id = @id and rows.what = 'assignments' and rows.id = held.id
            and case when rows.ended then held.ended_on is not null and (held.until_date is null or held.until_date >= @today)
                    and exists (select from memberships where person_id = held.person_id and ended_on is null)
                    and not exists (select from assignments other where other.person_id = held.person_id and other.kind = held.kind and other.association_id = rows.association_id and other.ended_on is null)
                else held.ended_on is null and held.association_id = @IntoId end
        returning held.id
        """;

    private const string AssociationsBack =
        """
        update municipalities set covered_by = rows.association_id from reorganised_rows rows where rows.reorganisation_id = @id and rows.what = 'municipalities' and rows.code = municipalities.code;
        update liaison_terms set until_date = null from reorganised_rows rows where rows.reorganisation_id = @id and rows.what = 'liaison_terms' and rows.id = liaison_terms.id
            and not exists (select from liaison_terms other where other.association_id = liaison_terms.association_id and other.until_date is null);
        update associations set state = parties.state, ended_on = null, merged_into = null, version = version + 1
            from reorganised_from parties where parties.reorganisation_id = @id and parties.association_id = associations.id
        """;

    /// <summary>The association that a split made ends, unless people have joined it since.</summary>
    private const string NewOneEnds =
        """
        update associations set state = 'dormant', ended_on = @today, version = version + 1 where id = @IntoId and not exists (select from people where association_id = @IntoId)
        """;

    private sealed record Found(ReorganisationKind Kind, Guid IntoId, bool Created, DateTimeOffset DoneAt, DateTimeOffset? UndoneAt);

    private sealed record Party(Guid Id, string? MunicipalityCode, string State);
}
