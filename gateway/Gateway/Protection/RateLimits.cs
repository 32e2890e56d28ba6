using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using VpVarmland.Gateway.Sessions;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Gateway.Protection;

/// <summary>
/// How fast one caller may call. Per person and per partner client; per network address only for callers without a name, and then
/// generously: 1,500 delegates in one hall share one address.
/// </summary>
internal static class RateLimits
{
    /// <summary>Sharper, per address: everything where somebody could be guessing or sending mail.</summary>
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
                Caller.From(http.User) is { ClientId: { } id } ? Bucket("client:" + id, client)
                : CurrentSession.Of(http) is { } session ? Bucket("person:" + session.Known.Session.AccountId, person)
                : Bucket("address:" + AddressOf(http), anonymous));
            limiter.AddPolicy(SignIn, http => Bucket(AddressOf(http), signIn));
            limiter.OnRejected = async (context, cancel) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
                context.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
                await Problem.WriteAsync(context.HttpContext, CommonFailures.TooMany);
            };
        });
    }

    private static Limit Read(IConfiguration configuration, string name, Limit usual) => new(
        configuration.GetValue($"Limits:{name}:Burst", usual.Burst), configuration.GetValue($"Limits:{name}:PerSecond", usual.PerSecond));

    private static RateLimitPartition<string> Bucket(string key, Limit limit) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = limit.Burst,
        TokensPerPeriod = limit.PerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        AutoReplenishment = true,
    });

    // One household has a whole /64 of IPv6 to choose addresses from.
    private static string AddressOf(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
