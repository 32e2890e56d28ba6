using System.Text.Json;

namespace VpVarmland.Tests.Teller;

/// <summary>The console program: the shape of its JSON, its exit status and its texts.</summary>
public sealed class TellerTests
{
    private static readonly string Decided = Papers.Blt(3, 2, "10 A", "3 B", "2 C", "1 ");

    [Fact]
    public async Task Json_has_every_key_of_the_contract()
    {
        var run = await TellerRun.CountAsync("scottish-stv", Decided);

        Assert.Equal(0, run.Exit);
        Assert.Empty(run.Error);
        var json = run.Json;
        Assert.Equal("scottish-stv", json.GetProperty("method").GetString());
        Assert.Equal(15, json.GetProperty("valid").GetInt64());
        Assert.Equal(1, json.GetProperty("invalid").GetInt64());
        Assert.Equal(2, json.GetProperty("seats").GetInt32());
        Assert.Equal(6, json.GetProperty("quota").GetInt64());
        Assert.Equal("""[{"candidate":1,"stage":1},{"candidate":2,"stage":3}]""", Compact(json.GetProperty("elected")));
        Assert.Equal("""[{"candidate":3,"stage":2}]""", Compact(json.GetProperty("excluded")));
        Assert.Equal(
            """{"stage":1,"totals":{"1":"10.00000","2":"3.00000","3":"2.00000"},"nonTransferable":"0.00000"}""",
            Compact(json.GetProperty("stages")[0]));
        Assert.Equal("[]", Compact(json.GetProperty("ranking")));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("undecided").ValueKind);
    }

    [Fact]
    public async Task A_tie_gives_status_1_and_names_the_tied()
    {
        var run = await TellerRun.CountAsync("scottish-stv", Papers.Blt(3, 1, "3 A", "2 B", "2 C"));

        Assert.Equal(1, run.Exit);
        Assert.Equal("""{"stage":1,"about":"exclusion","candidates":[2,3]}""", Compact(run.Json.GetProperty("undecided")));
    }

    [Fact]
    public async Task A_lot_from_a_file_decides_and_status_is_0()
    {
        using var lots = new ScratchFile("2 3\n");
        var run = await TellerRun.CountAsync("scottish-stv", Papers.Blt(3, 1, "3 A", "2 B A", "2 C B"), "--lots", lots.Path);

        Assert.Equal(0, run.Exit);
        Assert.Equal(2, run.Json.GetProperty("elected")[0].GetProperty("candidate").GetInt32());
        Assert.Equal("""[{"stage":1,"about":"exclusion","candidates":[2,3],"chosen":3,"byLot":true}]""", Compact(run.Json.GetProperty("ties")));
    }

    [Theory]
    [InlineData("majority")]
    [InlineData("choose")]
    [InlineData("approval")]
    [InlineData("scottish-stv")]
    [InlineData("meek-stv")]
    [InlineData("schulze")]
    [InlineData("ordered-stv")]
    [InlineData("schulze-ranking")]
    public async Task Every_method_counts_and_explains_itself_in_both_languages(string method)
    {
        using var file = new ScratchFile(Papers.Blt(3, 1, "6 A B", "3 B A", "1 C"));
        var json = await TellerRun.RunAsync("count", "--json", "--method", method, file.Path);
        var swedish = await TellerRun.RunAsync("count", "--method", method, file.Path, "--lang", "sv");
        var english = await TellerRun.RunAsync("count", "--method", method, file.Path, "--lang=en");

        Assert.Equal((method == "approval" ? 1 : 0, ""), (json.Exit, json.Error));
        Assert.Contains("Giltiga:", swedish.Out, StringComparison.Ordinal);
        Assert.Contains("Valid:", english.Out, StringComparison.Ordinal);
        Assert.All(swedish.Out.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.DoesNotContain('\e', swedish.Out);
    }

    [Fact]
    public async Task A_bad_line_is_named_on_the_error_stream_and_nothing_is_written_to_the_other()
    {
        var run = await TellerRun.CountAsync("meek-stv", "3 1\n1 9 0\n0\n\"A\"\n\"B\"\n\"C\"\n");

        Assert.Equal((2, ""), (run.Exit, run.Out));
        Assert.Contains("Rad 2", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("count")]
    [InlineData("count", "--method", "best", "x.blt")]
    [InlineData("count", "--method", "schulze")]
    [InlineData("count", "--method", "schulze", "no-such-file.blt")]
    [InlineData("count", "--method", "schulze", "a.blt", "b.blt")]
    [InlineData("count", "--fast", "a.blt")]
    [InlineData("count", "a.blt", "--method")]
    [InlineData("seats")]
    [InlineData("seats", "no-such-file.json")]
    [InlineData("seats", "--what-if", "V", "no-such-file.json")]
    [InlineData("tally")]
    [InlineData("count", "--lang", "de")]
    public async Task A_wrong_command_line_gives_status_2_and_a_sentence(params string[] args)
    {
        var run = await TellerRun.RunAsync(args);

        Assert.Equal((2, ""), (run.Exit, run.Out));
        Assert.EndsWith(".\n", run.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_json_gives_status_2()
    {
        using var file = new ScratchFile("{\"total_seats\": 3,\n \"constituencies\": [");
        var run = await TellerRun.RunAsync("seats", "--json", file.Path);

        Assert.Equal((2, ""), (run.Exit, run.Out));
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task Infeasible_rules_are_refused_before_counting()
    {
        using var rules = new ScratchFile("""{"halfWomen":true,"genders":{"1":"man","2":"man","3":"man"}}""");
        var run = await TellerRun.CountAsync("ordered-stv", Decided, "--rules", rules.Path);

        Assert.Equal((2, ""), (run.Exit, run.Out));
        Assert.Contains("minst hälften kvinnor", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_rules_are_refused_for_a_method_without_a_list()
    {
        using var rules = new ScratchFile("""{"alternate":true}""");

        Assert.Equal(2, (await TellerRun.CountAsync("scottish-stv", Decided, "--rules", rules.Path)).Exit);
    }

    [Fact]
    public async Task Rules_decide_the_list_and_the_json_says_who_was_moved()
    {
        using var rules = new ScratchFile("""{"alternate":true,"alternateFirst":"woman","genders":{"1":"man","2":"woman","3":"man"}}""");
        var run = await TellerRun.CountAsync("ordered-stv", Papers.Blt(3, 2, "6 A B", "3 B A", "1 C"), "--rules", rules.Path);

        Assert.Equal("[2,1]", Compact(run.Json.GetProperty("ranking")));
        Assert.Equal(
            """{"place":1,"candidate":2,"displaced":1,"rule":"strict alternation"}""", Compact(run.Json.GetProperty("places")[0]));
    }

    [Fact]
    public async Task Seats_json_has_every_key_of_the_contract()
    {
        using var file = new ScratchFile(
            """{"total_seats":3,"official_seats":{"A":9},"constituencies":[{"name":"Väst","fixed_seats":3,"votes":{"A":50,"B":20}}]}""");
        var run = await TellerRun.RunAsync("seats", file.Path, "--json");

        Assert.Equal(0, run.Exit);
        Assert.Equal(
            """{"totals":{"A":2,"B":1},"constituencies":[{"name":"Väst","fixed":{"A":2,"B":1},"adjustment":{}}],"returned":[],"ties":[]}""",
            Compact(run.Json));
    }

    [Fact]
    public async Task A_tie_of_seats_gives_status_1_and_a_lot_decides_it()
    {
        using var file = new ScratchFile("""{"total_seats":1,"constituencies":[{"name":"X","fixed_seats":1,"votes":{"A":5,"B":5}}]}""");
        using var lots = new ScratchFile("B, A\n");

        Assert.Equal(1, (await TellerRun.RunAsync("seats", "--json", file.Path)).Exit);
        var drawn = await TellerRun.RunAsync("seats", "--json", "--lots", lots.Path, file.Path);
        Assert.Equal(0, drawn.Exit);
        Assert.Equal("""{"B":1}""", Compact(drawn.Json.GetProperty("totals")));
    }

    [Fact]
    public async Task Lists_and_what_if_are_answered()
    {
        using var file = new ScratchFile("""{"total_seats":9,"constituencies":[{"name":"X","fixed_seats":9,"votes":{"A":300,"B":600}}]}""");
        using var lists = new ScratchFile("""{"lists":[{"constituency":"X","party":"A","names":["Ada","Bo","Cia","Di"]}]}""");
        string[] args = ["seats", file.Path, "--lists", lists.Path, "--what-if", "A=50..150:50"];
        var json = (await TellerRun.RunAsync([.. args, "--json"])).Json;

        Assert.Equal("""["Ada","Bo","Cia"]""", Compact(json.GetProperty("lists")[0].GetProperty("elected")));
        Assert.Equal("""[{"constituency":"X","certain":2,"possible":4}]""", Compact(json.GetProperty("whatIf").GetProperty("electable")));
        Assert.Contains("Personröster", (await TellerRun.RunAsync(args)).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv_SE.UTF-8", "RÄKNA RÖSTER")]
    [InlineData("en_GB.UTF-8", "COUNT VOTES")]
    [InlineData(null, "RÄKNA RÖSTER")]
    public async Task Help_is_in_the_language_of_the_environment(string? locale, string heading)
    {
        var run = await TellerRun.InAsync(locale, "--help");

        Assert.Equal(0, run.Exit);
        Assert.Contains(heading, run.Out, StringComparison.Ordinal);
        Assert.All(run.Out.Split('\n'), line => Assert.True(line.Length <= 81, line));
    }

    [Fact]
    public async Task Majority_takes_a_file_for_each_round()
    {
        using var first = new ScratchFile(Papers.Blt(3, 1, "5 A", "4 B", "3 C"));
        using var second = new ScratchFile(Papers.Blt(3, 1, "-C", "5 A", "7 B"));

        Assert.Equal(1, (await TellerRun.RunAsync("count", "--method", "majority", "--json", first.Path)).Exit);
        var run = await TellerRun.RunAsync("count", "--method", "majority", "--json", first.Path, second.Path);
        Assert.Equal("""[{"candidate":2,"stage":2}]""", Compact(run.Json.GetProperty("elected")));
    }

    private static string Compact(JsonElement json) => JsonSerializer.Serialize(json, CompactOptions);

    private static readonly JsonSerializerOptions CompactOptions = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
