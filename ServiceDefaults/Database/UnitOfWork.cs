namespace VpVarmland.ServiceDefaults.Database;

/// <summary>One connection, one transaction, and in it the change, the events it causes and the audit record of it: all or nothing.
/// An endpoint never commits; its answer does: success commits, a problem rolls back (see <see cref="CommitOnSuccess"/>).
/// Consumers and jobs are committed by what runs them.</summary>
public sealed class UnitOfWork(NpgsqlDataSource source, TimeProvider clock, Caller caller) : IAsyncDisposable
{
    private readonly List<IntegrationEvent> events = [];
    private readonly List<AuditEntry> audit = [];
    private NpgsqlConnection? connection;

    /// <summary>The instant of this piece of work, the same for all that it writes.</summary>
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>The open transaction, for another mapper that joins this piece of work; null before <see cref="OpenAsync"/>.</summary>
    public NpgsqlTransaction? Transaction { get; private set; }

    /// <summary>Who does it.</summary>
    public Caller Caller { get; } = caller;

    /// <summary>The one row, or null.</summary>
    public async Task<T?> FindAsync<T>(string sql, object? parameters, CancellationToken cancel) =>
        await (await OpenAsync(cancel)).QuerySingleOrDefaultAsync<T?>(Command(sql, parameters, cancel));

    /// <summary>The one row.</summary>
    /// <exception cref="InvalidOperationException">None or several: a bug in the statement.</exception>
    public async Task<T> GetAsync<T>(string sql, object? parameters, CancellationToken cancel) =>
        await (await OpenAsync(cancel)).QuerySingleAsync<T>(Command(sql, parameters, cancel));

    /// <summary>All rows.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? parameters, CancellationToken cancel) =>
        [.. await (await OpenAsync(cancel)).QueryAsync<T>(Command(sql, parameters, cancel))];

    /// <summary>Changes rows; returns how many.</summary>
    public async Task<int> ExecuteAsync(string sql, object? parameters, CancellationToken cancel) =>
        await (await OpenAsync(cancel)).ExecuteAsync(Command(sql, parameters, cancel));

    /// <summary>Tells the other services, once the transaction has committed.</summary>
    public void Publish(IntegrationEvent integrationEvent) => events.Add(integrationEvent with { OccurredAt = Now });

    /// <summary>Writes who did what, when and why. Call it for what changed, not for what was asked.</summary>
    /// <param name="action"><c>area.what_was_done</c>.</param>
    /// <param name="content">The facts of the change; may hold personal data, and is erased with the person.</param>
    public void Record(string action, Guid subject, string? reason = null, object? content = null) =>
        audit.Add(new AuditEntry(Now, Caller.Actor, action, subject, reason, content));

    /// <summary>The open connection, for what Dapper cannot do (binary COPY).</summary>
    public async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancel)
    {
        if (connection is null)
        {
            connection = await source.OpenConnectionAsync(cancel);
            Transaction = await connection.BeginTransactionAsync(cancel);
        }
        return connection;
    }

    /// <summary>Commits, with events and audit. Does nothing if nothing was touched.</summary>
    internal async Task CommitAsync(CancellationToken cancel)
    {
        if (events.Count > 0)
            await Outbox.InsertAsync(await OpenAsync(cancel), events, Now, cancel);
        if (audit.Count > 0)
            await AuditTrail.AppendAsync(await OpenAsync(cancel), audit, cancel);
        if (Transaction is not null)
            await Transaction.CommitAsync(cancel);
        await DisposeAsync();
    }

    /// <summary>Rolls back what was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Transaction is not null)
            await Transaction.DisposeAsync();
        if (connection is not null)
            await connection.DisposeAsync();
        (Transaction, connection) = (null, null);
        events.Clear();
        audit.Clear();
    }

    private CommandDefinition Command(string sql, object? parameters, CancellationToken cancel) =>
        new(sql, parameters, Transaction, cancellationToken: cancel);
}
