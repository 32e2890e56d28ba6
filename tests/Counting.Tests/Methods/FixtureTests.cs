using System.Text.Json;

namespace VpVarmland.Tests.Methods;

/// <summary>
/// Public cases, three or more for each method: a BLT file that names its source, and what the source (or a count by hand) gives.
/// </summary>
public sealed class FixtureTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    public static TheoryData<string, string> Counts()
    {
        var data = new TheoryData<string, string>();
        foreach (var file in Directory.EnumerateFiles(Folder, "*.blt", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            data.Add(Path.GetFileName(Path.GetDirectoryName(file)!), Path.GetFileNameWithoutExtension(file));
        }

        return data;
    }

    public static TheoryData<string> SeatFiles() =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "seats"), "*.json").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_method_has_at_least_three_public_cases()
    {
        Assert.All(MethodNames.All, method => Assert.True(
            Directory.EnumerateFiles(Path.Combine(Folder, method), "*.blt").Count() >= 3, method));
        Assert.True(SeatFiles().Count >= 3);
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public async Task A_public_case_is_counted_as_published(string method, string name)
    {
        var path = Path.Combine(Folder, method, name);
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(path + ".expected.json", TestContext.Current.CancellationToken));
        var run = await TellerRun.RunAsync("count", "--method", method, "--json", path + ".blt");
        var json = run.Json;

        Assert.Empty(run.Error);
        foreach (var fact in expected.RootElement.EnumerateObject())
        {
            var actual = fact.Name switch
            {
                "totals" => json.GetProperty("stages")[0].GetProperty("totals"),
                "finalTotals" => json.GetProperty("stages").EnumerateArray().Last().GetProperty("totals"),
                "undecided" when json.GetProperty("undecided").ValueKind == JsonValueKind.Object =>
                    json.GetProperty("undecided").GetProperty("candidates"),
                _ => json.GetProperty(fact.Name),
            };
            Assert.True(Same(fact.Value, actual), $"{fact.Name}: published {fact.Value}, counted {actual}");
        }

        Assert.Equal(json.GetProperty("undecided").ValueKind == JsonValueKind.Null ? 0 : 1, run.Exit);
    }

    [Theory]
    [MemberData(nameof(SeatFiles))]
    public async Task A_published_allocation_is_reproduced(string name)
    {
        var path = Path.Combine(Folder, "seats", name);
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        var run = await TellerRun.RunAsync("seats", "--json", path);

        Assert.Equal(0, run.Exit);
        Assert.True(Same(file.RootElement.GetProperty("official_seats"), run.Json.GetProperty("totals")), run.Out);
    }

    /// <summary>Equal as JSON; who is elected or excluded at a stage is compared as a set.</summary>
    private static bool Same(JsonElement published, JsonElement counted) =>
        published.ValueKind == JsonValueKind.Array && published.EnumerateArray().All(e => e.ValueKind == JsonValueKind.Object)
            ? published.EnumerateArray().Select(Decision).ToHashSet().SetEquals(counted.EnumerateArray().Select(Decision))
            : JsonElement.DeepEquals(published, counted);

    private static (int, int) Decision(JsonElement e) => (e.GetProperty("candidate").GetInt32(), e.GetProperty("stage").GetInt32());
}
