using VpVarmland.Members.Demo;

namespace VpVarmland.Tests.Kit;

/// <summary>Somebody who has applied, with what belongs to the application.</summary>
internal sealed record Applicant(Guid Id, Guid Membership, Guid HandOver, string GivenName, string FamilyName, string Email);

/// <summary>People of the demo as callers, and people that a test makes for itself.</summary>
internal static class People
{
    /// <summary>A demo account's person.</summary>
    internal static Guid IdOf(string role) => new($"01900000-0000-7000-8001-{DemoRole.All.Index().Single(one => one.Item.Role == role).Index:x12}");

    /// <summary>A demo account with the permissions that follow from its assignments.</summary>
    internal static async Task<HttpClient> RoleAsync(this MembersHost host, string role)
    {
        var permissions = await host.QueryAsync<string[]>(
            """
            select array(select allowed.permission || '@' || coalesce(assignment.association_id::text, 'district')
                from assignments assignment join assignment_permissions allowed using (kind) where assignment.person_id = @id and assignment.ended_on is null)
            """, new { id = IdOf(role) });
        return host.As(IdOf(role), [.. permissions, "member:self@district"]);
    }

    /// <summary>Somebody who has applied to the association, waits to be handed over, and has no care case.</summary>
    internal static async Task<Applicant> AddApplicantAsync(this MembersHost host, Guid association, string givenName = "Prövande", string familyName = "Ansökare")
    {
        var person = new Applicant(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), givenName, familyName, $"{Guid.NewGuid():N}@test.example");
        await host.ExecuteAsync(
            """
            insert into people (id, given_name, family_name, email, phone, gender, language, association_id, created_at)
            values (@Id, @GivenName, @FamilyName, @Email, '+46701740620', 'notStated', 'sv', @association, @now);
            insert into memberships (id, person_id, association_id, state, applied_on) values (@Membership, @Id, @association, 'applicant', @today);
            insert into hand_overs (id, membership_id, state, created_at) values (@HandOver, @Membership, 'toSend', @now)
            """,
            new { person.Id, person.Membership, person.HandOver, person.GivenName, person.FamilyName, person.Email, association, now = host.Clock.GetUtcNow(), today = host.Today() });
        return person;
    }

    /// <summary>Somebody whose membership is in effect since <paramref name="days"/> days.</summary>
    internal static async Task<Applicant> AddMemberAsync(this MembersHost host, Guid association, int days = 200, string givenName = "Prövande", string familyName = "Medlem")
    {
        var person = await host.AddApplicantAsync(association, givenName, familyName);
        await host.ExecuteAsync(
            "update memberships set state = 'member', applied_on = @effective - 30, paid_on = @effective - 30, effective_on = @effective where id = @Membership; delete from hand_overs where id = @HandOver",
            new { person.Membership, person.HandOver, effective = host.Today().AddDays(-days) });
        return person;
    }

    /// <summary>An active association of a part of a municipality, with nobody in it.</summary>
    internal static async Task<Guid> AddAssociationAsync(this MembersHost host, string? municipality = null, string state = "active")
    {
        var id = Guid.CreateVersion7();
        await host.ExecuteAsync("insert into associations (id, name, municipality_code, state) values (@id, @name, @municipality, @state)", new { id, name = $"Vänsterpartiet {id:N}", municipality, state });
        return id;
    }

    /// <summary>A care case opened through the service by the association's chair.</summary>
    internal static async Task<Guid> OpenCaseAsync(this MembersHost host, Guid person, string reason = "other")
    {
        using var chair = host.As(IdOf("ombudsman"), "care:work@district");
        return (await chair.PostAsync("/api/members/care/cases", new { memberId = person, reason }).ReadAsync(System.Net.HttpStatusCode.Created)).Id("caseId");
    }

    /// <summary>Today by the service's clock, in Sweden.</summary>
    internal static DateOnly Today(this MembersHost host) => ServiceDefaults.Time.SwedishTime.Today(host.Clock);
}
