using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Validation;

namespace VpVarmland.Gateway.Operations;

/// <summary>How far back.</summary>
internal enum HistorySpan
{
    /// <summary>A day by quarters of an hour.</summary>
    Day,

    /// <summary>Ninety days by the day.</summary>
    Quarter,
}

/// <summary>The health of each part over time, and how many messages waited.</summary>
internal static class ReadHistory
{
    /// <param name="Slots">The beginnings of the slots in order; the last is still going on.</param>
    internal sealed record Response(IReadOnlyList<DateTimeOffset> Slots, IReadOnlyList<Strip> Parts, IReadOnlyList<long?> Waiting);

    /// <param name="Unwell">A slot each: the share of looks that found the part unwell, 0 to 1; null where nobody looked.</param>
    internal sealed record Strip(string Name, IReadOnlyList<double?> Unwell);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/platform/history", Handle)
        .RequirePermission(Permission.Operate)
        .WithSummary("The health of each part over a day or ninety, and how many messages waited");

    private static async Task<Ok<Response>> Handle(UnitOfWork work, CancellationToken cancel, [NameOf(typeof(HistorySpan))] string? span = null)
    {
        var isDay = span != HistorySpan.Quarter.ToText();
        var (step, count) = isDay ? (TimeSpan.FromMinutes(15), 96) : (TimeSpan.FromDays(1), 90);
        var last = new DateTimeOffset(work.Now.UtcTicks - work.Now.UtcTicks % step.Ticks, TimeSpan.Zero);
        var slots = Enumerable.Range(0, count).Select(index => last - (count - 1 - index) * step).ToList();
        var rows = await work.ListAsync<Row>(
            """
            with unsummed as (select coalesce(max(at) + interval '1 hour', '-infinity') as at from measurements where is_hour), measured as (
                select service, name, at, value, samples, floor(extract(epoch from at - @first) / @seconds)::int as slot from measurements
                where name in ('health', 'vpvarmland.outbox.depth', 'vpvarmland.inbox.waiting', 'vpvarmland.inbox.set_aside') and at >= @first
                    and (is_hour <> @isDay or not @isDay and at >= (select at from unsummed)))
            select service as part, slot, sum(value)::float8 / sum(samples) as value from measured where name = 'health' group by service, slot
            union all
            select null, slot, max(total) from (select slot, sum(value)::float8 as total from measured where name <> 'health' group by slot, at) look group by slot
            """, new { isDay, first = slots[0], seconds = step.TotalSeconds }, cancel);
        var strips = rows.Where(row => row.Part is not null).GroupBy(row => row.Part!, StringComparer.Ordinal).OrderBy(part => part.Key, StringComparer.Ordinal)
            .Select(part => new Strip(part.Key, Spread(part, count, value => (double?)value)));
        return TypedResults.Ok(new Response(slots, [.. strips], Spread(rows.Where(row => row.Part is null), count, value => (long?)value)));
    }

    private static T?[] Spread<T>(IEnumerable<Row> rows, int count, Func<double, T?> read)
    {
        var spread = new T?[count];
        foreach (var row in rows.Where(row => row.Slot >= 0 && row.Slot < count))
            spread[row.Slot] = read(row.Value);
        return spread;
    }

    private sealed record Row(string? Part, int Slot, double Value);
}
