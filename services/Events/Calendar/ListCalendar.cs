using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Validation;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Events.Calendar;

/// <summary>What is coming: everything that has not ended yet, soonest first. Public.</summary>
internal static class ListCalendar
{
    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/calendar", Handle)
        .AllowAnonymous()
        .WithSummary("Upcoming events");

    private static async Task<Ok<Page<CalendarEvent>>> Handle(
        UnitOfWork work, CancellationToken cancel,
        [NameOf(typeof(EventKind))] string? kind = null, Guid? association = null, string? after = null, [PageSize] int size = Cursor.Usual)
    {
        var last = Cursor.Read<Position>(after);
        var rows = await work.ListAsync<CalendarEvent>(
            $"""
            {CalendarEvent.Select}
            where e.ends_at > @Now and (@kind::text is null or e.kind = @kind) and (@association::uuid is null or e.association_id = @association)
                and (@start::timestamptz is null or (e.starts_at, e.id) > (@start, @id))
            order by e.starts_at, e.id limit @size + 1
            """, new { work.Now, kind, association, start = last?.StartsAt, id = last?.Id, size }, cancel);
        return TypedResults.Ok(rows.ToPage(size, row => new Position(row.StartsAt, row.Id)));
    }

    private sealed record Position(DateTimeOffset StartsAt, Guid Id);
}
