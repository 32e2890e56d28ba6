using System.Text.Json;
using VpVarmland.Members.Assignments;
using VpVarmland.Members.Economy.Claims;

namespace VpVarmland.Members.Demo;

/// <summary>
/// Lays out the demo district on the first start in Development: associations, people, assignments, care cases, hand-overs, the plan. All in one
/// transaction, and told to the other services like anything else. Program.cs calls it in Development only.
/// </summary>
internal static class DemoDistrict
{
    private static readonly JsonSerializerOptions Columns = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    internal static Task LayOutAsync(IServiceProvider services) =>
        services.GetRequiredService<IServiceScopeFactory>().RunAsync((_, work) => LayOutAsync(work, services.GetRequiredService<PayToVault>(), CancellationToken.None), CancellationToken.None);

    private static async Task LayOutAsync(UnitOfWork work, PayToVault vault, CancellationToken cancel)
    {
        await work.ExecuteAsync("select pg_advisory_xact_lock(20250101)", null, cancel);
        if (await work.GetAsync<bool>("select exists (select from people)", null, cancel))
            return;

        var today = SwedishTime.DateOf(work.Now);
        var associations = await AddAssociationsAsync(work, cancel);
        var people = new DemoPeople(today, associations).Invent();
        DemoRegister.ApplyTwice(people);
        var assignments = DemoAssignments.Distribute(people, associations, today);
        var cases = new DemoCare(people, assignments, work.Now).Invent();
        await AddPeopleAsync(work, people, cancel);
        await DemoRegister.AddAsync(work, people, associations, cancel);
        await InsertAsync(work, "assignments", assignments.Select(one => new { one.Id, one.PersonId, one.Kind, one.AssociationId, one.FromDate, one.UntilDate, one.CommitteeId, one.CommitteeFunction, Version = 1 }), cancel);
        await AddLiaisonsAsync(work, new DemoLiaisons(people, assignments, associations, work.Now), cancel);
        await AddCasesAsync(work, cases, cancel);
        await AddActivityAsync(work, new DemoActivation(people, work.Now), cancel);
        await AddTracesAsync(work, people, cancel);
        await new DemoEconomy(work, vault, people, associations, cancel).LayOutAsync();
        await new DemoBoard(work, people, associations, cancel).LayOutAsync();
        await new DemoOffice(work, people, assignments, associations, cancel).LayOutAsync();
        await new DemoRegion(work, people, assignments, associations, cancel).LayOutAsync();
        await new DemoPlan(work, people, cancel).LayOutAsync();

        var moved = await work.ListAsync<(Guid Id, Guid To)>("select person_id, to_id from moves", null, cancel);
        foreach (var person in people.Where(person => person.Membership.EndedOn is null))
        {
            var place = moved.Where(one => one.Id == person.Id).Select(one => one.To).Append(person.AssociationId).First();
            work.Publish(new MemberChanged(person.Id, person.GivenName, person.FamilyName, person.Email, place, person.Membership.State, person.Language) { Version = 1 });
        }
        foreach (var assignment in assignments)
            await AssignmentEvents.PublishStartAsync(work, assignment.Id, cancel);
    }

    /// <summary>An association in every municipality, one of them dormant and one forming. Returns ids by municipality code of those that stand, and the district's own.</summary>
    private static async Task<IReadOnlyDictionary<string, Guid>> AddAssociationsAsync(UnitOfWork work, CancellationToken cancel)
    {
        var (municipalities, today) = (await work.ListAsync<(string Code, string Name)>("select code, name from municipalities order by code", null, cancel), SwedishTime.DateOf(work.Now));
        var profiles = municipalities.Select((one, index) => DemoAssociations.ProfileOf(new Guid($"01900000-0000-7000-8000-{0x1000 + index:x12}"), one.Code, one.Name, index)).ToList();
        await InsertAsync(work, "associations", profiles, cancel);
        await InsertAsync(work, "annual_meetings", DemoAssociations.Meetings(profiles, today), cancel);
        await InsertAsync(work, "association_history", DemoAssociations.History(profiles, today), cancel);
        await InsertAsync(work, "committees", DemoAssociations.Committees, cancel);
        var district = await work.GetAsync<(Guid Id, string Name)>("select id, name from associations where is_district", null, cancel);
        foreach (var one in profiles)
            work.Publish(new AssociationChanged(one.Id, one.Name, one.MunicipalityCode, one.State != "dormant") { Version = 1 });
        work.Publish(new AssociationChanged(district.Id, district.Name, null, true) { Version = 1 });
        return profiles.Where(one => one.State != "dormant").Select(one => KeyValuePair.Create(one.MunicipalityCode, one.Id))
            .Append(KeyValuePair.Create("district", district.Id))
            .ToDictionary(StringComparer.Ordinal);
    }

