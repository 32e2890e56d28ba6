using MimeKit;
using VpVarmland.Communications.Mails;

namespace VpVarmland.Tests;

/// <summary>What becomes of mails when the relay is unwilling, unwell or away.</summary>
public sealed class SendingTests(Servers servers)
{
    private sealed record Row(string State, int Attempts, string? Reason, bool HasBody, DateTimeOffset NextAt);

    [Fact]
    public async Task A_mail_put_off_is_sent_when_its_time_comes()
    {
        await using var relay = new ScriptedRelay { Script = (verb, time) => verb == "RCPT" && time == 1 ? "450 4.2.1 greylisted, kim@example.org" : null };
        await using var host = await CommunicationsHost.StartAsync(servers, settings: relay.Settings);
        var id = await host.QueueAsync("kim@example.org");

        var putOff = await RowAsync(host, id, row => row.Attempts == 1);
        Assert.Equal("queued", putOff.State);
        Assert.Equal("smtp 450 4.2.1", putOff.Reason);
        Assert.True(putOff.HasBody);

        await host.MoveClockAsync(TimeSpan.FromHours(1));

        var sent = await RowAsync(host, id, row => row.State == "sent");
        Assert.Equal(2, sent.Attempts);
        Assert.Null(sent.Reason);
        Assert.False(sent.HasBody);
        Assert.Single(relay.Taken);
    }

    [Fact]
    public async Task A_mail_refused_for_good_is_failed_with_a_code_and_no_words()
    {
        await using var relay = new ScriptedRelay { Script = (verb, _) => verb == "RCPT" ? "550 5.1.1 kim@example.org is unknown" : null };
        await using var host = await CommunicationsHost.StartAsync(servers, settings: relay.Settings);
        var id = await host.QueueAsync("kim@example.org");

        var failed = await RowAsync(host, id, row => row.State != "queued");

        Assert.Equal("failed", failed.State);
        Assert.Equal("smtp 550 5.1.1", failed.Reason);
        Assert.True(failed.HasBody);
        Assert.Empty(relay.Taken);
    }

