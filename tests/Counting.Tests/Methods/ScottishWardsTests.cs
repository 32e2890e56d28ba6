using System.Globalization;
using System.Text.Json;

namespace VpVarmland.Tests.Methods;

/// <summary>Forty wards of the Scottish council elections of 2017: every quota, stage total, election and exclusion as published.</summary>
public sealed class ScottishWardsTests
{
    [Fact]
    public void Every_published_ward_is_reproduced_stage_by_stage()
    {
        var wards = File.ReadLines(SharedData.Path("scottish-2017-sample.jsonl")).ToList();
        Assert.NotEmpty(wards);
        var cells = 0;
        foreach (var line in wards)
        {
            using var ward = JsonDocument.Parse(line);
            var root = ward.RootElement;
            var official = root.GetProperty("official");
            var result = Election(root).Count(Method.ScottishStv);

            Assert.Equal(official.GetProperty("quota").GetInt64(), (long)result.Quota!.Value.Units);
            Assert.Equal(Decisions(official.GetProperty("elected")), result.Elected.ToHashSet());
            Assert.Equal(Decisions(official.GetProperty("excluded")), result.Excluded.ToHashSet());
            cells += CompareTotals(official.GetProperty("stage_totals"), result);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{wards.Count} wards, {cells} stage totals");
    }

    private static int CompareTotals(JsonElement published, CountResult result)
    {
        var cells = 0;
        foreach (var (candidate, row) in published.EnumerateArray().Index())
        {
            foreach (var (stage, cell) in row.EnumerateArray().Index())
            {
                var text = cell.ToString();
                var decimals = text.Contains('.') ? text.Length - text.IndexOf('.') - 1 : 0;
                var ours = decimal.Parse(result.Stages[stage].Totals[candidate + 1].ToString(), CultureInfo.InvariantCulture);
                Assert.Equal(decimal.Parse(text, CultureInfo.InvariantCulture), Math.Round(ours, decimals, MidpointRounding.AwayFromZero));
                cells++;
            }
        }

        return cells;
    }

    private static HashSet<Decision> Decisions(JsonElement list) =>
        [.. list.EnumerateArray().Select(d => new Decision(d.GetProperty("no").GetInt32(), d.GetProperty("stage").GetInt32()))];

    private static Election Election(JsonElement ward)
    {
        var box = new BallotBox.Builder();
        foreach (var ballot in ward.GetProperty("ballots").EnumerateArray())
        {
            var marks = ballot[1].EnumerateArray().Select(c => new Mark(c.GetInt32())).ToArray();
            Assert.True(box.TryAdd(ballot[0].GetInt64(), marks));
        }

        var candidates = ward.GetProperty("candidates").EnumerateArray()
            .Select(c => new Candidate(c.GetProperty("no").GetInt32(), c.GetProperty("name").GetString()!)).ToList();
        return new Election(ward.GetProperty("ward").GetString()!, ward.GetProperty("seats").GetInt32(), candidates, box.Build(), 0);
    }
}
