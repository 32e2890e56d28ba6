using System.Net;
using System.Text.Json;
using VpVarmland.Tests.Assignments;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Balance;

/// <summary>Gender balance over time, and what it becomes when somebody is chosen.</summary>
public sealed class BalanceTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly OfficeGround ground = new(fixture.Host);

    [Fact]
    public async Task A_board_is_counted_as_it_stood_on_each_quarters_last_day_by_what_people_have_stated()
    {
        var place = await members.AddAssociationAsync();
        var (today, thisQuarter) = (members.Today(), new DateOnly(members.Today().Year, ((members.Today().Month - 1) / 3 * 3) + 1, 1));
        var last = thisQuarter.AddDays(-1);
        await HoldsAsync("woman", "chair", thisQuarter.AddMonths(-9), null, null);
        await HoldsAsync("man", "treasurer", thisQuarter.AddMonths(-9), last, last);
        await HoldsAsync("man", "boardMember", thisQuarter.AddMonths(-9), null, last);
        await HoldsAsync("notStated", "studyOrganiser", today, null, null);
        await HoldsAsync("woman", "deputyChair", today.AddDays(1), null, null);
        var quarters = (await BalanceAsync(place)).GetProperty("quarters").EnumerateArray().ToList();
        Assert.Equal((1, 0, 1), Of(quarters[^1]));
        // On the last day of the quarter before, the term that ended with it still stood; the one that was cut short did not.
        Assert.Equal((1, 1, 0), Of(quarters[^2]));
        Assert.Equal((1, 2, 0), Of(quarters[^3]));

        static (int, int, int) Of(JsonElement quarter)
        {
            var group = quarter.GetProperty("groups").EnumerateArray().Single(one => one.Text("group") == "associationBoards");
            return (group.GetProperty("women").GetInt32(), group.GetProperty("men").GetInt32(), group.GetProperty("others").GetInt32());
        }

        async Task HoldsAsync(string gender, string kind, DateOnly from, DateOnly? until, DateOnly? ended) => await members.ExecuteAsync(
            "insert into assignments (id, person_id, kind, association_id, from_date, until_date, ended_on) values (gen_random_uuid(), @person, @kind, @place, @from, @until, @ended)",
            new { person = await ground.PersonAsync(gender), kind, place, from, until, ended });
    }

    [Fact]
    public async Task New_members_of_a_small_association_are_not_told_by_gender_neither_there_nor_in_the_districts_table()
    {
        var (place, year) = (await members.AddAssociationAsync(), members.Today().Year - 1);
        foreach (var gender in (string[])["woman", "woman", "man", "man", "man", "man"])
            await members.ExecuteAsync("update memberships set effective_on = @on where person_id = @person", new { person = await ground.PersonAsync(gender, place), on = new DateOnly(year, 6, 1) });
        var district = (await BalanceAsync(null)).GetProperty("newMembers").EnumerateArray().Single(one => one.GetProperty("year").GetInt32() == year);
        var row = district.GetProperty("associations").EnumerateArray().Single(one => one.Id("associationId") == place);
        Assert.Equal((6, JsonValueKind.Null), (row.GetProperty("all").GetInt32(), row.GetProperty("women").ValueKind));
        var own = (await BalanceAsync(place)).GetProperty("newMembers").EnumerateArray().Single(one => one.GetProperty("year").GetInt32() == year);
        Assert.Equal((6, JsonValueKind.Null), (own.GetProperty("all").GetInt32(), own.GetProperty("women").ValueKind));
        // The sum is told, and the one row hidden has company.
        Assert.Equal(JsonValueKind.Number, district.GetProperty("women").ValueKind);
        Assert.True(district.GetProperty("associations").EnumerateArray().Count(one => one.GetProperty("women").ValueKind == JsonValueKind.Null) > 1);
    }

    [Fact]
    public async Task Where_somebody_is_named_it_is_said_what_the_board_becomes_also_when_one_goes()
    {
        var place = await members.AddAssociationAsync();
        await ground.StartAsync(await ground.PersonAsync("woman"), "chair", associationId: place);
        var leaving = await ground.StartAsync(await ground.PersonAsync("man"), "treasurer", members.Today().AddDays(5), associationId: place);
        var (woman, man) = (await ground.PersonAsync("woman"), await ground.PersonAsync("man"));
        Assert.Equal((1, 2, true, 1, 3, false), await PreviewAsync($"member={man}&kind=boardMember&association={place}"));
        Assert.Equal((1, 2, true, 2, 3, true), await PreviewAsync($"member={woman}&kind=boardMember&association={place}"));
        Assert.Equal((1, 2, true, 2, 2, true), await PreviewAsync($"member={woman}&kind=treasurer&association={place}&replaces={leaving}"));
        await ground.Manager.GetAsync(new Uri($"/api/members/balance/preview?member={Guid.NewGuid()}", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "person.unknown");
    }

    [Fact]
    public async Task The_whole_district_is_for_those_who_follow_the_whole_district()
    {
        using var chair = members.As(People.IdOf("association-chair-karlstad"), $"statistics:read@{Places.Karlstad}");
        await chair.GetAsync(new Uri("/api/members/balance", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "balance.unknown");
        Assert.NotEmpty((await chair.GetAsync(new Uri($"/api/members/balance?association={Places.Karlstad}", UriKind.Relative)).ReadAsync()).GetProperty("bodies").EnumerateArray());
    }

    private Task<JsonElement> BalanceAsync(Guid? association) => ground.Manager.GetAsync(new Uri(association is null ? "/api/members/balance" : $"/api/members/balance?association={association}", UriKind.Relative)).ReadAsync();

    private async Task<(int, int, bool, int, int, bool)> PreviewAsync(string query)
    {
        var answer = await ground.Manager.GetAsync(new Uri($"/api/members/balance/preview?{query}", UriKind.Relative)).ReadAsync();
        return (answer.GetProperty("women").GetInt32(), answer.GetProperty("all").GetInt32(), answer.GetProperty("meetsFloor").GetBoolean(),
            answer.GetProperty("womenThen").GetInt32(), answer.GetProperty("allThen").GetInt32(), answer.GetProperty("meetsFloorThen").GetBoolean());
    }
}
