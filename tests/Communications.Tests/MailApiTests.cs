using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using VpVarmland.Communications.Sending;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Tests;

/// <summary>What ops sees of mails, and can do.</summary>
public sealed class MailApiTests(Servers servers) : IAsyncLifetime
{
    private readonly ScriptedRelay relay = new() { Script = (verb, _) => verb == "RCPT" ? "550 5.1.1 no" : null };
    private CommunicationsHost host = null!;

    public async ValueTask InitializeAsync() => host = await CommunicationsHost.StartAsync(servers, settings: relay.Settings);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await relay.DisposeAsync();
    }

    [Fact]
    public async Task Ops_sees_how_a_mail_fares_but_neither_address_nor_words()
    {
        var id = await FailedAsync("kim.hemlig@example.org");

        var answer = await GetTextAsync("/api/communications/mails");

        var mail = Assert.Single(JsonSerializer.Deserialize<Page<MailStatus>>(answer, Json.Options)!.Items);
        Assert.Equal((id, "welcome", MailState.Failed, 1, "smtp 550 5.1.1"), (mail.Id, mail.Template, mail.State, mail.Attempts, mail.Reason));
        Assert.InRange(mail.AgeSeconds, 0, 60);
        Assert.DoesNotContain("hemlig", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Ämne", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_neither_skip_nor_repeat()
    {
        var ids = new List<Guid>();
        for (var number = 0; number < 5; number++)
            ids.Insert(0, await FailedAsync($"person{number}@example.org"));

        var seen = new List<Guid>();
        string? next = null;
        do
        {
            var page = JsonSerializer.Deserialize<Page<MailStatus>>(await GetTextAsync($"/api/communications/mails?size=2&after={next}"), Json.Options)!;
            Assert.InRange(page.Items.Count, 1, 2);
            seen.AddRange(page.Items.Select(mail => mail.Id));
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal(ids, seen);
    }

    [Fact]
    public async Task A_state_filters()
    {
        await FailedAsync("kim@example.org");

        Assert.Single(JsonSerializer.Deserialize<Page<MailStatus>>(await GetTextAsync("/api/communications/mails?state=failed"), Json.Options)!.Items);
        Assert.Empty(JsonSerializer.Deserialize<Page<MailStatus>>(await GetTextAsync("/api/communications/mails?state=sent"), Json.Options)!.Items);
    }

    [Theory]
    [InlineData("?state=lost", "request.invalid")]
    [InlineData("?state=7", "request.invalid")]
    [InlineData("?size=0", "request.invalid")]
    [InlineData("?size=1000", "request.invalid")]
    [InlineData("?size=many", "request.malformed")]
    public async Task A_bad_question_is_told_so(string query, string code)
    {
        var answer = await host.With(Permission.Operate).GetAsync("/api/communications/mails" + query, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, await CodeAsync(answer));
    }

    [Fact]
    public async Task A_cursor_that_is_none_starts_from_the_beginning()
    {
        await FailedAsync("kim@example.org");

        Assert.Single(JsonSerializer.Deserialize<Page<MailStatus>>(await GetTextAsync("/api/communications/mails?after=rubbish"), Json.Options)!.Items);
    }

    [Fact]
    public async Task A_failed_mail_is_sent_again_when_asked_and_who_asked_is_on_record()
    {
        var id = await FailedAsync("kim@example.org");
        relay.Script = (_, _) => null;

        var answer = await PostAsync(id, Permission.Operate);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(MailState.Queued, (await answer.Content.ReadFromJsonAsync<MailStatus>(Json.Options, TestContext.Current.CancellationToken))!.State);
        await host.SeeStateAsync(id, "sent");
        Assert.Single(relay.Taken);
        Assert.Equal("mail.retried", await host.QueryAsync<string>("select action from audit where subject = @id", new { id }));

        var again = await PostAsync(id, Permission.Operate);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal("mail.not_failed", await CodeAsync(again));
    }

    [Fact]
    public async Task A_mail_that_is_not_there_is_not_found()
    {
        var answer = await PostAsync(Guid.NewGuid(), Permission.Operate);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("request.not_found", await CodeAsync(answer));
    }

    [Fact]
    public async Task Only_ops_may_look_or_retry()
    {
        var id = await FailedAsync("kim@example.org");

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.With().GetAsync("/api/communications/mails", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(id)).StatusCode);
        foreach (var wrong in Permission.All.Values.Where(permission => permission != Permission.Operate))
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await host.With(wrong).GetAsync("/api/communications/mails", TestContext.Current.CancellationToken)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(id, wrong)).StatusCode);
        }
        await host.SeeStateAsync(id, "failed");
    }

    private async Task<Guid> FailedAsync(string address)
    {
        var id = await host.QueueAsync(address);
        await host.SeeStateAsync(id, "failed");
        return id;
    }

    private Task<string> GetTextAsync(string path) => host.With(Permission.Operate).GetStringAsync(path, TestContext.Current.CancellationToken);

    private Task<HttpResponseMessage> PostAsync(Guid id, params Permission[] permissions) =>
        host.With(permissions).PostAsync($"/api/communications/mails/{id}/retry", null, TestContext.Current.CancellationToken);

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetString();
}
