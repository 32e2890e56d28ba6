using System.Net.Http.Json;
using VpVarmland.Contracts;
using VpVarmland.Tests.CentralImport;
using VpVarmland.Tests.Kit;
using VpVarmland.Tests.Liaisons;
using VpVarmland.Tests.Register.FileCorrections;

namespace VpVarmland.Tests.Access;

/// <summary>What somebody sees who holds the same permission, but in an association where nobody is.</summary>
public enum Elsewhere
{
    /// <summary>404: as if it did not exist.</summary>
    NotFound,

    /// <summary>An empty list.</summary>
    Nothing,

    /// <summary>Figures of the own association only.</summary>
    OwnFigures,

    /// <summary>The same as anybody with the permission: it is not about people.</summary>
    Same,
}

/// <summary>One operation of the API: who may, what it looks like to others, and a request that succeeds.</summary>
/// <param name="Operation">As in the API document.</param>
/// <param name="Permission">Null: open to everyone.</param>
/// <param name="InDistrict">True where the right must hold in the whole district.</param>
/// <param name="Prepare">Makes what the request is about, in Karlstad, and returns how to make the request.</param>
internal sealed record AccessRow(string Operation, Permission? Permission, Elsewhere Elsewhere, Func<AccessGround, Task<Func<HttpRequestMessage>>> Prepare, bool InDistrict = false)
{
    /// <summary>Where the caller of the test holds the right.</summary>
    internal string Scope => InDistrict || Permission == Permission.Self ? "district" : Places.Karlstad.ToString();
}

/// <summary>Where the requests of the table find the people and cases that they are about.</summary>
internal sealed class AccessGround(MembersHost host)
{
    internal static readonly Guid Caller = People.IdOf("association-chair-karlstad");

    internal Task<Applicant> ApplicantAsync() => host.AddApplicantAsync(Places.Karlstad);

    internal Task<Applicant> MemberAsync() => host.AddMemberAsync(Places.Karlstad);

    internal async Task<Applicant> PaidAsync()
    {
        var person = await ApplicantAsync();
        await As(Permission.NoteFees).PostAsync($"/api/members/people/{person.Id}/payment", new { paidOn = host.Today() }).ReadAsync();
        return person;
    }

    internal async Task<Applicant> RefusedAsync()
    {
        var person = await ApplicantAsync();
        await As(Permission.DecideMembership).PostAsync($"/api/members/people/{person.Id}/refusal", new { reason = "Aktiv i ett annat parti." }).ReadAsync();
        return person;
    }

    internal async Task<Applicant> SentAsync()
    {
        var person = await ApplicantAsync();
        await As(Permission.HandOver).PostAsync("/api/members/hand-overs/sent", new { ids = new[] { person.HandOver } }).ReadAsync();
        return person;
    }

    /// <summary>The request at a door for operations that every service has.</summary>
    internal Task<Func<HttpRequestMessage>> OpsAsync(string operation) => OpsAttempts.Of(host, "members").Single(attempt => attempt.Operation == operation).Prepare();

    internal async Task<Guid> CaseAsync() => await host.OpenCaseAsync((await ApplicantAsync()).Id);

    internal async Task<(Guid Case, Guid Contact)> ContactAsync()
    {
        var id = await CaseAsync();
        var answer = await As(Permission.WorkCare).PostAsync($"/api/members/care/cases/{id}/contacts", new { outcome = "called" }).ReadAsync();
        return (id, answer.GetProperty("contacts")[0].Id("contactId"));
    }

    internal async Task<Guid> DoneCaseAsync()
    {
        var id = await CaseAsync();
        await As(Permission.WorkCare).PostAsync($"/api/members/care/cases/{id}/contacts", new { outcome = "done" }).ReadAsync();
        return id;
    }

    internal async Task<Guid> ExitTalkAsync() => await host.OpenCaseAsync((await MemberAsync()).Id, "leftAssignment");

    internal async Task<int> PlanVersionAsync() => await host.QueryAsync<int?>("select version from care_plans where reason = 'moved'") ?? 0;

    internal Task<int> CareSettingsVersionAsync() => host.QueryAsync<int>("select version from care_settings");

