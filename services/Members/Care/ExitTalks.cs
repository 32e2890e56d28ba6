namespace VpVarmland.Members.Care;

/// <summary>
/// Exit conversations with women who leave assignments, for the feminist officer, who sees no other case. The same cases, seen through another right
/// (internal feminism: what is said is read by nobody but her and whoever holds the conversation).
/// </summary>
internal static class ExitTalks
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/care/exit-talks", List).RequirePermission(Permission.HoldExitTalks).WithSummary("Exit conversations within reach");
        api.MapGet("/care/exit-talks/{id:guid}", Get).RequirePermission(Permission.HoldExitTalks).WithSummary("An exit conversation");
        api.MapPost("/care/exit-talks/{id:guid}/contacts", Note).RequirePermission(Permission.HoldExitTalks).WithSummary("Note a contact about an exit conversation");
    }

    private static Task<Ok<Page<ListCases.Row>>> List([AsParameters] ListCases.Query query, Caller caller, UnitOfWork work, CancellationToken cancel) =>
        ListCases.ListAsync(query, CareReach.OfExit(caller), work, cancel);

    private static async Task<Results<Ok<GetCase.Response>, ProblemHttpResult>> Get(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await GetCase.FindAsync(work, id, CareReach.OfExit(caller), cancel) is { } found ? TypedResults.Ok(found) : CareFailures.Unknown.ToProblem(http);

    private static Task<Results<Ok<GetCase.Response>, ProblemHttpResult>> Note(
        Guid id, NoteContact.Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        NoteContact.NoteAsync(id, request, CareReach.OfExit(caller), work, http, cancel);
}
