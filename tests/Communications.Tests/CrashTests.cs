namespace VpVarmland.Tests;

/// <summary>Dying at the worst moment: the relay has the mail, and the queue does not know it.</summary>
public sealed class CrashTests(Servers servers)
{
    [Fact]
    public async Task A_crash_between_acceptance_and_its_note_leaves_one_mail_in_the_mailbox()
    {
        await using var host = await CommunicationsHost.StartAsync(servers);
        // The first time a mail is noted as sent, the sender's own database session is killed. A sequence survives the rollback.
        await host.ExecuteAsync(
            """
            create sequence notes;
            create function crash_once() returns trigger language plpgsql as $$
            begin
                if nextval('notes') = 1 then
                    perform pg_terminate_backend(pg_backend_pid());
                end if;
                return new;
            end $$;
            create trigger crash_once before update on outgoing_mail for each row when (new.state = 'sent') execute function crash_once();
            """);

        var id = await host.QueueAsync("kim@example.org");

        await host.SeeStateAsync(id, "sent");
        Assert.Equal(2, Assert.Single(await host.MailsToAsync("kim@example.org")).Deliveries);
    }

    [Fact]
    public async Task Two_instances_share_a_queue_and_send_each_mail_once()
    {
        const int Mails = 60;
        await using var relay = new ScriptedRelay();
        await using var one = await CommunicationsHost.StartAsync(servers, settings: relay.Settings);
        await using var other = await CommunicationsHost.StartAsync(servers, settings: relay.Settings, database: one.ConnectionString);

        await Task.WhenAll(Enumerable.Range(0, Mails).Select(number => (number % 2 == 0 ? one : other).QueueAsync($"person{number}@example.org")));

        await Eventually.SeeAsync(() => one.QueryAsync<long>("select count(*) from outgoing_mail where state <> 'sent'"), left => left == 0);
        Assert.Equal(Mails, relay.Taken.Count);
        Assert.Equal(Mails, relay.Said.Where(line => line.StartsWith("RCPT", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Count());
    }
}
