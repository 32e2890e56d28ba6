using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace VpVarmland.Communications.Smtp;

/// <summary>
/// A line to the relay, for any number of mails: RFC 5321 with STARTTLS (RFC 3207) and AUTH PLAIN (RFC 4954). Messages go out as
/// seven-bit text, which every server takes; only an address that is itself not ASCII needs a server that knows SMTPUTF8.
/// </summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private const int LongestReply = 4096;
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(15);
    // RFC 5321 §4.5.3.2 grants a server minutes, above all to think over a whole message.
    private static readonly TimeSpan AnswerTime = TimeSpan.FromMinutes(2);

    private readonly TcpClient client;
    private Stream stream;
    private SmtpLines lines;
    private IReadOnlyList<string> extensions = [];

    private SmtpConnection(TcpClient client)
    {
        this.client = client;
        stream = client.GetStream();
        lines = new SmtpLines(stream, LongestReply);
    }

    /// <summary>False once the line is broken or the server has asked to be left alone.</summary>
    internal bool IsUsable { get; private set; } = true;

    /// <exception cref="RelayException">The relay is away, refuses us, or cannot give the protection that is asked for.</exception>
    internal static async Task<SmtpConnection> OpenAsync(SmtpRelay relay, string ownName, CancellationToken cancel)
    {
        SmtpConnection? connection = null;
        var tcp = new TcpClient();
        try
        {
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limited.CancelAfter(ConnectTime);
            await tcp.ConnectAsync(relay.Host, relay.Port, limited.Token);
            connection = new SmtpConnection(tcp);
            await connection.GreetAsync(relay, ownName, limited.Token);
            return connection;
        }
        catch (Exception fault)
        {
            tcp.Dispose();
            if (connection is not null)
                await connection.DisposeAsync();
            if (cancel.IsCancellationRequested || fault is RelayException)
                throw;
            throw new RelayException(fault is SocketException { SocketErrorCode: var code } ? $"relay {code}" : $"relay {fault.GetType().Name}", fault);
        }
    }

    /// <summary>Hands one message over.</summary>
    /// <exception cref="RelayException">The relay refuses us as a sender: no mail's fault.</exception>
    internal async Task<Delivery> SendAsync(MailboxAddress from, MailboxAddress to, MimeMessage message, CancellationToken cancel)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limited.CancelAfter(AnswerTime);
        try
        {
            return await ExchangeAsync(from, to, message, limited.Token);
        }
        catch (Exception broken) when (broken is IOException or SocketException or LineTooLongException || (broken is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            // Whether the message was taken cannot be known: it goes again, under the same Message-ID.
            IsUsable = false;
            return new Delivery.PutOff("connection lost");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (IsUsable && client.Connected)
        {
            try
            {
                using var limited = new CancellationTokenSource(TimeSpan.FromSeconds(2));
                await AskAsync("QUIT", limited.Token);
            }
            catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or LineTooLongException)
            {
                // Saying goodbye is a courtesy.
            }
        }
        IsUsable = false;
        await stream.DisposeAsync();
        client.Dispose();
    }

    private async Task<Delivery> ExchangeAsync(MailboxAddress from, MailboxAddress to, MimeMessage message, CancellationToken cancel)
    {
        var recipient = to.GetAddress(idnEncode: true);
        var isInternational = recipient.Any(character => character > 127);
        if (isInternational && !Knows("SMTPUTF8"))
            return new Delivery.Refused("address needs SMTPUTF8");

        message.Prepare(EncodingConstraint.SevenBit);
        using var content = new MemoryStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.International = isInternational;
        await message.WriteToAsync(format, content, cancel);

        var mail = await AskAsync($"MAIL FROM:<{from.GetAddress(idnEncode: true)}>{(isInternational ? " SMTPUTF8 BODY=8BITMIME" : "")}", cancel);
        // A permanent no to the sender is about us (not signed in, wrong From), not about this mail.
        if (mail.Code is >= 500 and not 552)
            throw Unusable(mail);
        if (!mail.IsPositive)
            return await GiveUpAsync(mail, cancel);
        var rcpt = await AskAsync($"RCPT TO:<{recipient}>", cancel);
        if (!rcpt.IsPositive)
            return await GiveUpAsync(rcpt, cancel);
        var data = await AskAsync("DATA", cancel);
        if (data.Code != 354)
            return await GiveUpAsync(data, cancel);
        await stream.WriteAsync(StuffDots(content.GetBuffer().AsSpan(0, (int)content.Length)), cancel);
        await stream.WriteAsync(".\r\n"u8.ToArray(), cancel);
        var done = await SmtpReply.ReadAsync(lines, cancel);
        return done.IsPositive ? new Delivery.Accepted() : await GiveUpAsync(done, cancel);
    }

    private async Task<Delivery> GiveUpAsync(SmtpReply reply, CancellationToken cancel)
    {
        if (reply.Code == 421)
            IsUsable = false;
        else
            IsUsable = (await AskAsync("RSET", cancel)).IsPositive;
        return Delivery.From(reply);
    }

    private async Task GreetAsync(SmtpRelay relay, string ownName, CancellationToken cancel)
    {
        if (relay.Security == SmtpSecurity.Tls)
            await ProtectAsync(relay, cancel);
        Demand(await SmtpReply.ReadAsync(lines, cancel));
        await HelloAsync(ownName, cancel);
        if (relay.Security == SmtpSecurity.StartTls)
        {
            Demand(await AskAsync("STARTTLS", cancel));
            // What was sent before the handshake could be anybody's.
            if (lines.HasMore)
                throw new RelayException("relay sent more before TLS");
            await ProtectAsync(relay, cancel);
            await HelloAsync(ownName, cancel);
        }
        if (relay.User is null)
            return;
        if (relay.Security == SmtpSecurity.None && !relay.IsLocal)
            throw new RelayException("relay password over an unprotected line is refused");
        Demand(await AskAsync("AUTH PLAIN " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{relay.User}\0{relay.Password}")), cancel));
    }

    private async Task HelloAsync(string ownName, CancellationToken cancel)
    {
        var reply = Demand(await AskAsync("EHLO " + ownName, cancel));
        extensions = [.. reply.Lines.Skip(1).Select(line => line.Split(' ', 2)[0])];
    }

    private async Task ProtectAsync(SmtpRelay relay, CancellationToken cancel)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = relay.Host };
        if (relay.TrustedRoot is not null)
        {
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.ImportFromPemFile(relay.TrustedRoot);
        }
        var secure = new SslStream(stream);
        await secure.AuthenticateAsClientAsync(options, cancel);
        stream = secure;
        lines = new SmtpLines(stream, LongestReply);
    }

    private async Task<SmtpReply> AskAsync(string command, CancellationToken cancel)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"), cancel);
        return await SmtpReply.ReadAsync(lines, cancel);
    }

    private bool Knows(string extension) => extensions.Contains(extension, StringComparer.OrdinalIgnoreCase);

    private static SmtpReply Demand(SmtpReply reply) => reply.IsPositive ? reply : throw Unusable(reply);

    private static RelayException Unusable(SmtpReply reply) => new(string.Create(CultureInfo.InvariantCulture, $"relay {reply.Reason}"));

    /// <summary>RFC 5321 §4.5.2: a line that begins with a dot gets another, and the message ends on a line's end.</summary>
    internal static byte[] StuffDots(ReadOnlySpan<byte> message)
    {
        var stuffed = new List<byte>(message.Length + 64);
        var lineBegins = true;
        foreach (var one in message)
        {
            if (lineBegins && one == '.')
                stuffed.Add((byte)'.');
            stuffed.Add(one);
            lineBegins = one == '\n';
        }
        if (!lineBegins)
            stuffed.AddRange("\r\n"u8);
        return [.. stuffed];
    }
}
