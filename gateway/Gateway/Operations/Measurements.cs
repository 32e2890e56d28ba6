using VpVarmland.ServiceDefaults.Database;

namespace VpVarmland.Gateway.Operations;

/// <summary>What was measured, kept by the minute for a day and by the hour for ninety days.</summary>
internal static class Measurements
{
    internal static readonly TimeSpan MinutesKept = TimeSpan.FromHours(25), HoursKept = TimeSpan.FromDays(90);

    /// <summary>Keeps a look, but for what has a label: the history of a job is not asked for. Of two looks in one minute the first is kept.</summary>
    internal static Task<int> KeepAsync(UnitOfWork work, PlatformState seen, CancellationToken cancel)
    {
        var kept = seen.Readings.Where(reading => reading.Label == "").ToList();
        return work.ExecuteAsync(
            """
            insert into measurements (service, name, is_hour, at, value)
            select service, name, false, date_trunc('minute', @At::timestamptz), value from unnest(@services, @names, @values) as reading (service, name, value)
            on conflict do nothing
            """,
            new { seen.At, services = kept.Select(one => one.Service).ToArray(), names = kept.Select(one => one.Name).ToArray(), values = kept.Select(one => one.Value).ToArray() }, cancel);
    }

    /// <summary>Sums up the hours that have ended, and forgets what is older than is kept.</summary>
    internal static Task<int> SumUpAsync(UnitOfWork work, DateTimeOffset now, CancellationToken cancel) => work.ExecuteAsync(
        """
        insert into measurements (service, name, is_hour, at, value, samples)
        select service, name, true, date_trunc('hour', at), case when name = 'health' then sum(value) else max(value) end, sum(samples)
        from measurements
        where not is_hour and at < date_trunc('hour', @now::timestamptz)
            and at >= coalesce((select max(at) + interval '1 hour' from measurements where is_hour), '-infinity')
        group by service, name, date_trunc('hour', at)
        on conflict do nothing;
        delete from measurements where not is_hour and at < @now - @MinutesKept;
        delete from measurements where is_hour and at < @now - @HoursKept;
        delete from alarms where ended_at < @now - @HoursKept
        """, new { now, MinutesKept, HoursKept }, cancel);
}
