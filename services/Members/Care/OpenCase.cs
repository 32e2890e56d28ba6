using VpVarmland.Members.Register;

namespace VpVarmland.Members.Care;

/// <summary>Opens a care case for a person and gives it a due date. Source: operating plan 2025, "medlemsvård".</summary>
internal static class OpenCase
{
    /// <param name="Due">The last day, in Sweden; null: by the reason.</param>
    internal sealed record Request([property: NotEmpty] Guid MemberId, [property: Defined] CareReason? Reason, DateOnly? Due);

    internal sealed record Response(Guid CaseId, DateTimeOffset Due);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/care/cases", Handle)
        .RequirePermission(Permission.WorkCare)
        .WithSummary("Open a care case");

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        Request request, Caller caller, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        if (await PersonView.FindAsync(work, request.MemberId, caller.Reach(Permission.WorkCare), cancel) is not { } person)
            return RegisterFailures.Unknown.ToProblem(http);
        if (request.Due is { } day && (day < clock.Today() || day > clock.Today().AddYears(2)))
            return CareFailures.DueInPast.ToProblem(http);
        // A day is kept until its last moment.
        var due = request.Due is { } last ? SwedishTime.StartOf(last.AddDays(1)).AddSeconds(-1) : (DateTimeOffset?)null;
        if (await CareCases.OpenAsync(work, person.MemberId, person.Association.Id, request.Reason!.Value, due, cancel) is not { } opened)
            return CareFailures.CaseExists.ToProblem(http);
        return TypedResults.Created($"/api/members/care/cases/{opened.CaseId}", new Response(opened.CaseId, opened.Due));
    }
}
