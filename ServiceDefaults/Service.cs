namespace VpVarmland.ServiceDefaults;

/// <summary>What makes a web project one of the platform's services. A service's Program.cs is these calls and its capabilities.</summary>
public static class Service
{
    private const long LargestBody = 1 << 20;

    /// <summary>What gateway and services share: database, messages, clock, problems, telemetry, health.</summary>
    /// <param name="name">The service's name: its queue, its telemetry.</param>
    /// <param name="database">The name of its connection string.</param>
    /// <param name="assembly">Where its consumers and migrations are.</param>
    public static void AddPlatform(this WebApplicationBuilder builder, string name, string database, Assembly assembly)
    {
        SqlMapping.Register();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.AddSingleton<PlatformClock>();
        builder.Services.AddSingleton<TimeProvider>(services => services.GetRequiredService<PlatformClock>());
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped(services => services.GetRequiredService<IHttpContextAccessor>().HttpContext is { } http ? Caller.From(http.User) : Caller.System);
        builder.Services.AddScoped<UnitOfWork>();
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<Migrator>(services, assembly));
        builder.Services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        builder.Services.AddProblemAnswers();
        builder.AddNpgsqlDataSource(database);
        builder.AddRabbitMQClient("messaging");
        builder.AddMessaging(name, assembly);
        builder.Services.AddJob<Housekeeping>();
        builder.Services.AddJob<VerifyAudit>();
        foreach (var figure in Figure.OfEveryService)
            builder.Services.AddSingleton(figure);
        builder.Services.AddSingleton<Figures>();
        builder.AddTelemetry();
    }

    /// <summary>Everything a service behind the gateway has.</summary>
    public static void AddServiceDefaults(this WebApplicationBuilder builder, string name, Assembly assembly)
    {
        builder.AddPlatform(name, name, assembly);
        builder.Services.AddHttpClient(nameof(GatewayKeys));
        builder.Services.AddSingleton<GatewayKeys>();
        builder.Services.AddAuthentication(TokenAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null);
        builder.Services.AddDenyByDefault();
        builder.Services.AddApiDocument(name);
    }

    /// <summary>The service's endpoints under <c>/api/{name}</c>: validated, committed by their answer, denied by default.</summary>
    public static void MapService(this WebApplication app, string name, params Action<IEndpointRouteBuilder>[] capabilities)
    {
        app.UseProblemAnswers();
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(CommitOnSuccess.KeepBody);
        app.MapHealth();
        app.MapApiDocument();
        ClockDoor.Map(app);
        var api = app.MapGroup("/api/" + name).WithApiGuards();
        api.MapOps();
        foreach (var map in capabilities)
            map(api);
    }

    /// <summary>Validation first, then the transaction: what every group of endpoints of the platform needs.</summary>
    public static RouteGroupBuilder WithApiGuards(this RouteGroupBuilder group) => group.WithValidation().AddEndpointFilter<CommitOnSuccess>();

    /// <summary>Migrates (in Development at start; elsewhere only with <c>--migrate</c>, which then ends), refuses silent endpoints, runs.
    /// With <c>--after-restore</c> it migrates, puts in order what an older database upsets between the services, and ends; with <c>--verify-audit</c> it says whether the audit record is whole.</summary>
    /// <param name="prepare">What the service does between migration and its first request, such as laying out the demo.</param>
    /// <param name="afterRestore">What of a restored database must not come to life again.</param>
    public static async Task RunServiceAsync(this WebApplication app, string[] args, Func<IServiceProvider, Task>? prepare = null, Func<UnitOfWork, Task>? afterRestore = null)
    {
        var isRestored = args.Contains("--after-restore");
        var migrateOnly = args.Contains("--migrate");
        if (isRestored || migrateOnly || app.Environment.IsDevelopment())
            app.Services.GetRequiredService<Migrator>().Run();
        if (isRestored)
            await app.Services.GetRequiredService<IServiceScopeFactory>().RunAsync((services, work) => Resends.AfterRestoreAsync(services, work, afterRestore), CancellationToken.None);
        var said = "";
        if (args.Contains("--verify-audit"))
            await app.Services.GetRequiredService<IServiceScopeFactory>().RunAsync(async (_, work) => await Console.Out.WriteLineAsync(said = await VerifyAudit.CheckAsync(work, default)), CancellationToken.None);
        Environment.ExitCode = said.StartsWith("broken", StringComparison.Ordinal) ? 1 : 0;
        if (isRestored || migrateOnly || said.Length > 0)
            return;
        await ClockDoor.LoadAsync(app);
        // Built once: the framework asks several times, and by itself compiles every handler each time.
        var sources = ((IEndpointRouteBuilder)app).DataSources;
        using var built = new CompositeEndpointDataSource([.. sources]);
        sources.Clear();
        sources.Add(built);
        Access.RefuseSilentEndpoints(built.Endpoints);
        if (prepare is not null)
            await prepare(app.Services);
        await app.RunAsync();
    }
}
