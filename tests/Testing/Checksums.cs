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
            "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname")).Except(except, StringComparer.Ordinal).ToList();
        Assert.NotEmpty(tables);
        // In one round trip, and without sorting: some tests look a thousand times.
        var sums = await connection.QueryAsync<string>(string.Join(" union all ", tables.Select(table =>
            $"select '{table}:' || count(*) || ':' || coalesce(sum(hashtextextended(row::text, 0)), 0) from {table} row")));
        return string.Join('\n', sums.Order(StringComparer.Ordinal));
    }
}
