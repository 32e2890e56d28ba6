namespace VpVarmland.Members.CentralImport;

/// <summary>The statements of <see cref="Applying"/>, in their order. Each works on every row at once.</summary>
internal static class ApplyingSql
{
    /// <summary>What is to be done, and to whom; their rows stay locked to the end, memberships first as everywhere else.</summary>
    internal const string Lock =
        """
        set local work_mem = '128MB';
        set local random_page_cost = 1.1;
        create temporary table chosen on commit drop as
            select kind, no, decision, person_version, changes,
                case when kind = 'gone' then 'end' when kind = 'new' or decision = 'new' then 'add' else 'change' end as action,
                case when kind = 'new' or decision = 'new' then new_id(@Now) else person_id end as person_id
            from central_differences where import_id = @import and decision in ('take', 'same', 'new', 'left', 'lapsed');
        delete from chosen gone using chosen other where gone.action = 'end' and other.action = 'change' and other.person_id = gone.person_id;
        analyze chosen;
        select count(*) from (select membership.id from memberships membership join chosen using (person_id) where membership.ended_on is null and action <> 'add' order by membership.id for update of membership) locked;
        select count(*) from (select person.id from people person join chosen on chosen.person_id = person.id where action <> 'add' order by person.id for update of person) locked
        """;

    /// <summary>True where the preview no longer tells the truth: somebody was edited, a number was given, a hand-over was confirmed meanwhile.</summary>
    internal const string HasMoved =
        """
        select exists (
            select from chosen left join people person on person.id = chosen.person_id
            where action <> 'add' and (person.id is null or person.version <> chosen.person_version
                or (chosen.kind = 'confirmed' and person.member_number is not null and chosen.changes ? 'memberNumber')))
        or exists (
            select from chosen join central_rows the_row on the_row.import_id = @import and the_row.row_no = chosen.no
            join people person on person.member_number = the_row.member_number
            where action <> 'end' and person.id <> chosen.person_id)
        """;

    /// <summary>Everything as it was, before anything is changed.</summary>
    internal const string KeepImages =
        """
        delete from central_images where import_id = @import;
        insert into central_images (import_id, person_id, what, id, image)
            select @import, person.id, 'people', person.id, to_jsonb(person) from people person join chosen on chosen.person_id = person.id where action <> 'add'
            union all
            select @import, membership.person_id, 'memberships', membership.id, to_jsonb(membership) from memberships membership join chosen using (person_id)
            where membership.ended_on is null and action <> 'add'
            union all
            select @import, membership.person_id, 'hand_overs', hand_over.id, to_jsonb(hand_over) from hand_overs hand_over
            join memberships membership on membership.id = hand_over.membership_id join chosen using (person_id)
            where membership.ended_on is null and action <> 'add' and hand_over.state <> 'confirmed'
            union all
            select @import, care.person_id, 'care_cases', care.id, to_jsonb(care) from care_cases care join chosen using (person_id) where action = 'end' and care.state = 'open'
            union all
            select @import, held.person_id, 'assignments', held.id, to_jsonb(held) from assignments held join chosen using (person_id) where action = 'end' and held.ended_on is null
        """;

    internal const string People =
        """
        update people person set member_number = the_row.member_number, given_name = the_row.given_name, family_name = the_row.family_name,
            email = coalesce(the_row.email, person.email), phone = coalesce(the_row.phone, person.phone), postal_code = coalesce(the_row.postal_code, person.postal_code),
            municipality_code = coalesce(the_row.municipality_code, person.municipality_code), association_id = coalesce(the_row.association_id, person.association_id),
            gender = coalesce(the_row.gender, person.gender), birth_year = coalesce(the_row.birth_year, person.birth_year), version = person.version + 1
        from chosen join central_rows the_row on the_row.import_id = @import and the_row.row_no = chosen.no
        where person.id = chosen.person_id and chosen.action = 'change';
        update people person set version = person.version + 1 from chosen where person.id = chosen.person_id and chosen.action = 'end';
        insert into people (id, member_number, given_name, family_name, email, phone, postal_code, municipality_code, gender, birth_year, language, association_id, created_at)
            select chosen.person_id, the_row.member_number, the_row.given_name, the_row.family_name, the_row.email, the_row.phone, the_row.postal_code, the_row.municipality_code,
                coalesce(the_row.gender, 'notStated'), the_row.birth_year, 'sv', coalesce(the_row.association_id, local.id, district.id), @Now
            from chosen join central_rows the_row on the_row.import_id = @import and the_row.row_no = chosen.no
            left join receiving_associations local on local.municipality_code = the_row.municipality_code
            cross join (select id from associations where is_district) district
            where chosen.action = 'add'
        """;

