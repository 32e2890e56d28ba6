using VpVarmland.Communications.Smtp;

namespace VpVarmland.Communications.DevMail;

/// <summary>Development's post office: a mail server of our own that lets nothing out, and the pages that show what it took.</summary>
internal static class DevMailRegistration
{
    /// <summary>Starts the sink, and makes it the relay where no other is configured.</summary>
    internal static void AddDevMail(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DevMailbox>();
        builder.Services.AddSingleton<SmtpSink>();
        builder.Services.AddSingleton(services => new SmtpRelay("127.0.0.1", services.GetRequiredService<SmtpSink>().Port, SmtpSecurity.None));
        builder.Services.AddHostedService(services => services.GetRequiredService<SmtpSink>());
    }
}
