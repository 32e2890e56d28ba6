using VpVarmland.Members.Register;

namespace VpVarmland.Members.Associations;

/// <summary>An association's profile: contact ways, board with terms and vacancies, annual meetings, history.</summary>
internal static class GetAssociation
{
    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/associations/{id:guid}", Handle)
        .RequirePermission(Permission.ReadStatistics)
        .WithSummary("An association with its board, annual meetings and history");

    private static async Task<Results<Ok<AssociationProfile>, ProblemHttpResult>> Handle(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await AssociationProfile.FindAsync(work, id, caller.Reach(Permission.ReadStatistics), cancel) is not { } profile)
            return AssociationFailures.Unknown.ToProblem(http);
        http.SendVersion(profile.Version);
        return TypedResults.Ok(profile);
    }
}
