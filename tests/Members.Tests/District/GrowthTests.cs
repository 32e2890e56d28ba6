using System.Text.Json;
using Dapper;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.District;

/// <summary>The district's figures, against a count that the test makes by itself, membership by membership.</summary>
public sealed class GrowthTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly HttpClient board = fixture.Host.As(People.IdOf("board-member"), "statistics:read@district");

    private sealed record Held(Guid AssociationId, string State, DateOnly? EffectiveOn, DateOnly? EndedOn)
    {
        /// <summary>Was a member from that day until it ended; who was refused, or left before, never was.</summary>
        internal bool EverMember(DateOnly today) => EffectiveOn <= today && (EndedOn is null || EndedOn >= EffectiveOn);
    }

    [Fact]
    public async Task The_figures_of_the_district_are_those_one_counts_by_hand()
    {
        await AddEdgesAsync();
        var (growth, held, today) = (await GrowthAsync(months: 36), await HeldAsync(), members.Today());
        var counted = held.Where(one => one.EverMember(today)).ToList();
        var newYear = new DateOnly(today.Year, 1, 1);
        Assert.Equal(held.Count(one => one.State == "member"), growth.GetProperty("membersNow").GetInt32());
        Assert.Equal(held.Count(one => one.State is "applicant" or "paid"), growth.GetProperty("applicants").GetInt32());
        Assert.Equal(counted.Count(one => one.EffectiveOn >= newYear), growth.GetProperty("joinedThisYear").GetInt32());
        Assert.Equal(counted.Count(one => one.EndedOn >= newYear), growth.GetProperty("leftThisYear").GetInt32());
        Assert.Equal(counted.Count(one => one.EffectiveOn >= newYear.AddYears(-1) && one.EffectiveOn <= today.AddYears(-1)), growth.GetProperty("joinedSamePeriodLastYear").GetInt32());

        var months = growth.GetProperty("months").EnumerateArray().ToList();
        Assert.Equal(36, months.Count);
        Assert.Equal($"{today:yyyy-MM}", months[^1].Text("name"));
        foreach (var month in months)
        {
            var first = DateOnly.ParseExact(month.Text("name") + "-01", "yyyy-MM-dd", null);
            var next = first.AddMonths(1);
            Assert.Equal(
                (counted.Count(one => one.EffectiveOn >= first && one.EffectiveOn < next),
                    counted.Count(one => one.EndedOn >= first && one.EndedOn < next),
                    counted.Count(one => one.EffectiveOn < next && (one.EndedOn is null || one.EndedOn >= next))),
                (month.GetProperty("joined").GetInt32(), month.GetProperty("left").GetInt32(), month.GetProperty("members").GetInt32()));
        }
    }

    [Fact]
    public async Task The_months_follow_from_each_other_and_the_associations_add_up_to_the_district()
    {
        await AddEdgesAsync();
        var growth = await GrowthAsync(months: 24);
        var months = growth.GetProperty("months").EnumerateArray().ToList();
        foreach (var (before, month) in months.Zip(months.Skip(1)))
            Assert.Equal(before.GetProperty("members").GetInt32() + month.GetProperty("joined").GetInt32() - month.GetProperty("left").GetInt32(), month.GetProperty("members").GetInt32());
        Assert.Equal(growth.GetProperty("membersNow").GetInt32(), months[^1].GetProperty("members").GetInt32());

        var associations = growth.GetProperty("associations").EnumerateArray().ToList();
        int Sum(string field) => associations.Sum(one => one.GetProperty(field).GetInt32());
        Assert.Equal(growth.GetProperty("membersNow").GetInt32(), Sum("members"));
        Assert.Equal(growth.GetProperty("joinedThisYear").GetInt32(), Sum("joinedThisYear"));
        Assert.Equal(growth.GetProperty("leftThisYear").GetInt32(), Sum("leftThisYear"));
        Assert.Equal(await members.QueryAsync<int>("select count(*)::int from care_cases where state = 'open'"), Sum("openCases"));
        Assert.Equal(await members.QueryAsync<int>("select count(*)::int from care_cases where state = 'open' and due_at < @now", new { now = members.Clock.GetUtcNow() }), Sum("lateCases"));
        Assert.True(associations[^1].GetProperty("isDistrict").GetBoolean());
        Assert.Equal(associations.ToArray().Select(one => one.ToString()), (await board.GetAsync(new Uri("/api/members/associations", UriKind.Relative)).ReadAsync()).Items().Select(one => one.ToString()));
    }

    [Fact]
    public async Task An_association_sees_its_own_figures()
    {
        using var chair = members.As(People.IdOf("association-chair-karlstad"), $"statistics:read@{Places.Karlstad}");
        var growth = await chair.GetAsync(new Uri("/api/members/district/growth", UriKind.Relative)).ReadAsync();
        Assert.Equal((await HeldAsync()).Count(one => one.AssociationId == Places.Karlstad && one.State == "member"), growth.GetProperty("membersNow").GetInt32());
        Assert.Equal(Places.Karlstad, Assert.Single(growth.GetProperty("associations").EnumerateArray()).Id("id"));
        Assert.Equal(24, growth.GetProperty("months").GetArrayLength());
    }

    /// <summary>Memberships that the demo lacks: revoked after it took effect, revoked and left before, ended the day it began.</summary>
    private async Task AddEdgesAsync()
    {
        var today = members.Today();
        foreach (var (state, effective, ended) in ((string, DateOnly, DateOnly)[])[
            ("revoked", today.AddDays(-20), today.AddDays(-1)), ("revoked", today.AddDays(10), today), ("left", today.AddDays(-3), today.AddDays(-10)), ("left", today, today)])
        {
            var person = await members.AddMemberAsync(Places.Karlstad);
            await members.ExecuteAsync("update memberships set state = @state, effective_on = @effective, ended_on = @ended where id = @Membership", new { person.Membership, state, effective, ended });
        }
    }

    private async Task<JsonElement> GrowthAsync(int months) => await board.GetAsync(new Uri($"/api/members/district/growth?months={months}", UriKind.Relative)).ReadAsync();

    private async Task<IReadOnlyList<Held>> HeldAsync()
    {
        await using var connection = await members.Database.OpenConnectionAsync();
        return [.. await connection.QueryAsync<Held>("select association_id, state, effective_on, ended_on from memberships")];
    }
}
