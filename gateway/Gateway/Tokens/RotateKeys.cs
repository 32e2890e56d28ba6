using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Jobs;

namespace VpVarmland.Gateway.Tokens;

/// <summary>Makes a new key when the newest is a month old, and forgets those whose tokens have all expired.</summary>
internal sealed class RotateKeys(KeyWork keys) : Job
{
    public override TimeSpan Every => TimeSpan.FromHours(1);

    public override async Task RunAsync(UnitOfWork work, CancellationToken cancel)
    {
        var now = TimeProvider.System.GetUtcNow();
        var rows = await KeyStore.ReadAsync(await work.OpenAsync(cancel), cancel);
        var created = rows.Select(row => row.CreatedAt).ToList();
        if (rows.Count > 0 && KeySchedule.NeedsNew(created, now))
            await keys.MakeAsync(work, now, cancel);
        foreach (var old in rows.Where(row => KeySchedule.IsForgotten(row.CreatedAt, created, now)))
            await KeyWork.RemoveAsync(work, old.Id, "signing_key.retired", cancel);
    }
}

/// <summary>Changes to the signing keys, each with its audit record.</summary>
internal sealed class KeyWork(KeyStore store)
{
    internal async Task MakeAsync(UnitOfWork work, DateTimeOffset now, CancellationToken cancel)
    {
        var made = await store.MakeAsync(await work.OpenAsync(cancel), now, cancel);
        work.Record("signing_key.made", Guid.Parse(made.Id));
    }

    /// <returns>False when there was no such key.</returns>
    internal static async Task<bool> RemoveAsync(UnitOfWork work, string id, string action, CancellationToken cancel)
    {
        if (await KeyStore.DeleteAsync(await work.OpenAsync(cancel), id, cancel) == 0)
            return false;
        work.Record(action, Guid.Parse(id));
        return true;
    }
}
