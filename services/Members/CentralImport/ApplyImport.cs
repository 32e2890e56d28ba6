using VpVarmland.Members.Register;

namespace VpVarmland.Members.CentralImport;

/// <summary>Asks for the preview that the caller has seen to be applied. The work is done in the background; the audit record names the caller.</summary>
internal static class ApplyImport
{
    /// <param name="Ended">How many memberships will end; asked for only where it is more than a tenth of the members.</param>
    internal sealed record Request(int? Ended);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/central-imports/{id:guid}/apply", Handle)
        .ForTheDistrict()
        .WithSummary("Apply an import");

    private static async Task<Results<Accepted, ProblemHttpResult>> Handle(Guid id, Request request, UnitOfWork work, ImportWorker worker, HttpContext http, CancellationToken cancel)
    {
        if (await ImportLock.TakeAsync(work, id, cancel) is not { } import)
            return ImportFailures.Unknown.ToProblem(http);
        if (import.State != ImportState.Ready)
            return ImportFailures.NotReady.ToProblem(http);
        if (http.CheckVersion(import.Version) is { } stale)
            return stale.ToProblem(http);
        var chosen = await work.GetAsync<Chosen>(
            """
            select count(*) filter (where kind = 'doubtful' and decision is null)::int as undecided, count(*) filter (where kind = 'gone' and decision in ('left', 'lapsed'))::int as ended
            from central_differences where import_id = @id
            """, new { id }, cancel);
        if (chosen.Undecided > 0)
            return ImportFailures.Undecided.ToProblem(http);
        if (Decisions.NeedsNumber(chosen.Ended, import.Members) && request.Ended != chosen.Ended)
            return ImportFailures.ManyGone.ToProblem(http);
        await work.ExecuteAsync(
            "update central_imports set state = 'applying', acting = @Actor, attempts = 0, version = version + 1 where id = @id; delete from central_progress where import_id = @id",
            new { id, work.Caller.Actor }, cancel);
        worker.WakeAfter(http);
        return TypedResults.Accepted($"/api/members/central-imports/{id}");
    }

    private sealed record Chosen(int Undecided, int Ended);
}

/// <summary>Asks for an applied import to be undone, within an hour.</summary>
internal static class UndoImport
{
    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/central-imports/{id:guid}/undo", Handle)
        .ForTheDistrict()
        .WithSummary("Undo an import within an hour");

    private static async Task<Results<Accepted, ProblemHttpResult>> Handle(Guid id, UnitOfWork work, ImportWorker worker, HttpContext http, CancellationToken cancel)
    {
        if (await ImportLock.TakeAsync(work, id, cancel) is not { } import)
            return ImportFailures.Unknown.ToProblem(http);
        if (import is not { State: ImportState.Applied, AppliedAt: { } appliedAt } || appliedAt + Undoing.Undoable <= work.Now)
            return ImportFailures.TooLateToUndo.ToProblem(http);
        await work.ExecuteAsync(
            "update central_imports set state = 'undoing', acting = @Actor, attempts = 0, version = version + 1 where id = @id; delete from central_progress where import_id = @id",
            new { id, work.Caller.Actor }, cancel);
        worker.WakeAfter(http);
        return TypedResults.Accepted($"/api/members/central-imports/{id}");
    }
}

/// <summary>Throws away an import that was not applied, with every row of its file.</summary>
internal static class DiscardImport
{
    internal static void Map(IEndpointRouteBuilder api) => api
        .MapDelete("/central-imports/{id:guid}", Handle)
        .ForTheDistrict()
        .WithSummary("Throw away an import that was not applied");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await ImportLock.TakeAsync(work, id, cancel) is not { } import)
            return ImportFailures.Unknown.ToProblem(http);
        if (import.State is not (ImportState.Ready or ImportState.Failed or ImportState.Comparing))
            return ImportFailures.NotReady.ToProblem(http);
        await ImportsExpire.EraseAsync(work, [id], cancel);
        await work.ExecuteAsync("update central_imports set state = 'discarded', version = version + 1 where id = @id", new { id }, cancel);
        work.Record("import.discarded", id);
        return TypedResults.NoContent();
    }
}
