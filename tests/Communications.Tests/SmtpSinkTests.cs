using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using VpVarmland.Communications.DevMail;

namespace VpVarmland.Tests;

/// <summary>Development's mail server, spoken to byte by byte.</summary>
public sealed class SmtpSinkTests(Servers servers) : IAsyncLifetime
{
    private CommunicationsHost host = null!;
    private TcpClient client = null!;
    private StreamReader reader = null!;

    public async ValueTask InitializeAsync()
    {
        host = await CommunicationsHost.StartAsync(servers);
        client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", host.Services.GetRequiredService<SmtpSink>().Port, TestContext.Current.CancellationToken);
        reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        Assert.StartsWith("220 ", await ReadAsync(), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Takes_apart_dots_folds_and_letters_beyond_ascii()
    {
        await BeginAsync("åsa@example.org");

        Assert.StartsWith("250", await AskAsync(
            "From: =?utf-8?q?=C3=85sa?= <asa@example.org>\r\nSubject: Ett\r\n ämne\r\n som viks\r\nMessage-ID: <one@test>\r\nMIME-Version: 1.0\r\n" +
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n..punkt först\r\n...två\r\nräksmörgås\r\n."), StringComparison.Ordinal);

        var mail = Assert.Single(await host.MailsToAsync("åsa@example.org"));
        Assert.Equal("Ett ämne som viks", mail.Subject);
        Assert.Equal(".punkt först\n..två\nräksmörgås\n", mail.Text!.ReplaceLineEndings("\n"));
        Assert.Null(mail.Html);
        Assert.Equal("Åsa <asa@example.org>", mail.Headers["From"].Replace("\"", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_message_again_is_recognised_by_its_id()
    {
        for (var time = 0; time < 2; time++)
        {
            await BeginAsync("kim@example.org");
            Assert.StartsWith("250", await AskAsync("Message-ID: <same@test>\r\nSubject: x\r\n\r\ny\r\n."), StringComparison.Ordinal);
        }

        Assert.Equal(2, Assert.Single(await host.MailsToAsync("kim@example.org")).Deliveries);
    }

    [Fact]
    public async Task Each_recipient_has_the_mail_and_commands_may_come_in_one_piece()
    {
        await WriteAsync("EHLO test\r\nMAIL FROM:<a@example.org>\r\nRCPT TO:<one@example.org>\r\nRCPT TO:<two@example.org>\r\nDATA\r\n");
        for (var line = ""; !line.StartsWith("354", StringComparison.Ordinal);)
            line = await ReadAsync();
        await AskAsync("Message-ID: <both@test>\r\n\r\nhej\r\n.");

        Assert.Single(await host.MailsToAsync("ONE@example.org"));
        Assert.Single(await host.MailsToAsync("two@example.org"));
        Assert.Empty(await host.MailsToAsync("three@example.org"));
    }

    [Fact]
    public async Task A_bare_line_feed_ends_nothing()
    {
        await BeginAsync("kim@example.org");

        await WriteAsync("Message-ID: <smuggle@test>\r\n\r\nhej\n.\nMAIL FROM:<evil@example.org>\n");

        Assert.StartsWith("250", await AskAsync("slut\r\n."), StringComparison.Ordinal);
        Assert.Contains("MAIL FROM", Assert.Single(await host.MailsToAsync("kim@example.org")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MAIL FROM:<a@example.org>", "503")]
    [InlineData("RCPT TO:<a@example.org>", "503")]
    [InlineData("DATA", "503")]
    [InlineData("EHLO", "501")]
    [InlineData("FLY", "500")]
    [InlineData("NOOP", "250")]
    [InlineData("RSET", "250")]
    [InlineData("QUIT", "221")]
    [InlineData("helo test", "250")]
    public async Task Out_of_turn_or_unknown_commands_are_told_so(string command, string code) =>
        Assert.StartsWith(code, await AskAsync(command), StringComparison.Ordinal);

    [Theory]
    [InlineData("MAIL FROM:a@example.org", "501")]
    [InlineData("MAIL FROM:<a@example.org> SIZE=99999999", "552")]
    [InlineData("MAIL FROM:<a@example.org> SIZE=500 BODY=8BITMIME", "250")]
    [InlineData("MAIL FROM:<>", "250")]
    public async Task Senders_are_checked(string command, string code)
    {
        await HelloAsync();

        Assert.StartsWith(code, await AskAsync(command), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_too_big_is_refused_and_the_line_stays_usable()
    {
        await BeginAsync("kim@example.org");
        var line = new string('x', 60_000) + "\r\n";
        for (var written = 0; written <= SmtpSession.LargestMessage; written += line.Length)
            await WriteAsync(line);

        Assert.StartsWith("552", await AskAsync("."), StringComparison.Ordinal);
        Assert.StartsWith("250", await AskAsync("MAIL FROM:<a@example.org>"), StringComparison.Ordinal);
        Assert.Empty(await host.MailsToAsync("kim@example.org"));
    }

    [Fact]
    public async Task A_command_without_end_is_refused_and_the_next_is_heard()
    {
        Assert.StartsWith("500", await AskAsync("EHLO " + new string('x', 200_000)), StringComparison.Ordinal);
        Assert.StartsWith("250", await AskAsync("NOOP"), StringComparison.Ordinal);
    }

    private async Task HelloAsync()
    {
        await WriteAsync("EHLO test\r\n");
        string line;
        do
        {
            line = await ReadAsync();
            Assert.StartsWith("250", line, StringComparison.Ordinal);
        }
        while (line[3] == '-');
    }

    private async Task BeginAsync(string to)
    {
        await HelloAsync();
        Assert.StartsWith("250", await AskAsync("MAIL FROM:<a@example.org> SMTPUTF8"), StringComparison.Ordinal);
        Assert.StartsWith("250", await AskAsync($"RCPT TO:<{to}>"), StringComparison.Ordinal);
        Assert.StartsWith("354", await AskAsync("DATA"), StringComparison.Ordinal);
    }

    private async Task<string> AskAsync(string line)
    {
        await WriteAsync(line + "\r\n");
        return await ReadAsync();
    }

    private async Task WriteAsync(string text) => await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

    private async Task<string> ReadAsync() => await reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20)) ?? "";
}
