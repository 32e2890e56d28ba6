namespace VpVarmland.Members.Associations;

/// <summary>Begins a new association: forming, until the district says that it is active.</summary>
internal static class FoundAssociation
{
    internal sealed record Request([property: NotEmpty, AtMost(100)] string Name, string? MunicipalityCode, [property: AtMost(2000)] string? Reason);

    internal sealed record Response(Guid Id);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/associations", Handle)
        .RequirePermission(Permission.ManageAssociations)
        .WithSummary("Begin a new association");

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!caller.Reach(Permission.ManageAssociations).District)
            return AssociationFailures.Unknown.ToProblem(http);
        var (id, failure) = await AddAsync(work, request.Name.Trim(), request.MunicipalityCode, request.Reason.TrimmedOrNull(), cancel);
        return failure is not null ? failure.ToProblem(http) : TypedResults.Created($"/api/members/associations/{id}", new Response(id));
    }

    /// <summary>Adds the association and tells everyone, or says why it cannot be.</summary>
    internal static async Task<(Guid Id, Failure? Failure)> AddAsync(UnitOfWork work, string name, string? municipality, string? reason, CancellationToken cancel)
    {
        var (id, code) = (Guid.CreateVersion7(), municipality.TrimmedOrNull());
        if (await AssociationChange.CheckAsync(work, id, name, code, stands: true, cancel) is { } clash)
            return (id, clash);
        await work.ExecuteAsync("insert into associations (id, name, municipality_code, state) values (@id, @name, @code, 'forming')", new { id, name, code }, cancel);
        await AssociationEntry.AddAsync(work, id, AssociationEvent.Forming, SwedishTime.DateOf(work.Now), reason, null, cancel);
        work.Record("association.founded", id, reason, new { name, code });
        await AssociationChange.PublishAsync(work, [id], cancel);
        return (id, null);
    }
}
