using System.Net;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Duplicates;

/// <summary>Two entries that are the same person: found, made one, told apart again.</summary>
public sealed class DuplicateTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly BrokerListener events = fixture.Events;
    private readonly HttpClient district = fixture.Host.As(People.IdOf("ombudsman"), "register:edit@district", "register:read@district", "assignments:manage@district", "care:work@district", "fees:note@district");

    [Fact]
    public async Task Pairs_are_found_where_names_and_something_else_agree_and_not_where_only_an_address_or_a_name_does()
    {
        var (place, mail) = (await members.AddAssociationAsync(), $"{Guid.NewGuid():N}@test.example");
        var (one, other) = (await members.AddMemberAsync(place, givenName: "Ann-Sofie", familyName: "Lindström"), await members.AddApplicantAsync(place, "Annsofie", "Lindstrom"));
        var (relative, namesake) = (await members.AddMemberAsync(place, givenName: "Kurt", familyName: "Lindström"), await members.AddMemberAsync(place, givenName: "Ann-Sofie", familyName: "Lindström"));
        await members.ExecuteAsync("update people set email = @mail where id = any(@ids); update people set phone = null, birth_year = null where id = any(@all); update people set birth_year = 1950 where id = @one; update people set birth_year = 1999 where id = @namesake",
            new { mail, ids = new[] { one.Id, other.Id, relative.Id }, all = new[] { one.Id, other.Id, relative.Id, namesake.Id }, one = one.Id, namesake = namesake.Id });
        using var chair = members.As(People.IdOf("association-chair-karlstad"), $"register:edit@{place}", $"register:read@{place}");
        var pair = Assert.Single(await chair.AllPagesAsync("/api/members/duplicates"));
        Assert.Equal(new[] { one.Id, other.Id }.Order(), new[] { pair.GetProperty("one").Id("memberId"), pair.GetProperty("other").Id("memberId") }.Order());
        Assert.Contains("email", pair.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()));

        await chair.PostAsync("/api/members/duplicates/two", new { one = one.Id, other = other.Id }).ReadAsync(HttpStatusCode.NoContent);
        Assert.Empty(await chair.AllPagesAsync("/api/members/duplicates"));
        await chair.PostAsync("/api/members/duplicates/two", new { one = other.Id, other = one.Id, areTwo = false }).ReadAsync(HttpStatusCode.NoContent);
        Assert.Single(await chair.AllPagesAsync("/api/members/duplicates", size: 1));
        await chair.PostAsync("/api/members/duplicates/two", new { one = one.Id, other = (await members.AddMemberAsync(Places.Arvika)).Id }).RefusedAsync(HttpStatusCode.NotFound, "person.unknown");
    }

    [Fact]
    public async Task Merging_keeps_the_stronger_membership_the_chosen_values_and_everything_that_belonged_to_either()
    {
        var (kept, absorbed) = (await members.AddApplicantAsync(Places.Karlstad, "Kim", "Berg"), await members.AddMemberAsync(Places.Arvika, givenName: "Kim Maria", familyName: "Berg"));
        await members.ExecuteAsync("update people set member_number = @number, birth_year = 1980, help_with = '{leaflets}' where id = @Id; update people set help_with = '{events}' where id = @kept",
            new { number = Guid.NewGuid().ToString("N")[..12], absorbed.Id, kept = kept.Id });
        var (welcome, twin) = (await members.OpenCaseAsync(absorbed.Id, "welcome"), await members.OpenCaseAsync(absorbed.Id));
        await members.OpenCaseAsync(kept.Id);
        var assignment = await ElectAsync(absorbed.Id, "boardMember", Places.Arvika);
        await MergeAsync(kept, absorbed, "name", "phone").ReadAsync(HttpStatusCode.Created);

        var person = (await district.GetAsync(new Uri($"/api/members/people/{kept.Id}", UriKind.Relative)).ReadAsync()).GetProperty("person");
        Assert.Equal(("Kim Maria", kept.Email, 1980, Places.Arvika, "member"),
            (person.Text("givenName"), person.Text("email"), person.GetProperty("birthYear").GetInt32(), person.GetProperty("association").Id("id"), person.GetProperty("membership").Text("state")));
        Assert.Equal(["events", "leaflets"], person.GetProperty("helpWith").EnumerateArray().Select(way => way.GetString()!));
        Assert.Equal(kept.Id, await members.QueryAsync<Guid>("select person_id from care_cases where id = @welcome and state = 'open'", new { welcome }));
        Assert.Equal("done", await members.QueryAsync<string>("select state from care_cases where id = @twin", new { twin }));
        await events.HearAsync<AssignmentStarted>(one => one.AssignmentId == assignment && one.MemberId == kept.Id);
        Assert.Equal(MembershipState.Left, (await events.HearAsync<MemberLeft>(one => one.MemberId == absorbed.Id)).State);
        await district.GetAsync(new Uri($"/api/members/people/{absorbed.Id}", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "person.unknown");
        Assert.Equal(("", null), await members.QueryAsync<(string, string?)>("select given_name || family_name, email from people where id = @Id", new { absorbed.Id }));
    }

    [Fact]
    public async Task Merging_two_and_undoing_it_leaves_the_register_as_it_was()
    {
        var random = Seeds.Random();
        for (var round = 0; round < 25; round++)
        {
            var (kept, absorbed) = (await SomebodyAsync(random), await SomebodyAsync(random));
            await MixAsync(kept, absorbed, random);
            var before = await RegisterAsync(kept.Id, absorbed.Id);
            var fields = new[] { "name", "email", "phone", "home", "gender", "birthYear", "language" }.Where(_ => random.Next(2) == 0).ToArray();
            var merge = (await MergeAsync(kept, absorbed, fields).ReadAsync(HttpStatusCode.Created)).Id("mergeId");
            Assert.NotEqual(before, await RegisterAsync(kept.Id, absorbed.Id));
            await district.PostAsync($"/api/members/merges/{merge}/undo", new { }).ReadAsync(HttpStatusCode.NoContent);
            Assert.Equal(before, await RegisterAsync(kept.Id, absorbed.Id));
            await district.PostAsync($"/api/members/merges/{merge}/undo", new { }).RefusedAsync(HttpStatusCode.Conflict, "merge.not_undoable");
        }
    }

    [Fact]
    public async Task What_was_changed_since_the_merge_is_kept_when_it_is_undone()
    {
        var (kept, absorbed) = (await members.AddMemberAsync(Places.Karlstad), await members.AddMemberAsync(Places.Karlstad));
        var merge = (await MergeAsync(kept, absorbed, "email").ReadAsync(HttpStatusCode.Created)).Id("mergeId");
        await members.ExecuteAsync("update people set phone = '+46701740677' where id = @Id", new { kept.Id });
        await district.PostAsync($"/api/members/merges/{merge}/undo", new { }).ReadAsync(HttpStatusCode.NoContent);
        Assert.Equal((kept.Email, "+46701740677"), await members.QueryAsync<(string, string)>("select email, phone from people where id = @Id", new { kept.Id }));
        Assert.Equal(absorbed.Email, await members.QueryAsync<string>("select email from people where id = @Id", new { absorbed.Id }));
    }

    [Fact]
    public async Task Two_who_both_have_numbers_who_changed_meanwhile_or_who_are_oneself_are_not_merged()
    {
        var (kept, absorbed) = (await members.AddMemberAsync(Places.Karlstad), await members.AddMemberAsync(Places.Karlstad));
        await MergeAsync(kept, kept).RefusedAsync(HttpStatusCode.BadRequest, "duplicate.same_person");
        await district.PostAsync("/api/members/merges", new { kept = kept.Id, absorbed = absorbed.Id, keptVersion = 7, absorbedVersion = 1 }).RefusedAsync(HttpStatusCode.Conflict, "duplicate.changed");
        await district.PostAsync("/api/members/merges", new { kept = kept.Id, absorbed = People.IdOf("ombudsman"), keptVersion = 1, absorbedVersion = 1 }).RefusedAsync(HttpStatusCode.Conflict, "duplicate.own");
        using var chair = members.As(People.IdOf("association-chair-karlstad"), $"register:edit@{Places.Arvika}");
        await chair.PostAsync("/api/members/merges", new { kept = kept.Id, absorbed = absorbed.Id, keptVersion = 1, absorbedVersion = 1 }).RefusedAsync(HttpStatusCode.NotFound, "person.unknown");
        await members.ExecuteAsync("update people set member_number = right(id::text, 12) where id in (@kept, @absorbed)", new { kept = kept.Id, absorbed = absorbed.Id });
        await MergeAsync(kept, absorbed).RefusedAsync(HttpStatusCode.Conflict, "duplicate.two_numbers");
    }

    [Fact]
    public async Task The_later_of_two_merges_is_undone_first_and_after_thirty_days_the_emptied_entry_is_gone()
    {
        var (one, two, three) = (await members.AddMemberAsync(Places.Karlstad), await members.AddMemberAsync(Places.Karlstad), await members.AddMemberAsync(Places.Karlstad));
        var first = (await MergeAsync(one, two).ReadAsync(HttpStatusCode.Created)).Id("mergeId");
        await members.MoveClockAsync(TimeSpan.FromSeconds(1));
        var second = (await MergeAsync(three, one).ReadAsync(HttpStatusCode.Created)).Id("mergeId");
        await district.PostAsync($"/api/members/merges/{first}/undo", new { }).RefusedAsync(HttpStatusCode.Conflict, "merge.not_undoable");
        Assert.Contains(await district.AllPagesAsync("/api/members/merges", size: 1), row => row.Id("mergeId") == second);
        await members.MoveClockAsync(TimeSpan.FromDays(31));
        await Eventually.SeeAsync(() => members.QueryAsync<long>("select count(*) from people where id in (@one, @two)", new { one = one.Id, two = two.Id }), left => left == 0);
        await district.PostAsync($"/api/members/merges/{second}/undo", new { }).RefusedAsync(HttpStatusCode.NotFound, "merge.unknown");
        Assert.Equal(1, await members.QueryAsync<long>("select count(*) from memberships where person_id = @Id and ended_on is null", new { three.Id }));
    }

    private async Task<Applicant> SomebodyAsync(Random random)
    {
        var place = random.Next(2) == 0 ? Places.Karlstad : Places.Arvika;
        var isMember = random.Next(3) > 0;
        var person = !isMember ? await members.AddApplicantAsync(place) : await members.AddMemberAsync(place, random.Next(5, 900));
        await members.ExecuteAsync(
            """
            update people set postal_code = @postal, birth_year = @born, gender = @gender, help_with = @helps where id = @Id;
            insert into fee_years (person_id, year, paid_on, noted_at) select @Id, year, make_date(year, 3, 1), @now from unnest(@years) year;
            insert into read_log (at, person_id, reader, assignment, what) values (@now, @Id, 'somebody', 'chair', 'details')
            """,
            new
            {
                person.Id, postal = random.Next(2) == 0 ? "65224" : null, born = random.Next(2) == 0 ? random.Next(1940, 2005) : (int?)null, gender = random.Next(2) == 0 ? "woman" : "notStated",
                helps = new[] { "leaflets", "events", "drive" }.Where(_ => random.Next(2) == 0).ToArray(), years = new[] { 2023, 2024, 2025 }.Where(_ => random.Next(2) == 0).ToArray(), now = members.Clock.GetUtcNow(),
            });
        foreach (var reason in new[] { "welcome", "other", "moved" }.Where(_ => random.Next(2) == 0))
            await members.OpenCaseAsync(person.Id, reason);
        foreach (var kind in new[] { "boardMember", "treasurer" }.Where(_ => isMember && random.Next(2) == 0))
            await ElectAsync(person.Id, kind, Places.Karlstad);
        return person;
    }

    /// <summary>What there may be of one and the other: a number, a past membership, an attachment, a case that one of them sees to.</summary>
    private async Task MixAsync(Applicant kept, Applicant absorbed, Random random)
    {
        var numbered = random.Next(3) switch { 0 => kept.Id, 1 => absorbed.Id, _ => Guid.Empty };
        await members.ExecuteAsync(
            """
            update people set member_number = right(id::text, 12) where id = @numbered;
            insert into memberships (id, person_id, association_id, state, applied_on, ended_on) select gen_random_uuid(), @former, @Arvika, 'left', date '2010-01-01', date '2012-01-01';
            insert into attachments (id, person_id, association_id, since) select gen_random_uuid(), id, @Sunne, date '2025-01-01' from unnest(@attached) id;
            update care_cases set assignee_id = @absorbed where person_id = @kept;
            update people set is_protected = @hidden, contact_person_id = case when @hidden then @kept end where id = @absorbed
            """,
            new
            {
                numbered, former = random.Next(2) == 0 ? kept.Id : absorbed.Id, Places.Arvika, Sunne = await members.QueryAsync<Guid>("select id from associations where municipality_code = '1766'"), kept = kept.Id, absorbed = absorbed.Id,
                attached = new[] { kept.Id, absorbed.Id }.Where(_ => random.Next(2) == 0).ToArray(), hidden = random.Next(4) == 0,
            });
    }

    private async Task<Guid> ElectAsync(Guid person, string kind, Guid association) => (await district
        .PostAsync("/api/members/assignments", new { memberId = person, kind, associationId = association, from = members.Today() }).ReadAsync(HttpStatusCode.Created)).Id("assignmentId");

    private async Task<HttpResponseMessage> MergeAsync(Applicant kept, Applicant absorbed, params string[] fromAbsorbed) => await district.PostAsync("/api/members/merges", new
    {
        kept = kept.Id, absorbed = absorbed.Id, fromAbsorbed,
        keptVersion = await members.QueryAsync<int>("select version from people where id = @Id", new { kept.Id }), absorbedVersion = await members.QueryAsync<int>("select version from people where id = @Id", new { absorbed.Id }),
    });

    /// <summary>Every row of every table that points to either, and both entries, as text; without versions, which only rise, the note that the merge was somebody reading, and what waits for a job to see where people are.</summary>
    private async Task<string> RegisterAsync(params Guid[] ids)
    {
        var links = await members.QueryAsync<string[]>(
            """
            select array_agg(format('select %L || (to_jsonb(one) - ''version'')::text as line from %I one where %I = any(@ids)', class.relname, class.relname, attribute.attname) order by 1)
            from pg_constraint reference join pg_class class on class.oid = reference.conrelid join pg_attribute attribute on attribute.attrelid = reference.conrelid and attribute.attnum = reference.conkey[1]
            where reference.contype = 'f' and reference.confrelid = 'people'::regclass and class.relname not in ('merges', 'moved_people')
            """);
        return await members.QueryAsync<string>($"select string_agg(line, chr(10) order by line) filter (where line not like '%\"purpose\": \"duplicates\"%') from (select 'people' || (to_jsonb(one) - 'version')::text as line from people one where id = any(@ids) union all {string.Join(" union all ", links)} union all select 'hand_overs' || to_jsonb(one)::text from hand_overs one join memberships on memberships.id = membership_id where person_id = any(@ids)) lines", new { ids });
    }
}
