using System.Net;

namespace VpVarmland.Communications.Smtp;

/// <summary>How the line to the relay is protected.</summary>
internal enum SmtpSecurity
{
    /// <summary>Not at all: for a relay on this machine.</summary>
    None,

    /// <summary>Upgraded with STARTTLS; never continued without.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,
}

/// <summary>The server that takes our mails further.</summary>
/// <param name="Password">Sent over a protected line or to this machine only.</param>
/// <param name="TrustedRoot">A PEM file with the authority that alone vouches for the relay, where it is not one of the public ones.</param>
internal sealed record SmtpRelay(
    string Host, int Port, SmtpSecurity Security, string? User = null, string? Password = null, string? TrustedRoot = null)
{
    internal bool IsLocal => Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Reads <c>Host</c>, <c>Port</c>, <c>Security</c>, <c>User</c>, <c>Password</c>, <c>TrustedRoot</c>; null without a host.</summary>
    internal static SmtpRelay? Read(IConfigurationSection section)
    {
        if (string.IsNullOrWhiteSpace(section["Host"]))
            return null;
        var relay = new SmtpRelay(section["Host"]!, 0, SmtpSecurity.StartTls, section["User"], section["Password"], section["TrustedRoot"]);
        var security = section.GetValue<SmtpSecurity?>("Security") ?? (relay.IsLocal ? SmtpSecurity.None : SmtpSecurity.StartTls);
        var usualPort = security switch { SmtpSecurity.Tls => 465, SmtpSecurity.StartTls => 587, _ => 25 };
        return relay with { Security = security, Port = section.GetValue("Port", usualPort) };
    }
}

/// <summary>The relay cannot be used now, for any mail. The message says why and holds no personal data.</summary>
internal sealed class RelayException(string message, Exception? inner = null) : Exception(message, inner);
