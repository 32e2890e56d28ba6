using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Jobs;
using VpVarmland.ServiceDefaults.Time;

namespace VpVarmland.Events.Demo;

/// <summary>
/// Development only: keeps the demo district's calendar filled from a month back to a year ahead of the platform's day, also when
/// the clock is moved. An event once laid out is never touched again.
/// </summary>
internal sealed class DemoCalendar : Job
{
    private const int DaysBack = 31;
    private const int DaysAhead = 400;

    // Associations arrive by event some moments after the first start.
    public override TimeSpan Every => TimeSpan.FromSeconds(20);

    public override async Task RunAsync(UnitOfWork work, CancellationToken cancel)
    {
        var today = SwedishTime.DateOf(work.Now);
        var associations = await work.ListAsync<DemoYear.Host>(
            "select id, name from associations where is_active and municipality_code is not null order by name", null, cancel);
        var missing = DemoYear.Between(today.AddDays(-DaysBack), today.AddDays(DaysAhead), associations).ToList();
        await work.ExecuteAsync(
            """
            insert into events (id, kind, title_sv, title_en, attendance, place, association_id, starts_at, ends_at, changed_at)
            select id, kind, title_sv, title_en, attendance, place, nullif(association_id, @none), starts_at, ends_at, @Now
            from unnest(@ids, @kinds, @titlesSv, @titlesEn, @attendances, @places, @associationIds, @starts, @ends)
                as demo (id, kind, title_sv, title_en, attendance, place, association_id, starts_at, ends_at)
            on conflict (id) do nothing
            """,
            new
            {
                ids = missing.Select(one => one.Id).ToArray(),
                kinds = missing.Select(one => one.Kind.ToText()).ToArray(),
                titlesSv = missing.Select(one => one.TitleSv).ToArray(),
                titlesEn = missing.Select(one => one.TitleEn).ToArray(),
                attendances = missing.Select(one => one.Attendance.ToText()).ToArray(),
                places = missing.Select(one => one.Place).ToArray(),
                associationIds = missing.Select(one => one.AssociationId ?? Guid.Empty).ToArray(),
                starts = missing.Select(one => one.StartsAt.UtcDateTime).ToArray(),
                ends = missing.Select(one => one.EndsAt.UtcDateTime).ToArray(),
                none = Guid.Empty,
                work.Now,
            }, cancel);
    }
}
