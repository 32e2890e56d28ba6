using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Dapper;
using Npgsql;

namespace VpVarmland.Members.CentralImport;

/// <summary>
/// How far the background work has come, as server-sent events; the stream ends when there is nothing more to wait for. Holds no transaction and no
/// connection between two looks.
/// </summary>
internal static class WatchImport
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(400);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/central-imports/{id:guid}/progress", Handle)
        .ForTheDistrict()
        .WithSummary("How far an import has come, as server-sent events");

    private static async Task<Results<ServerSentEventsResult<ImportProgressView>, ProblemHttpResult>> Handle(Guid id, NpgsqlDataSource source, HttpContext http, CancellationToken cancel) =>
        await LookAsync(id, source, cancel) is null
            ? ImportFailures.Unknown.ToProblem(http)
            : TypedResults.ServerSentEvents(FollowAsync(id, source, cancel));

    private static async IAsyncEnumerable<SseItem<ImportProgressView>> FollowAsync(Guid id, NpgsqlDataSource source, [EnumeratorCancellation] CancellationToken cancel)
    {
        ImportProgressView? last = null;
        using var timer = new PeriodicTimer(Every);
        do
        {
            if (await LookAsync(id, source, cancel) is not { } now)
                yield break;
            if (now != last)
                yield return new SseItem<ImportProgressView>(now, "progress");
            last = now;
        }
        while (last.State is ImportState.Comparing or ImportState.Applying or ImportState.Undoing && await timer.WaitForNextTickAsync(cancel));
    }

    private static async Task<ImportProgressView?> LookAsync(Guid id, NpgsqlDataSource source, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await connection.QuerySingleOrDefaultAsync<ImportProgressView>(new CommandDefinition(
            """
            select import.state, progress.step, coalesce(progress.done, 0) as done, coalesce(progress.total, 1) as total
            from central_imports import left join central_progress progress on progress.import_id = import.id where import.id = @id
            """, new { id }, cancellationToken: cancel));
    }
}
