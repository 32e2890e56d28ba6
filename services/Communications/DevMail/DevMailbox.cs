using System.Text.Json;
using Dapper;
using MimeKit;
using Npgsql;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Communications.DevMail;

/// <summary>A mail in the dev mailbox.</summary>
/// <param name="At">When it came, by the platform's clock.</param>
/// <param name="Deliveries">How often this very message came; above 1 after a crash between delivery and note of it.</param>
internal sealed record DevMessage(
    long Id, DateTimeOffset At, string To, string From, string Subject, string? Text, string? Html, IReadOnlyDictionary<string, string> Headers, int Deliveries);

/// <summary>
/// Where the sink keeps what it took. Like a real mailbox it recognises a message by its Message-ID, so that one sent twice is
/// there once.
/// </summary>
internal sealed class DevMailbox(NpgsqlDataSource source, TimeProvider clock)
{
    private const string Columns = "id, at, recipient, sender, subject, text, html, headers::text as headers, deliveries";

    /// <summary>Keeps the message for each of its recipients.</summary>
    internal async Task KeepAsync(string sender, IReadOnlyList<string> recipients, MimeMessage message, CancellationToken cancel)
    {
        var headers = message.Headers.GroupBy(header => header.Field, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => string.Join('\n', same.Select(header => header.Value)), StringComparer.Ordinal);
        await using var connection = await source.OpenConnectionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into dev_mailbox (message_id, recipient, sender, subject, text, html, headers, at)
            select @messageId, recipient, @sender, @subject, @text, @html, @headers::jsonb, @now from unnest(@recipients) as recipient
            on conflict (message_id, recipient) do update set deliveries = dev_mailbox.deliveries + 1
            """,
            new
            {
                messageId = Storable(message.MessageId) ?? $"{Guid.CreateVersion7():N}@unnamed",
                recipients = recipients.Distinct(StringComparer.Ordinal).ToArray(),
                sender,
                subject = Storable(message.Subject) ?? "",
                text = Storable(message.TextBody),
                html = Storable(message.HtmlBody),
                headers = Storable(JsonSerializer.Serialize(headers, Json.Options).Replace(@"\u0000", "", StringComparison.Ordinal)),
                now = clock.GetUtcNow(),
            }, cancellationToken: cancel));
    }

    /// <summary>Newest first.</summary>
    /// <param name="to">Only those to this address, in whatever case.</param>
    /// <param name="newerThan">Only those that came after this mail.</param>
    /// <param name="since">Only those that came after this instant.</param>
    internal async Task<IReadOnlyList<DevMessage>> ListAsync(string? to, long? newerThan, DateTimeOffset? since, int most, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            select {Columns} from dev_mailbox
            where (@to::text is null or lower(recipient) = lower(@to)) and id > coalesce(@newerThan, 0) and (@since::timestamptz is null or at > @since)
            order by id desc limit @most
            """, new { to, newerThan, since, most }, cancellationToken: cancel));
        return [.. rows.Select(row => row.ToMessage())];
    }

    /// <summary>The mail, or null.</summary>
    internal async Task<DevMessage?> FindAsync(long id, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition($"select {Columns} from dev_mailbox where id = @id", new { id }, cancellationToken: cancel));
        return row?.ToMessage();
    }

    private static string? Storable(string? text) => text?.Replace("\0", "", StringComparison.Ordinal);

    private sealed record Row(
        long Id, DateTimeOffset At, string Recipient, string Sender, string Subject, string? Text, string? Html, string Headers, int Deliveries)
    {
        internal DevMessage ToMessage() => new(
            Id, At, Recipient, Sender, Subject, Text, Html, JsonSerializer.Deserialize<Dictionary<string, string>>(Headers, Json.Options)!, Deliveries);
    }
}
