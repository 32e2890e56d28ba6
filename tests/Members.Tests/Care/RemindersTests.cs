using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VpVarmland.Contracts;
using VpVarmland.Members.Care;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Time;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Care;

/// <summary>Reminders by mail, the calendar at its secret address, and the figures.</summary>
public sealed class RemindersTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;

    [Fact]
    public async Task Whoever_has_late_cases_is_asked_to_be_reminded_once_a_day_without_any_name()
    {
        var (secretary, association) = await SecretaryAsync();
        var person = await members.AddMemberAsync(association, familyName: "Hemligsson");
        await members.OpenCaseAsync(person.Id, "inactive");
        await members.OpenCaseAsync((await members.AddMemberAsync(association)).Id, "moved");
        await ToMorningAsync(days: 8);
        await RunAsync();
        await RunAsync();
        var reminder = Assert.Single(await fixture.Events.AllAsync<CareReminderRequested>(one => one.MemberId == secretary));
        Assert.Equal((2, 0), (reminder.Late, reminder.Today));
        Assert.Equal(["Ring och hälsa välkommen hit", "Ring och hör hur det är"], reminder.Lines.Select(line => line.StepSv).Order());
        Assert.DoesNotContain("Hemligsson", reminder.ToString() + string.Concat(reminder.Lines), StringComparison.Ordinal);
        await ToMorningAsync(days: 1);
        await RunAsync();
        Assert.Equal(2, (await fixture.Events.AllAsync<CareReminderRequested>(one => one.MemberId == secretary)).Count);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Whoever_has_said_no_or_is_away_is_not_reminded(bool reminders, bool away)
    {
        var (secretary, association) = await SecretaryAsync();
        using var self = members.As(secretary, $"care:work@{association}");
        DateOnly? Day(int days) => away ? members.Today().AddDays(days) : null;
        var id = await members.OpenCaseAsync((await members.AddMemberAsync(association)).Id);
        await self.PutAsync("/api/members/care/me", new { reminders, awayFrom = Day(0), awayUntil = Day(30) }, null).ReadAsync();
        await ToMorningAsync(days: 8);
        await RunAsync();
        Assert.True(await members.QueryAsync<bool>("select due_at < @now and assignee_id = @secretary from care_cases where id = @id", new { id, secretary, now = members.Clock.GetUtcNow() }));
        Assert.Empty(await fixture.Events.AllAsync<CareReminderRequested>(one => one.MemberId == secretary));
    }

    [Fact]
    public async Task The_calendar_is_at_a_secret_address_that_can_be_changed_and_ended_and_names_nobody()
    {
        var (secretary, association) = await SecretaryAsync();
        var person = await members.AddMemberAsync(association, familyName: "Hemligsson");
        await members.OpenCaseAsync(person.Id, "inactive");
        using var self = members.As(secretary, $"care:work@{association}");
        var first = (await self.PostAsync("/api/members/care/me/calendar", new { }).ReadAsync()).Text("path")!;
        var feed = await members.Anonymous().GetStringAsync(new Uri(first, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("SUMMARY:Ring och hör hur det är\r\n", feed, StringComparison.Ordinal);
        Assert.Contains($"DTSTART;VALUE=DATE:{members.Today().AddDays(7):yyyyMMdd}", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("Hemligsson", feed, StringComparison.Ordinal);
        Assert.All(feed.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));

        var second = (await self.PostAsync("/api/members/care/me/calendar", new { }).ReadAsync()).Text("path")!;
        await members.Anonymous().GetAsync(new Uri(first, UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "request.not_found");
        await members.Anonymous().GetAsync(new Uri(second, UriKind.Relative)).ReadTextAsync();
        Assert.DoesNotContain(second.Split('/')[^1][..40], await members.QueryAsync<string>("select coalesce(string_agg(row::text, ''), '') from care_workers row"), StringComparison.Ordinal);
        await self.DeleteAsync(new Uri("/api/members/care/me/calendar", UriKind.Relative)).ReadAsync();
        await members.Anonymous().GetAsync(new Uri(second, UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "request.not_found");
    }

    [Fact]
    public async Task Whoever_no_longer_works_with_care_no_longer_has_a_calendar_of_it()
    {
        var (secretary, association) = await SecretaryAsync();
        using var self = members.As(secretary, $"care:work@{association}");
        var path = (await self.PostAsync("/api/members/care/me/calendar", new { }).ReadAsync()).Text("path")!;
        await members.Anonymous().GetAsync(new Uri(path, UriKind.Relative)).ReadTextAsync();
        await members.ExecuteAsync("update assignments set ended_on = @today where person_id = @secretary", new { secretary, today = members.Today() });
        await members.Anonymous().GetAsync(new Uri(path, UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "request.not_found");
    }

    [Fact]
    public async Task The_figures_count_talks_and_not_attempts_and_are_those_of_the_association()
    {
        var (secretary, association) = await SecretaryAsync();
        using var self = members.As(secretary, $"care:work@{association}", $"statistics:read@{association}");
        var cases = new List<Guid>();
        foreach (var _ in Enumerable.Range(0, 4))
            cases.Add(await members.OpenCaseAsync((await members.AddMemberAsync(association)).Id, "inactive"));
        var opened = await members.QueryAsync<DateTimeOffset>("select max(opened_at) from care_cases where association_id = @association", new { association });
        await ContactAsync(cases[0], "noAnswer", 1);
        await ContactAsync(cases[0], "called", 10);
        await ContactAsync(cases[1], "met", 30);
        await ContactAsync(cases[2], "called", 100);
        await self.PostAsync($"/api/members/care/cases/{cases[1]}/contacts", new { outcome = "done", result = "foundPlace" }).ReadAsync();

        var statistics = await self.GetAsync(new Uri("/api/members/care/statistics", UriKind.Relative)).ReadAsync();
        var quarter = statistics.GetProperty("quarters").EnumerateArray().Last();
        Assert.Equal(8, statistics.GetProperty("quarters").GetArrayLength());
        Assert.Equal((4, 3, 2, 1), (quarter.GetProperty("opened").GetInt32(), quarter.GetProperty("contacted").GetInt32(), quarter.GetProperty("within48").GetInt32(), quarter.GetProperty("closed").GetInt32()));
        Assert.Equal(30, quarter.GetProperty("medianHours").GetDouble(), 0.01);
        Assert.Equal(("foundPlace", 1), (quarter.GetProperty("outcomes")[0].Text("result"), quarter.GetProperty("outcomes")[0].GetProperty("number").GetInt32()));
        Assert.Equal(association, Assert.Single(statistics.GetProperty("associations").EnumerateArray()).Id("associationId"));
        Assert.Equal(3, statistics.GetProperty("open").GetInt32());
        var file = await self.GetAsync(new Uri("/api/members/care/statistics/export", UriKind.Relative)).ReadTextAsync();
        Assert.Contains(";4;3;30;2;50;1", file, StringComparison.Ordinal);

        Task ContactAsync(Guid id, string outcome, int hours) => members.ExecuteAsync(
            "insert into care_contacts (id, case_id, at, outcome, due_before) select @contact, id, opened_at + make_interval(hours => @hours), @outcome, due_at from care_cases where id = @id",
            new { contact = Guid.CreateVersion7(), id, outcome, hours });
    }

    private async Task<(Guid Person, Guid Association)> SecretaryAsync()
    {
        var association = await members.AddAssociationAsync();
        var person = (await members.AddMemberAsync(association)).Id;
        using var administrator = members.As(People.IdOf("ombudsman"), "assignments:manage@district");
        await administrator.PostAsync("/api/members/assignments", new { memberId = person, kind = "membershipSecretary", associationId = association, from = members.Today() }).ReadAsync(HttpStatusCode.Created);
        return (person, association);
    }

    /// <summary>To ten in the morning, so many days on.</summary>
    private Task ToMorningAsync(int days) => members.MoveClockAsync(
        SwedishTime.StartOf(members.Today().AddDays(days)).AddHours(10) - members.Clock.GetUtcNow());

    private Task RunAsync() => members.Services.GetRequiredService<IServiceScopeFactory>().RunAsync(
        (services, work) => services.GetRequiredService<RemindOfCare>().RunAsync(work, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
}
