using VpVarmland.Members.Assignments;

namespace VpVarmland.Members.CentralImport;

/// <summary>
/// Takes back an import within an hour: everybody whom nobody has edited since is as before, those who were added are gone. Whoever has been
/// edited, called or given an assignment since is kept as they are now, and listed.
/// </summary>
internal static class Undoing
{
    internal const int Steps = 3;

    /// <summary>How long an import can be undone.</summary>
    internal static readonly TimeSpan Undoable = TimeSpan.FromHours(1);

    internal static async Task RunAsync(Guid import, UnitOfWork work, ImportProgress progress, CancellationToken cancel)
    {
        var p = new { import, work.Now, work.Caller.MemberId };
        var fileName = await work.GetAsync<string>("select file_name from central_imports where id = @import", p, cancel);
        await progress.StepAsync("locking", cancel);
        await work.ExecuteAsync(Choose, p, cancel);
        await progress.StepAsync("people", cancel);
        var gone = await work.ListAsync<Gone>(
            """
            select person.id, person.association_id, person.given_name, person.family_name, person.email, person.language, person.version
            from people person join undoing on undoing.person_id = person.id where undoing.added order by person.id
            """, p, cancel);
        await work.ExecuteAsync(Restore, p, cancel);
        var restored = await work.ListAsync<Restored>(
            """
            select person.id, person.given_name, person.family_name, person.email, person.association_id, person.language, person.version,
                (select state from memberships where person_id = person.id order by ended_on is null desc, applied_on desc, id desc limit 1) as state
            from people person join undoing on undoing.person_id = person.id order by person.id
            """, p, cancel);
        await progress.StepAsync("events", cancel);
        Tell(gone, restored, import, fileName, work);
        foreach (var assignment in await work.ListAsync<Guid>("select images.id from central_images images join undoing using (person_id) where import_id = @import and what = 'assignments'", p, cancel))
            await AssignmentEvents.PublishStartAsync(work, assignment, cancel);
        work.Record("import.undone", import, fileName, new { undone = gone.Count + restored.Count });
        await work.ExecuteAsync(Finish, p, cancel);
    }

    private static void Tell(IReadOnlyList<Gone> gone, IReadOnlyList<Restored> restored, Guid import, string fileName, UnitOfWork work)
    {
        var today = SwedishTime.DateOf(work.Now);
        foreach (var one in gone)
        {
            work.Record("central.undone", one.Id, fileName, new { import });
            work.Publish(new MemberChanged(one.Id, one.GivenName, one.FamilyName, one.Email, one.AssociationId, MembershipState.Left, one.Language) { Version = one.Version + 1 });
            work.Publish(new MemberLeft(one.Id, one.AssociationId, MembershipState.Left, today));
        }
        foreach (var one in restored)
        {
            work.Record("central.undone", one.Id, fileName, new { import });
            work.Publish(new MemberChanged(one.Id, one.GivenName, one.FamilyName, one.Email, one.AssociationId, one.State, one.Language) { Version = one.Version });
        }
    }

    /// <summary>Those whom nobody has touched since: the version is the import's own, no case it opened has been worked, no assignment was given.</summary>
    private const string Choose =
        """
        create temporary table undoing on commit drop as
            select difference.person_id, exists (
                select from central_images made where made.import_id = @import and made.what = 'people' and made.person_id = difference.person_id and made.image is null) as added
            from central_differences difference
            join people person on person.id = difference.person_id
            where difference.import_id = @import and difference.applied_version = person.version
                and not exists (
                    select from central_images opened join care_cases care on care.id = opened.id
                    where opened.import_id = @import and opened.what = 'care_cases' and opened.image is null and opened.person_id = person.id
                        and (care.version > 1 or exists (select from care_contacts where care_contacts.case_id = care.id)))
                and not exists (
                    select from central_images before join care_cases care on care.id = before.id
                    where before.import_id = @import and before.what = 'care_cases' and before.image is not null and before.person_id = person.id
                        and care.version <> (before.image ->> 'version')::int + 1);
        create index on undoing (person_id);
        analyze undoing;
        delete from undoing using assignments where undoing.added and assignments.person_id = undoing.person_id;
        delete from undoing using care_cases care where undoing.added and care.person_id = undoing.person_id
            and not exists (select from central_images opened where opened.import_id = @import and opened.id = care.id);
        delete from undoing using central_images before, assignments held
            where before.import_id = @import and before.what = 'assignments' and before.person_id = undoing.person_id
                and held.person_id = undoing.person_id and held.ended_on is null;
        select count(*) from (select person.id from people person join undoing on undoing.person_id = person.id order by person.id for update of person) locked;
        create temporary table images on commit drop as select central_images.* from central_images join undoing using (person_id) where import_id = @import;
        analyze images
        """;

    private const string Restore =
        """
        delete from care_cases using images where images.what = 'care_cases' and images.image is null and care_cases.id = images.id;
        delete from memberships using images where images.what = 'memberships' and images.image is null and memberships.id = images.id;
        delete from people using undoing where undoing.added and people.id = undoing.person_id;
        update people person set member_number = old.member_number, given_name = old.given_name, family_name = old.family_name, email = old.email, phone = old.phone,
            postal_code = old.postal_code, municipality_code = old.municipality_code, association_id = old.association_id, gender = old.gender, birth_year = old.birth_year,
            version = person.version + 1
        from images cross join lateral jsonb_populate_record(null::people, images.image) old
        where images.what = 'people' and images.image is not null and person.id = images.id;
        update memberships membership set association_id = old.association_id, state = old.state, paid_on = old.paid_on, effective_on = old.effective_on, paid_until = old.paid_until,
            confirmed_on = old.confirmed_on, ended_on = old.ended_on, end_reason = old.end_reason
        from images cross join lateral jsonb_populate_record(null::memberships, images.image) old
        where images.what = 'memberships' and images.image is not null and membership.id = images.id;
        insert into hand_overs select old.* from images cross join lateral jsonb_populate_record(null::hand_overs, images.image) old where images.what = 'hand_overs'
            on conflict (id) do update set state = excluded.state, confirmed_at = excluded.confirmed_at;
        update care_cases care set state = old.state, closed_at = old.closed_at, version = care.version + 1
        from images cross join lateral jsonb_populate_record(null::care_cases, images.image) old
        where images.what = 'care_cases' and images.image is not null and care.id = images.id;
        update assignments held set ended_on = null, version = held.version + 1
        from images where images.what = 'assignments' and held.id = images.id
        """;

    private const string Finish =
        """
        update central_differences difference set undone = exists (select from undoing where undoing.person_id = difference.person_id)
            where difference.import_id = @import and difference.applied_version is not null;
        delete from central_images where import_id = @import;
        update central_imports set state = 'undone', undone_at = @Now, undone_by = @MemberId, attempts = 0, version = version + 1,
            outcome = outcome || jsonb_build_object('kept', (select count(*) from central_differences where import_id = @import and undone = false))
        where id = @import
        """;

    private sealed record Gone(Guid Id, Guid AssociationId, string GivenName, string FamilyName, string? Email, string Language, int Version);

    private sealed record Restored(
        Guid Id, string GivenName, string FamilyName, string? Email, Guid AssociationId, string Language, int Version, MembershipState State);
}
