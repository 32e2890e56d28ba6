using VpVarmland.ServiceDefaults.Jobs;

namespace VpVarmland.Members.CentralImport;

/// <summary>
/// Erases what imports hold about people: the rows before a change when it can no longer be undone, the file's rows and the preview after a week.
/// That an import was made, by whom and with what numbers, stays.
/// </summary>
internal sealed class ImportsExpire : Job
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public override TimeSpan Every => TimeSpan.FromMinutes(30);

    public override async Task RunAsync(UnitOfWork work, CancellationToken cancel)
    {
        await work.ExecuteAsync(
            """
            delete from central_images where import_id in (
                select id from central_imports where state = 'applied' and applied_at <= @undoable and id in (select import_id from central_images))
            """, new { undoable = work.Now - Undoing.Undoable }, cancel);
        var old = await work.ListAsync<Guid>(
            "select id from central_imports where received_at <= @before and rows_erased_at is null and state not in ('comparing', 'applying', 'undoing') for update skip locked",
            new { before = work.Now - Kept }, cancel);
        if (old.Count == 0)
            return;
        await EraseAsync(work, [.. old], cancel);
        await work.ExecuteAsync("update central_imports set state = 'discarded', version = version + 1 where id = any(@old) and state in ('ready', 'failed')", new { old = old.ToArray() }, cancel);
    }

    /// <summary>Forgets whatever those imports hold about people.</summary>
    internal static Task EraseAsync(UnitOfWork work, Guid[] imports, CancellationToken cancel) => work.ExecuteAsync(
        """
        delete from central_rows where import_id = any(@imports);
        delete from central_differences where import_id = any(@imports);
        delete from central_images where import_id = any(@imports);
        delete from central_progress where import_id = any(@imports);
        update central_imports set rows_erased_at = @Now, remarks = '[]' where id = any(@imports)
        """, new { imports, work.Now }, cancel);
}
