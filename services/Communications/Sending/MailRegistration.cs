using VpVarmland.Communications.Mails;
using VpVarmland.Communications.Smtp;
using VpVarmland.ServiceDefaults.Jobs;
using VpVarmland.ServiceDefaults.Ops;

namespace VpVarmland.Communications.Sending;

/// <summary>What writes and sends mails.</summary>
internal static class MailRegistration
{
    private const string DevelopmentUrl = "http://localhost:8080";

    internal static void AddMail(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new Pages(PublicUrl(builder.Configuration, builder.Environment)));
        builder.Services.AddSingleton(services => MailSettings.Read(services.GetRequiredService<IConfiguration>(), services.GetService<SmtpRelay>()));
        builder.Services.AddSingleton<MailQueue>();
        builder.Services.AddHostedService<MailSender>();
        builder.Services.AddJob<ForgetMails>();
        builder.Services.AddJob<TellBounces>();
        builder.Services.AddFigure("vpvarmland.mail.depth", "{mail}", "select null::text as label, count(*) as value from outgoing_mail where state = 'queued'");
        builder.Services.AddFigure("vpvarmland.mail.age", "s",
            "select null::text as label, coalesce(extract(epoch from @now - min(queued_at)), 0)::bigint as value from outgoing_mail where state = 'queued'");
        builder.Services.AddFigure("vpvarmland.mail.failed", "{mail}", "select null::text as label, count(*) as value from outgoing_mail where state = 'failed'");
    }

    /// <summary>Where the links in mails lead. Only Development has one that nobody has configured: elsewhere such a link would lead nowhere.</summary>
    private static Uri PublicUrl(IConfiguration configuration, IHostEnvironment environment) =>
        Uri.TryCreate(configuration["Platform:PublicUrl"] ?? (environment.IsDevelopment() ? DevelopmentUrl : null), UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new InvalidOperationException("Platform:PublicUrl is missing or not an http address.");
}
