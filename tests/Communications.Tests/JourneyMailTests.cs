using VpVarmland.Communications.DevMail;
using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>Events come over the broker, mails leave over SMTP: the mails of a person's way into the party.</summary>
public sealed class JourneyMailTests(Servers servers) : IAsyncLifetime
{
    private readonly Guid member = Guid.CreateVersion7();
    private readonly string address = $"{Guid.NewGuid():N}@example.org";
    private CommunicationsHost host = null!;

    public async ValueTask InitializeAsync() => host = await CommunicationsHost.StartAsync(servers);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Whoever_applied_is_asked_to_confirm_the_address()
    {
        await host.TellAsync(new JoinConfirmationRequested(Guid.NewGuid(), "Åsa", address, "tok-1", DateTimeOffset.UtcNow.AddDays(2), "sv"));

        var mail = await MailAsync();

        Assert.Equal("Bekräfta din ansökan om medlemskap", mail.Subject);
        Assert.Contains("Hej Åsa,", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://varmland.example/bli-medlem/bekrafta/tok-1", mail.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"https://varmland.example/bli-medlem/bekrafta/tok-1\"", mail.Html, StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Equal(address, mail.To);
        // Nobody has proved that name and address belong together.
        Assert.Equal(address, mail.Headers["To"]);
    }

    [Fact]
    public async Task A_new_applicant_is_welcomed_by_the_association_once_though_the_event_comes_twice()
    {
        var joined = Joined("sv");
        await host.TellAsync(joined);
        await MailAsync();

        // The inbox would stop the second delivery; without its note the queue must do so alone.
        await host.ExecuteAsync("delete from inbox where event_id = @EventId", new { joined.EventId });
        await host.TellAsync(joined);
        await Eventually.SeeAsync(() => host.QueryAsync<long>("select count(*) from inbox where event_id = @EventId", new { joined.EventId }), seen => seen == 2);
        // A third delivery meets the inbox.
        await host.TellAsync(joined);
        await MarkerAsync();

        var mail = Assert.Single(await host.MailsToAsync(address));
        Assert.Equal("Välkommen till Vänsterpartiet", mail.Subject);
        Assert.Contains("Det är Vänsterpartiet Arvika som tar emot dig.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("48 timmar", mail.Text, StringComparison.Ordinal);
        Assert.Contains("30 dagar", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://varmland.example/min-sida", mail.Text, StringComparison.Ordinal);
        Assert.Equal(1, mail.Deliveries);
        Assert.Equal(1, await host.QueryAsync<long>("select count(*) from outgoing_mail where event_id = @EventId", new { joined.EventId }));
    }

    [Fact]
    public async Task The_sign_in_link_comes_in_the_language_asked_for()
    {
        await host.TellAsync(new SignInLinkRequested(address, "tok-1", DateTimeOffset.UtcNow.AddMinutes(15), "en"));

        var mail = await MailAsync();

        Assert.Equal("Your sign-in link", mail.Subject);
        Assert.Contains("https://varmland.example/logga-in/tok-1", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SecurityNotice.SecondFactorChanged, "Din inloggning har ändrats")]
    [InlineData(SecurityNotice.CodesRefused, "Någon har skrivit fel kod")]
    [InlineData(SecurityNotice.SecondFactorResetRequested, "Någon ber om att din andra faktor nollställs")]
    [InlineData(SecurityNotice.SecondFactorReset, "Din andra faktor är nollställd")]
    [InlineData(SecurityNotice.SignedOutEverywhere, "Du är utloggad överallt")]
    public async Task Whoever_should_know_about_their_sign_in_is_told_and_led_to_their_own_page(SecurityNotice notice, string subject)
    {
        await host.TellAsync(new SecurityNoticeRequested(address, notice, "sv"));

        var mail = await MailAsync();

        Assert.Equal(subject, mail.Subject);
        Assert.Contains("https://varmland.example/min-sida/sakerhet", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_already_registered_is_told_by_mail()
    {
        await host.TellAsync(new MemberRecognised(member, "Kim", address, "sv"));

        var mail = await MailAsync();

        Assert.Equal("Du finns redan hos oss", mail.Subject);
        Assert.Contains("https://varmland.example/logga-in", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Membership_in_effect_is_told_even_when_its_event_overtakes_the_address()
    {
        var told = host.TellAsync(new MemberActivated(member, new DateOnly(2026, 12, 4)));
        await Eventually.SeeAsync(() => host.QueryAsync<long>("select count(*) from inbox_retry"), waiting => waiting == 1);

        await host.TellAsync(Changed(2, MembershipState.Member, "Kim"));

        await told;
        var mail = await MailAsync();
        Assert.Equal("Nu är du medlem i Vänsterpartiet", mail.Subject);
        Assert.Contains("4 december 2026", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Hej Kim,", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_version_of_a_person_stays_whatever_order_they_come_in()
    {
        await host.TellAsync(Changed(3, MembershipState.Member, "Ny"));
        await Eventually.SeeAsync(NameAsync, name => name == "Ny");
        await host.TellAsync(Changed(2, MembershipState.Member, "Gammal"));
        await MarkerAsync();

        Assert.Equal("Ny", await NameAsync());
    }

    [Fact]
    public async Task Name_and_address_are_forgotten_when_a_membership_ends()
    {
        await host.TellAsync(Changed(1, MembershipState.Member, "Kim"));
        await Eventually.SeeAsync(NameAsync, name => name == "Kim");

        await host.TellAsync(new MemberLeft(member, Guid.NewGuid(), MembershipState.Left, new DateOnly(2026, 12, 4)) { OccurredAt = DateTimeOffset.UtcNow });
        await Eventually.SeeAsync(NameAsync, name => name is null);
        // A change from before the end arrives late, and brings nothing back.
        await host.TellAsync(Changed(2, MembershipState.Member, "Kim") with { OccurredAt = DateTimeOffset.UtcNow.AddMinutes(-1) });
        await MarkerAsync();

        Assert.Null(await NameAsync());
        Assert.Equal(0, await host.QueryAsync<long>("select count(*) from recipients where address is not null"));
    }

    private MemberJoined Joined(string language) =>
        new(member, "Åsa", "Öberg", address, Guid.NewGuid(), "Vänsterpartiet Arvika", language) { Version = 1, OccurredAt = DateTimeOffset.UtcNow };

    private MemberChanged Changed(int version, MembershipState state, string name) =>
        new(member, name, "Öberg", address, Guid.NewGuid(), state, "sv") { Version = version, OccurredAt = DateTimeOffset.UtcNow };

    private Task<string?> NameAsync() => host.QueryAsync<string?>("select given_name from recipients where member_id = @member", new { member });

    private async Task<DevMessage> MailAsync() =>
        Assert.Single(await Eventually.SeeAsync(() => host.MailsToAsync(address), mails => mails.Count > 0));

    /// <summary>Another mail's whole way: what was published before has been handled by now.</summary>
    private async Task MarkerAsync()
    {
        var marker = $"marker-{Guid.NewGuid():N}@example.org";
        await host.TellAsync(new SignInLinkRequested(marker, "x", DateTimeOffset.UtcNow, "sv"));
        await Eventually.SeeAsync(() => host.MailsToAsync(marker), mails => mails.Count > 0);
    }
}
