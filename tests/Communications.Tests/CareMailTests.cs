using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>Reminders of promises to members, and telling the register of mail that does not arrive.</summary>
public sealed class CareMailTests(Servers servers)
{
    [Fact]
    public async Task A_reminder_goes_to_whoever_has_the_cases_and_leads_to_the_page_of_ones_own()
    {
        await using var host = await CommunicationsHost.StartAsync(servers);
        var (member, address) = (Guid.CreateVersion7(), $"{Guid.NewGuid():N}@example.org");
        await host.TellAsync(new MemberChanged(member, "Åsa", "Öberg", address, Guid.NewGuid(), MembershipState.Member, "sv") { Version = 1, OccurredAt = DateTimeOffset.UtcNow });
        await host.TellAsync(new CareReminderRequested(member, 1, 21,
            [new CareReminderLine("Ring och hälsa välkommen", "Call and say welcome", "Vänsterpartiet Arvika", new DateOnly(2026, 12, 1), true)]));
        var mail = Assert.Single(await Eventually.SeeAsync(() => host.MailsToAsync(address), mails => mails.Count > 0));
        Assert.Equal("1 försenade, 21 för i dag: medlemmar som väntar på oss", mail.Subject);
        Assert.Contains("Ring och hälsa välkommen, Vänsterpartiet Arvika: skulle ha gjorts 1 december 2026", mail.Text, StringComparison.Ordinal);
        Assert.Contains("och 21 till", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://varmland.example/mina-arenden", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_liaison_is_told_which_associations_wait_and_since_when()
    {
        await using var host = await CommunicationsHost.StartAsync(servers);
        var (member, address) = (Guid.CreateVersion7(), $"{Guid.NewGuid():N}@example.org");
        await host.TellAsync(new MemberChanged(member, "Åsa", "Öberg", address, Guid.NewGuid(), MembershipState.Member, "sv") { Version = 1, OccurredAt = DateTimeOffset.UtcNow });
        await host.TellAsync(new LiaisonReminderRequested(member, [new LiaisonReminderLine("Vänsterpartiet Arvika", new DateOnly(2026, 12, 1))]));
        var mail = Assert.Single(await Eventually.SeeAsync(() => host.MailsToAsync(address), mails => mails.Count > 0));
        Assert.Equal("En förening väntar på att du hör av dig", mail.Subject);
        Assert.Contains("Vänsterpartiet Arvika: skulle ha hörts av senast 1 december 2026", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://varmland.example/distrikt/faddrar", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_that_fails_for_good_is_told_once_and_only_of_members()
    {
        await using var relay = new ScriptedRelay { Script = (verb, _) => verb == "RCPT" ? "550 5.1.1 no" : null };
        await using var host = await CommunicationsHost.StartAsync(servers, settings: relay.Settings);
        await host.ExecuteAsync(
            """
            create table told (body jsonb);
            create function tell() returns trigger language plpgsql as $$ begin if new.type = 'RecipientBounced' then insert into told values (new.body); end if; return null; end $$;
            create trigger tell after insert on outbox for each row execute function tell()
            """);
        var member = Guid.CreateVersion7();
        await host.TellAsync(new MemberJoined(member, "Åsa", "Öberg", "asa@example.org", Guid.NewGuid(), "Vänsterpartiet Arvika", "sv") { Version = 1, OccurredAt = DateTimeOffset.UtcNow });
        await host.SeeStateAsync(await host.QueueAsync("nobody@example.org"), "failed");
        await Eventually.SeeAsync(() => host.QueryAsync<long>("select count(*) from outgoing_mail where state = 'failed'"), failed => failed == 2);
        await host.MoveClockAsync(TimeSpan.FromMinutes(1));
        await Eventually.SeeAsync(() => host.QueryAsync<long>("select count(*) from told"), told => told == 1);
        await host.MoveClockAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(member, await host.QueryAsync<Guid>("select (body ->> 'memberId')::uuid from told"));
        Assert.Equal(0, await host.QueryAsync<long>("select count(*) from outgoing_mail where not bounce_told"));
    }
}
