using MimeKit;
using VpVarmland.Communications.Smtp;

namespace VpVarmland.Communications.Sending;

/// <summary>Who mails come from, and who takes them further.</summary>
/// <param name="From">The sender that people see, and the address that bounces go to.</param>
/// <param name="Relay">Null while none is configured: mails then wait.</param>
internal sealed record MailSettings(MailboxAddress From, SmtpRelay? Relay)
{
    private const string DevelopmentSender = "\"Vänsterpartiet Värmland\" <hej@varmland.example>";

    /// <summary>Reads <c>Mail:From</c> and <c>Mail:Smtp:{Host,Port,Security,User,Password}</c>. Whoever sends mail out into the world says from whom.</summary>
    /// <param name="fallback">The relay where no host is configured.</param>
    /// <exception cref="InvalidOperationException">A value that is missing or cannot be used; the message names the setting.</exception>
    internal static MailSettings Read(IConfiguration configuration, SmtpRelay? fallback)
    {
        var relay = SmtpRelay.Read(configuration.GetSection("Mail:Smtp"));
        if (!MailboxAddress.TryParse(configuration["Mail:From"] ?? (relay is null ? DevelopmentSender : null), out var from) || string.IsNullOrEmpty(from.Domain))
            throw new InvalidOperationException("Mail:From is missing or not an address.");
        return new MailSettings(from, relay ?? fallback);
    }
}
