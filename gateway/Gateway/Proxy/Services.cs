namespace VpVarmland.Gateway.Proxy;

/// <summary>The services behind the gateway, and where each is: <c>services:{name}:http:0</c>, <c>:1</c> … as Aspire injects it.</summary>
internal static class Services
{
    internal static readonly string[] Names = ["members", "events", "communications", "elections"];

    /// <summary>Base addresses of a service's instances; none where it is not part of this start.</summary>
    internal static IReadOnlyList<Uri> AddressesOf(this IConfiguration configuration, string service) =>
        [.. (configuration.GetSection($"services:{service}:http").Get<string[]>() ?? []).Select(address => new Uri(address))];
}
