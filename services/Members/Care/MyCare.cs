using System.Security.Cryptography;
using System.Text;

namespace VpVarmland.Members.Care;

/// <summary>How somebody who works with care wants it: reminders by mail, when they are away, and the secret address of their calendar.</summary>
internal static class MyCare
{
    internal sealed record Request([property: NotEmpty] bool? Reminders, DateOnly? AwayFrom, DateOnly? AwayUntil);

    /// <param name="HasCalendar">There is an address; what it is was told when it was made.</param>
    internal sealed record Response(bool Reminders, DateOnly? AwayFrom, DateOnly? AwayUntil, bool HasCalendar);

    /// <param name="Path">The calendar's address below the platform; told this once, since only its hash is kept.</param>
    internal sealed record Calendar(string Path);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/care/me", Read).RequirePermission(Permission.WorkCare).WithSummary("My reminders, absence and calendar");
        api.MapPut("/care/me", Change).RequirePermission(Permission.WorkCare).WithSummary("Change my reminders and absence");
        api.MapPost("/care/me/calendar", NewCalendar).RequirePermission(Permission.WorkCare).WithSummary("A new secret address for my calendar; an earlier one ends");
        api.MapDelete("/care/me/calendar", NoCalendar).RequirePermission(Permission.WorkCare).WithSummary("End my calendar's address");
    }

    internal static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Read(Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        caller.MemberId is { } me ? TypedResults.Ok(await AnswerAsync(work, me, cancel)) : CommonFailures.Forbidden.ToProblem(http);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Change(Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (caller.MemberId is not { } me)
            return CommonFailures.Forbidden.ToProblem(http);
        var (from, until, today) = (request.AwayFrom, request.AwayUntil, SwedishTime.DateOf(work.Now));
        if ((from is null) != (until is null) || until < from || until > today.AddYears(1) || from < today.AddYears(-1))
            return CareFailures.BadAbsence.ToProblem(http);
        await work.ExecuteAsync(
            """
            insert into care_workers (person_id, reminders, away_from, away_until) values (@me, @Reminders, @from, @until)
            on conflict (person_id) do update set reminders = excluded.reminders, away_from = excluded.away_from, away_until = excluded.away_until
            """, new { me, request.Reminders, from, until }, cancel);
        work.Record("care.own_settings", me);
        return TypedResults.Ok(await AnswerAsync(work, me, cancel));
    }

    private static async Task<Results<Ok<Calendar>, ProblemHttpResult>> NewCalendar(Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (caller.MemberId is not { } me)
            return CommonFailures.Forbidden.ToProblem(http);
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        await work.ExecuteAsync("insert into care_workers (person_id, calendar_hash) values (@me, @hash) on conflict (person_id) do update set calendar_hash = excluded.calendar_hash",
            new { me, hash = HashOf(secret) }, cancel);
        work.Record("care.calendar_address", me);
        return TypedResults.Ok(new Calendar($"/api/members/care/calendar/{secret}.ics"));
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> NoCalendar(Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (caller.MemberId is not { } me)
            return CommonFailures.Forbidden.ToProblem(http);
        if (await work.ExecuteAsync("update care_workers set calendar_hash = null where person_id = @me and calendar_hash is not null", new { me }, cancel) > 0)
            work.Record("care.calendar_ended", me);
        return TypedResults.Ok(await AnswerAsync(work, me, cancel));
    }

    private static async Task<Response> AnswerAsync(UnitOfWork work, Guid me, CancellationToken cancel) => await work.FindAsync<Response>(
        "select reminders, away_from, away_until, calendar_hash is not null as has_calendar from care_workers where person_id = @me", new { me }, cancel) ?? new Response(true, null, null, false);
}
