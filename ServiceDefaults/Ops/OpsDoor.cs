namespace VpVarmland.ServiceDefaults.Ops;

/// <summary>How a service fares, for those who run the platform: figures, jobs, messages, what was done about them. Never personal data.</summary>
public static class OpsDoor
{
    /// <summary>What is running, of which version.</summary>
    public static string Version { get; } = Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <param name="StartedAt">By the machine's clock.</param>
    internal sealed record State(string Version, DateTimeOffset StartedAt, IReadOnlyList<Measured> Figures);

    /// <param name="LastRunAt">The last run that succeeded.</param>
    /// <param name="Failures">Runs that failed since then.</param>
    internal sealed record Job(string Name, DateTimeOffset? LastRunAt, DateTimeOffset NextRunAt, int Failures, string? Fault, DateTimeOffset? FaultedAt);

    internal sealed record Action(long Id, DateTimeOffset At, string Actor, string Name, Guid Subject, string? Reason);

    /// <summary>Adds <c>…/ops</c> to the service's addresses.</summary>
    public static void MapOps(this IEndpointRouteBuilder api)
    {
        var ops = api.MapGroup("/ops");
        api.ServiceProvider.GetRequiredService<Figures>().Offer(api.ServiceProvider.GetRequiredService<IMeterFactory>().Create(PlatformActivity.Name));
        ops.MapGet("/state", Read).RequirePermission(Permission.Operate).WithSummary("Version and figures of this service");
        ops.MapGet("/jobs", Jobs).RequirePermission(Permission.Operate).WithSummary("Background jobs: last run, next run, last fault");
        ops.MapGet("/actions", Actions).RequirePermission(Permission.Operate).WithSummary("What was done to run the platform, latest first");
        Messages.Map(ops);
        Resends.Map(ops);
    }

    /// <summary>Adds a figure of the service's own.</summary>
    public static IServiceCollection AddFigure(this IServiceCollection services, string name, string unit, string sql) => services.AddSingleton(new Figure(name, unit, sql));

    private static readonly DateTimeOffset Started = TimeProvider.System.GetUtcNow();

    private static async Task<Ok<State>> Read(Figures figures, CancellationToken cancel) => TypedResults.Ok(new State(Version, Started, await figures.ReadAsync(cancel)));

    private static async Task<Ok<IReadOnlyList<Job>>> Jobs(UnitOfWork work, CancellationToken cancel) => TypedResults.Ok(
        await work.ListAsync<Job>("select name, last_run_at, next_run_at, failures, fault, faulted_at from jobs order by failures = 0, name", null, cancel));

    // Actions of running only: the record of people's affairs is not for those who run the machines.
    private static async Task<Ok<Page<Action>>> Actions(UnitOfWork work, CancellationToken cancel, string? after = null, [PageSize] int size = Cursor.Usual)
    {
        var rows = await work.ListAsync<Action>(
            """
            select id, at, actor, action as name, subject, reason from audit
            where split_part(action, '.', 1) in ('message', 'resend', 'mail', 'alarm', 'backup', 'client', 'signing_key') and (@before::bigint is null or id < @before)
            order by id desc limit @limit
            """, new { before = Cursor.Read<long?>(after), limit = size + 1 }, cancel);
        return TypedResults.Ok(rows.ToPage(size, row => row.Id));
    }
}
