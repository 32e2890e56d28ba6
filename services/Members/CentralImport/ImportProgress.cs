using Dapper;
using Npgsql;

namespace VpVarmland.Members.CentralImport;

/// <summary>Tells how far the background work has come, outside its transaction: nobody would see it before the end otherwise.</summary>
internal sealed class ImportProgress(NpgsqlDataSource source, Guid import, int total)
{
    private int done;

    /// <summary>The work begins this step.</summary>
    internal async Task StepAsync(string step, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into central_progress (import_id, step, done, total) values (@import, @step, @done, @total)
            on conflict (import_id) do update set step = excluded.step, done = excluded.done, total = excluded.total
            """, new { import, step, done = done++, total }, cancellationToken: cancel));
    }
}
