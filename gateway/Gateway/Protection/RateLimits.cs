using System.Globalization;
using System.Threading.RateLimiting;
using VpVarmland.Gateway.Devices;
using VpVarmland.Gateway.Partners;
using VpVarmland.Gateway.Sessions;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Gateway.Protection;

/// <summary>
/// How fast one caller may call. Per person, per known browser and per partner client; per network address only for callers without any
/// of these, and then generously: 1,500 delegates in one hall share one address.
/// </summary>
internal static class RateLimits
{
    /// <summary>Sharper: everything where somebody could be guessing or sending mail.</summary>
    internal const string SignIn = "sign-in";

    /// <summary>A bucket of calls and how fast it fills; settable as <c>Limits:{name}:Burst</c> and <c>Limits:{name}:PerSecond</c>.</summary>
    internal sealed record Limit(int Burst, int PerSecond);

    internal static void Add(WebApplicationBuilder builder)
    {
        var anonymous = Read(builder.Configuration, "Anonymous", new Limit(3_000, 100));
        var person = Read(builder.Configuration, "Person", new Limit(600, 30));
        var client = Read(builder.Configuration, "Client", new Limit(600, 20));
        var signIn = Read(builder.Configuration, "SignIn", new Limit(600, 10));
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                Caller.From(http.User) is { ClientId: { } id } ? ClientBucket(http, id, client)
                : OwnName(http) is { } name ? Bucket(name, person)
                : Bucket("network:" + Network.Of(http), anonymous));
            limiter.AddPolicy(SignIn, http => Bucket(OwnName(http) ?? "network:" + Network.Of(http), signIn));
            limiter.OnRejected = async (context, cancel) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
                context.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
                await Problem.WriteAsync(context.HttpContext, CommonFailures.TooMany);
            };
        });
    }

    // The limit is part of the key: a changed one takes effect with the next call.
    private static RateLimitPartition<string> ClientBucket(HttpContext http, string id, Limit usual) =>
        int.TryParse(http.User.FindFirst(PartnerAuthentication.LimitClaim)?.Value, CultureInfo.InvariantCulture, out var own)
            ? RateLimitPartition.GetTokenBucketLimiter($"client:{id}:{own}", _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = own,
                TokensPerPeriod = own,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1),
                AutoReplenishment = true,
            })
            : Bucket("client:" + id, usual);

    private static Limit Read(IConfiguration configuration, string name, Limit usual) => new(
        configuration.GetValue($"Limits:{name}:Burst", usual.Burst), configuration.GetValue($"Limits:{name}:PerSecond", usual.PerSecond));

    private static RateLimitPartition<string> Bucket(string key, Limit limit) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = limit.Burst,
        TokensPerPeriod = limit.PerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        AutoReplenishment = true,
    });

    // Whoever has signed in, now or earlier in this browser, is not slowed down by strangers on the same network.
    private static string? OwnName(HttpContext http) =>
        CurrentSession.Of(http) is { } session ? "person:" + session.Known.Session.AccountId
        : http.RequestServices.GetRequiredService<DeviceCookie>().Read(http) is { } device ? "device:" + device.Id
        : null;
}
