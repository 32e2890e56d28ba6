using System.Net;
using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.CentralImport;

/// <summary>A file from the central register, from preview to effect.</summary>
public sealed class ImportTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly Importing importing = new(fixture.Host);

    [Fact]
    public async Task Whoever_is_new_is_greeted_by_whom_the_rule_for_every_case_chooses()
    {
        // No secretary: the chair. Away: the ombudsman, whom the district's own plan gives three days.
        var (chair, association) = (await members.AddMemberAsync(Places.Karlstad), await members.AddAssociationAsync());
        await members.ExecuteAsync(
            """
            insert into assignments (id, person_id, kind, association_id, from_date) values (@Id, @Id, 'chair', @association, @today);
            insert into care_plans (reason, steps) values ('welcome', '[{"swedish": "Ring", "english": "Call", "days": 3, "kind": "talk"}]')
            """, new { chair.Id, association, today = members.Today() });
        var name = await members.QueryAsync<string>("select name from associations where id = @association", new { association });
        var (first, second) = (CentralPerson.Somebody($"{members.Today():yyyy-MM-dd}") with { Association = name }, CentralPerson.Somebody($"{members.Today():yyyy-MM-dd}") with { Association = name });
        await importing.ApplyAsync(await importing.PreviewAsync(first));
        await members.ExecuteAsync("insert into care_workers (person_id, away_from, away_until) values (@Id, @today, @today)", new { chair.Id, today = members.Today() });
        await importing.ApplyAsync(await importing.PreviewAsync(first, second));
        await members.ExecuteAsync("delete from care_plans");
        Assert.Equal(["chair 3", "ombudsman 3"], new[]
        {
            await CaseAsync(first), await CaseAsync(second),
        });

        Task<string> CaseAsync(CentralPerson person) => members.QueryAsync<string>(
            "select assigned_because || ' ' || extract(day from due_at - opened_at) from care_cases join people on people.id = person_id where member_number = @Number and reason = 'welcome'", new { person.Number });
    }

    [Fact]
    public async Task Somebody_new_is_added_as_a_member_told_to_the_others_and_welcomed_only_when_really_new()
    {
        var (old, fresh) = (CentralPerson.Somebody("2015-05-01"), CentralPerson.Somebody($"{members.Today().AddDays(-3):yyyy-MM-dd}"));
        var id = await importing.PreviewAsync(old, fresh);
        Assert.Equal([$"{old.GivenName} {old.FamilyName}", $"{fresh.GivenName} {fresh.FamilyName}"], (await importing.DifferencesAsync(id, "new")).Select(row => row.Text("name")));
        Assert.Equal(0, await members.QueryAsync<long>("select count(*) from people where member_number = @Number", new { old.Number }));

        var applied = await importing.ApplyAsync(id);
        Assert.Equal(2, applied.GetProperty("outcome").GetProperty("added").GetInt32());
        Assert.False(string.IsNullOrEmpty(applied.Text("appliedBy")));
        var person = (await importing.Ombudsman.GetAsync(new Uri($"/api/members/people/{await importing.IdOfAsync(old)}", UriKind.Relative)).ReadAsync());
        var view = person.GetProperty("person");
        Assert.Equal((old.Number, old.Email, "+46700000001"[..5], "65224", "1780", "woman", 1984),
            (view.Text("memberNumber"), view.Text("email"), view.Text("phone")![..5], view.Text("postalCode"), view.Text("municipalityCode"), view.Text("gender"), view.GetProperty("birthYear").GetInt32()));
        var membership = view.GetProperty("membership");
        Assert.Equal(("member", "2015-05-01", "2026-12-31", false), (membership.Text("state"), membership.Text("effectiveOn"), membership.Text("paidUntil"), membership.GetProperty("isForecast").GetBoolean()));
        Assert.Equal("central.added", person.GetProperty("history")[0].Text("action"));
        Assert.Equal("medlemmar.csv", person.GetProperty("history")[0].Text("reason"));

        var told = await fixture.Events.HearAsync<MemberChanged>(one => one.GivenName == old.GivenName);
        Assert.Equal((old.Email, Places.Karlstad, MembershipState.Member, 1), (told.Email, told.AssociationId, told.State, told.Version));
        Assert.Empty(await fixture.Events.AllAsync<MemberActivated>(one => one.MemberId == told.MemberId));
        Assert.Equal([fresh.Number], await Column("select person.member_number from care_cases care join people person on person.id = care.person_id where reason = 'welcome' and member_number = any(@numbers)", new { numbers = new[] { old.Number, fresh.Number } }));
        Assert.Equal(2, await members.QueryAsync<long>("select count(*) from audit where actor = @actor and action = 'central.added' and content ->> 'import' = @id", new { actor = $"member:{People.IdOf("ombudsman")}", id = id.ToString() }));
    }

    [Fact]
    public async Task What_the_file_says_otherwise_is_shown_old_and_new_and_an_empty_cell_leaves_ours()
    {
        var before = CentralPerson.Somebody();
        await importing.ApplyAsync(await importing.PreviewAsync(before));
        var id = await importing.PreviewAsync(before with { FamilyName = "Åberg-Östling", Email = null, Phone = "070-174 06 31", Association = "Arvika", MemberSince = "2019-04-01" });
        var row = Assert.Single(await importing.DifferencesAsync(id, "changed"));
        Assert.Equal(
            [("association", "Vänsterpartiet Karlstad", "Vänsterpartiet Arvika"), ("familyName", before.FamilyName, "Åberg-Östling"), ("memberSince", "2019-03-01", "2019-04-01"), ("phone", Shown(before.Phone!), "070-174 06 31")],
            row.GetProperty("changes").EnumerateArray().Select(change => (change.Text("field")!, change.Text("before")!, change.Text("after")!)).OrderBy(change => change.Item1, StringComparer.Ordinal));

        await importing.ApplyAsync(id);
        var person = await members.QueryAsync<(string Family, string Email, string Phone, Guid Association)>("select family_name, email, phone, association_id from people where member_number = @Number", new { before.Number });
        Assert.Equal(("Åberg-Östling", before.Email!, "+46701740631", Places.Arvika), person);
        Assert.Equal((Places.Arvika, "2019-04-01"), await members.QueryAsync<(Guid, string)>(
            "select membership.association_id, effective_on::text from memberships membership join people person on person.id = person_id where member_number = @Number", new { before.Number }));
        Assert.Equal(["moved"], await Column("select reason from care_cases join people on people.id = person_id where member_number = @Number", new { before.Number }));
        Assert.Equal(2, (await fixture.Events.HearAsync<MemberChanged>(one => one.FamilyName == "Åberg-Östling")).Version);
    }

    [Fact]
    public async Task The_same_file_again_is_an_empty_preview_and_applying_it_does_nothing()
    {
        var people = new[] { CentralPerson.Somebody(), CentralPerson.Somebody() };
        await importing.ApplyAsync(await importing.PreviewAsync(people));
        await Eventually.SeeAsync(() => members.QueryAsync<long>("select count(*) from outbox"), waiting => waiting == 0);
        var (register, audit) = (await importing.RegisterAsync(), await AuditAsync());
        var again = await importing.PreviewAsync(people);
        Assert.Equal(["gone"], (await importing.CountsAsync(again)).Keys);
        var applied = await importing.ApplyAsync(again);
        Assert.Equal("{}", applied.GetProperty("outcome").GetRawText());
        Assert.Equal((register, audit), (await importing.RegisterAsync(), await AuditAsync()));
        Assert.Equal(0, await members.QueryAsync<long>("select count(*) from outbox where created_at >= (select applied_at from central_imports where id = @again)", new { again }));
    }

    [Fact]
    public async Task A_join_that_was_handed_over_is_confirmed_by_the_file()
    {
        var applicant = await members.AddApplicantAsync(Places.Karlstad, "Handö" + Forms(), "Verlämnad");
        var inFile = CentralPerson.Somebody($"{members.Today().AddDays(-1):yyyy-MM-dd}") with { GivenName = applicant.GivenName.ToUpperInvariant(), FamilyName = applicant.FamilyName, Email = applicant.Email.ToUpperInvariant() };
        var id = await importing.PreviewAsync(inFile);
        Assert.Equal(applicant.Id, Assert.Single(await importing.DifferencesAsync(id, "confirmed")).GetProperty("person").Id("memberId"));
        await importing.ApplyAsync(id);
        Assert.Equal((inFile.Number, "member", "confirmed", true), await members.QueryAsync<(string, string, string, bool)>(
            """
            select member_number, membership.state, hand_over.state, confirmed_on is not null from people join memberships membership on membership.person_id = people.id
            join hand_overs hand_over on hand_over.membership_id = membership.id where people.id = @Id
            """, new { applicant.Id }));
        await fixture.Events.HearAsync<MemberActivated>(one => one.MemberId == applicant.Id);
    }

    [Fact]
    public async Task Somebody_alike_is_decided_by_a_person_before_anything_is_applied()
    {
        var (same, other, out_) = (await members.AddMemberAsync(Places.Karlstad), await members.AddMemberAsync(Places.Karlstad), await members.AddMemberAsync(Places.Karlstad));
        CentralPerson[] rows = [.. new[] { same, other, out_ }.Select(person => CentralPerson.Somebody() with { GivenName = "Dubbel", FamilyName = person.FamilyName, Email = person.Email })];
        var id = await importing.PreviewAsync(rows);
        var doubtful = await importing.DifferencesAsync(id, "doubtful");
        Assert.Equal([same.Id, other.Id, out_.Id], doubtful.Select(row => row.GetProperty("person").Id("memberId")));
        Assert.All(doubtful, row => Assert.Equal("email", row.Text("cause")));
        await importing.AskToApplyAsync(id).RefusedAsync(HttpStatusCode.Conflict, "import.undecided");
        await importing.DecideAsync(id, "doubtful", "take").RefusedAsync(HttpStatusCode.BadRequest, "import.wrong_decision");
        await importing.DecideAsync(id, "doubtful", "same", 2).ReadAsync();
        await importing.DecideAsync(id, "doubtful", "new", 3).ReadAsync();
        await importing.DecideAsync(id, "doubtful", "leaveOut", 4).ReadAsync();
        var applied = await importing.ApplyAsync(id);
        Assert.Equal((1, 1), (applied.GetProperty("outcome").GetProperty("added").GetInt32(), applied.GetProperty("outcome").GetProperty("changed").GetInt32()));
        Assert.Equal(same.Id, await importing.IdOfAsync(rows[0]));
        Assert.NotEqual(other.Id, await importing.IdOfAsync(rows[1]));
        Assert.Equal(Guid.Empty, await importing.IdOfAsync(rows[2]));
    }

    [Fact]
    public async Task Two_rows_cannot_be_the_same_person()
    {
        var person = await members.AddMemberAsync(Places.Karlstad);
        var id = await importing.PreviewAsync([.. Enumerable.Range(0, 2).Select(_ => CentralPerson.Somebody() with { FamilyName = person.FamilyName, Email = person.Email })]);
        await importing.DecideAsync(id, "doubtful", "same", 2).ReadAsync();
        await importing.DecideAsync(id, "doubtful", "same", 3).RefusedAsync(HttpStatusCode.Conflict, "import.same_person_twice");
        Assert.Equal(1, (await importing.GetAsync(id)).GetProperty("undecided").GetInt32());
    }

    [Fact]
    public async Task Whoever_had_left_and_is_in_the_file_begins_anew_but_whom_a_board_refused_only_if_somebody_says_so()
    {
        var (left, refused) = (CentralPerson.Somebody(), CentralPerson.Somebody());
        await importing.ApplyAsync(await importing.PreviewAsync(left, refused));
        foreach (var (person, state) in new[] { (left, "left"), (refused, "revoked") })
            await members.ExecuteAsync("update memberships set state = @state, ended_on = @today from people where people.id = person_id and member_number = @Number", new { state, today = members.Today(), person.Number });
        var id = await importing.PreviewAsync(left, refused);
        Assert.Contains("state: left → member", Assert.Single(await importing.DifferencesAsync(id, "changed")).GetProperty("changes").EnumerateArray().Select(Told));
        Assert.Equal("ended", Assert.Single(await importing.DifferencesAsync(id, "doubtful")).Text("cause"));
        await importing.DecideAsync(id, "doubtful", "new").RefusedAsync(HttpStatusCode.BadRequest, "import.wrong_decision");
        await importing.DecideAsync(id, "doubtful", "leaveOut").ReadAsync();
        await importing.ApplyAsync(id);
        Assert.Equal(["left", "member", "revoked"], await Column(
            "select state from memberships join people on people.id = person_id where member_number = any(@numbers) order by state", new { numbers = new[] { left.Number, refused.Number } }));
    }

    [Fact]
    public async Task A_preview_that_the_register_has_overtaken_is_made_again_and_nothing_is_applied()
    {
        var before = CentralPerson.Somebody();
        await importing.ApplyAsync(await importing.PreviewAsync(before));
        var id = await importing.PreviewAsync(before with { GivenName = "Omdöpt" });
        var version = (await importing.GetAsync(id)).GetProperty("version").GetInt32();
        var person = await importing.IdOfAsync(before);
        await importing.Ombudsman.PutAsync($"/api/members/people/{person}", Joining.Forms.OwnData, "\"1\"").ReadAsync();
        await importing.AskToApplyAsync(id, version: version).ReadAsync(HttpStatusCode.Accepted);
        var again = await Eventually.SeeAsync(() => importing.GetAsync(id), import => import.Text("state") == "ready" && import.GetProperty("isOutdated").GetBoolean());
        Assert.Equal("Rättad", await members.QueryAsync<string>("select given_name from people where id = @person", new { person }));
        Assert.Contains("givenName: Rättad → Omdöpt", Assert.Single(await importing.DifferencesAsync(id, "changed")).GetProperty("changes").EnumerateArray().Select(Told));
        await importing.AskToApplyAsync(id, version: version).RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed");
        Assert.True(again.GetProperty("version").GetInt32() > version);
        await importing.ApplyAsync(id);
    }

    [Fact]
    public async Task Progress_is_streamed_until_there_is_nothing_to_wait_for()
    {
        var id = await importing.PreviewAsync(CentralPerson.Somebody());
        var text = await importing.Ombudsman.GetStringAsync(Importing.Address($"/{id}/progress"));
        Assert.StartsWith("event: progress\ndata: {\"state\":\"ready\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_discarded_import_leaves_none_of_its_rows()
    {
        var id = await importing.PreviewAsync(CentralPerson.Somebody());
        await importing.Ombudsman.DeleteAsync(Importing.Address($"/{id}")).ReadAsync(HttpStatusCode.NoContent);
        Assert.Equal(0, await members.QueryAsync<long>("select (select count(*) from central_rows where import_id = @id) + (select count(*) from central_differences where import_id = @id)", new { id }));
        await importing.AskToApplyAsync(id).RefusedAsync(HttpStatusCode.Conflict, "import.not_ready");
    }

    private async Task<string[]> Column(string sql, object parameters) => await members.QueryAsync<string[]>($"select coalesce(array_agg(one), '{{}}') from ({sql}) as found (one)", parameters);

    private Task<long> AuditAsync() => members.QueryAsync<long>("select count(*) from audit where action not in ('import.received')");

    private static string Told(JsonElement change) => $"{change.Text("field")}: {change.Text("before")} → {change.Text("after")}";

    private static string Shown(string phone) => Members.Register.PersonalData.ShowPhone(phone);

    private static string Forms() => Joining.Forms.NewMemberNumber();
}
