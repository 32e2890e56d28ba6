using System.Globalization;
using System.Text;
using MimeKit;
using Npgsql;
using VpVarmland.Communications.Smtp;

namespace VpVarmland.Communications.DevMail;

/// <summary>One dialogue with the sink: the server's side of RFC 5321, as much as a sender needs.</summary>
internal sealed class SmtpSession(Stream stream, DevMailbox mailbox)
{
    /// <summary>The largest message taken, in bytes.</summary>
    internal const int LargestMessage = 10_000_000;

    private const int LongestLine = 64_000;
    private const int MostRecipients = 100;
    private readonly SmtpLines lines = new(stream, LongestLine);
    private readonly List<string> recipients = [];
    private string? sender;
    private bool greeted;

    internal async Task RunAsync(CancellationToken cancel)
    {
        await SayAsync("220 localhost VpVarmland mail sink", cancel);
        while (true)
        {
            string line;
            try
            {
                if (await lines.ReadAsync(cancel) is not { } bytes)
                    return;
                line = Encoding.UTF8.GetString(bytes);
            }
            catch (LineTooLongException)
            {
                await SayAsync("500 line too long", cancel);
                continue;
            }
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var verb = (space < 0 ? line : line[..space]).ToUpperInvariant();
            await SayAsync(await AnswerAsync(verb, space < 0 ? "" : line[(space + 1)..].Trim(), cancel), cancel);
            if (verb == "QUIT")
                return;
        }
    }

    private async Task<string> AnswerAsync(string verb, string argument, CancellationToken cancel)
    {
        switch (verb)
        {
            case "EHLO" or "HELO" when argument.Length == 0:
                return "501 a name is missing";
            case "EHLO":
                Reset();
                greeted = true;
                return string.Create(CultureInfo.InvariantCulture, $"250-localhost\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-PIPELINING\r\n250 SIZE {LargestMessage}");
            case "HELO":
                Reset();
                greeted = true;
                return "250 localhost";
            case "MAIL":
                return Mail(argument);
            case "RCPT":
                return Recipient(argument);
            case "DATA":
                return await DataAsync(cancel);
            case "RSET":
                Reset();
                return "250 forgotten";
            case "NOOP":
                return "250 here";
            case "VRFY":
                return "252 send and see";
            case "QUIT":
                return "221 goodbye";
            default:
                return "500 unknown command";
        }
    }

    private string Mail(string argument)
    {
        if (!greeted)
            return "503 say EHLO first";
        if (sender is not null)
            return "503 a mail has begun already";
        if (Path(argument, "FROM:") is not { } path)
            return "501 MAIL FROM:<address>";
        var size = argument.Split(' ').FirstOrDefault(parameter => parameter.StartsWith("SIZE=", StringComparison.OrdinalIgnoreCase))?[5..];
        if (size is not null && (!long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) || bytes > LargestMessage))
            return "552 5.3.4 too big";
        sender = path;
        return "250 sender noted";
    }

    private string Recipient(string argument)
    {
        if (sender is null)
            return "503 say MAIL first";
        if (Path(argument, "TO:") is not { Length: > 0 } path || !path.Contains('@', StringComparison.Ordinal))
            return "501 RCPT TO:<address>";
        if (recipients.Count == MostRecipients)
            return "452 4.5.3 too many recipients";
        recipients.Add(path);
        return "250 recipient noted";
    }

    private async Task<string> DataAsync(CancellationToken cancel)
    {
        if (recipients.Count == 0)
            return sender is null ? "503 say MAIL first" : "554 no recipient";
        await SayAsync("354 go on, end with a dot", cancel);
        using var content = new MemoryStream();
        var tooBig = false;
        while (true)
        {
            byte[] line;
            try
            {
                line = await lines.ReadAsync(cancel) ?? throw new IOException("The client left in the middle of a message.");
            }
            catch (LineTooLongException)
            {
                tooBig = true;
                continue;
            }
            if (line is [(byte)'.'])
                break;
            tooBig |= content.Length + line.Length > LargestMessage;
            if (tooBig)
                continue;
            content.Write(line is [(byte)'.', ..] ? line.AsSpan(1) : line);
            content.Write("\r\n"u8);
        }
        var answer = tooBig ? "552 5.3.4 too big" : await KeepAsync(content, cancel);
        Reset();
        return answer;
    }

    private async Task<string> KeepAsync(MemoryStream content, CancellationToken cancel)
    {
        content.Position = 0;
        try
        {
            using var message = await MimeMessage.LoadAsync(content, cancel);
            await mailbox.KeepAsync(sender!, recipients, message, cancel);
            return "250 2.0.0 kept";
        }
        catch (FormatException)
        {
            return "554 5.6.0 not a message";
        }
        catch (NpgsqlException)
        {
            return "451 4.3.0 the mailbox is away";
        }
    }

    private static string? Path(string argument, string keyword)
    {
        if (!argument.StartsWith(keyword, StringComparison.OrdinalIgnoreCase))
            return null;
        var rest = argument[keyword.Length..].TrimStart();
        var close = rest.IndexOf('>', StringComparison.Ordinal);
        return rest.StartsWith('<') && close > 0 ? rest[1..close] : null;
    }

    private void Reset()
    {
        sender = null;
        recipients.Clear();
    }

    private async Task SayAsync(string text, CancellationToken cancel) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text + "\r\n"), cancel);
}
