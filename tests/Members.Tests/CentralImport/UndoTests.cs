using System.Net;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.CentralImport;

/// <summary>Those who are gone, and taking an import back.</summary>
public sealed class UndoTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly Importing importing = new(fixture.Host);

    [Fact]
    public async Task Applied_and_undone_leaves_the_register_as_it_was_and_tells_the_others()
    {
        var (changed, gone, back) = (CentralPerson.Somebody(), CentralPerson.Somebody(), CentralPerson.Somebody());
        await importing.ApplyAsync(await importing.PreviewAsync(changed, gone, back));
        var goneId = await importing.IdOfAsync(gone);
        await members.OpenCaseAsync(goneId);
        await importing.Ombudsman.PostAsync("/api/members/assignments", new { memberId = goneId, kind = "boardMember", associationId = Places.Karlstad, from = members.Today() }).ReadAsync(HttpStatusCode.Created);
        await members.ExecuteAsync("update memberships set state = 'lapsed', ended_on = @today where person_id = @id", new { today = members.Today(), id = await importing.IdOfAsync(back) });
        var applicant = await members.AddApplicantAsync(Places.Arvika, "Överlämnad", "Åter" + Joining.Forms.NewMemberNumber());
        var before = await importing.RegisterAsync();

        var added = CentralPerson.Somebody($"{members.Today().AddDays(-2):yyyy-MM-dd}");
        var handedOver = CentralPerson.Somebody() with { GivenName = applicant.GivenName, FamilyName = applicant.FamilyName, Email = applicant.Email };
        var id = await importing.PreviewAsync(changed with { GivenName = "Annat", Association = "Arvika" }, back, added, handedOver);
        var row = (await importing.DifferencesAsync(id, "gone")).Single(one => one.GetProperty("person").Id("memberId") == goneId);
        Assert.True(row.GetProperty("person").GetProperty("hasAssignment").GetBoolean());
        await importing.DecideAsync(id, "gone", "left", row.GetProperty("no").GetInt32()).ReadAsync();
        var outcome = (await importing.ApplyAsync(id)).GetProperty("outcome");
        Assert.Equal((1, 2, 1, 1), (Count("added"), Count("changed"), Count("confirmed"), Count("ended")));
        Assert.NotEqual(before, await importing.RegisterAsync());
        Assert.Equal(("left", 0L, 0L), await members.QueryAsync<(string, long, long)>(
            """
            select state, (select count(*) from assignments where person_id = @goneId and ended_on is null), (select count(*) from care_cases where person_id = @goneId and state = 'open')
            from memberships where person_id = @goneId
            """, new { goneId }));
        await fixture.Events.HearAsync<MemberLeft>(one => one.MemberId == goneId);
        await fixture.Events.HearAsync<AssignmentEnded>(one => one.MemberId == goneId);
        var newId = await importing.IdOfAsync(added);

        var undone = await importing.UndoAsync(id);
        Assert.Equal(0, undone.GetProperty("outcome").GetProperty("kept").GetInt32());
        Assert.Equal(before, await importing.RegisterAsync());
        await fixture.Events.HearAsync<MemberLeft>(one => one.MemberId == newId);
        await fixture.Events.HearAsync<MemberChanged>(one => one.MemberId == goneId && one.State == MembershipState.Member && one.Version == 3);
        await Eventually.SeeAsync(() => fixture.Events.AllAsync<AssignmentStarted>(one => one.MemberId == goneId), told => told.Count == 2);
        Assert.Equal(5, await members.QueryAsync<long>("select count(*) from audit where action = 'central.undone' and content ->> 'import' = @id", new { id = id.ToString() }));
        await importing.AskToUndoAsync(id).RefusedAsync(HttpStatusCode.Conflict, "import.too_late_to_undo");

        int Count(string kind) => outcome.GetProperty(kind).GetInt32();
    }

    [Fact]
    public async Task Whom_somebody_has_edited_since_is_kept_and_listed()
    {
        var (edited, other) = (CentralPerson.Somebody(), CentralPerson.Somebody());
        await importing.ApplyAsync(await importing.PreviewAsync(edited, other));
        var id = await importing.PreviewAsync(edited with { GivenName = "Nytt" }, other with { GivenName = "Nytt" });
        await importing.ApplyAsync(id);
        await importing.Ombudsman.PutAsync($"/api/members/people/{await importing.IdOfAsync(edited)}", Joining.Forms.OwnData, "\"2\"").ReadAsync();
        Assert.Equal(1, (await importing.UndoAsync(id)).GetProperty("outcome").GetProperty("kept").GetInt32());
        Assert.Equal(("Rättad", other.GivenName), (await GivenNameAsync(edited), await GivenNameAsync(other)));
        var kept = await importing.Ombudsman.AllPagesAsync($"{Importing.Root}/{id}/differences?kind=changed&kept=true");
        Assert.Equal(edited.Number, Assert.Single(kept).GetProperty("file").Text("memberNumber"));
    }

    [Fact]
    public async Task Somebody_added_who_has_been_called_since_is_kept()
    {
        var added = CentralPerson.Somebody($"{members.Today():yyyy-MM-dd}");
        var id = await importing.PreviewAsync(added);
        await importing.ApplyAsync(id);
        var person = await importing.IdOfAsync(added);
        var welcome = await members.QueryAsync<Guid>("select id from care_cases where person_id = @person", new { person });
        await importing.Ombudsman.PostAsync($"/api/members/care/cases/{welcome}/contacts", new { outcome = "called" }).ReadAsync();
        await importing.UndoAsync(id);
        Assert.Equal(person, await importing.IdOfAsync(added));
    }

    [Fact]
    public async Task After_an_hour_it_is_too_late_and_what_was_before_is_forgotten_and_after_a_week_the_file_too()
    {
        var somebody = CentralPerson.Somebody();
        var applied = await importing.PreviewAsync(somebody);
        await importing.ApplyAsync(applied);
        var waiting = await importing.PreviewAsync(somebody with { GivenName = "Väntande" });
        Assert.NotEqual(0, await ImagesAsync());
        await members.MoveClockAsync(TimeSpan.FromMinutes(61));
        await importing.AskToUndoAsync(applied).RefusedAsync(HttpStatusCode.Conflict, "import.too_late_to_undo");
        await Eventually.SeeAsync(ImagesAsync, left => left == 0);
        await members.MoveClockAsync(TimeSpan.FromDays(7));
        await Eventually.SeeAsync(() => members.QueryAsync<long>("select (select count(*) from central_rows where import_id = any(@ids)) + (select count(*) from central_differences where import_id = any(@ids))", new { ids = new[] { applied, waiting } }), left => left == 0);
        Assert.Equal(("applied", "discarded"), ((await importing.GetAsync(applied)).Text("state"), (await importing.GetAsync(waiting)).Text("state")));
        Assert.Equal("Ny" + somebody.Number, await GivenNameAsync(somebody));

        Task<long> ImagesAsync() => members.QueryAsync<long>("select count(*) from central_images where import_id = @applied", new { applied });
    }

    [Fact]
    public async Task More_than_a_tenth_gone_is_ended_only_by_typing_the_number()
    {
        var id = await importing.PreviewAsync(CentralPerson.Somebody());
        await importing.DecideAsync(id, "gone", "lapsed").ReadAsync();
        var import = await importing.GetAsync(id);
        var ended = import.GetProperty("toBeEnded").GetInt32();
        Assert.True(import.GetProperty("needsNumber").GetBoolean() && ended > 500);
        await importing.AskToApplyAsync(id).RefusedAsync(HttpStatusCode.Conflict, "import.many_gone");
        await importing.AskToApplyAsync(id, ended - 1).RefusedAsync(HttpStatusCode.Conflict, "import.many_gone");
        var before = await importing.RegisterAsync();
        await importing.ApplyAsync(id, ended);
        Assert.Equal(ended, await members.QueryAsync<long>("select count(*) from memberships where state = 'lapsed' and ended_on = @today and end_reason like 'Finns inte%'", new { today = members.Today() }));
        await importing.UndoAsync(id);
        Assert.Equal(before, await importing.RegisterAsync());
    }

    private Task<string> GivenNameAsync(CentralPerson person) => members.QueryAsync<string>("select given_name from people where member_number = @Number", new { person.Number });
}