    /// <summary>The central register's dates are facts. Where it says no first day, the one we reckoned stands, else it is today.</summary>
    internal const string Memberships =
        """
        update memberships membership set association_id = person.association_id, state = central_state(the_row.member_since, membership, @today),
            effective_on = coalesce(the_row.member_since, membership.effective_on, @today),
            paid_on = coalesce(membership.paid_on, coalesce(the_row.member_since, membership.effective_on, @today) - @DaysToEffect),
            paid_until = coalesce(the_row.paid_until, membership.paid_until), confirmed_on = coalesce(membership.confirmed_on, @today)
        from chosen join central_rows the_row on the_row.import_id = @import and the_row.row_no = chosen.no join people person on person.id = chosen.person_id
        where membership.person_id = chosen.person_id and membership.ended_on is null and chosen.action = 'change';
        update hand_overs set state = 'confirmed', confirmed_at = @Now
            from memberships membership join chosen using (person_id)
            where hand_overs.membership_id = membership.id and membership.ended_on is null and chosen.action = 'change' and hand_overs.state <> 'confirmed';
        with begun as (
            insert into memberships (id, person_id, association_id, state, applied_on, paid_on, effective_on, confirmed_on, paid_until)
            select new_id(@Now), person.id, person.association_id, case when coalesce(the_row.member_since, @today) <= @today then 'member' else 'paid' end,
                least(coalesce(the_row.member_since, @today) - @DaysToEffect, @today), coalesce(the_row.member_since, @today) - @DaysToEffect, coalesce(the_row.member_since, @today), @today, the_row.paid_until
            from chosen join central_rows the_row on the_row.import_id = @import and the_row.row_no = chosen.no join people person on person.id = chosen.person_id
            where chosen.action <> 'end' and not exists (select from memberships earlier where earlier.person_id = person.id and earlier.ended_on is null)
            returning id, person_id)
        insert into central_images (import_id, person_id, what, id) select @import, person_id, 'memberships', id from begun;
        delete from hand_overs using memberships membership, chosen
            where hand_overs.membership_id = membership.id and membership.person_id = chosen.person_id and membership.ended_on is null and chosen.action = 'end' and hand_overs.state = 'toSend';
        update memberships membership set state = chosen.decision, ended_on = @today, end_reason = 'Finns inte längre i partiets centrala register.'
            from chosen where membership.person_id = chosen.person_id and membership.ended_on is null and chosen.action = 'end';
        update care_cases set state = 'done', closed_at = @Now, version = care_cases.version + 1
            from chosen where care_cases.person_id = chosen.person_id and chosen.action = 'end' and care_cases.state = 'open'
        """;

    /// <summary>Those to greet: who are new, and who have moved here.</summary>
    internal const string ToGreet =
        """
        select person.id as person_id, person.association_id, case when chosen.action = 'add' then 'welcome' else 'moved' end as reason
        from chosen join people person on person.id = chosen.person_id
        join memberships membership on membership.person_id = person.id and membership.ended_on is null
        where (chosen.action = 'add' and membership.effective_on > @today - @DaysNew) or (chosen.action = 'change' and chosen.changes ? 'association')
        """;

    /// <summary>That the import opened these cases, so that an undo finds them.</summary>
    internal const string KeepOpened = "insert into central_images (import_id, person_id, what, id) select @import, person_id, 'care_cases', id from care_cases where id = any(@cases)";

    /// <summary>What was done to whom, as it stands now; and the version by which an undo sees whether anybody has edited since.</summary>
    internal const string Result =
        """
        insert into central_images (import_id, person_id, what, id) select @import, person_id, 'people', person_id from chosen where action = 'add';
        analyze central_images;
        update central_differences difference set person_id = chosen.person_id, applied_version = person.version
            from chosen join people person on person.id = chosen.person_id
            where difference.import_id = @import and difference.kind = chosen.kind and difference.no = chosen.no;
        select case chosen.action when 'add' then 'added' when 'end' then 'ended' else case chosen.kind when 'confirmed' then 'confirmed' else 'changed' end end as kind,
            person.id, person.given_name, person.family_name, person.email, person.association_id, person.language, person.version, membership.state,
            before.image ->> 'state' as state_before, membership.effective_on, chosen.changes::text as changes
        from chosen join people person on person.id = chosen.person_id
        cross join lateral (select * from memberships where person_id = person.id order by ended_on is null desc, applied_on desc, id desc limit 1) membership
        left join central_images before on before.import_id = @import and before.what = 'memberships' and before.id = membership.id
        order by chosen.kind, chosen.no
        """;
}
