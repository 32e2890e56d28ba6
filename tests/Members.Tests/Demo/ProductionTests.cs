using System.Net;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Demo;

/// <summary>Outside Development the service serves a migrated database and nothing of the demo.</summary>
public sealed class ProductionTests(Servers servers)
{
    [Fact]
    public async Task In_production_there_are_no_demo_people_no_doors_and_the_journey_works()
    {
        await using var members = await MembersHost.StartEmptyAsync(servers, "Production");
        foreach (var table in (string[])["people", "memberships", "assignments", "care_cases", "plan_goals", "read_log"])
            Assert.Equal(0, await members.QueryAsync<long>($"select count(*) from {table}"));
        Assert.Equal(1, await members.QueryAsync<long>("select count(*) from associations"));

        using var anybody = members.Anonymous();
        foreach (var door in (string[])["/dev/clock", "/dev/users", "/dev/mail"])
        {
            using var answer = await anybody.GetAsync(new Uri(door, UriKind.Relative));
            Assert.False(answer.IsSuccessStatusCode, door);
        }
        using (var move = await anybody.PostAsync("/dev/clock", new { aheadSeconds = 100 }))
            Assert.False(move.IsSuccessStatusCode);
        Assert.InRange(members.Clock.GetUtcNow() - TimeProvider.System.GetUtcNow(), TimeSpan.FromSeconds(-5), TimeSpan.FromSeconds(5));

        await anybody.PostAsync("/api/members/applications", Joining.Forms.Of("first@test.example")).ReadAsync(HttpStatusCode.Accepted);
        var municipalities = (await anybody.GetAsync(new Uri("/api/members/municipalities", UriKind.Relative)).ReadAsync()).Items();
        Assert.Equal(16, municipalities.Count);
        Assert.All(municipalities, one => Assert.False(one.GetProperty("isActive").GetBoolean()));
    }

    [Fact]
    public async Task A_database_that_is_not_migrated_is_not_migrated_by_a_start_in_production()
    {
        await using var members = new MembersHost("Production", MembersHost.Settings(await servers.CreateDatabaseAsync(), await servers.CreateVirtualHostAsync()));
        _ = members.Server;
        Assert.Equal(0, await members.QueryAsync<long>("select count(*) from information_schema.tables where table_schema = 'public'"));
    }
}
