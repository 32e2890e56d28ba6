using VpVarmland.Contracts;
using VpVarmland.Gateway.Sessions;
using VpVarmland.Gateway.Tokens;
using VpVarmland.ServiceDefaults.Auth;

namespace VpVarmland.Gateway.Proxy;

/// <summary>The token that a call carries to its service.</summary>
internal static class CallerToken
{
    /// <returns>Null for a caller without a name.</returns>
    internal static async Task<string?> OfAsync(HttpContext http)
    {
        if (CurrentSession.Of(http) is { } session)
            return await session.Known.TokenAsync();
        return Caller.From(http.User).ClientId is { } client
            ? await http.RequestServices.GetRequiredService<TokenIssuer>().ForClientAsync(client, [.. http.User.FindAll(TokenClaims.Permissions).Select(claim => claim.Value)])
            : null;
    }
}
