using System.Net;
using System.Text.Json;
using Dapper;
using FsCheck.Fluent;
using Npgsql;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;
using VpVarmland.Tests.Rules;

namespace VpVarmland.Tests.Access;

/// <summary>
/// Whatever assignments somebody holds, every list shows each row of the places where one of them allows it, and no row of another. The oracle knows nothing of the service's
/// queries: it takes the tables as they are, the kinds with what they allow, and sets.
/// </summary>
public sealed class ReachTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private static readonly Question[] Questions =
    [
        new("/api/members/associations", "id", Permission.ReadStatistics, "select id, id as place from associations where ended_on is null", IsWhole: true, One: "/api/members/associations/{0}"),
        new("/api/members/associations/health", "id", Permission.ReadStatistics, "select id, id as place from associations where ended_on is null and not is_district", "associations"),
        new("/api/members/people", "memberId", Permission.ReadRegister,
            "select people.id, people.association_id as place from people join memberships on person_id = people.id and ended_on is null", One: "/api/members/people/{0}"),
        new("/api/members/moves", "moveId", Permission.ReadRegister, "select id, from_id as place from moves union all select id, to_id from moves"),
        new("/api/members/care/cases?state=open", "caseId", Permission.WorkCare,
            "select id, association_id as place from care_cases where state = 'open' and (snoozed_until is null or snoozed_until <= @today)", One: "/api/members/care/cases/{0}"),
        new("/api/members/care/cases?state=done", "caseId", Permission.WorkCare, "select id, association_id as place from care_cases where state = 'done'", One: "/api/members/care/cases/{0}"),
        new("/api/members/care/exit-talks?state=open", "caseId", Permission.HoldExitTalks,
            "select id, association_id as place from care_cases where state = 'open' and reason = 'leftAssignment' and (snoozed_until is null or snoozed_until <= @today)", One: "/api/members/care/exit-talks/{0}"),
        new("/api/members/activation/asks", "askId", Permission.AskForHelp, "select id, association_id as place from asks", One: "/api/members/activation/asks/{0}"),
        new("/api/members/assignments?current=false", "assignmentId", Permission.ManageAssignments, "select id, association_id as place from assignments"),
        new("/api/members/assignments/ending?days=800", "assignmentId", Permission.ManageAssignments, "select id, association_id as place from assignments where ended_on is null and until_date <= @today + 800"),
        new("/api/members/transfers", "assignmentId", Permission.ReadStatistics,
            """
            select held.id, held.association_id as place from assignment_successions named join assignments held on held.id = named.assignment_id join assignments next on next.id = named.successor_id
            where next.ended_on is null and exists (select from transfer_points point where point.assignment_id = held.id and confirmed_at is null)
            """, IsWhole: true),
        new("/api/members/hand-overs", "handOverId", Permission.HandOver, "select hand_overs.id, association_id as place from hand_overs join memberships on memberships.id = membership_id"),
    ];

    private readonly MembersHost members = fixture.Host;

    /// <param name="Address">The list; a page at a time, unless its rows are in <paramref name="List"/> or are the whole answer.</param>
    /// <param name="IsWhole">The answer is the list.</param>
    /// <param name="Id">The field that names a row.</param>
    /// <param name="Rows">Every row that there is with its place; several lines for one that belongs to several places, no place for the district's own.</param>
    /// <param name="One">Where a single row is, <c>{0}</c> for its id.</param>
    private sealed record Question(string Address, string Id, Permission Allows, string Rows, string? List = null, bool IsWhole = false, string? One = null);

    private sealed record Kind(string Name, bool IsDistrict, string[] Permissions);

    private sealed record Held(Kind Kind, Guid Place);

    [Fact]
    public async Task Random_assignments_show_every_row_of_their_places_and_none_of_another()
    {
        await MoveTwoAsync();
        // Of these the demo has none in two places.
        await members.ExecuteAsync("update care_cases set reason = 'leftAssignment' where id in (select distinct on (association_id) id from care_cases where state = 'open' and snoozed_until is null order by association_id limit 3)");
        await using var database = new NpgsqlConnection(members.ConnectionString);
        var kinds = (await database.QueryAsync<(string Name, bool IsDistrict, string Permission)>(
            "select kind, scope = 'district', permission from assignment_kinds join assignment_permissions using (kind)"))
            .GroupBy(one => (one.Name, one.IsDistrict)).Select(kind => new Kind(kind.Key.Name, kind.Key.IsDistrict, [.. kind.Select(one => one.Permission)])).ToList();
        var places = (await database.QueryAsync<Guid>("select id from associations where not is_district and ended_on is null")).ToList();
        var tables = new Dictionary<Question, ILookup<Guid, Guid?>>();
        foreach (var question in Questions)
        {
            tables[question] = (await database.QueryAsync<(Guid Id, Guid? Place)>(question.Rows, new { today = members.Today() })).ToLookup(row => row.Id, row => row.Place);
            Assert.True(tables[question].Count > 1, $"The demo has nothing to hide of {question.Address}.");
        }
        var held = from kind in Gen.Elements<Kind>(kinds) from place in Gen.Elements<Guid>(places) select new Held(kind, place);
        foreach (var assignments in ForAll.Sample(held.ListOf(3), 30))
        {
            using var client = members.As(Guid.CreateVersion7(),
                [.. assignments.SelectMany(one => one.Kind.Permissions.Select(permission => $"{permission}@{(one.Kind.IsDistrict ? "district" : one.Place.ToString())}")).Distinct()]);
            foreach (var question in Questions)
                await AskAsync(client, question, tables[question], assignments);
        }
    }

    private static async Task AskAsync(HttpClient client, Question question, ILookup<Guid, Guid?> table, IReadOnlyList<Held> assignments)
    {
        var allowing = assignments.Where(one => one.Kind.Permissions.Contains(question.Allows.Name)).ToList();
        var said = $"{question.Address} to {string.Join(", ", assignments.Select(one => one.Kind.IsDistrict ? one.Kind.Name : $"{one.Kind.Name}@{one.Place}"))}";
        if (allowing.Count == 0)
        {
            await client.GetAsync(new Uri(question.Address, UriKind.Relative)).RefusedAsync(HttpStatusCode.Forbidden, "auth.forbidden");
            return;
        }
        bool IsWithin(IEnumerable<Guid?> places) => allowing.Exists(one => one.Kind.IsDistrict || places.Contains(one.Place));
        var expected = table.Where(row => IsWithin(row)).Select(row => row.Key).ToHashSet();
        var shown = await ReadAsync(client, question);
        Assert.True(shown.Count == shown.Distinct().Count(), $"Somebody twice: {said}");
        Assert.True(expected.SetEquals(shown), $"{shown.Except(expected).Count()} of another place, {expected.Except(shown).Count()} are missing: {said}");
        if (question.One is null)
            return;
        // One by one: a few of those that are shown, and a few of those that are not.
        foreach (var row in table.Where(row => expected.Contains(row.Key)).Take(2).Concat(table.Where(row => !expected.Contains(row.Key)).Take(3)))
        {
            using var answer = await client.GetAsync(new Uri(string.Format(null, question.One, row.Key), UriKind.Relative));
            Assert.True(answer.StatusCode == (expected.Contains(row.Key) ? HttpStatusCode.OK : HttpStatusCode.NotFound), $"{row.Key} → {(int)answer.StatusCode}: {said}");
        }
    }

    private static async Task<IReadOnlyList<Guid>> ReadAsync(HttpClient client, Question question)
    {
        var rows = question.List is null && !question.IsWhole ? await client.AllPagesAsync(question.Address, 100) : await WholeAsync();
        return [.. rows.Select(row => row.Id(question.Id))];

        async Task<IReadOnlyList<JsonElement>> WholeAsync()
        {
            var answer = await client.GetAsync(new Uri(question.Address, UriKind.Relative)).ReadAsync();
            return (question.List is { } list ? answer.GetProperty(list) : answer).Items();
        }
    }

    /// <summary>So that there are rows that two places may see.</summary>
    private async Task MoveTwoAsync()
    {
        foreach (var (from, to) in ((Guid, Guid)[])[(Places.Karlstad, Places.Arvika), (Places.Arvika, Places.Karlstad)])
        {
            var person = await members.AddMemberAsync(from);
            using var ombudsman = members.As(People.IdOf("ombudsman"), "register:edit@district", "register:read@district");
            using var moved = await ombudsman.PostAsync($"/api/members/people/{person.Id}/move", new { to, staysAttached = false, reason = "Flyttat." });
            Assert.True(moved.IsSuccessStatusCode, await moved.Content.ReadAsStringAsync());
        }
    }
}
