namespace VpVarmland.Members.CentralImport;

/// <summary>
/// Compares the staged rows with the register, in statements over all rows at once. Who is who: the same member number; else a join we handed
/// over with the same e-mail address and name; else somebody alike, about whom a person decides; else somebody new. An empty cell says nothing:
/// what we know stands. Running it again keeps the decisions that still fit.
/// </summary>
internal static class Comparison
{
    internal const int Steps = 6;

    internal static async Task RunAsync(Guid import, UnitOfWork work, ImportProgress progress, CancellationToken cancel)
    {
        var p = new { import, today = SwedishTime.DateOf(work.Now) };
        await progress.StepAsync("numbers", cancel);
        await work.ExecuteAsync(Prepare, p, cancel);
        // Where ours is believed about something, the rows are read as if they said it; then the comparison is made once, as usual.
        if (await work.GetAsync<bool>("select exists (select from central_masters where master = 'ours')", null, cancel))
            await work.ExecuteAsync($"{FindNumbers}; {Masters.Believe}; drop table found", p, cancel);
        await work.ExecuteAsync(FindNumbers, p, cancel);
        await progress.StepAsync("handOvers", cancel);
        await work.ExecuteAsync(FindHandOvers, p, cancel);
        await progress.StepAsync("changes", cancel);
        await work.ExecuteAsync(FindChanges, p, cancel);
        await progress.StepAsync("duplicates", cancel);
        await work.ExecuteAsync(FindNewAndDoubtful, p, cancel);
        await progress.StepAsync("gone", cancel);
        await work.ExecuteAsync(FindGone, p, cancel);
        await progress.StepAsync("counts", cancel);
        await work.ExecuteAsync(Finish, p, cancel);
    }

    /// <summary>Hash joins of a whole register fit in memory. Decisions of an earlier run are put aside.</summary>
    private const string Prepare =
        """
        set local work_mem = '128MB';
        set local random_page_cost = 1.1;
        analyze central_rows;
        create temporary table earlier on commit drop as select kind, no, person_id, decision from central_differences where import_id = @import;
        delete from central_differences where import_id = @import
        """;

    /// <summary>
    /// The one look at everything: each row, who has its number, and how that stands.
    /// </summary>
    private const string FindNumbers =
        """
        create temporary table found on commit drop as
            select the_row.row_no, person.id as person_id, case
                when person.id is null then 'unknown'
                when membership.id is null then 'ended'
                when the_row.given_name <> person.given_name or the_row.family_name <> person.family_name
                    or coalesce(the_row.email, person.email) is distinct from person.email or coalesce(the_row.phone, person.phone) is distinct from person.phone
                    or coalesce(the_row.postal_code, person.postal_code) is distinct from person.postal_code
                    or coalesce(the_row.municipality_code, person.municipality_code) is distinct from person.municipality_code
                    or the_row.association_id <> person.association_id or the_row.gender <> person.gender
                    or coalesce(the_row.birth_year, person.birth_year) is distinct from person.birth_year
                    or coalesce(the_row.paid_until, membership.paid_until) is distinct from membership.paid_until
                    or coalesce(the_row.member_since, membership.effective_on) is distinct from membership.effective_on
                    or membership.confirmed_on is null
                    or membership.state <> case when coalesce(the_row.member_since, membership.effective_on, @today) <= @today then 'member' else 'paid' end
                then 'differs' end as standing
            from central_rows the_row
            left join people person on person.member_number = the_row.member_number
            left join memberships membership on membership.person_id = person.id and membership.ended_on is null
            where the_row.import_id = @import
        """;

    /// <summary>Somebody of ours without a number, waiting to be confirmed, by address and name.</summary>
    private const string FindHandOvers =
        """
        with alike as (
            select distinct on (person.id) found.row_no, person.id
            from found join central_rows the_row on the_row.import_id = @import and the_row.row_no = found.row_no
            join people person on person.email = the_row.email and lower(person.given_name) = lower(the_row.given_name) and lower(person.family_name) = lower(the_row.family_name)
            join memberships membership on membership.person_id = person.id and membership.ended_on is null and membership.confirmed_on is null
            where found.standing = 'unknown' and person.member_number is null
            order by person.id, found.row_no),
        once as (select distinct on (row_no) row_no, id from alike order by row_no, id)
        update found set person_id = once.id, standing = 'differs' from once where found.row_no = once.row_no;
        create temporary table unknown on commit drop as
            select the_row.* from found join central_rows the_row on the_row.import_id = @import and the_row.row_no = found.row_no where found.standing = 'unknown';
        analyze unknown
        """;

