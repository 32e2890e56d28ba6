using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using VpVarmland.Communications.DevMail;
using VpVarmland.Communications.Mails;
using VpVarmland.Communications.Smtp;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Tests;

/// <summary>Development's mailbox: there in Development, nowhere else.</summary>
public sealed class DevMailTests(Servers servers)
{
    [Fact]
    public async Task People_see_pages_and_programs_json()
    {
        await using var host = await CommunicationsHost.StartAsync(servers);
        await host.QueueAsync("kim@example.org", new Letter("sv", "Ett <b>ämne</b>", new Paragraph("<script>alert(1)</script>"), new Link("Gå", new Uri("https://varmland.example/x"))));
        var mail = Assert.Single(await Eventually.SeeAsync(() => host.MailsToAsync("kim@example.org"), mails => mails.Count > 0));

        var list = await PageAsync(host, "/dev/mail");
        var detail = await PageAsync(host, $"/dev/mail/{mail.Id}");
        var json = await host.Anonymous().GetFromJsonAsync<DevMessage>($"/dev/mail/{mail.Id}", Json.Options, TestContext.Current.CancellationToken);

        Assert.Equal("Ett <b>ämne</b>", list.QuerySelector(".mails a")!.TextContent);
        Assert.Equal($"/dev/mail/{mail.Id}", list.QuerySelector(".mails a")!.GetAttribute("href"));
        Assert.Equal("Ett <b>ämne</b>", detail.QuerySelector("h1")!.TextContent);
        Assert.Empty(detail.QuerySelectorAll("script"));
        var frame = detail.QuerySelector("iframe")!;
        Assert.DoesNotContain("allow-scripts", frame.GetAttribute("sandbox"), StringComparison.Ordinal);
        Assert.DoesNotContain("allow-same-origin", frame.GetAttribute("sandbox"), StringComparison.Ordinal);
        Assert.Equal("https://varmland.example/x", new HtmlParser().ParseDocument(frame.GetAttribute("srcdoc")!).QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(mail.Subject, json!.Subject);
    }

    [Fact]
    public async Task After_shows_only_what_is_newer_than_a_mail_or_an_instant()
    {
        await using var host = await CommunicationsHost.StartAsync(servers);
        await host.QueueAsync("kim@example.org", new Letter("sv", "Första", new Paragraph("x")));
        var first = Assert.Single(await Eventually.SeeAsync(() => host.MailsToAsync("kim@example.org"), mails => mails.Count == 1));
        await host.QueueAsync("kim@example.org", new Letter("sv", "Andra", new Paragraph("x")));
        var both = await Eventually.SeeAsync(() => host.MailsToAsync("kim@example.org"), mails => mails.Count == 2);

        Assert.Equal(["Andra", "Första"], both.Select(mail => mail.Subject));
        Assert.Equal("Andra", Assert.Single(await AfterAsync(host, $"{first.Id}")).Subject);
        Assert.Equal("Andra", Assert.Single(await AfterAsync(host, first.At.ToString("O"))).Subject);
        Assert.Empty(await AfterAsync(host, "2100-01-01T00:00:00Z"));
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Anonymous().GetAsync("/dev/mail?after=yesterday", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Anonymous().GetAsync("/dev/mail/999999", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Production_has_neither_the_sink_nor_its_pages()
    {
        await using var host = await CommunicationsHost.StartAsync(servers, environment: "Production");

        Assert.Null(host.Services.GetService<SmtpSink>());
        Assert.Null(host.Services.GetService<DevMailbox>());
        Assert.Null(host.Services.GetService<SmtpRelay>());
        Assert.DoesNotContain(host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>(),
            endpoint => endpoint.RoutePattern.RawText!.Contains("dev", StringComparison.OrdinalIgnoreCase));
        foreach (var path in new[] { "/dev/mail", "/dev/mail/1", "/dev/clock" })
            Assert.InRange((int)(await host.Anonymous().GetAsync(path, TestContext.Current.CancellationToken)).StatusCode, 400, 499);
        Assert.Equal(HttpStatusCode.OK, (await host.Anonymous().GetAsync("/alive", TestContext.Current.CancellationToken)).StatusCode);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(CommunicationsHost host, string path)
    {
        var client = host.Anonymous();
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal("text/html", answer.EnsureSuccessStatusCode().Content.Headers.ContentType!.MediaType);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<IReadOnlyList<DevMessage>> AfterAsync(CommunicationsHost host, string after) =>
        (await host.Anonymous().GetFromJsonAsync<DevMessage[]>($"/dev/mail?after={Uri.EscapeDataString(after)}", Json.Options, TestContext.Current.CancellationToken))!;
}
