using System.Text;
using System.Text.Json;
using VpVarmland.Elections.Counting.Seats;

namespace VpVarmland.Tests.Seats;

/// <summary>Published allocations: the riksdag 2022 in all constituencies, and local elections of 2022.</summary>
public sealed class PublishedSeatsTests
{
    [Fact]
    public void The_riksdag_of_2022_is_reproduced_in_every_constituency()
    {
        var file = File.ReadAllBytes(SharedData.Path("riksdag-2022.json"));
        using var official = JsonDocument.Parse(file);
        var result = SeatAllocation.Share(SeatFile.Read(file).Require(), Lots.None<string>());

        Assert.Equal(Seats(official.RootElement.GetProperty("official_total")), result.Totals.ToDictionary());
        var constituencies = official.RootElement.GetProperty("constituencies").EnumerateArray().ToList();
        Assert.Equal(29, constituencies.Count);
        foreach (var (published, ours) in constituencies.Zip(result.Constituencies))
        {
            Assert.Equal(published.GetProperty("name").GetString(), ours.Name);
            Assert.Equal(Seats(published.GetProperty("official_fixed")), ours.Fixed.ToDictionary());
            Assert.Equal(Seats(published.GetProperty("official_adjustment")), ours.Adjustment.ToDictionary());
        }
    }

    [Fact]
    public void The_local_elections_of_2022_are_reproduced()
    {
        using var entries = JsonDocument.Parse(File.ReadAllBytes(SharedData.Path("local-2022-sample.json")));
        Assert.NotEmpty(entries.RootElement.EnumerateArray());
        foreach (var entry in entries.RootElement.EnumerateArray())
        {
            var election = SeatFile.Read(Encoding.UTF8.GetBytes(entry.GetRawText())).Require();

            Assert.Equal(Seats(entry.GetProperty("official_seats")), SeatAllocation.Share(election, Lots.None<string>()).Totals.ToDictionary());
        }
    }

    private static Dictionary<string, int> Seats(JsonElement seats) =>
        seats.EnumerateObject().ToDictionary(s => s.Name, s => s.Value.GetInt32());
}
