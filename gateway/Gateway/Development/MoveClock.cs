using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using VpVarmland.Gateway.Proxy;
using VpVarmland.ServiceDefaults.Problems;
using VpVarmland.ServiceDefaults.Time;

namespace VpVarmland.Gateway.Development;

/// <summary>Moves the platform's clock forward, the gateway's and every service's, and answers when all have moved.</summary>
internal static class MoveClock
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3660);

    /// <param name="To">The instant to move to; instead of the amounts.</param>
    internal sealed record Request(double? Days, double? Hours, double? Minutes, DateTimeOffset? To);

    internal sealed record Response(DateTimeOffset Now, double AheadSeconds);

    internal static void Map(IEndpointRouteBuilder dev)
    {
        dev.MapGet("/clock", (PlatformClock clock) => Answer(clock)).AllowAnonymous().ExcludeFromDescription();
        dev.MapPost("/clock", Handle).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Request request, HttpContext http, PlatformClock clock, NpgsqlDataSource source, IConfiguration configuration, IHttpClientFactory clients, CancellationToken cancel)
    {
        if (Distance(request, clock) is not { } by || by < TimeSpan.Zero || clock.Ahead + by > Longest)
            return Failure.Bad("dev.clock_refused",
                "Klockan går bara framåt, och högst tio år.", "The clock only goes forward, and at most ten years.").ToProblem(http);
        var ahead = clock.Ahead + by;
        await ClockDoor.MoveToAsync(ahead, clock, source, cancel);
        var stayed = (await Task.WhenAll(Services.Names.Select(service => TryMoveAsync(service, ahead, configuration, clients, cancel)))).OfType<string>().ToList();
        // What has moved stays moved: to ask again with nothing more ({}) brings the rest along.
        return stayed.Count == 0 ? TypedResults.Ok(Answer(clock)) : new Failure("dev.clock_not_moved", StatusCodes.Status503ServiceUnavailable,
            $"Klockan flyttades inte i: {string.Join(", ", stayed)}. Försök igen.", $"The clock did not move in: {string.Join(", ", stayed)}. Try again.").ToProblem(http);
    }

    private static TimeSpan? Distance(Request request, PlatformClock clock)
    {
        if (request.To is { } to)
            return to - clock.GetUtcNow();
        var days = (request.Days ?? 0) + (request.Hours ?? 0) / 24 + (request.Minutes ?? 0) / 1440;
        return double.Abs(days) <= Longest.TotalDays ? TimeSpan.FromDays(days) : null;
    }

    /// <returns>The service's name if it did not move.</returns>
    private static async Task<string?> TryMoveAsync(string service, TimeSpan ahead, IConfiguration configuration, IHttpClientFactory clients, CancellationToken cancel)
    {
        using var client = clients.CreateClient(nameof(MoveClock));
        client.Timeout = Patience;
        try
        {
            foreach (var address in configuration.AddressesOf(service))
            {
                using var answer = await client.PostAsJsonAsync(new Uri(address, ClockDoor.Path), new ClockDoor.Position(ahead.TotalSeconds), cancel);
                if (!answer.IsSuccessStatusCode)
                    return service;
            }
            return null;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return service;
        }
    }

    private static Response Answer(PlatformClock clock) => new(clock.GetUtcNow(), clock.Ahead.TotalSeconds);
}
