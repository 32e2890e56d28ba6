using VpVarmland.Members.Assignments;

namespace VpVarmland.Members.Reorganisations;

/// <summary>What happens to the assignments that people hold in the association they go from.</summary>
internal enum AssignmentChoice
{
    /// <summary>They end today.</summary>
    End,

    /// <summary>They go on in the receiving association, where the person does not hold the same there already.</summary>
    Move,
}

/// <summary>What a merger or split will move, or has moved.</summary>
/// <param name="People">Everybody, former members too: the number by which the request to do it says what was seen.</param>
internal sealed record MovingCounts(long People, long Members, long Applicants, long Former, long OpenCases, long HandOvers, long Officers);

/// <summary>An assignment that ends or goes along.</summary>
internal sealed record MovingOfficer(string Name, string Kind, Guid AssociationId);

/// <summary>
/// Moves people from associations to another, with what belongs to them: open membership, open care cases, waiting hand-overs (which follow the membership), assignments.
/// Ended memberships, done cases and reports stay where they were: they are that association's history. One transaction, a statement a table.
/// </summary>
internal static class Moving
{
    /// <summary>Chooses everybody of the associations; those of a split only where they live.</summary>
    /// <param name="places">Null: everybody.</param>
    internal static async Task ChooseAsync(UnitOfWork work, Guid[] from, SplitPlaces? places, CancellationToken cancel)
    {
        var p = new { from, all = places is null, municipalities = places?.Municipalities ?? [], prefixes = places?.PostalCodes ?? [] };
        // Memberships are locked first, as everywhere else; both in the order of their keys.
        await work.ExecuteAsync(
            """
            create temporary table moving (person_id uuid primary key) on commit drop;
            insert into moving select id from people where association_id = any(@from) and (@all or municipality_code = any(@municipalities)
                or exists (select from unnest(@prefixes) prefix where people.postal_code like prefix || '%'));
            analyze moving;
            select count(*) from (select membership.id from memberships membership join moving using (person_id) where membership.ended_on is null order by membership.id for update of membership) locked;
            select count(*) from (select person.id from people person join moving on moving.person_id = person.id order by person.id for update of person) locked
            """, p, cancel);
        await work.ExecuteAsync(
            """
            create temporary table moving_assignments on commit drop as
                select held.id, held.person_id, held.kind from assignments held
                where held.association_id = any(@from) and held.ended_on is null and (@all or held.person_id in (select person_id from moving))
            """, p, cancel);
    }

    internal static Task<MovingCounts> CountAsync(UnitOfWork work, CancellationToken cancel) => work.GetAsync<MovingCounts>(
        """
        select (select count(*) from moving) as people, count(*) filter (where membership.state = 'member') as members,
            count(*) filter (where membership.state in ('applicant', 'paid')) as applicants, count(*) filter (where membership.ended_on is not null) as former,
            (select count(*) from care_cases where state = 'open' and person_id in (select person_id from moving)) as open_cases,
            (select count(*) from hand_overs join memberships on memberships.id = membership_id where memberships.ended_on is null and hand_overs.state <> 'confirmed' and person_id in (select person_id from moving)) as hand_overs,
            (select count(*) from moving_assignments) as officers
        from moving cross join lateral (select * from memberships where person_id = moving.person_id order by ended_on is null desc, applied_on desc, id desc limit 1) membership
        """, null, cancel);

    internal static Task<IReadOnlyList<MovingOfficer>> OfficersAsync(UnitOfWork work, CancellationToken cancel) => work.ListAsync<MovingOfficer>(
        """
        select person.given_name || ' ' || person.family_name as name, held.kind, held.association_id
        from moving_assignments chosen join assignments held using (id) join people person on person.id = held.person_id join assignment_kinds kinds on kinds.kind = held.kind
        order by held.association_id, kinds.position, person.family_name, held.id
        """, null, cancel);

