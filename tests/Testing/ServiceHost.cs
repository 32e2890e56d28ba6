using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Messaging;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Tests;

/// <summary>One service on a database and a virtual host of its own, and callers that the gateway would have let through.</summary>
public class ServiceHost<TProgram>(string environment, IReadOnlyDictionary<string, string?> settings) : WebApplicationFactory<TProgram>
    where TProgram : class
{
    private readonly GatewayTokens tokens = new();

    /// <summary>The service's own database.</summary>
    public NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    /// <summary>The clock as the service sees it.</summary>
    public TimeProvider Clock => Services.GetRequiredService<TimeProvider>();

    /// <summary>A caller without a token.</summary>
    public HttpClient Anonymous() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>A caller with those permissions, such as <c>register:read@district</c>.</summary>
    public HttpClient As(Guid memberId, params string[] permissions) => WithToken(tokens.For(memberId, permissions));

    /// <summary>A caller with whatever token the test has made with <paramref name="make"/>.</summary>
    public HttpClient WithToken(Func<GatewayTokens, string> make) => WithToken(make(tokens));

    /// <summary>Sends an event through the outbox and the broker, as another service would, and waits until every consumer of it in this service has applied it.</summary>
    public async Task TellAsync(IntegrationEvent message)
    {
        int consumers;
        await using (var scope = Services.CreateAsyncScope())
            consumers = scope.ServiceProvider.GetServices(typeof(IConsume<>).MakeGenericType(message.GetType())).Count();
        await ExecuteAsync(
            "insert into outbox (event_id, type, body, created_at, next_at) values (@EventId, @type, @body::jsonb, now(), now()); notify outbox",
            new { message.EventId, type = message.GetType().Name, body = JsonSerializer.Serialize(message, message.GetType(), Json.Options) });
        await Eventually.SeeAsync(() => QueryAsync<long>("select count(*) from inbox where event_id = @EventId", new { message.EventId }), seen => seen == consumers);
    }

    /// <summary>The one value of a query on the service's database.</summary>
    public async Task<T> QueryAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = await Database.OpenConnectionAsync();
        return (await connection.QuerySingleOrDefaultAsync<T>(sql, parameters))!;
    }

    /// <summary>Changes the service's database behind its back.</summary>
    public async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await Database.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, parameters);
    }

    /// <summary>Moves the service's clock forward from where it is.</summary>
    public async Task MoveClockAsync(TimeSpan forward)
    {
        using var client = Anonymous();
        var position = await client.GetFromJsonAsync<JsonElement>("/dev/clock");
        var ahead = position.GetProperty("aheadSeconds").GetDouble() + forward.TotalSeconds;
        (await client.PostAsJsonAsync("/dev/clock", new { aheadSeconds = ahead })).EnsureSuccessStatusCode();
    }

    /// <summary>A checksum over every table that holds what the service knows: equal before and after means nothing changed. What jobs note of their own runs is left out.</summary>
    /// <param name="except">Tables that may change.</param>
    public async Task<string> ChecksumAsync(params string[] except)
    {
        await using var connection = await Database.OpenConnectionAsync();
        return await Checksums.OfAsync(connection, except.Concat(["migrations", "jobs", "platform_clock", "outbox", "inbox", "idempotency", "subscribers", "care_reminders", "audit_checks"]));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        // Nobody else is on this virtual host to be waited for.
        builder.UseSetting("Messaging:Services", typeof(TProgram).Assembly.GetName().Name!.Split('.')[^1].ToLowerInvariant());
        builder.UseSetting("Auth:Keys", tokens.PublicKeys);
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        tokens.Dispose();
    }

    private HttpClient WithToken(string token)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
