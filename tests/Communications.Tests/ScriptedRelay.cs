using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace VpVarmland.Tests;

/// <summary>
/// A mail relay that behaves as told: it answers each command by a script, or as a friendly server would where the script is silent.
/// </summary>
internal sealed class ScriptedRelay : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> said = new();
    private readonly ConcurrentQueue<string> taken = new();
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly X509Certificate2? certificate;

    /// <param name="certificate">Offers STARTTLS with it.</param>
    internal ScriptedRelay(X509Certificate2? certificate = null)
    {
        this.certificate = certificate;
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The answer to a command and how often it has come; null to be friendly; "hang up" to close the line.</summary>
    internal Func<string, int, string?> Script { get; set; } = (_, _) => null;

    /// <summary>The commands that came.</summary>
    internal IReadOnlyCollection<string> Said => said;

    /// <summary>The messages that were taken.</summary>
    internal IReadOnlyCollection<string> Taken => taken;

    internal int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    internal Dictionary<string, string?> Settings => new(StringComparer.Ordinal)
    {
        ["Mail:Smtp:Host"] = "localhost",
        ["Mail:Smtp:Port"] = $"{Port}",
        ["Mail:From"] = "hej@varmland.example",
    };

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        stop.Dispose();
    }

    /// <summary>A certificate for localhost that only its own file vouches for.</summary>
    internal static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var temporary = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(temporary.Export(X509ContentType.Pfx), null);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is done.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await TalkAsync(client.GetStream());
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or AuthenticationException or ObjectDisposedException)
            {
                // The other side hung up.
            }
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        var reader = new StreamReader(stream, Encoding.Latin1);
        async Task SayAsync(string line) => await stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"), stop.Token);

        await SayAsync("220 relay.test");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            said.Enqueue(line);
            var verb = line.Split(' ')[0].ToUpperInvariant();
            var answer = Script(verb, counts.AddOrUpdate(verb, 1, (_, count) => count + 1)) ?? Friendly(verb, stream is SslStream);
            if (answer == "hang up")
                return;
            await SayAsync(answer);
            if (verb == "QUIT")
                return;
            if (answer.StartsWith("220 ", StringComparison.Ordinal) && verb == "STARTTLS")
            {
                var secure = new SslStream(stream);
                await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop.Token);
                stream = secure;
                reader = new StreamReader(stream, Encoding.Latin1);
            }
            if (answer.StartsWith("354", StringComparison.Ordinal))
            {
                var content = new StringBuilder();
                while (await reader.ReadLineAsync(stop.Token) is { } text && text != ".")
                    content.Append(text).Append("\r\n");
                var verdict = Script("CONTENT", counts.AddOrUpdate("CONTENT", 1, (_, count) => count + 1)) ?? "250 taken";
                if (verdict == "hang up")
                    return;
                if (verdict.StartsWith('2'))
                    taken.Enqueue(content.ToString());
                await SayAsync(verdict);
            }
        }
    }

    private string Friendly(string verb, bool isSecure) => verb switch
    {
        "EHLO" when certificate is not null && !isSecure => "250-relay.test\r\n250 STARTTLS",
        "EHLO" => "250-relay.test\r\n250 AUTH PLAIN",
        "STARTTLS" => "220 go ahead",
        "AUTH" => "235 welcome",
        "DATA" => "354 go on",
        "QUIT" => "221 bye",
        _ => "250 ok",
    };
}
