using VpVarmland.Members.Files;

namespace VpVarmland.Members.Care;

/// <summary>
/// The next steps of those cases that somebody has, for their calendar program (RFC 5545), at an address that is a secret. Whole days, what is to be done and
/// in which association: whom it is about stands behind the sign-in and its second factor.
/// </summary>
internal static class CareCalendar
{
    private const int Most = 300;

    private sealed record Row(Guid Id, CareReason Reason, int Step, DateTimeOffset DueAt, DateTimeOffset OpenedAt, int Version, string AssociationName, string Language);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/care/calendar/{secret}.ics", Handle)
        .AllowAnonymous()
        .Produces<string>(contentType: "text/calendar")
        .WithSummary("Due steps for a calendar program, at a secret address");

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Handle(string secret, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var today = SwedishTime.DateOf(work.Now);
        // Whoever no longer may work with care no longer gets anything by an address from before.
        var person = await work.FindAsync<Guid?>(
            """
            select person_id from care_workers where calendar_hash = @hash and exists (
                select from assignments held join assignment_permissions allowed on allowed.kind = held.kind and allowed.permission in ('care:work', 'care:exit')
                where held.person_id = care_workers.person_id and held.ended_on is null and held.from_date <= @today)
            """, new { hash = MyCare.HashOf(secret), today }, cancel);
        if (person is null)
            return CommonFailures.NotFound.ToProblem(http);
        var plans = await CarePlans.AllAsync(work, cancel);
        var rows = await work.ListAsync<Row>(
            """
            select care.id, care.reason, care.step, care.due_at, care.opened_at, care.version, association.name as association_name, me.language
            from care_cases care join associations association on association.id = care.association_id join people me on me.id = care.assignee_id
            where care.assignee_id = @person and care.state = 'open' order by care.due_at, care.id limit @Most
            """, new { person, Most }, cancel);
        var calendar = new CalendarText("Care", "Medlemsvård");
        foreach (var row in rows)
        {
            var steps = plans[row.Reason];
            var step = steps[Math.Min(row.Step, steps.Count - 1)];
            calendar.Day(row.Id, row.Version, row.OpenedAt, SwedishTime.DateOf(row.DueAt), row.Language == Language.English ? step.English : step.Swedish, row.AssociationName);
        }
        return calendar.Send(http);
    }
}
