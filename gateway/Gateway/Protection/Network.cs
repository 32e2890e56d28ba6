using System.Net;
using System.Net.Sockets;

namespace VpVarmland.Gateway.Protection;

/// <summary>Where a call comes from, as far as it is one caller's doing. Kept in memory for as long as a limit needs it, never stored.</summary>
internal static class Network
{
    /// <summary>The IPv4 address, or the first half of the IPv6 one: a household has a whole /64 to choose addresses from.</summary>
    internal static string Of(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