    /// <summary>The address of the calendar of somebody who works with care.</summary>
    internal async Task<string> CalendarAsync()
    {
        var worker = (await MemberAsync()).Id;
        await host.ExecuteAsync("insert into assignments (id, person_id, kind, association_id, from_date) values (@id, @worker, 'deputyChair', @Karlstad, @from)",
            new { id = Guid.CreateVersion7(), worker, Places.Karlstad, from = host.Today().AddDays(-1) });
        return (await host.As(worker, $"care:work@{Places.Karlstad}").PostAsync("/api/members/care/me/calendar", new { }).ReadAsync()).Text("path")!;
    }

    /// <summary>An ask of Karlstad's, a week ahead.</summary>
    internal object Ask(Guid helper) => new
    {
        associationId = Places.Karlstad, title = "Dela ut flygblad", startsAt = host.Clock.GetUtcNow().AddDays(7), minutes = 120, place = "Torget", needed = 5, way = "leaflets", memberIds = new[] { helper },
    };

    /// <summary>The same while it is only looked at: nobody is chosen yet.</summary>
    internal object AskPreview() => new
    {
        associationId = Places.Karlstad, title = "Dela ut flygblad", startsAt = host.Clock.GetUtcNow().AddDays(7), minutes = 120, place = "Torget", needed = 5, way = "leaflets",
    };

    internal async Task<Guid> HelperAsync()
    {
        var person = await MemberAsync();
        await host.ExecuteAsync("update people set help_with = '{leaflets}' where id = @Id", new { person.Id });
        return person.Id;
    }

    internal async Task<Guid> AskedAsync() => (await As(Permission.AskForHelp).PostAsync("/api/members/activation/asks", Ask(await HelperAsync())).ReadAsync(System.Net.HttpStatusCode.Created)).GetProperty("ask").Id("askId");

    internal async Task<Guid> BegunAsync()
    {
        var id = await AskedAsync();
        await host.ExecuteAsync("update asks set starts_at = @before where id = @id", new { id, before = host.Clock.GetUtcNow().AddMinutes(-5) });
        return id;
    }

    /// <summary>Somebody of whom nothing has been heard for years.</summary>
    internal async Task<Guid> QuietAsync() => (await host.AddMemberAsync(Places.Karlstad, 900)).Id;

    /// <summary>Cases that the caller has opened together.</summary>
    internal async Task<Guid> OpeningAsync() =>
        (await As(Permission.WorkCare).PostAsync("/api/members/care/quiet/cases", new { months = 12, memberIds = new[] { await QuietAsync() } }).ReadAsync()).Id("openingId");

    internal async Task<string> AskTokenAsync()
    {
        var id = await AskedAsync();
        var token = $"{Guid.NewGuid():N}";
        await host.ExecuteAsync("update ask_people set token_hash = @hash where ask_id = @id", new { id, hash = Members.Joining.JoinToken.HashOf(token) });
        return token;
    }

    internal async Task<Guid> InterestAsync() => (await host.As(Caller, "care:manage@district")
        .PostAsync("/api/members/activation/interests", new { kind = "skill", nameSv = $"Svetsa {Guid.NewGuid():N}", nameEn = "Welding" }).ReadAsync(System.Net.HttpStatusCode.Created)).Id("id");

    internal async Task<Guid> AssignmentAsync() => (await As(Permission.ManageAssignments)
        .PostAsync("/api/members/assignments", new { memberId = (await MemberAsync()).Id, kind = "boardMember", associationId = Places.Karlstad, from = host.Today() })
        .ReadAsync(System.Net.HttpStatusCode.Created)).Id("assignmentId");

    /// <summary>Somebody who holds an assignment in Karlstad that lets them work with its members. The caller may have left the party by an earlier request.</summary>
    internal async Task<Guid> OfficerAsync()
    {
        var person = (await MemberAsync()).Id;
        await As(Permission.ManageAssignments).PostAsync("/api/members/assignments", new { memberId = person, kind = "membershipSecretary", associationId = Places.Karlstad, from = host.Today() }).ReadAsync(System.Net.HttpStatusCode.Created);
        return person;
    }

