using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using VpVarmland.Communications.DevMail;
using VpVarmland.Communications.Mails;
using VpVarmland.Communications.Sending;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Tests;

/// <summary>The service on a database of its own.</summary>
internal sealed class CommunicationsHost : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string?> settings;
    private readonly string environment;

    private CommunicationsHost(Dictionary<string, string?> settings, string environment)
    {
        this.settings = settings;
        this.environment = environment;
    }

    internal NpgsqlDataSource Database => Services.GetRequiredService<NpgsqlDataSource>();

    /// <param name="broker">False: the broker is away, and tests put mails in the queue themselves.</param>
    internal static async Task<CommunicationsHost> StartAsync(
        Servers servers, bool broker = false, IReadOnlyDictionary<string, string?>? settings = null, string environment = "Development", string? database = null)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:communications"] = database ?? await servers.CreateDatabaseAsync(),
            ["ConnectionStrings:messaging"] = broker ? servers.Rabbit.ConnectionString : "amqp://nobody:nothing@127.0.0.1:1",
            ["Auth:Keys"] = Tokens.Keys,
            ["Platform:PublicUrl"] = "https://varmland.example",
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string?>(StringComparer.Ordinal))
            all[key] = value;
        var host = new CommunicationsHost(all, environment);
        _ = host.Server;
        // An event that is published before the service's queue is there reaches nobody.
        if (broker)
            await Eventually.SeeAsync(async () => (await host.CreateClient().GetAsync("/health")).StatusCode, status => status == HttpStatusCode.OK);
        return host;
    }

    /// <summary>A client that carries a token with these permissions; without any, an anonymous one.</summary>
    internal HttpClient ClientWith(params Permission[] permissions)
    {
        var client = CreateClient();
        if (permissions.Length > 0)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Tokens.For(permissions));
        return client;
    }

    /// <summary>Sends an event through the outbox and the broker, as another service would.</summary>
    internal async Task PublishAsync(IntegrationEvent message)
    {
        await using var connection = await Database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            "insert into outbox (event_id, type, body, created_at, next_at) values (@EventId, @type, @body::jsonb, now(), now()); notify outbox",
            new { message.EventId, type = message.GetType().Name, body = JsonSerializer.Serialize(message, message.GetType(), Json.Options) });
    }

    /// <summary>Puts a mail in the queue without any event.</summary>
    internal async Task<Guid> QueueAsync(string address, Letter? letter = null)
    {
        var eventId = Guid.CreateVersion7();
        await Services.GetRequiredService<IServiceScopeFactory>().RunAsync((services, work) => services.GetRequiredService<MailQueue>().AddAsync(
            work, eventId, MailTemplate.Welcome, new Addressee(address), letter ?? new Letter("sv", "Ämne", new Paragraph("Text")), CancellationToken.None),
            CancellationToken.None);
        return await QueryAsync<Guid>("select id from outgoing_mail where event_id = @eventId", new { eventId });
    }

    internal async Task<T> QueryAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = await Database.OpenConnectionAsync();
        return (await connection.QuerySingleOrDefaultAsync<T>(sql, parameters))!;
    }

    internal async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await Database.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, parameters);
    }

    internal async Task<IReadOnlyList<DevMessage>> MailsToAsync(string address) =>
        (await CreateClient().GetFromJsonAsync<DevMessage[]>($"/dev/mail?to={Uri.EscapeDataString(address)}", Json.Options))!;

    internal async Task MoveClockAsync(TimeSpan ahead) =>
        (await CreateClient().PostAsJsonAsync("/dev/clock", new { aheadSeconds = ahead.TotalSeconds })).EnsureSuccessStatusCode();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
    }
}
