using System.Text.Json;
using VpVarmland.ServiceDefaults.Database;

namespace VpVarmland.Tests;

public sealed class RowsTests
{
    private sealed record Row(string PersonId, int Version, DateOnly? EndedOn);

    [Fact]
    public void Rows_of_one_key_come_in_rounds_of_their_own_in_their_order()
    {
        Row[] rows = [new("a", 3, null), new("b", 1, null), new("a", 1, null), new("a", 2, null), new("b", 2, null)];

        var rounds = Rows.InRounds(rows, row => row.PersonId).Select(Read).ToList();

        Assert.Equal([["a3", "b1"], ["a1", "b2"], ["a2"]], rounds);
    }

    [Fact]
    public void Rows_are_named_like_columns()
    {
        var round = Assert.Single(Rows.InRounds([new Row("a", 1, new DateOnly(2026, 11, 22))], row => row.PersonId));

        Assert.Equal("""[{"person_id":"a","version":1,"ended_on":"2026-11-22"}]""", round);
    }

    [Fact]
    public void Nothing_makes_no_round() => Assert.Empty(Rows.InRounds(Array.Empty<Row>(), row => row.PersonId));

    private static string[] Read(string round) =>
        [.. JsonDocument.Parse(round).RootElement.EnumerateArray().Select(row => row.GetProperty("person_id").GetString() + row.GetProperty("version").GetInt32())];
}
