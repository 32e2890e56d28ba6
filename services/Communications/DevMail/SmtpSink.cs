using System.Net;
using System.Net.Sockets;

namespace VpVarmland.Communications.DevMail;

/// <summary>
/// A mail server on a free loopback port that keeps every message in the dev mailbox and passes none on. Mail thus truly
/// travels over SMTP in Development, and never leaves the machine.
/// </summary>
internal sealed class SmtpSink : BackgroundService
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly DevMailbox mailbox;
    private readonly ILogger<SmtpSink> log;

    public SmtpSink(DevMailbox mailbox, ILogger<SmtpSink> log)
    {
        this.mailbox = mailbox;
        this.log = log;
        listener.Start();
    }

    /// <summary>Where it listens, on 127.0.0.1.</summary>
    internal int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public override void Dispose()
    {
        listener.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException fault)
            {
                log.LogWarning("A mail connection was not accepted: {Fault}", fault.SocketErrorCode);
            }
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken cancel)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                await new SmtpSession(stream, mailbox).RunAsync(cancel);
            }
            catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The other side left without a word, or we are stopping.
            }
            catch (Exception fault)
            {
                log.LogWarning("A mail connection ended: {Fault}", fault.GetType().Name);
            }
        }
    }
}
