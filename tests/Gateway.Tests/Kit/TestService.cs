using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Net.Mime;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults;
using VpVarmland.ServiceDefaults.Auth;

namespace VpVarmland.Tests;

/// <summary>A small service of the platform in the place of Members: it checks tokens as every service does, and tells what reached it.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Task running;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> streams = new(StringComparer.Ordinal);

    private TestService(WebApplication app)
    {
        this.app = app;
        app.MapService("members", Map);
        running = app.RunServiceAsync([]);
    }

    internal string Address => app.Urls.First();

    internal static async Task<TestService> StartAsync(Servers servers)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration["ConnectionStrings:members"] = await servers.CreateDatabaseAsync();
        builder.Configuration["ConnectionStrings:messaging"] = await servers.CreateVirtualHostAsync();
        builder.Configuration["Messaging:Services"] = "";
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults("members", typeof(TestService).Assembly);
        var built = builder.Build();
        var started = new TaskCompletionSource();
        using var registration = built.Lifetime.ApplicationStarted.Register(started.SetResult);
        var service = new TestService(built);
        await Task.WhenAny(started.Task, service.running);
        return service;
    }

    /// <summary>Starts it and a gateway in front of it.</summary>
    internal static async Task<(TestService Service, GatewayHost Gateway)> StartBehindGatewayAsync(
        Servers servers, string environment = "Development", params (string Key, string Value)[] settings)
    {
        var service = await StartAsync(servers);
        var gateway = await GatewayHost.StartAsync(servers, environment, [("services:members:http:0", service.Address), .. settings]);
        service.app.Configuration["services:gateway:http:0"] = gateway.Address.ToString();
        return (service, gateway);
    }

    /// <summary>Lets the second event of <c>/stream/{name}</c> go.</summary>
    internal void SendSecondEvent(string name) => SecondEvent(name).TrySetResult();

    /// <summary>How this service's own clock stands.</summary>
    internal async Task<JsonElement> ClockAsync()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        return await client.GetFromJsonAsync<JsonElement>("/dev/clock");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var stream in streams.Values)
            stream.TrySetResult();
        await app.StopAsync();
        await running;
        await app.DisposeAsync();
    }

    private static async Task<Dictionary<string, long>> SizeAsync(HttpRequest request)
    {
        using var copy = new MemoryStream();
        await request.Body.CopyToAsync(copy);
        return new Dictionary<string, long>(StringComparer.Ordinal) { ["length"] = copy.Length };
    }

    private void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/echo", (HttpContext http) => http.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString())).AllowAnonymous();
        api.MapGet("/who", (Caller caller) => new { caller.Actor, caller.MemberId, caller.ClientId }).RequirePermission(Permission.Self);
        api.MapGet("/register", (Caller caller) => caller.Reach(Permission.ReadRegister)).RequirePermission(Permission.ReadRegister);
        api.MapGet("/statistics", (Caller caller) => new { caller.Actor }).RequirePermission(Permission.ReadStatistics);
        api.MapGet("/big", () => new { Text = new string('å', 20_000) }).AllowAnonymous();
        api.MapPost("/size", SizeAsync).AllowAnonymous();
        api.MapPost("/central-imports", SizeAsync).AllowAnonymous().WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(50 << 20));
        api.MapGet("/cookie", (HttpContext http) => http.Response.Cookies.Append("from-service", "1")).AllowAnonymous();
        api.MapGet("/stream/{name}", StreamAsync).AllowAnonymous();
    }

    private async Task StreamAsync(string name, HttpContext http)
    {
        http.Response.ContentType = MediaTypeNames.Text.EventStream;
        await http.Response.WriteAsync("data: first\n\n", http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        await SecondEvent(name).Task.WaitAsync(http.RequestAborted);
        await http.Response.WriteAsync("data: second\n\n", http.RequestAborted);
    }

    private TaskCompletionSource SecondEvent(string name) => streams.GetOrAdd(name, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
