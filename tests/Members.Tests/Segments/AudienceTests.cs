using System.Net;
using VpVarmland.Contracts;
using VpVarmland.Members.Segments;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Segments;

/// <summary>Who a locked mailing goes to: a saved list's people at one instant, within the sender's reach, told as events.</summary>
public sealed class AudienceTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private static readonly Guid Ombudsman = People.IdOf("ombudsman"), Chair = People.IdOf("association-chair-karlstad");

    private readonly MembersHost members = fixture.Host;
    private readonly HttpClient ombudsman = fixture.Host.As(Ombudsman, "register:read@district");

    [Fact]
    public async Task It_is_the_list_as_it_is_now_within_reach_and_reached_by_mail()
    {
        await using var listener = await BrokerListener.StartAsync(members);
        var family = $"Utskick{Guid.NewGuid():N}";
        var here = await members.AddMemberAsync(Places.Karlstad, familyName: family);
        var elsewhere = await members.AddMemberAsync(Places.Arvika, familyName: family);
        var unreached = await members.AddMemberAsync(Places.Karlstad, familyName: family);
        var hidden = await members.AddMemberAsync(Places.Karlstad, familyName: family);
        await members.ExecuteAsync("update people set email = null where id = @Id", new { unreached.Id });
        await members.ExecuteAsync("update people set is_protected = true where id = @Id", new { hidden.Id });
        var list = await SaveAsync("district");

        var whole = await TakeAsync(listener, list, Ombudsman, district: true);
        Assert.Contains(here.Id, whole);
        Assert.Contains(elsewhere.Id, whole);
        Assert.DoesNotContain(unreached.Id, whole);
        Assert.DoesNotContain(hidden.Id, whole);
        var own = await TakeAsync(listener, list, Ombudsman, district: false, Places.Karlstad);
        Assert.Contains(here.Id, own);
        Assert.DoesNotContain(elsewhere.Id, own);

        await members.ExecuteAsync("update memberships set state = 'left', ended_on = applied_on where id = @Membership", new { here.Membership });
        Assert.DoesNotContain(here.Id, await TakeAsync(listener, list, Ombudsman, district: true));
    }

    [Fact]
    public async Task It_comes_in_parts_that_name_each_person_once()
    {
        await using var listener = await BrokerListener.StartAsync(members);
        await members.ExecuteAsync(
            """
            insert into people (id, given_name, family_name, email, gender, language, association_id, created_at)
            select gen_random_uuid(), 'Många', 'Mottagare', 'mottagare.' || n || '@test.example', 'notStated', 'sv', @Karlstad, now() from generate_series(1, @count) n;
            insert into memberships (id, person_id, association_id, state, applied_on) select gen_random_uuid(), id, association_id, 'applicant', current_date from people where family_name = 'Mottagare'
            """, new { Places.Karlstad, count = TakeAudience.PartSize + 1 });
        var all = await TakeAsync(listener, await SaveAsync("district"), Ombudsman, district: true);
        Assert.Equal(await members.QueryAsync<long>("select count(*) from people person join memberships on person_id = person.id and ended_on is null where email is not null and not is_protected"), all.Count);
        Assert.Equal(all.Count, all.Distinct().Count());
    }

    [Fact]
    public async Task A_list_that_the_sender_does_not_see_has_no_audience()
    {
        await using var listener = await BrokerListener.StartAsync(members);
        var request = new AudienceRequested(Guid.NewGuid(), await SaveAsync("own"), Chair, false, [Places.Karlstad]);
        await members.TellAsync(request);
        Assert.Equal(request.EventId, (await listener.HearAsync<AudienceRefused>(answer => answer.MailingId == request.MailingId)).RequestId);
        Assert.Empty(await listener.AllAsync<AudienceTaken>(answer => answer.MailingId == request.MailingId));
    }

    [Fact]
    public async Task Nobody_is_an_audience_too()
    {
        await using var listener = await BrokerListener.StartAsync(members);
        Assert.Empty(await TakeAsync(listener, await SaveAsync("district"), Ombudsman, district: false));
    }

    private async Task<Guid> SaveAsync(string sharing) => (await ombudsman
        .PostAsync("/api/members/segments", new { name = $"Utskick {Guid.NewGuid():N}", filter = new { kind = "all", of = Array.Empty<object>() }, sharing })
        .ReadAsync(HttpStatusCode.Created)).Id("id");

    /// <summary>Locks a mailing, and puts its audience together.</summary>
    private async Task<IReadOnlyList<Guid>> TakeAsync(BrokerListener listener, Guid list, Guid sender, bool district, params Guid[] associations)
    {
        var request = new AudienceRequested(Guid.NewGuid(), list, sender, district, associations);
        await members.TellAsync(request);
        var first = await listener.HearAsync<AudienceTaken>(answer => answer.RequestId == request.EventId);
        var parts = await listener.AllAsync<AudienceTaken>(answer => answer.RequestId == request.EventId);
        Assert.Equal(Enumerable.Range(1, first.Parts), parts.Select(answer => answer.Part).Order());
        Assert.All(parts, answer => Assert.InRange(answer.MemberIds.Count, first.Total == 0 ? 0 : 1, TakeAudience.PartSize));
        var people = parts.SelectMany(answer => answer.MemberIds).ToList();
        Assert.Equal(first.Total, people.Count);
        return people;
    }
}
