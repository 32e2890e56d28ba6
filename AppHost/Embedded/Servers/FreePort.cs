using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace VpVarmland.Embedded.Servers;

/// <summary>Finds ports on loopback that nobody listens on.</summary>
public static class FreePort
{
    /// <summary>
    /// A free port between 20000 and 32000: below the range that Linux gives to outgoing connections, so that none of those takes it
    /// before the server does.
    /// </summary>
    public static int Next()
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var port = RandomNumberGenerator.GetInt32(20_000, 32_000);
            if (IsFree(port))
                return port;
        }

        throw new ServerException("No free port was found between 20000 and 32000.");
    }

    /// <summary>True when a server could listen on this port of loopback, on both IPv4 and IPv6 where the machine has it.</summary>
    public static bool IsFree(int port) => CanListen(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || CanListen(IPAddress.IPv6Loopback, port));

    private static bool CanListen(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException e)
        {
            // A machine may support IPv6 and yet have no loopback address of that kind.
            return e.SocketErrorCode == SocketError.AddressNotAvailable;
        }
    }
}
