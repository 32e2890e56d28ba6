namespace VpVarmland.ServiceDefaults.Database;

/// <summary>One change: who, when, what, why.</summary>
internal sealed record AuditEntry(DateTimeOffset At, string Actor, string Action, Guid Subject, string? Reason, object? Content);

/// <summary>The audit record as a hash chain. Each link covers the salted hash of its content rather than the content, so that a person's
/// erasure (content, reason and salt set to null) leaves the chain verifiable. The database links what is inserted (V0_4).</summary>
internal static class AuditTrail
{
    internal static Task AppendAsync(NpgsqlConnection connection, IReadOnlyList<AuditEntry> entries, CancellationToken cancel) => connection.ExecuteAsync(new CommandDefinition(
        """
        insert into audit (at, actor, action, subject, reason, content) select at, actor, action, subject, reason, content
        from jsonb_to_recordset(@entries::jsonb) as entry (at timestamptz, actor text, action text, subject uuid, reason text, content jsonb)
        """, new { entries = JsonSerializer.Serialize(entries, Json.Options) }, cancellationToken: cancel));
}

/// <summary>Verifies the record nightly; a broken chain fails the job, which raises the alarm of every failing job.</summary>
internal sealed class VerifyAudit : Job
{
    public override TimeSpan Every => TimeSpan.FromDays(1);

    public override async Task RunAsync(UnitOfWork work, CancellationToken cancel)
    {
        if ((await CheckAsync(work, cancel)).StartsWith("broken", StringComparison.Ordinal))
            throw new InvalidDataException("The audit record is not whole.");
    }

    /// <summary>The chain's end where it is whole, else <c>broken</c> and where.</summary>
    internal static Task<string> CheckAsync(UnitOfWork work, CancellationToken cancel) => work.GetAsync<string>("select check_audit(@Now)", new { work.Now }, cancel);
}
