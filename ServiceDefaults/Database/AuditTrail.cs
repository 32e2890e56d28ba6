namespace VpVarmland.ServiceDefaults.Database;

/// <summary>One change: who, when, what, why.</summary>
internal sealed record AuditEntry(DateTimeOffset At, string Actor, string Action, Guid Subject, string? Reason, object? Content);

/// <summary>The audit record as a hash chain. Each link covers the salted hash of its content rather than the content, so that a person's
/// erasure (content and salt set to null) leaves the chain verifiable.</summary>
internal static class AuditTrail
{
    // One writer at a time between here and commit: a chain has one end.
    private const long ChainLock = 0x7670_6175_6469_7400;
    private const int BatchSize = 5_000;

    internal static async Task AppendAsync(NpgsqlConnection connection, IReadOnlyList<AuditEntry> entries, CancellationToken cancel)
    {
        await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_xact_lock(@ChainLock)", new { ChainLock }, cancellationToken: cancel));
        var previous = await connection.QuerySingleOrDefaultAsync<byte[]>(
            new CommandDefinition("select hash from audit order by id desc limit 1", cancellationToken: cancel)) ?? [];
        foreach (var batch in entries.Chunk(BatchSize))
        {
            var links = new List<(string? Content, byte[] Salt, byte[] Previous, byte[] Hash)>(batch.Length);
            foreach (var entry in batch)
            {
                var content = entry.Content is null ? null : JsonSerializer.Serialize(entry.Content, Json.Options);
                var salt = RandomNumberGenerator.GetBytes(16);
                var hash = Link(previous, entry, SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(content ?? "")]));
                links.Add((content, salt, previous, hash));
                previous = hash;
            }
            await connection.ExecuteAsync(new CommandDefinition(
                """
                insert into audit (at, actor, action, subject, reason, content, salt, previous_hash, hash)
                select at, actor, action, subject, reason, content::jsonb, salt, previous_hash, hash
                from unnest(@at, @actors, @actions, @subjects, @reasons, @contents, @salts, @previous, @hashes) with ordinality
                    as entry (at, actor, action, subject, reason, content, salt, previous_hash, hash, place) order by place
                """,
                new
                {
                    at = batch.Select(entry => entry.At.UtcDateTime).ToArray(), actors = batch.Select(entry => entry.Actor).ToArray(), actions = batch.Select(entry => entry.Action).ToArray(),
                    subjects = batch.Select(entry => entry.Subject).ToArray(), reasons = batch.Select(entry => entry.Reason).ToArray(), contents = links.Select(link => link.Content).ToArray(),
                    salts = links.Select(link => link.Salt).ToArray(), previous = links.Select(link => link.Previous).ToArray(), hashes = links.Select(link => link.Hash).ToArray(),
                }, cancellationToken: cancel));
        }
    }

    private static byte[] Link(byte[] previous, AuditEntry entry, byte[] contentHash) => SHA256.HashData([
        .. previous,
        .. Encoding.UTF8.GetBytes(string.Join('\n', entry.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), entry.Actor, entry.Action, entry.Subject)),
        .. contentHash]);
}
