using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Assignments;

/// <summary>What becomes of those who hold an assignment when a release changes what it allows.</summary>
public sealed class RightsTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    [Fact]
    public async Task An_assignment_that_a_migration_has_marked_is_told_again_once_with_a_higher_version_and_an_ended_one_is_not()
    {
        var members = fixture.Host;
        var (held, ended) = (await StartAsync(false), await StartAsync(true));
        await members.ExecuteAsync("update assignments set rights_told = false where id = any(@ids)", new { ids = new[] { held, ended } });
        await members.MoveClockAsync(TimeSpan.FromMinutes(11));
        var told = await fixture.Events.HearAsync<AssignmentStarted>(one => one.AssignmentId == held);
        Assert.Equal(2, told.Version);
        Assert.Contains(told.Grants, grant => grant == new Grant("liaison:work", null));
        await members.MoveClockAsync(TimeSpan.FromMinutes(11));
        Assert.Single(await fixture.Events.AllAsync<AssignmentStarted>(one => one.AssignmentId == held));
        Assert.Empty(await fixture.Events.AllAsync<AssignmentStarted>(one => one.AssignmentId == ended));

        async Task<Guid> StartAsync(bool over)
        {
            var (id, person) = (Guid.CreateVersion7(), (await members.AddMemberAsync(Places.Karlstad)).Id);
            await members.ExecuteAsync("insert into assignments (id, person_id, kind, from_date, ended_on) values (@id, @person, 'districtDeputy', @today, @endedOn)",
                new { id, person, today = members.Today(), endedOn = over ? members.Today() : (DateOnly?)null });
            return id;
        }
    }
}
