namespace VpVarmland.ServiceDefaults.Ops;

/// <summary>Something that a query measures: a collector reads it over OpenTelemetry, the ops page shows it, alarms look at it.</summary>
/// <param name="Name">The metric's: <c>vpvarmland.outbox.depth</c>.</param>
/// <param name="Unit">As OpenTelemetry writes units: <c>s</c>, <c>{event}</c>.</param>
/// <param name="Sql">Rows of <c>label</c> (text, null for the whole) and <c>value</c> (bigint); <c>@now</c> is the platform's time.</param>
public sealed record Figure(string Name, string Unit, string Sql)
{
    internal static readonly Figure[] OfEveryService =
    [
        new("vpvarmland.outbox.depth", "{event}", "select null::text as label, count(*) as value from outbox"),
        new("vpvarmland.outbox.age", "s", "select null::text as label, coalesce(extract(epoch from @now - min(created_at)), 0)::bigint as value from outbox"),
        new("vpvarmland.inbox.waiting", "{event}", "select null::text as label, count(*) as value from inbox_retry where next_at is not null"),
        new("vpvarmland.inbox.set_aside", "{event}", "select null::text as label, count(*) as value from inbox_retry where set_aside_at is not null and dropped_at is null"),
        new("vpvarmland.job.age", "s", "select name as label, extract(epoch from @now - last_run_at)::bigint as value from jobs where last_run_at is not null"),
        new("vpvarmland.job.late", "s", "select name as label, greatest(extract(epoch from @now - next_run_at), 0)::bigint as value from jobs"),
        new("vpvarmland.job.failures", "{run}", "select name as label, failures::bigint as value from jobs"),
    ];
}

/// <summary>A figure as it is now.</summary>
/// <param name="Label">What of several it is about, such as a job's name; null for the whole.</param>
public sealed record Measured(string Name, string Unit, string? Label, long Value);

/// <summary>The service's figures: read in one question, and offered as OpenTelemetry gauges.</summary>
public sealed class Figures(IEnumerable<Figure> all, NpgsqlDataSource source, TimeProvider clock)
{
    internal void Offer(Meter meter)
    {
        foreach (var figure in all)
            meter.CreateObservableGauge(figure.Name, () => Measure(figure), figure.Unit);
    }

    /// <summary>All of them, as they are now.</summary>
    public async Task<IReadOnlyList<Measured>> ReadAsync(CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return [.. await connection.QueryAsync<Measured>(new CommandDefinition(string.Join(" union all ", all.Select(Sql)), new { now = clock.GetUtcNow() }, cancellationToken: cancel))];
    }

    // Metrics callbacks are synchronous; this one runs once an export interval, on the exporter's own thread.
    private IEnumerable<Measurement<long>> Measure(Figure figure)
    {
        using var connection = source.OpenConnection();
        return [.. connection.Query<Measured>(Sql(figure), new { now = clock.GetUtcNow() })
            .Select(one => one.Label is null ? new Measurement<long>(one.Value) : new Measurement<long>(one.Value, new KeyValuePair<string, object?>("name", one.Label)))];
    }

    private static string Sql(Figure figure) => $"select '{figure.Name}' as name, '{figure.Unit}' as unit, label, value from ({figure.Sql}) figure";
}
