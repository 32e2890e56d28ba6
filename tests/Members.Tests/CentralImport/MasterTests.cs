using System.Net;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.CentralImport;

/// <summary>Which register is believed about what; and that nothing is said where nothing has changed.</summary>
public sealed class MasterTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly Importing importing = new(fixture.Host);

    [Fact]
    public async Task Where_ours_is_believed_the_file_changes_nothing_and_what_to_correct_centrally_is_listed()
    {
        var person = CentralPerson.Somebody();
        await importing.ApplyAsync(await importing.PreviewAsync(person));
        var id = await importing.IdOfAsync(person);
        await members.ExecuteAsync("update people set phone = '+46701740655', email = null where id = @id", new { id });
        await SetAsync("phone", "email").ReadAsync();
        var preview = await importing.PreviewAsync(person with { PostalCode = "65225" });
        var changed = Assert.Single(await importing.DifferencesAsync(preview, "changed"), row => row.GetProperty("person").Id("memberId") == id);
        // Our telephone stands; the address that we did not know is filled in; the postal code is the central register's.
        Assert.Equal(["email", "postalCode"], changed.GetProperty("changes").EnumerateArray().Select(change => change.Text("field")));
        await importing.ApplyAsync(preview, ended: null);
        Assert.Equal(("+46701740655", person.Email, "65225"), await members.QueryAsync<(string, string, string)>("select phone, email, postal_code from people where id = @id", new { id }));
        var correction = Assert.Single(await importing.Ombudsman.AllPagesAsync($"/api/members/central-imports/{preview}/corrections"));
        Assert.Equal((person.Number, "phone", "+46701740655", person.Phone), (correction.Text("memberNumber"), correction.Text("field"), correction.Text("ours"), correction.Text("theirs")));
        await SetAsync("memberNumber").RefusedAsync(HttpStatusCode.BadRequest, "import.central_only");
        await SetAsync().ReadAsync();
    }

    [Fact]
    public async Task A_year_s_files_read_again_stay_quiet_and_their_order_does_not_matter()
    {
        var random = Seeds.Random();
        var people = Enumerable.Range(0, 12).Select(_ => CentralPerson.Somebody()).ToArray();
        await importing.ApplyAsync(await importing.PreviewAsync(people));
        var first = await importing.RegisterAsync();
        for (var month = 0; month < 4; month++)
        {
            random.Shuffle(people);
            var again = await importing.PreviewAsync(people);
            var counts = await importing.CountsAsync(again);
            Assert.Equal((0, 0, 0, 0), (counts.GetValueOrDefault("new"), counts.GetValueOrDefault("changed"), counts.GetValueOrDefault("confirmed"), counts.GetValueOrDefault("doubtful")));
            await importing.ApplyAsync(again);
            Assert.Equal(first, await importing.RegisterAsync());
        }
    }

    private Task<HttpResponseMessage> SetAsync(params string[] ours) => importing.Ombudsman.PutAsync("/api/members/central-masters", new { ours }, ifMatch: null);
}
