namespace VpVarmland.ServiceDefaults.Database;

/// <summary>One change: who, when, what, why.</summary>
internal sealed record AuditEntry(DateTimeOffset At, string Actor, string Action, Guid Subject, string? Reason, object? Content);

/// <summary>The audit record as a hash chain. Each link covers the salted hash of its content rather than the content, so that a person's
/// erasure (content and salt set to null) leaves the chain verifiable.</summary>
internal static class AuditTrail
{
    // One writer at a time between here and commit: a chain has one end.
    private const long ChainLock = 0x7670_6175_6469_7400;

    internal static async Task AppendAsync(NpgsqlConnection connection, IReadOnlyList<AuditEntry> entries, CancellationToken cancel)
    {
        await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_xact_lock(@ChainLock)", new { ChainLock }, cancellationToken: cancel));
        var previous = await connection.QuerySingleOrDefaultAsync<byte[]>(
            new CommandDefinition("select hash from audit order by id desc limit 1", cancellationToken: cancel)) ?? [];
        foreach (var entry in entries)
        {
            var content = entry.Content is null ? null : JsonSerializer.Serialize(entry.Content, Json.Options);
            var salt = RandomNumberGenerator.GetBytes(16);
            var hash = Link(previous, entry, SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(content ?? "")]));
            await connection.ExecuteAsync(new CommandDefinition(
                """
                insert into audit (at, actor, action, subject, reason, content, salt, previous_hash, hash)
                values (@At, @Actor, @Action, @Subject, @Reason, @content::jsonb, @salt, @previous, @hash)
                """,
                new { entry.At, entry.Actor, entry.Action, entry.Subject, entry.Reason, content, salt, previous, hash }, cancellationToken: cancel));
            previous = hash;
        }
    }

    private static byte[] Link(byte[] previous, AuditEntry entry, byte[] contentHash) => SHA256.HashData([
        .. previous,
        .. Encoding.UTF8.GetBytes(string.Join('\n',
            entry.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), entry.Actor, entry.Action, entry.Subject)),
        .. contentHash]);
}