    /// <summary>A question that means everybody within reach.</summary>
    internal static readonly object Everybody = new { kind = "all", of = Array.Empty<object>() };

    /// <summary>A list that Karlstad's board shares.</summary>
    internal async Task<Guid> SegmentAsync() => (await As(Permission.ReadRegister)
        .PostAsync("/api/members/segments", new { name = "Alla", filter = Everybody, sharing = "association", associationId = Places.Karlstad })
        .ReadAsync(System.Net.HttpStatusCode.Created)).Id("id");

    /// <summary>A list of the caller's own.</summary>
    internal async Task<Guid> OwnSegmentAsync() => (await As(Permission.ReadRegister)
        .PostAsync("/api/members/segments", new { name = "Mina", filter = Everybody, sharing = "association", associationId = Places.Karlstad })
        .ReadAsync(System.Net.HttpStatusCode.Created)).Id("id");

    internal async Task<Guid> EndedAsync()
    {
        var person = await MemberAsync();
        await As(Permission.EditRegister).PostAsync($"/api/members/people/{person.Id}/ending", new { kind = "left", on = Today }).ReadAsync();
        return person.Id;
    }

    /// <summary>The caller's own membership, open again after an earlier request ended it.</summary>
    internal Task CallerIsMemberAsync() => host.ExecuteAsync(
        "update memberships set state = 'member', ended_on = null where id = (select id from memberships where person_id = @Caller order by applied_on desc, id desc limit 1)", new { Caller });

    internal async Task<int> RulesVersionAsync() => await host.QueryAsync<int>("select version from membership_rules");

    internal async Task<Guid> MovedAsync()
    {
        var person = await MemberAsync();
        await As(Permission.EditRegister).PostAsync($"/api/members/people/{person.Id}/move", new { to = Places.Arvika }).ReadAsync();
        return await host.QueryAsync<Guid>("select id from moves where person_id = @Id", new { person.Id });
    }

    internal async Task<Guid> AttachedAsync()
    {
        var person = await MemberAsync();
        await As(Permission.EditRegister).PostAsync($"/api/members/people/{person.Id}/attachments", new { associationId = Places.Arvika }).ReadAsync(System.Net.HttpStatusCode.NoContent);
        return person.Id;
    }

    internal async Task<Guid> MergedPeopleAsync() => (await As(Permission.EditRegister)
        .PostAsync("/api/members/merges", new { kept = (await MemberAsync()).Id, absorbed = (await MemberAsync()).Id, keptVersion = 1, absorbedVersion = 1 }).ReadAsync(System.Net.HttpStatusCode.Created)).Id("mergeId");

    /// <summary>An association that stands and has nobody in it.</summary>
    internal Task<Guid> AssociationAsync() => host.AddAssociationAsync();

    internal async Task<int> AssociationVersionAsync() => await host.QueryAsync<int>("select version from associations where id = @Karlstad", new { Places.Karlstad });

    /// <summary>An association with one member, at postal code 652 24.</summary>
    internal async Task<Guid> PeopledAsync()
    {
        var association = await host.AddAssociationAsync();
        var person = await host.AddMemberAsync(association);
        await host.ExecuteAsync("update people set postal_code = '65224' where id = @Id", new { person.Id });
        return association;
    }

    internal async Task<Guid> MergedAsync() => (await host.As(Caller, "associations:manage@district").PostAsync("/api/members/reorganisations/merge",
        new { from = new[] { await PeopledAsync() }, into = await AssociationAsync(), assignments = "end", reason = "Årsmötena har beslutat.", people = 1 }).ReadAsync()).Id("id");

    internal async Task<Guid> CommitteeAsync() => (await host.As(Caller, "assignments:manage@district")
        .PostAsync("/api/members/committees", new { name = $"Utskottet {Guid.NewGuid():N}", isNominating = false }).ReadAsync(System.Net.HttpStatusCode.Created)).Id("id");