    private static async Task AddPeopleAsync(UnitOfWork work, IReadOnlyList<DemoPerson> people, CancellationToken cancel)
    {
        await InsertAsync(work, "people", people.Select(one => new
        {
            one.Id, one.MemberNumber, one.GivenName, one.FamilyName, one.Email, one.Phone, one.PostalCode, one.MunicipalityCode, one.Gender, one.BirthYear, one.Language, one.HelpWith, one.AssociationId,
            Version = 1, CreatedAt = SwedishTime.StartOf(one.Membership.AppliedOn),
        }), cancel);
        await InsertAsync(work, "memberships", people.Select(one => new
        {
            one.Membership.Id, PersonId = one.Id, one.AssociationId, State = one.Membership.State.ToText(), one.Membership.AppliedOn, one.Membership.PaidOn, one.Membership.EffectiveOn,
            one.Membership.ConfirmedOn, one.Membership.EndedOn, one.Membership.EndReason, one.Membership.Message,
        }), cancel);
        await InsertAsync(work, "hand_overs", people.Where(one => one.Membership.State is MembershipState.Applicant or MembershipState.Paid).Select((one, index) => new
        {
            Id = Guid.CreateVersion7(), MembershipId = one.Membership.Id, State = index % 3 == 2 ? "sent" : "toSend", CreatedAt = SwedishTime.StartOf(one.Membership.AppliedOn),
            SentAt = index % 3 == 2 ? work.Now.AddDays(-3 - index) : (DateTimeOffset?)null,
        }), cancel);
        await InsertAsync(work, "board_reports", people.Where(one => one.Membership.State == MembershipState.Refused).Select(one => new
        {
            Id = Guid.CreateVersion7(), Kind = "refusal", PersonId = one.Id, one.AssociationId, Reason = one.Membership.EndReason, ReportedAt = SwedishTime.StartOf(one.Membership.EndedOn!.Value).AddHours(19.5),
        }), cancel);
    }

    private static async Task AddCasesAsync(UnitOfWork work, IReadOnlyList<DemoCase> cases, CancellationToken cancel)
    {
        await InsertAsync(work, "care_cases", cases.Select(one => new
        {
            one.Id, one.PersonId, one.AssociationId, Reason = one.Reason.ToText(), one.State, one.AssigneeId, one.AssignedBecause, one.Step, Result = one.Result?.ToText(), one.SnoozedUntil, one.OpenedAt, one.DueAt, one.ClosedAt, Version = 1,
        }), cancel);
        await InsertAsync(work, "care_contacts", cases.SelectMany(one => one.Contacts).Select(contact => new
        {
            contact.Id, contact.CaseId, contact.At, contact.ById, Outcome = contact.Outcome.ToText(), contact.Note, contact.DueBefore, contact.StepBefore,
        }), cancel);
        await InsertAsync(work, "care_events", cases.SelectMany(one => one.Events), cancel);
    }

    private static async Task AddActivityAsync(UnitOfWork work, DemoActivation activity, CancellationToken cancel)
    {
        await InsertAsync(work, "people_interests", activity.Chosen, cancel);
        await InsertAsync(work, "people_times", activity.Times, cancel);
        await InsertAsync(work, "attendances", activity.Attendances, cancel);
        await InsertAsync(work, "asks", activity.Asks, cancel);
        await work.ExecuteAsync(
            """
            insert into ask_people (ask_id, person_id, token_hash, asked_at, answer, answered_at, has_place, came, thanked_at)
            select ask_id, person_id, sha256(convert_to(gen_random_uuid()::text, 'UTF8')), asked_at, answer, answered_at, has_place, came, thanked_at
            from jsonb_populate_recordset(null::ask_people, @rows::jsonb)
            """, new { rows = JsonSerializer.Serialize(activity.Answers, Columns) }, cancel);
    }

    private static async Task AddLiaisonsAsync(UnitOfWork work, DemoLiaisons liaisons, CancellationToken cancel)
    {
        await InsertAsync(work, "liaison_terms", liaisons.Terms, cancel);
        await InsertAsync(work, "liaison_contacts", liaisons.Contacts, cancel);
        await InsertAsync(work, "liaison_promises", liaisons.Promises, cancel);
        await InsertAsync(work, "liaison_messages", liaisons.Messages, cancel);
        await InsertAsync(work, "liaison_stand_ins", liaisons.StandIns, cancel);
    }

    /// <summary>So that Min sida of the demo's member shows what a read log looks like.</summary>
    private static Task AddTracesAsync(UnitOfWork work, IReadOnlyList<DemoPerson> people, CancellationToken cancel)
    {
        var member = people.Single(person => person.Role == "member");
        return work.ExecuteAsync(
            """
            insert into read_log (at, person_id, reader, assignment, association_id, what, purpose) values
                (@Now - interval '40 days', @Id, 'system', 'membershipSecretary', @AssociationId, 'details', 'Uppdaterar telefonlistan'),
                (@Now - interval '12 days', @Id, 'system', 'chair', @AssociationId, 'list', null)
            """, new { work.Now, member.Id, member.AssociationId }, cancel);
    }

    private static Task InsertAsync<TRow>(UnitOfWork work, string table, IEnumerable<TRow> rows, CancellationToken cancel)
    {
        var columns = string.Join(", ", typeof(TRow).GetProperties().Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)));
        return work.ExecuteAsync($"insert into {table} ({columns}) select {columns} from jsonb_populate_recordset(null::{table}, @rows::jsonb)",
            new { rows = JsonSerializer.Serialize(rows, Columns) }, cancel);
    }
}
