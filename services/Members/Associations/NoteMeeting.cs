using System.ComponentModel.DataAnnotations;

namespace VpVarmland.Members.Associations;

/// <summary>Notes when a year's annual meeting is planned and when it was held; with neither, the year is taken away.</summary>
internal static class NoteMeeting
{
    internal sealed record Request(DateOnly? PlannedOn, DateOnly? HeldOn);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/associations/{id:guid}/meetings/{year:int}", Handle)
        .RequirePermission(Permission.EditAssociation)
        .WithSummary("Note an association's annual meeting");

    private static async Task<Results<Ok<AssociationProfile>, ProblemHttpResult>> Handle(
        Guid id, [Range(1917, 2100)] int year, Request request, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        if ((request.PlannedOn ?? request.HeldOn ?? new DateOnly(year, 1, 1)).Year != year || (request.HeldOn is { } day && day.Year != year))
            return AssociationFailures.MeetingOtherYear.ToProblem(http);
        if (request.HeldOn > clock.Today())
            return AssociationFailures.MeetingNotHeldYet.ToProblem(http);
        var (before, failure) = await AssociationChange.BeginAsync(work, id, caller.Reach(Permission.EditAssociation), http, cancel);
        if (before is null)
            return failure!.ToProblem(http);
        var changed = await work.ExecuteAsync(
            request is { PlannedOn: null, HeldOn: null } ? "delete from annual_meetings where association_id = @id and year = @year"
                : """
                  insert into annual_meetings as meeting (association_id, year, planned_on, held_on) values (@id, @year, @PlannedOn, @HeldOn)
                  on conflict (association_id, year) do update set planned_on = excluded.planned_on, held_on = excluded.held_on
                  where (meeting.planned_on, meeting.held_on) is distinct from (excluded.planned_on, excluded.held_on)
                  """, new { id, year, request.PlannedOn, request.HeldOn }, cancel);
        if (changed > 0)
        {
            await work.ExecuteAsync("update associations set version = version + 1 where id = @id", new { id }, cancel);
            work.Record("association.meeting_noted", id, content: new { year, request.PlannedOn, request.HeldOn });
        }
        return await AssociationChange.AnswerAsync(work, id, http, cancel);
    }
}
