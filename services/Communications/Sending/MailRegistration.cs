using VpVarmland.Communications.Mails;
using VpVarmland.Communications.Smtp;
using VpVarmland.ServiceDefaults.Jobs;

namespace VpVarmland.Communications.Sending;

/// <summary>What writes and sends mails.</summary>
internal static class MailRegistration
{
    private const string UsualUrl = "http://localhost:8080";

    internal static void AddMail(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => new Pages(PublicUrl(services.GetRequiredService<IConfiguration>())));
        builder.Services.AddSingleton(services => MailSettings.Read(services.GetRequiredService<IConfiguration>(), services.GetService<SmtpRelay>()));
        builder.Services.AddSingleton<MailQueue>();
        builder.Services.AddHostedService<MailSender>();
        builder.Services.AddJob<ForgetMails>();
    }

    private static Uri PublicUrl(IConfiguration configuration) =>
        Uri.TryCreate(configuration["Platform:PublicUrl"] ?? UsualUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new InvalidOperationException("Platform:PublicUrl is not an http address.");
}
