using System.Security.Claims;
using Npgsql;

namespace VpVarmland.Members.CentralImport;

/// <summary>
/// Compares, applies and undoes in the background, one import at a time. The import's row, locked by the work's own transaction, is the lease:
/// a service that dies lets go of it with its connection, nothing half done remains, and whoever looks next does the work from its beginning.
/// ("No key": the progress that is written meanwhile refers to the row.)
/// </summary>
internal sealed class ImportWorker(IServiceScopeFactory scopes, IHttpContextAccessor current, NpgsqlDataSource source, ILogger<ImportWorker> log) : BackgroundService
{
    private const int MostAttempts = 5;
    private static readonly TimeSpan SlowPoll = TimeSpan.FromSeconds(5), Pause = TimeSpan.FromMilliseconds(300);
    private readonly SemaphoreSlim wake = new(0);

    /// <summary>Looks for work as soon as the request's answer has left, and with it its transaction.</summary>
    internal void WakeAfter(HttpContext http) => http.Response.OnCompleted(() =>
    {
        wake.Release();
        return Task.CompletedTask;
    });

    public override void Dispose()
    {
        base.Dispose();
        wake.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await RunNextAsync(stoppingToken))
                {
                }
                await wake.WaitAsync(SlowPoll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                log.LogWarning("Imports pause: {Fault}", fault.GetType().Name);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>False where nothing waits, or another instance has it.</summary>
    private async Task<bool> RunNextAsync(CancellationToken cancel)
    {
        Waiting? taken = null;
        try
        {
            if (await PeekAsync(cancel) is not { } actor)
                return false;
            current.HttpContext = new DefaultHttpContext { User = PrincipalOf(actor) };
            await scopes.RunAsync(async (_, work) =>
            {
                taken = await TakeAsync(work, actor, cancel);
                if (taken is not null)
                    await RunAsync(taken, work, cancel);
            }, cancel);
            return taken is not null;
        }
        catch (Exception fault) when (taken is not null && !cancel.IsCancellationRequested)
        {
            log.LogWarning("Import {Import} failed while {State}: {Fault}", taken.Id, taken.State, (fault as PostgresException)?.SqlState ?? fault.GetType().Name);
            await NoteFailureAsync(taken, cancel);
            await Task.Delay(Pause, cancel);
            return true;
        }
        finally
        {
            current.HttpContext = null;
        }
    }

    private Task RunAsync(Waiting import, UnitOfWork work, CancellationToken cancel) => import.State switch
    {
        ImportState.Comparing => Comparison.RunAsync(import.Id, work, new ImportProgress(source, import.Id, Comparison.Steps), cancel),
        ImportState.Applying => Applying.RunAsync(import.Id, work, new ImportProgress(source, import.Id, Applying.Steps), cancel),
        _ => Undoing.RunAsync(import.Id, work, new ImportProgress(source, import.Id, Undoing.Steps), cancel),
    };

    /// <summary>Who asked for the next piece of work: the audit record names them, so the transaction is theirs.</summary>
    private async Task<string?> PeekAsync(CancellationToken cancel)
    {
        string? actor = null;
        await scopes.RunAsync(async (_, work) => actor = await work.FindAsync<string>(
            "select acting from central_imports where state in ('comparing', 'applying', 'undoing') order by received_at limit 1 for no key update skip locked", null, cancel), cancel);
        return actor;
    }

    private static Task<Waiting?> TakeAsync(UnitOfWork work, string actor, CancellationToken cancel) => work.FindAsync<Waiting>(
        """
        select id, state from central_imports where state in ('comparing', 'applying', 'undoing') and acting = @actor
        order by received_at limit 1 for no key update skip locked
        """, new { actor }, cancel);

    /// <summary>After some attempts the import goes back to where a person can see it and try again.</summary>
    private Task NoteFailureAsync(Waiting import, CancellationToken cancel) => scopes.RunAsync((_, work) => work.ExecuteAsync(
        """
        update central_imports set attempts = attempts + 1, version = version + 1, state = case
            when attempts + 1 < @MostAttempts then state when state = 'comparing' then 'failed' when state = 'applying' then 'ready' else 'applied' end
        where id = @Id and state = @state
        """, new { import.Id, state = import.State.ToText(), MostAttempts }, cancel), cancel);

    private static ClaimsPrincipal PrincipalOf(string actor) => new(new ClaimsIdentity(
        [actor.Split(':', 2) is ["member", var member] ? new Claim(TokenClaims.Member, member) : new Claim(TokenClaims.Subject, actor.Split(':', 2)[^1])], "import"));

    private sealed record Waiting(Guid Id, ImportState State);
}
