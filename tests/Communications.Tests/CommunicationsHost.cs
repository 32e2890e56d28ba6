using System.Net.Http.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VpVarmland.Communications.DevMail;
using VpVarmland.Communications.Mails;
using VpVarmland.Communications.Sending;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Web;

[assembly: AssemblyFixture(typeof(VpVarmland.Tests.Servers))]

namespace VpVarmland.Tests;

/// <summary>The Communications service on a database and a virtual host of its own.</summary>
internal sealed class CommunicationsHost(string environment, IReadOnlyDictionary<string, string?> settings) : ServiceHost<Program>(environment, settings)
{
    /// <param name="settings">Over the usual ones; a relay, for instance, instead of the sink.</param>
    /// <param name="database">A database that another host has made; null for a new one.</param>
    internal static async Task<CommunicationsHost> StartAsync(
        Servers servers, IReadOnlyDictionary<string, string?>? settings = null, string environment = "Development", string? database = null)
    {
        database ??= await servers.CreateDatabaseAsync("communications", async template =>
        {
            // Only Development migrates at start.
            await using var first = new CommunicationsHost("Development", Settings(template, await servers.CreateVirtualHostAsync(), null));
            _ = first.Server;
        });
        var host = new CommunicationsHost(environment, Settings(database, await servers.CreateVirtualHostAsync(), settings));
        _ = host.Server;
        // An event that is published before the service's queue is there reaches nobody.
        await Eventually.SeeAsync(async () => (await host.Anonymous().GetAsync("/health", TestContext.Current.CancellationToken)).IsSuccessStatusCode, healthy => healthy);
        return host;
    }

    /// <summary>Its database, for a second instance.</summary>
    internal string ConnectionString => Services.GetRequiredService<IConfiguration>().GetConnectionString("communications")!;

    /// <summary>A caller with those permissions in the whole district; without any, an anonymous one.</summary>
    internal HttpClient With(params Permission[] permissions) => permissions.Length == 0
        ? Anonymous()
        : As(Guid.NewGuid(), [.. permissions.Select(permission => $"{permission.Name}@{TokenClaims.DistrictScope}")]);

    /// <summary>Puts a mail in the queue without any event.</summary>
    internal async Task<Guid> QueueAsync(string address, Letter? letter = null)
    {
        var eventId = Guid.CreateVersion7();
        await Services.GetRequiredService<IServiceScopeFactory>().RunAsync((services, work) => services.GetRequiredService<MailQueue>().AddAsync(
            work, eventId, MailTemplate.Welcome, new Addressee(address), letter ?? new Letter("sv", "Ämne", new Paragraph("Text")), TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
        return await QueryAsync<Guid>("select id from outgoing_mail where event_id = @eventId", new { eventId });
    }

    /// <summary>Waits until the mail stands so.</summary>
    internal Task<string> SeeStateAsync(Guid mail, string expected) =>
        Eventually.SeeAsync(() => QueryAsync<string>("select state from outgoing_mail where id = @mail", new { mail }), state => state == expected);

    /// <summary>What the dev mailbox holds for the address.</summary>
    internal async Task<IReadOnlyList<DevMessage>> MailsToAsync(string address) =>
        (await Anonymous().GetFromJsonAsync<DevMessage[]>($"/dev/mail?to={Uri.EscapeDataString(address)}", Json.Options, TestContext.Current.CancellationToken))!;

    private static Dictionary<string, string?> Settings(string database, string broker, IReadOnlyDictionary<string, string?>? more)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:communications"] = database,
            ["ConnectionStrings:messaging"] = broker,
            ["Platform:PublicUrl"] = "https://varmland.example",
        };
        foreach (var (key, value) in more ?? new Dictionary<string, string?>(StringComparer.Ordinal))
            settings[key] = value;
        return settings;
    }
}
