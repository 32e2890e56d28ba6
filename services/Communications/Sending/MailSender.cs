using Dapper;
using MimeKit;
using Npgsql;
using VpVarmland.Communications.Smtp;
using VpVarmland.ServiceDefaults.Database;

namespace VpVarmland.Communications.Sending;

/// <summary>
/// Hands queued mails to the relay, one transaction a mail: taken under lock, sent, noted. Dying between the relay's acceptance
/// and the note leaves the mail queued, so it goes out again with the same Message-ID, by which the receiver knows it.
/// A relay that cannot be reached is nobody's fault: the sender pauses and no mail loses an attempt.
/// </summary>
internal sealed class MailSender(NpgsqlDataSource source, MailSettings settings, TimeProvider clock, ILogger<MailSender> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var listener = await source.OpenConnectionAsync(stoppingToken);
                await listener.ExecuteAsync($"listen {MailQueue.Channel}");
                while (true)
                {
                    await SendDueAsync(stoppingToken);
                    pause = TimeSpan.Zero;
                    await listener.WaitAsync(Poll, stoppingToken);
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                pause = pause == TimeSpan.Zero ? TimeSpan.FromSeconds(1) : TimeSpan.FromTicks(Math.Min(2 * pause.Ticks, LongestPause.Ticks));
                log.LogWarning("Sending mail pauses for {Pause}: {Fault}", pause, fault is RelayException relay ? relay.Message : fault.GetType().Name);
                await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Sends all that is due over one connection to the relay.</summary>
    private async Task SendDueAsync(CancellationToken cancel)
    {
        SmtpConnection? relay = null;
        try
        {
            while (true)
            {
                await using var connection = await source.OpenConnectionAsync(cancel);
                await using var transaction = await connection.BeginTransactionAsync(cancel);
                if (await TakeAsync(connection, transaction, cancel) is not { } mail)
                    return;
                if (relay is not { IsUsable: true })
                {
                    if (relay is not null)
                        await relay.DisposeAsync();
                    relay = await SmtpConnection.OpenAsync(settings.Relay ?? throw new RelayException("Mail:Smtp:Host is not set"), settings.From.Domain, cancel);
                }
                var outcome = await relay.SendAsync(settings.From, new MailboxAddress(mail.DisplayName, mail.Address), Compose(mail), cancel);
                await NoteAsync(connection, transaction, mail, outcome, cancel);
                await transaction.CommitAsync(cancel);
            }
        }
        finally
        {
            if (relay is not null)
                await relay.DisposeAsync();
        }
    }

    private async Task<QueuedMail?> TakeAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancel) =>
        await connection.QuerySingleOrDefaultAsync<QueuedMail>(new CommandDefinition(
            """
            select id, address, display_name, language, subject, text, html, message_id, attempts, created_at, queued_at from outgoing_mail
            where state = 'queued' and next_at <= @now order by next_at, id limit 1 for update skip locked
            """, new { now = clock.GetUtcNow() }, transaction, cancellationToken: cancel));

    private MimeMessage Compose(QueuedMail mail)
    {
        var message = new MimeMessage
        {
            MessageId = mail.MessageId,
            Date = mail.CreatedAt,
            Subject = mail.Subject,
            Body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html }.ToMessageBody(),
        };
        message.From.Add(settings.From);
        message.To.Add(new MailboxAddress(mail.DisplayName, mail.Address));
        message.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        // RFC 3834: no out-of-office reply to a machine's letter.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    private async Task NoteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, QueuedMail mail, Delivery outcome, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var attempts = mail.Attempts + 1;
        var state = outcome switch
        {
            Delivery.Accepted => MailState.Sent,
            Delivery.Refused => MailState.Failed,
            _ => now - mail.QueuedAt > Backoff.GiveUpAfter ? MailState.Failed : MailState.Queued,
        };
        if (state != MailState.Sent)
            log.LogWarning("Mail {Mail} is {State} after attempt {Attempt}: {Reason}", mail.Id, state, attempts, outcome.Reason);
        await connection.ExecuteAsync(new CommandDefinition(
            state == MailState.Sent
                ? """
                  update outgoing_mail set state = 'sent', attempts = @attempts, sent_at = @now, reason = null, subject = null, text = null, html = null, display_name = null
                  where id = @Id
                  """
                : "update outgoing_mail set state = @state, attempts = @attempts, next_at = @next, reason = @Reason, bounce_told = member_id is null or @state <> 'failed' where id = @Id",
            new { mail.Id, attempts, now, state = state.ToText(), next = now + Backoff.After(attempts), outcome.Reason }, transaction, cancellationToken: cancel));
    }

    private sealed record QueuedMail(
        Guid Id, string Address, string? DisplayName, string Language, string Subject, string Text, string Html, string MessageId, int Attempts,
        DateTimeOffset CreatedAt, DateTimeOffset QueuedAt);
}