    /// <summary>A request about the data of a member, or of <paramref name="person"/>.</summary>
    internal async Task<Guid> PrivacyAsync(string kind = "correction", string state = "open", Guid? person = null)
    {
        var id = Guid.CreateVersion7();
        await host.ExecuteAsync(
            """
            insert into privacy_requests (id, person_id, kind, state, wish, by_desk, made_at, due_on, answered_at, expires_at)
            values (@id, @person, @kind, @state, 'Fel namn.', false, @now, @now::date + 30, case when @state = 'done' then @now::timestamptz end, case when @state = 'done' then @now::timestamptz + interval '14 days' end)
            """, new { id, kind, state, person = person ?? (await MemberAsync()).Id, now = host.Clock.GetUtcNow() });
        return id;
    }

    /// <summary>Somebody, where nobody has a personnummer any more.</summary>
    internal async Task<Guid> WithoutNumberAsync(string number)
    {
        await host.ExecuteAsync("delete from personal_numbers where left(shown, 8) = left(@number, 8)", new { number });
        return (await MemberAsync()).Id;
    }

    internal async Task<Guid> WithNumberAsync(string number)
    {
        var person = await WithoutNumberAsync(number);
        await As(Permission.EditRegister).PutAsync($"/api/members/people/{person}/personal-number", new { number }, null).ReadAsync();
        return person;
    }

    /// <summary>The caller does not want to be asked.</summary>
    internal Task ObjectAsync() => host.ExecuteAsync("insert into objections (person_id, processing, since) values (@Caller, 'asks', now()) on conflict do nothing", new { Caller });

    internal async Task<Guid> ReportAsync()
    {
        var person = await RefusedAsync();
        return await host.QueryAsync<Guid>("select id from board_reports where person_id = @Id", new { person.Id });
    }

    internal async Task<string> JoinTokenAsync()
    {
        var email = $"{Guid.NewGuid():N}@test.example";
        await using var events = await BrokerListener.StartAsync(host);
        await host.Anonymous().PostAsync("/api/members/applications", Joining.Forms.Of(email)).ReadAsync(System.Net.HttpStatusCode.Accepted);
        return (await events.HearAsync<Contracts.JoinConfirmationRequested>(one => one.Email == email)).Token;
    }

    /// <summary>Makes the caller, on the district board, the liaison of Karlstad.</summary>
    internal async Task<Guid> LiaisonAsync()
    {
        await host.AppointAsync(Places.Karlstad, await host.SeatAsync(Caller));
        return Places.Karlstad;
    }

    internal async Task<int> SettingsVersionAsync() => await host.QueryAsync<int?>("select version from liaison_settings where association_id = @Karlstad", new { Places.Karlstad }) ?? 1;

    internal async Task<Guid> LoggedAsync()
    {
        await LiaisonAsync();
        return (await As(Permission.WorkLiaison).PostAsync($"/api/members/liaisons/associations/{Places.Karlstad}/contacts", LiaisonForms.Contact(host.Today()))
            .ReadAsync(System.Net.HttpStatusCode.Created)).Id("contactId");
    }

    internal async Task<Guid> PromiseAsync() => await host.QueryAsync<Guid>("select id from liaison_promises where contact_id = @contact limit 1", new { contact = await LoggedAsync() });

    /// <summary>A question to the liaison, or from the liaison.</summary>
    internal async Task<Guid> QuestionAsync(bool toLiaison)
    {
        var path = toLiaison ? $"associations/{await LiaisonAsync()}/liaison/messages" : $"liaisons/associations/{await LiaisonAsync()}/messages";
        return (await As(toLiaison ? Permission.AskLiaison : Permission.WorkLiaison).PostAsync("/api/members/" + path, new { text = "När kan vi träffas?", wantsAnswer = true }).ReadAsync()).Id("messageId");
    }

    internal async Task<object> AbsenceAsync()
    {
        await LiaisonAsync();
        await host.ExecuteAsync("delete from liaison_stand_ins");
        return new { memberId = Caller, standInId = People.IdOf("deputy"), from = host.Today(), until = host.Today().AddDays(7) };
    }

    internal async Task<Guid> StandInAsync() => (await As(Permission.WorkLiaison).PostAsync("/api/members/liaisons/stand-ins", await AbsenceAsync()).ReadAsync(System.Net.HttpStatusCode.Created)).Id("id");