    /// <summary>Those with an open membership, and those who had left: they come back, unless a board refused them.</summary>
    private const string FindChanges =
        """
        insert into central_differences (import_id, kind, no, person_id, person_version, changes, decision)
        select @import, case when membership.confirmed_on is null then 'confirmed' else 'changed' end, the_row.row_no, person.id, person.version,
            central_changes(the_row, person, membership, @today), 'take'
        from found
        join central_rows the_row on the_row.import_id = @import and the_row.row_no = found.row_no
        join people person on person.id = found.person_id
        join memberships membership on membership.person_id = found.person_id and membership.ended_on is null
        where found.standing = 'differs';
        insert into central_differences (import_id, kind, no, person_id, person_version, cause, changes, decision)
        select @import, case when by_board then 'doubtful' else 'changed' end, the_row.row_no, person.id, person.version, case when by_board then 'ended' end,
            central_changes(the_row, person, latest, @today), case when by_board then null else 'take' end
        from found
        join central_rows the_row on the_row.import_id = @import and the_row.row_no = found.row_no
        join people person on person.id = found.person_id
        join memberships latest on latest.id = (select id from memberships where person_id = found.person_id order by ended_on desc, id desc limit 1)
        cross join lateral (select latest.state in ('refused', 'revoked') as by_board) ended
        where found.standing = 'ended'
        """;

    /// <summary>The strongest likeness to somebody whom no row has by number. Relatives share addresses and telephones, so a name must agree too.</summary>
    private const string FindNewAndDoubtful =
        """
        with alike as (
            select the_row.row_no, person.id, 1 as strength, 'email' as cause from unknown the_row
            join people person on person.email = the_row.email
                and (lower(person.given_name) = lower(the_row.given_name) or lower(person.family_name) = lower(the_row.family_name))
            union all
            select the_row.row_no, person.id, 2, 'name' from unknown the_row
            join people person on lower(person.family_name) = lower(the_row.family_name) and lower(person.given_name) = lower(the_row.given_name)
                and (person.birth_year = the_row.birth_year or person.postal_code = the_row.postal_code)
            union all
            select the_row.row_no, person.id, 3, 'phone' from unknown the_row
            join people person on person.phone = the_row.phone and lower(person.given_name) = lower(the_row.given_name)),
        best as (
            select distinct on (row_no) row_no, id, cause from alike
            where not exists (select from found where found.person_id = alike.id)
            order by row_no, strength, id)
        insert into central_differences (import_id, kind, no, person_id, person_version, cause, changes, decision)
        select @import, case when best.id is null then 'new' else 'doubtful' end, the_row.row_no, best.id, person.version, best.cause,
            case when best.id is not null then central_changes(whole, person, membership.latest, @today) end,
            case when best.id is null then 'take' end
        from unknown the_row
        left join best on best.row_no = the_row.row_no
        left join central_rows whole on best.id is not null and whole.import_id = @import and whole.row_no = the_row.row_no
        left join people person on person.id = best.id
        left join lateral (
            select latest from memberships latest where latest.person_id = best.id order by latest.ended_on is null desc, latest.applied_on desc, latest.id desc limit 1) membership on true
        """;

    /// <summary>Only those whom the central register has once confirmed can be missed in it. Nobody is ended unless somebody says so.
    /// Whoever has protected identity is in no file and is not missed in one.</summary>
    private const string FindGone =
        """
        insert into central_differences (import_id, kind, no, person_id, person_version, decision)
        select @import, 'gone', row_number() over (order by person.family_name, person.given_name, person.id), person.id, person.version, 'keep'
        from people person
        join memberships membership on membership.person_id = person.id and membership.ended_on is null and membership.confirmed_on is not null
        where person.member_number is not null and not person.is_protected and not exists (select from found where found.person_id = person.id)
        """;

    private const string Finish =
        """
        update central_differences difference set decision = earlier.decision
        from earlier
        where difference.import_id = @import and earlier.kind = difference.kind and earlier.person_id is not distinct from difference.person_id
            and (earlier.no = difference.no or earlier.kind = 'gone') and earlier.decision is not null;
        update central_imports set state = 'ready', compared_on = @today, attempts = 0, version = version + 1,
            counts = coalesce((select jsonb_object_agg(kind, amount) from (select kind, count(*) as amount from central_differences where import_id = @import group by kind) counted), '{}'),
            members = (select count(*) from memberships where ended_on is null and confirmed_on is not null)
        where id = @import
        """;
}
