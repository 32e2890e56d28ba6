namespace VpVarmland.ServiceDefaults.Ops;

/// <summary>One kind of thing that this service owns and that others keep copies of. After a restore it is sent again (decision 0107).</summary>
public abstract class StateSource
{
    /// <summary>What it is, as <see cref="StateResent"/> says it: <c>people</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Takes the next things by id, raises the version of each to at least <paramref name="floor"/> and in any case by one, and publishes it.</summary>
    /// <param name="most">How many; fewer only where no more are left.</param>
    /// <returns>The last of them, and how many they were.</returns>
    public abstract Task<(Guid Last, int Count)> SendAsync(UnitOfWork work, Guid after, Guid through, int floor, int most, CancellationToken cancel);
}

/// <summary>Asking a service for the state it owns, and what has come of it.</summary>
public static class Resends
{
    /// <summary>No transaction lasts longer in a service that runs; what nobody can see yet is not to be forgotten.</summary>
    internal static readonly TimeSpan LongestChange = TimeSpan.FromHours(1);
    private static readonly DateTimeOffset Beginning = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal sealed record Request([property: NotEmpty, AtMost(500)] string Note);

    internal sealed record Row(string Kind, DateTimeOffset AskedAt, int? Sent, DateTimeOffset? DoneAt);

    /// <summary>Says that the service owns this state.</summary>
    public static IServiceCollection AddState<TSource>(this IServiceCollection services)
        where TSource : StateSource => services.AddScoped<StateSource, TSource>().AddJob<SendAgain>();

    internal static void Map(IEndpointRouteBuilder ops)
    {
        ops.MapGet("/resends", List).RequirePermission(Permission.Operate).WithSummary("State that was asked for again, and how far it has come");
        ops.MapPost("/resends", Ask).RequirePermission(Permission.Operate).WithSummary("Send the state this service owns to all others again, as the truth");
    }

    /// <summary>Puts every kind on its way again, from the beginning.</summary>
    internal static async Task AskAsync(IEnumerable<StateSource> sources, UnitOfWork work, string note, TimeSpan underWay, CancellationToken cancel)
    {
        // Seconds by the machine's clock: above every version that was given out before, since nothing changes once a second for long.
        var now = TimeProvider.System.GetUtcNow();
        var floor = (int)(now - Beginning).TotalSeconds;
        foreach (var source in sources)
        {
            await work.ExecuteAsync(
                """
                insert into resends (kind, asked_at, floor, through, forget) values (@Kind, @Now, @floor, @through, @forget)
                on conflict (kind) do update set (asked_at, floor, through, forget, sent, done_at) = (@Now, @floor, @through, @forget, null, null)
                """, new { source.Kind, work.Now, floor, through = Guid.CreateVersion7(now), forget = Guid.CreateVersion7(now - underWay) }, cancel);
            work.Record("resend.asked", Guid.Empty, note, new { source.Kind, floor });
        }
        await work.ExecuteAsync("update jobs set next_run_at = @Now where name = @name", new { work.Now, name = nameof(SendAgain) }, cancel);
    }

    /// <summary>The first thing after a restore, before the service runs: others get what it owns, and it gets what others own.</summary>
    internal static async Task AfterRestoreAsync(IServiceProvider services, UnitOfWork work, Func<UnitOfWork, Task>? own)
    {
        var name = services.GetRequiredService<IHostEnvironment>().ApplicationName;
        await AskAsync(services.GetServices<StateSource>(), work, name, TimeSpan.Zero, CancellationToken.None);
        work.Publish(new StateWanted(name));
        if (own is not null)
            await own(work);
    }

    private static async Task<Ok<IReadOnlyList<Row>>> List(UnitOfWork work, CancellationToken cancel) =>
        TypedResults.Ok(await work.ListAsync<Row>("select kind, asked_at, sent, done_at from resends order by kind", null, cancel));

    private static async Task<NoContent> Ask(Request request, IEnumerable<StateSource> sources, UnitOfWork work, CancellationToken cancel)
    {
        await AskAsync(sources, work, request.Note.Trim(), LongestChange, cancel);
        return TypedResults.NoContent();
    }
}

/// <summary>A restored service has asked everyone for what they own.</summary>
internal sealed class StateIsWanted(IEnumerable<StateSource> sources) : IConsume<StateWanted>
{
    public Task HandleAsync(StateWanted message, UnitOfWork work, CancellationToken cancel) => Resends.AskAsync(sources, work, message.By, Resends.LongestChange, cancel);
}

/// <summary>Sends state again, a page a transaction; one that is interrupted begins again. Then says that this was all.</summary>
internal sealed class SendAgain(IEnumerable<StateSource> sources, IServiceScopeFactory scopes) : Job
{
    private const int PageSize = 500;

    public override TimeSpan Every => TimeSpan.FromHours(1);

    public override async Task RunAsync(UnitOfWork work, CancellationToken cancel)
    {
        foreach (var asked in await work.ListAsync<Row>("select kind, floor, through, forget from resends where done_at is null order by kind for update", null, cancel))
        {
            var source = sources.Single(one => one.Kind == asked.Kind);
            var (last, sent, page) = (Guid.Empty, 0, 0);
            do
            {
                await scopes.RunAsync(async (_, own) => (last, page) = await source.SendAsync(own, last, asked.Through, asked.Floor, PageSize, cancel), cancel);
                sent += page;
            }
            while (page == PageSize);
            work.Publish(new StateResent(asked.Kind, asked.Floor, asked.Through, sent, asked.Forget));
            await work.ExecuteAsync("update resends set sent = @sent, done_at = @Now where kind = @Kind", new { sent, work.Now, asked.Kind }, cancel);
        }
    }

    private sealed record Row(string Kind, int Floor, Guid Through, Guid Forget);
}
