using System.ComponentModel.DataAnnotations;

namespace VpVarmland.Members.CentralImport;

/// <summary>Decides what is done about some differences, or about all of a kind. Can be decided anew until the import is applied.</summary>
internal static class DecideDifferences
{
    /// <param name="Rows">By their <c>no</c>; null: all of that kind.</param>
    internal sealed record Request([property: Defined] DifferenceKind? Kind, [property: Defined] Decision? Decision, [property: MaxLength(1000)] IReadOnlyList<int>? Rows);

    internal sealed record Response(int Changed);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/central-imports/{id:guid}/decisions", Handle)
        .ForTheDistrict()
        .WithSummary("Decide about differences of one kind");

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await ImportLock.TakeAsync(work, id, cancel) is not { } import)
            return ImportFailures.Unknown.ToProblem(http);
        if (import.State != ImportState.Ready)
            return ImportFailures.NotReady.ToProblem(http);
        if (!Decisions.Allows(request.Kind!.Value, request.Decision!.Value))
            return ImportFailures.WrongDecision.ToProblem(http);
        // Nobody can become somebody new whose number the register has: that person came back.
        if (request is { Kind: DifferenceKind.Doubtful, Decision: Decision.New } && await work.GetAsync<bool>(
            "select exists (select from central_differences where import_id = @id and kind = 'doubtful' and cause = 'ended' and (@rows::int[] is null or no = any(@rows)))",
            new { id, rows = request.Rows?.ToArray() }, cancel))
            return ImportFailures.WrongDecision.ToProblem(http);
        var changed = await work.ExecuteAsync(
            """
            update central_differences set decision = @decision
            where import_id = @id and kind = @kind and (@rows::int[] is null or no = any(@rows)) and decision is distinct from @decision
            """, new { id, kind = request.Kind.Value.ToText(), decision = request.Decision.Value.ToText(), rows = request.Rows?.ToArray() }, cancel);
        if (request.Decision == Decision.Same && await work.GetAsync<bool>(
            "select exists (select from central_differences where import_id = @id and decision in ('same', 'take') and person_id is not null group by person_id having count(*) > 1)", new { id }, cancel))
            return ImportFailures.SamePersonTwice.ToProblem(http);
        if (changed > 0)
            await work.ExecuteAsync("update central_imports set version = version + 1 where id = @id", new { id }, cancel);
        return TypedResults.Ok(new Response(changed));
    }
}

/// <summary>An import, locked for a change. While background work has it, the request waits for that to end.</summary>
internal sealed record ImportLock(ImportState State, int Version, int Members, DateTimeOffset? AppliedAt)
{
    internal static Task<ImportLock?> TakeAsync(UnitOfWork work, Guid id, CancellationToken cancel) =>
        work.FindAsync<ImportLock>("select state, version, members, applied_at from central_imports where id = @id for no key update", new { id }, cancel);
}