    [Fact]
    public async Task One_refused_mail_does_not_hold_up_the_others()
    {
        await using var relay = new ScriptedRelay { Script = (verb, time) => verb == "RCPT" && time == 1 ? "550 5.1.1 no" : null };
        await using var host = await CommunicationsHost.StartAsync(servers, settings: relay.Settings);
        await host.QueueAsync("nobody@example.org");
        var id = await host.QueueAsync("kim@example.org");

        await RowAsync(host, id, row => row.State == "sent");

        Assert.Contains("To: kim@example.org", Assert.Single(relay.Taken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_relay_is_away_no_mail_loses_an_attempt()
    {
        var relay = new ScriptedRelay { Script = (verb, _) => verb == "EHLO" ? "hang up" : null };
        await using var _ = relay;
        await using var host = await CommunicationsHost.StartAsync(servers, settings: relay.Settings);
        var id = await host.QueueAsync("kim@example.org");
        await Eventually.SeeAsync(() => Task.FromResult(relay.Said.Count), said => said >= 2);
        Assert.Equal(0, (await RowAsync(host, id, _ => true)).Attempts);

        relay.Script = (_, _) => null;

        Assert.Equal(1, (await RowAsync(host, id, row => row.State == "sent")).Attempts);
    }

    [Fact]
    public async Task A_line_that_breaks_before_the_verdict_sends_the_same_message_again()
    {
        await using var relay = new ScriptedRelay { Script = (verb, time) => verb == "CONTENT" && time == 1 ? "hang up" : null };
        await using var host = await CommunicationsHost.StartAsync(servers, settings: relay.Settings);
        var id = await host.QueueAsync("kim@example.org");
        await RowAsync(host, id, row => row.Attempts == 1);

        await host.MoveClockAsync(TimeSpan.FromHours(1));

        await RowAsync(host, id, row => row.State == "sent");
        var message = await ParseAsync(Assert.Single(relay.Taken));
        Assert.Equal(await host.QueryAsync<string>("select message_id from outgoing_mail where id = @id", new { id }), message.MessageId);
    }

    [Fact]
    public async Task After_four_days_of_being_put_off_a_mail_is_failed_and_kept()
    {
        await using var relay = new ScriptedRelay { Script = (verb, _) => verb == "RCPT" ? "451 later" : null };
        await using var host = await CommunicationsHost.StartAsync(servers, settings: relay.Settings);
        var id = await host.QueueAsync("kim@example.org");
        await RowAsync(host, id, row => row.Attempts == 1);

        await host.MoveClockAsync(TimeSpan.FromDays(5));

        var failed = await RowAsync(host, id, row => row.State == "failed");
        Assert.Equal("smtp 451", failed.Reason);
        Assert.True(failed.HasBody);
    }

    [Fact]
    public async Task Without_a_relay_mails_wait()
    {
        await using var host = await CommunicationsHost.StartAsync(servers, environment: "Production");

        var id = await host.QueueAsync("kim@example.org");

        var row = await RowAsync(host, id, _ => true);
        Assert.Equal("queued", row.State);
        Assert.Equal(0, row.Attempts);
    }

    [Theory]
    [InlineData("Platform:PublicUrl", null)]
    [InlineData("Platform:PublicUrl", "/varmland")]
    [InlineData("Mail:From", null)]
    [InlineData("Mail:From", "distriktet")]
    public async Task Production_does_not_start_without_a_sender_and_an_address_for_the_links(string setting, string? value)
    {
        await using var relay = new ScriptedRelay();
        var settings = new Dictionary<string, string?>(relay.Settings, StringComparer.Ordinal) { [setting] = value };
        var fault = await Assert.ThrowsAnyAsync<InvalidOperationException>(async () =>
        {
            await using var host = await CommunicationsHost.StartAsync(servers, settings, environment: "Production");
        });
        Assert.StartsWith($"{setting} is missing", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_goes_only_over_the_protected_line()
    {
        using var certificate = ScriptedRelay.SelfSigned();
        await using var relay = new ScriptedRelay(certificate);
        var root = Path.GetTempFileName();
        await File.WriteAllTextAsync(root, certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await using var host = await CommunicationsHost.StartAsync(servers, settings: new Dictionary<string, string?>(relay.Settings, StringComparer.Ordinal)
        {
            ["Mail:Smtp:Security"] = "startTls",
            ["Mail:Smtp:User"] = "vp",
            ["Mail:Smtp:Password"] = "hemligt",
            ["Mail:Smtp:TrustedRoot"] = root,
        });

        await RowAsync(host, await host.QueueAsync("kim@example.org"), row => row.State == "sent");

        var said = relay.Said.ToList();
        Assert.True(said.IndexOf("STARTTLS") is var tls && tls >= 0 && said.FindIndex(line => line.StartsWith("AUTH", StringComparison.Ordinal)) > tls);
        Assert.Contains("AUTH PLAIN " + Convert.ToBase64String("\0vp\0hemligt"u8), said);
        File.Delete(root);
    }

    [Fact]
    public async Task A_relay_that_nobody_vouches_for_gets_nothing()
    {
        using var certificate = ScriptedRelay.SelfSigned();
        await using var relay = new ScriptedRelay(certificate);
        await using var host = await CommunicationsHost.StartAsync(servers, settings: new Dictionary<string, string?>(relay.Settings, StringComparer.Ordinal)
        {
            ["Mail:Smtp:Security"] = "startTls",
            ["Mail:Smtp:User"] = "vp",
            ["Mail:Smtp:Password"] = "hemligt",
        });
        var id = await host.QueueAsync("kim@example.org");

        await Eventually.SeeAsync(() => Task.FromResult(relay.Said.Count(line => line == "STARTTLS")), tries => tries >= 2);

        Assert.DoesNotContain(relay.Said, line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));
        Assert.Equal("queued", (await RowAsync(host, id, _ => true)).State);
    }

    [Fact]
    public async Task A_relay_that_drops_STARTTLS_gets_no_mail_in_the_clear()
    {
        await using var relay = new ScriptedRelay { Script = (verb, _) => verb == "STARTTLS" ? "502 no such thing" : null };
        await using var host = await CommunicationsHost.StartAsync(servers, settings: new Dictionary<string, string?>(relay.Settings, StringComparer.Ordinal)
        {
            ["Mail:Smtp:Security"] = "startTls",
        });
        await host.QueueAsync("kim@example.org");

        await Eventually.SeeAsync(() => Task.FromResult(relay.Said.Count(line => line == "STARTTLS")), tries => tries >= 2);

        Assert.DoesNotContain(relay.Said, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lines_that_begin_with_dots_and_swedish_letters_come_out_as_they_went_in()
    {
        await using var host = await CommunicationsHost.StartAsync(servers);
        const string Words = ".\r\n..två punkter\r\n.Ärligt talat, Åsa: 1 234,50 kr för Öberg i Årjäng";

        await host.QueueAsync("kim@example.org", new Letter("sv", "Möte på Ölmevägen, å ä ö och ett ämne som är så långt att det måste vikas på flera rader", new Paragraph(Words)));

        var mail = Assert.Single(await Eventually.SeeAsync(() => host.MailsToAsync("kim@example.org"), mails => mails.Count > 0));
        Assert.StartsWith(Words.ReplaceLineEndings("\n"), mail.Text!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal("Möte på Ölmevägen, å ä ö och ett ämne som är så långt att det måste vikas på flera rader", mail.Subject);
        Assert.Equal("Vänsterpartiet Värmland <hej@varmland.example>", mail.Headers["From"]);
    }

    [Fact]
    public async Task Addresses_beyond_ascii_are_written_as_the_relay_can_take_them()
    {
        await using var relay = new ScriptedRelay();
        await using var host = await CommunicationsHost.StartAsync(servers, settings: relay.Settings);

        await RowAsync(host, await host.QueueAsync("kim@räksmörgås.example"), row => row.State == "sent");
        var local = await RowAsync(host, await host.QueueAsync("åsa@example.org"), row => row.State != "queued");

        Assert.Contains("RCPT TO:<kim@xn--rksmrgs-5wao1o.example>", relay.Said);
        Assert.Equal("failed", local.State);
        Assert.Equal("address needs SMTPUTF8", local.Reason);
    }

    private static Task<Row> RowAsync(CommunicationsHost host, Guid id, Func<Row, bool> satisfies) => Eventually.SeeAsync(
        () => host.QueryAsync<Row>("select state, attempts, reason, text is not null as has_body, next_at from outgoing_mail where id = @id", new { id }), satisfies);

    private static async Task<MimeMessage> ParseAsync(string content)
    {
        using var stream = new MemoryStream(System.Text.Encoding.Latin1.GetBytes(content));
        return await MimeMessage.LoadAsync(stream, TestContext.Current.CancellationToken);
    }
}
