using Dapper;
using Npgsql;

namespace VpVarmland.Tests;

/// <summary>What a database holds, in a few words: equal before and after means that nothing changed.</summary>
public static class Checksums
{
    /// <summary>A line for every table with a checksum over its rows, in whatever order they lie.</summary>
    /// <param name="except">Tables that may change.</param>
    public static async Task<string> OfAsync(NpgsqlConnection connection, IEnumerable<string> except)
    {
        var tables = (await connection.QueryAsync<string>(
            "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name")).Except(except, StringComparer.Ordinal).ToList();
        Assert.NotEmpty(tables);
        var sums = new List<string>();
        foreach (var table in tables)
            sums.Add($"{table}:{await connection.QuerySingleAsync<string>($"select coalesce(md5(string_agg(row::text, '|' order by row::text)), '') from {table} row")}");
        return string.Join('\n', sums);
    }
}