    /// <summary>Moves those chosen, keeps what was there before, and tells everyone.</summary>
    internal static async Task RunAsync(UnitOfWork work, Guid reorganisation, Guid into, AssignmentChoice choice, string? reason, CancellationToken cancel)
    {
        var today = SwedishTime.DateOf(work.Now);
        var p = new { reorganisation, into, move = choice == AssignmentChoice.Move, today };
        await work.ExecuteAsync(KeepRows, p, cancel);
        await work.ExecuteAsync(Move, p, cancel);
        var officers = await work.ListAsync<(Guid Id, bool Ended)>("select id, ended from reorganised_rows where reorganisation_id = @reorganisation and what = 'assignments' order by id", p, cancel);
        await EndAssignment.EndAsync(work, [.. officers.Where(one => one.Ended).Select(one => one.Id)], today, reason, cancel);
        foreach (var (id, _) in officers.Where(one => !one.Ended))
            await AssignmentEvents.PublishStartAsync(work, id, cancel);
        await TellAsync(work, reorganisation, returned: false, reason, cancel);
    }

    /// <summary>Tells the other services where everybody belongs now, and notes it of each of them.</summary>
    /// <param name="returned">True after an undo: then it is about those who are back where they were.</param>
    internal static async Task TellAsync(UnitOfWork work, Guid reorganisation, bool returned, string? reason, CancellationToken cancel)
    {
        foreach (var one in await work.ListAsync<Moved>(
            """
            select person.id, person.given_name, person.family_name, person.email, person.association_id, person.language, person.version, membership.state, membership.ended_on is null as is_open
            from reorganised_rows rows join people person on person.id = rows.id
            cross join lateral (select * from memberships where person_id = person.id order by ended_on is null desc, applied_on desc, id desc limit 1) membership
            where rows.reorganisation_id = @reorganisation and rows.what = 'people' and (not @returned or person.association_id = rows.association_id) order by person.id
            """, new { reorganisation, returned }, cancel))
        {
            work.Record(returned ? "person.association_restored" : "person.association_changed", one.Id, reason, new { reorganisation, one.AssociationId });
            // Nobody else keeps those who are no longer members.
            if (one.IsOpen)
                work.Publish(new MemberChanged(one.Id, one.GivenName, one.FamilyName, one.Email, one.AssociationId, one.State, one.Language) { Version = one.Version });
        }
    }

    private const string KeepRows =
        """
        insert into reorganised_rows (reorganisation_id, what, id, association_id, assignee_id, ended)
            select @reorganisation, 'people', person.id, person.association_id, null::uuid, false from people person join moving on moving.person_id = person.id
            union all
            select @reorganisation, 'memberships', membership.id, membership.association_id, null::uuid, false from memberships membership join moving using (person_id) where membership.ended_on is null
            union all
            select @reorganisation, 'care_cases', care.id, care.association_id, care.assignee_id, false from care_cases care join moving using (person_id) where care.state = 'open'
            union all
            select @reorganisation, 'assignments', held.id, held.association_id, null::uuid, not @move
                or exists (select from assignments other where other.person_id = held.person_id and other.kind = held.kind and other.association_id = @into and other.ended_on is null)
                or exists (select from moving_assignments twin where twin.person_id = held.person_id and twin.kind = held.kind and twin.id < held.id)
            from assignments held join moving_assignments using (id)
        """;

    /// <summary>Care cases go to the receiving association's membership secretary; where it has none, whoever had them keeps them.</summary>
    private const string Move =
        """
        update memberships set association_id = @into from moving where memberships.person_id = moving.person_id and memberships.ended_on is null;
        update people set association_id = @into, version = people.version + 1 from moving where people.id = moving.person_id;
        update care_cases set association_id = @into, version = care_cases.version + 1, assignee_id = coalesce(
                (select person_id from assignments where kind = 'membershipSecretary' and association_id = @into and ended_on is null and from_date <= @today order by from_date, id limit 1), assignee_id)
            from moving where care_cases.person_id = moving.person_id and care_cases.state = 'open';
        update assignments set association_id = @into, version = assignments.version + 1
            from reorganised_rows rows where rows.reorganisation_id = @reorganisation and rows.what = 'assignments' and rows.id = assignments.id and not rows.ended
        """;

    private sealed record Moved(
        Guid Id, string GivenName, string FamilyName, string? Email, Guid AssociationId, string Language, int Version, MembershipState State, bool IsOpen);
}

/// <summary>Where those live whom a split moves: in any of the municipalities, or at a postal code that begins so.</summary>
internal sealed record SplitPlaces(string[] Municipalities, string[] PostalCodes);