    /// <summary>An appointment that changes something, and the version it is made on.</summary>
    internal async Task<(object Body, int Version)> AppointmentAsync()
    {
        await LiaisonAsync();
        var version = (await Manager().GetAsync(new Uri("/api/members/liaisons/proposal", UriKind.Relative)).ReadAsync()).GetProperty("version").GetInt32();
        return (new { choices = new[] { new { associationId = Places.Karlstad, memberId = People.IdOf("deputy"), note = "Ring på kvällen." } } }, version);
    }

    internal async Task<Guid> AppointedAsync()
    {
        var (body, version) = await AppointmentAsync();
        using var request = Requests.Post("liaisons/appointments", body, version)();
        return (await Manager().SendAsync(request).ReadAsync()).Id("appointmentId");
    }

    /// <summary>A file with somebody new in it.</summary>
    /// <summary>A file that corrects a member of Karlstad, and the address that applies it as its preview said.</summary>
    internal async Task<(byte[] File, string Address)> CorrectionAsync()
    {
        var (correcting, file) = (new Correcting(host, Places.Karlstad), await Correcting.FileAsync(host, Places.Karlstad));
        return (file, $"associations/{Places.Karlstad}/file-corrections?fileName=lista.csv&digest={(await correcting.PreviewAsync(file).ReadAsync()).Text("digest")}");
    }

    internal async Task<Guid> CorrectedAsync()
    {
        var (correcting, file) = (new Correcting(host, Places.Karlstad), await Correcting.FileAsync(host, Places.Karlstad));
        return (await correcting.ApplyAsync(file)).Id("correctionId");
    }

    internal static byte[] File() => CentralFile.Utf8([CentralPerson.Somebody()]);

    internal Task<Guid> ImportAsync() => new Importing(host).PreviewAsync(File());

    internal async Task<Guid> AppliedAsync()
    {
        var id = await ImportAsync();
        await new Importing(host).ApplyAsync(id);
        return id;
    }

    internal async Task<int> VersionAsync(Guid person) => await host.QueryAsync<int>("select version from people where id = @person", new { person });

    internal DateOnly Today => host.Today();

    internal MembersHost Host => host;

    private HttpClient Manager() => host.As(Caller, $"{Permission.ManageLiaisons.Name}@district");

    private HttpClient As(Permission permission) => host.As(Caller, $"{permission.Name}@{Places.Karlstad}");
}

/// <summary>Requests in the words of the table.</summary>
internal static class Requests
{
    internal static Func<HttpRequestMessage> Get(string path) => () => new HttpRequestMessage(HttpMethod.Get, Address(path));

    internal static Func<HttpRequestMessage> Post(string path, object body) => () => new HttpRequestMessage(HttpMethod.Post, Address(path)) { Content = JsonContent.Create(body) };

    internal static Func<HttpRequestMessage> Post(string path, object body, int version) => () => WithVersion(new HttpRequestMessage(HttpMethod.Post, Address(path)) { Content = JsonContent.Create(body) }, version);

    internal static Func<HttpRequestMessage> Post(string path) => () => new HttpRequestMessage(HttpMethod.Post, Address(path));

    internal static Func<HttpRequestMessage> PostNothing(string path, int version) => () => WithVersion(new HttpRequestMessage(HttpMethod.Post, Address(path)), version);

    internal static Func<HttpRequestMessage> PostFile(string path, byte[] file) => () => new HttpRequestMessage(HttpMethod.Post, Address(path)) { Content = new ByteArrayContent(file) };

    internal static Func<HttpRequestMessage> Delete(string path) => () => new HttpRequestMessage(HttpMethod.Delete, Address(path));

    internal static Func<HttpRequestMessage> Put(string path, object body, int version) => () => WithVersion(new HttpRequestMessage(HttpMethod.Put, Address(path)) { Content = JsonContent.Create(body) }, version);

    private static HttpRequestMessage WithVersion(HttpRequestMessage request, int version)
    {
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return request;
    }

    private static Uri Address(string path) => new("/api/members/" + path, UriKind.Relative);
}
