namespace VpVarmland.Members.Demo;

/// <summary>What happens to people in a register: somebody applies twice, moves, takes part in two associations, has protected identity, pays a year's fee.</summary>
internal static class DemoRegister
{
    /// <summary>Two of the latest applicants are already members, and wrote their names a little differently.</summary>
    internal static void ApplyTwice(List<DemoPerson> people)
    {
        var members = people.Where(person => person is { Role: null, Membership.State: MembershipState.Member, Email: not null, BirthYear: not null }).Skip(30).Take(2).ToArray();
        foreach (var (place, member) in members.Index())
        {
            var applicant = people[^(place + 1)];
            people[^(place + 1)] = applicant with
            {
                GivenName = place == 0 ? member.GivenName : member.GivenName + "-" + applicant.GivenName,
                FamilyName = member.FamilyName,
                Email = member.Email,
                BirthYear = member.BirthYear,
                PostalCode = member.PostalCode,
                MunicipalityCode = member.MunicipalityCode,
                AssociationId = member.AssociationId,
                Gender = member.Gender,
            };
        }
    }

    internal static Task AddAsync(UnitOfWork work, IReadOnlyList<DemoPerson> people, IReadOnlyDictionary<string, Guid> associations, CancellationToken cancel)
    {
        var today = SwedishTime.DateOf(work.Now);
        var (arvika, sunne, karlstad) = (associations["1784"], associations["1766"], associations["1780"]);
        var ordinary = people.Where(person => person is { Role: null, Membership.State: MembershipState.Member }).ToArray();
        return work.ExecuteAsync(
            """
            insert into fee_years (person_id, year, paid_on, noted_at)
                select person_id, year, make_date(year, 2, 1) + (abs(hashtext(person_id::text)) % 60), @Now
                from memberships cross join generate_series(extract(year from @today::date)::int - 1, extract(year from @today::date)::int) year
                where state = 'member' and effective_on < make_date(year, 1, 1) and abs(hashtext(person_id::text || year)) % 10 < 8
                    and make_date(year, 2, 1) + (abs(hashtext(person_id::text)) % 60) <= @today on conflict do nothing;
            insert into moves (id, person_id, from_id, to_id, moved_at, reason, stays_attached, ended_assignments)
                values (@move, @moved, @sunne, @arvika, @Now - interval '2 days', 'Har flyttat till Arvika för ett nytt arbete.', false, '{}');
            update people set association_id = @arvika where id = @moved;
            update memberships set association_id = @arvika where person_id = @moved;
            insert into attachments (id, person_id, association_id, since) values (@attachment, @student, @karlstad, @today - 200);
            update people set is_protected = true, contact_person_id = @through where id = @hidden
            """,
            new
            {
                work.Now, today, arvika, sunne, karlstad, move = Guid.CreateVersion7(), attachment = Guid.CreateVersion7(),
                moved = ordinary.First(person => person.AssociationId == sunne).Id,
                student = ordinary.Last(person => person.AssociationId == arvika).Id,
                hidden = ordinary.Last(person => person.AssociationId == karlstad).Id,
                through = people.Single(person => person.Role == "ombudsman").Id,
            }, cancel);
    }
}
