using System.Collections.Concurrent;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Messaging;
using VpVarmland.ServiceDefaults.Problems;
using VpVarmland.ServiceDefaults.Validation;

[assembly: AssemblyFixture(typeof(VpVarmland.Tests.Servers))]

namespace VpVarmland.Tests;

/// <summary>The smallest service that has everything a service has: what the shared parts are tried on.</summary>
internal sealed class Probe : IAsyncDisposable
{
    private readonly WebApplication app;

    private Probe(WebApplication app) => this.app = app;

    internal HttpClient Client { get; private set; } = null!;

    internal NpgsqlDataSource Database => app.Services.GetRequiredService<NpgsqlDataSource>();

    internal ApplicationFaults Faults => app.Services.GetRequiredService<ApplicationFaults>();

    /// <param name="broker">Null: a virtual host of its own.</param>
    internal static async Task<Probe> StartAsync(Servers servers, string? broker = null, GatewayTokens? tokens = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration["ConnectionStrings:probe"] = await servers.CreateDatabaseAsync();
        builder.Configuration["ConnectionStrings:messaging"] = broker ?? await servers.CreateVirtualHostAsync();
        builder.Configuration["Messaging:Services"] = "probe";
        builder.Configuration["Auth:Keys"] = tokens?.PublicKeys ?? """{"keys":[]}""";
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddServiceDefaults("probe", typeof(Probe).Assembly);
        builder.Services.AddSingleton<ApplicationFaults>();
        var app = builder.Build();
        app.Services.GetRequiredService<Migrator>().Run();
        app.MapService("probe", Notes.Map);
        var probe = new Probe(app);
        await using (var connection = await probe.Database.OpenConnectionAsync())
            await connection.ExecuteAsync("create table notes (text text not null, by text not null); create table effects (id uuid not null, consumer text not null, version int not null); create table states (id uuid primary key, version int not null)");
        await app.StartAsync();
        probe.Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        return probe;
    }

    internal async Task<T> QueryAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = await Database.OpenConnectionAsync();
        return (await connection.QuerySingleOrDefaultAsync<T>(sql, parameters))!;
    }

    internal Task PublishAsync(params IntegrationEvent[] events) => app.Services.GetRequiredService<IServiceScopeFactory>().RunAsync((_, work) =>
    {
        foreach (var one in events)
            work.Publish(one);
        return Task.CompletedTask;
    }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

/// <summary>Makes the probe's consumer throw so many times for an event: what a bug or a lock would do.</summary>
internal sealed class ApplicationFaults
{
    private readonly ConcurrentDictionary<Guid, int> left = new();

    internal void Plan(Guid eventId, int times) => left[eventId] = times;

    internal void ThrowIfPlanned(Guid eventId)
    {
        if (left.TryGetValue(eventId, out var times) && times > 0)
        {
            left[eventId] = times - 1;
            throw new InvalidOperationException("planned");
        }
    }
}

/// <summary>Counts the effects of an event, which must be one.</summary>
internal sealed class CountEffects(ApplicationFaults faults) : IConsume<AssociationChanged>
{
    public async Task HandleAsync(AssociationChanged message, UnitOfWork work, CancellationToken cancel)
    {
        await work.ExecuteAsync("insert into effects (id, consumer, version) values (@AssociationId, 'count', @Version)", new { message.AssociationId, message.Version }, cancel);
        faults.ThrowIfPlanned(message.EventId);
    }
}

/// <summary>Keeps the newest state, whatever order events come in.</summary>
internal sealed class KeepState : IConsume<AssociationChanged>
{
    public Task HandleAsync(AssociationChanged message, UnitOfWork work, CancellationToken cancel) => work.ExecuteAsync(
        "insert into states (id, version) values (@AssociationId, @Version) on conflict (id) do update set version = excluded.version where states.version < excluded.version",
        new { message.AssociationId, message.Version }, cancel);
}

/// <summary>Endpoints of the probe.</summary>
internal static class Notes
{
    internal static readonly Failure Refused = Failure.Conflict("probe.refused", "Nej.", "No.");

    internal sealed record Request([property: NotEmpty, AtMost(20)] string Text, bool Refuse);

    internal sealed record Response(string Text);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/notes", Handle).AllowAnonymous();
        api.MapGet("/secret", (Caller caller) => TypedResults.Ok(caller.Reach(Permission.WorkCare))).RequirePermission(Permission.WorkCare);
        api.MapGet("/bug", IResult () => throw new InvalidOperationException("a bug")).AllowAnonymous();
    }

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        await work.ExecuteAsync("insert into notes (text, by) values (@Text, @Actor)", new { request.Text, caller.Actor }, cancel);
        work.Record("note.written", Guid.NewGuid(), content: new { request.Text });
        work.Publish(new MemberActivated(Guid.NewGuid(), new DateOnly(2026, 1, 1)));
        return request.Refuse ? Refused.ToProblem(http) : TypedResults.Created("/api/probe/notes/1", new Response(request.Text));
    }
}
