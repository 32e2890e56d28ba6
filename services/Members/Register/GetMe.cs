namespace VpVarmland.Members.Register;

/// <summary>Min sida: the person's own data, membership and assignments.</summary>
internal static class GetMe
{
    internal static readonly Reach Everywhere = new(District: true, []);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/me", Handle)
        .RequirePermission(Permission.Self)
        .WithSummary("My own data, membership and assignments");

    private static async Task<Results<Ok<PersonView>, ProblemHttpResult>> Handle(Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await PersonView.FindAsync(work, caller.RequireMemberId(), Everywhere, cancel) is not { } me)
            return RegisterFailures.Unknown.ToProblem(http);
        http.SendVersion(me.Version);
        return TypedResults.Ok(me);
    }
}

/// <summary>Corrections of one's own data.</summary>
internal static class CorrectMe
{
    internal sealed record Request : PersonalData;

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/me", Handle)
        .RequirePermission(Permission.Self)
        .WithSummary("Correct my own data");

    private static Task<Results<Ok<PersonView>, ProblemHttpResult>> Handle(
        Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        CorrectPerson.ApplyAsync(caller.RequireMemberId(), request, GetMe.Everywhere, work, http, cancel);
}
