using VpVarmland.Members.Assignments;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Assignments;

/// <summary>When a woman who leaves an assignment is offered a conversation, and when she is not.</summary>
public sealed class ExitOfferTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private static readonly DateOnly Day = new(2026, 3, 10);
    private readonly MembersHost members = fixture.Host;
    private readonly OfficeGround ground = new(fixture.Host);

    [Theory]
    [InlineData("woman", "chair", 1, false, true)]
    [InlineData("woman", "chair", null, false, true)]
    [InlineData("woman", "chair", 0, false, false)]
    [InlineData("woman", "chair", -1, false, false)]
    [InlineData("woman", "chair", 1, true, false)]
    [InlineData("woman", "ombudsman", 1, false, false)]
    [InlineData("man", "chair", 1, false, false)]
    [InlineData("other", "chair", 1, false, false)]
    [InlineData("notStated", "chair", 1, false, false)]
    public void A_woman_who_leaves_before_the_last_day_and_leaves_the_body_is_offered_one(string gender, string kind, int? daysLeft, bool stays, bool offered) =>
        Assert.Equal(offered, ExitRule.IsOffered(gender, kind, daysLeft is { } days ? Day.AddDays(days) : null, Day, stays));

    [Fact]
    public async Task Whoever_moves_to_another_seat_on_the_same_board_is_not_asked_in_whichever_order_it_is_noted()
    {
        var (before, after) = (await ground.PersonAsync("woman"), await ground.PersonAsync("woman"));
        var seat = await ground.StartAsync(before);
        await ground.StartAsync(before, "studyOrganiser");
        await ground.EndAsync(seat);
        Assert.Equal(0, await TalksAsync(before));

        seat = await ground.StartAsync(after);
        await ground.EndAsync(seat);
        Assert.Equal(1, await TalksAsync(after));
        await ground.StartAsync(after, "treasurer");
        Assert.Equal(0, await TalksAsync(after));
    }

    [Fact]
    public async Task Another_body_is_another_matter_and_one_conversation_is_enough()
    {
        var person = await ground.PersonAsync("woman");
        var (seat, second) = (await ground.StartAsync(person), await ground.StartAsync(person, "feministOfficer", associationId: await members.AddAssociationAsync()));
        await ground.EndAsync(seat);
        Assert.Equal(1, await TalksAsync(person));
        await ground.EndAsync(second);
        Assert.Equal(1, await TalksAsync(person));
    }

    [Fact]
    public async Task A_slip_that_is_taken_back_takes_the_offer_along_unless_somebody_has_called()
    {
        var (person, called) = (await ground.PersonAsync("woman"), await ground.PersonAsync("woman"));
        foreach (var one in (Guid[])[person, called])
        {
            var seat = await ground.StartAsync(one);
            await ground.EndAsync(seat);
            if (one == called)
                await members.ExecuteAsync("insert into care_contacts (id, case_id, at, outcome, due_before) select gen_random_uuid(), id, opened_at, 'called', due_at from care_cases where person_id = @one", new { one });
            await ground.Manager.DeleteAsync(new Uri($"/api/members/assignments/{seat}/end", UriKind.Relative)).ReadAsync(System.Net.HttpStatusCode.NoContent);
        }
        Assert.Equal((0, 1), (await TalksAsync(person), await TalksAsync(called)));
    }

    private Task<long> TalksAsync(Guid person) => members.QueryAsync<long>("select count(*) from care_cases where person_id = @person and reason = 'leftAssignment' and state = 'open'", new { person });
}
