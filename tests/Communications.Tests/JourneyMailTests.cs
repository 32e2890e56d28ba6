using VpVarmland.Communications.DevMail;
using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>Events come over the broker, mails leave over SMTP: the mails of a person's way into the party.</summary>
public sealed class JourneyMailTests(Servers servers) : IAsyncLifetime
{
    private CommunicationsHost host = null!;

    public async ValueTask InitializeAsync() => host = await CommunicationsHost.StartAsync(servers, broker: true);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Sign_in_link_arrives_in_the_language_asked_for_with_both_bodies()
    {
        var address = NewAddress();
        await host.PublishAsync(new SignInLinkRequested(address, "tok-1", DateTimeOffset.UtcNow.AddMinutes(15), "en"));

        var mail = await MailAsync(address);

        Assert.Equal("Your sign-in link", mail.Subject);
        Assert.Contains("https://varmland.example/logga-in/tok-1", mail.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"https://varmland.example/logga-in/tok-1\"", mail.Html, StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Equal(address, mail.To);
    }

    private static string NewAddress() => $"{Guid.NewGuid():N}@example.org";

    private async Task<DevMessage> MailAsync(string address) =>
        Assert.Single(await Eventually.SeeAsync(() => host.MailsToAsync(address), mails => mails.Count > 0));
}
