using System.Net;
using System.Text.Json;
using VpVarmland.Tests.Kit;
using VpVarmland.Tests.Liaisons;

namespace VpVarmland.Tests.Plan;

/// <summary>Plans and reports in every state, each in a year of its own, made through the service.</summary>
internal sealed class PlanGround(MembersHost host)
{
    private static int years;

    internal HttpClient Manager { get; } = host.As(People.IdOf("ombudsman"), "plan:read@district", "plan:manage@district");

    /// <summary>Whoever answers for the goals of <see cref="DraftAsync"/>.</summary>
    internal HttpClient Owner { get; } = host.As(People.IdOf("district-chair"), "plan:read@district");

    /// <summary>A year far ahead, of which nothing is expected yet, and without a plan: there are sixty of them, and the oldest is used again.</summary>
    internal async Task<int> NewYearAsync()
    {
        var year = 2040 + (Interlocked.Increment(ref years) % 60);
        await host.ExecuteAsync("delete from annual_reports where year = @year; delete from plans where year = @year", new { year });
        return year;
    }

    internal static string Path(int year, string rest = "") => $"/api/members/plan/{year}{rest}";

    internal static object Goal(string title = "Växa") => new { kind = "standing", titleSv = title, titleEn = "Grow", about = "Distriktet ska växa.", ownerId = People.IdOf("district-chair") };

    /// <summary>A draft with the goal G1, which has a live indicator and one of its own.</summary>
    internal async Task<int> DraftAsync(int? year = null)
    {
        var made = year ?? await NewYearAsync();
        await Manager.PostAsync("/api/members/plan", new { year = made }).ReadAsync(HttpStatusCode.Created);
        await Manager.PutAsync(Path(made, "/goals/G1"), Goal(), await VersionAsync(made)).ReadAsync();
        await Manager.PutAsync(Path(made, "/goals/G1/indicators"), Indicators(), await VersionAsync(made)).ReadAsync();
        return made;
    }

    /// <summary>The plan of the running year, which is the demo's.</summary>
    internal int ThisYear => host.Today().Year;

    internal static object Indicators(decimal members = 100) => new { items = new object[] { new { measure = "members", target = members }, new { measure = "manual", title = "Torgmöten", target = 12 } } };

    internal Task<JsonElement> ReadAsync(int year) => Manager.ReadAsync($"plan/{year}");

    internal async Task<string> VersionAsync(int year) => $"\"{(await ReadAsync(year)).GetProperty("version").GetInt32()}\"";

    internal async Task<int> NumberAsync(int year) => (await ReadAsync(year)).GetProperty("version").GetInt32();

    internal static JsonElement Goal(JsonElement plan, string code) => plan.GetProperty("goals").EnumerateArray().Single(goal => goal.Text("code") == code);

    internal async Task<Guid> IndicatorAsync(int year, string code, string measure) =>
        Goal(await ReadAsync(year), code).GetProperty("indicators").EnumerateArray().First(one => one.Text("measure") == measure).Id("indicatorId");

    internal static object Activity(int year, string title = "Värvarhelg", string state = "planned") => new { title, ownerId = People.IdOf("board-member"), due = new DateOnly(year, 5, 20), state };

    internal async Task<(int Year, Guid Activity)> ActivityAsync()
    {
        var year = await DraftAsync();
        var plan = await Manager.PostAsync(Path(year, "/goals/G1/activities"), Activity(year)).ReadAsync();
        return (year, Goal(plan, "G1").GetProperty("activities")[0].Id("activityId"));
    }

    internal async Task<int> AdoptedAsync()
    {
        // Adopted in the year before or the year itself: the running year's successor.
        var year = host.Today().Year + 1;
        await host.ExecuteAsync("delete from annual_reports where year = @year; delete from plans where year = @year", new { year });
        await DraftAsync(year);
        await AdoptAsync(year).ReadAsync();
        return year;
    }

    internal async Task<HttpResponseMessage> AdoptAsync(int year)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Path(year, "/adoption"), UriKind.Relative)) { Content = System.Net.Http.Json.JsonContent.Create(new { on = host.Today() }) };
        request.Headers.TryAddWithoutValidation("If-Match", await VersionAsync(year));
        return await Manager.SendAsync(request);
    }

    /// <summary>A report in draft, of a plan of its own.</summary>
    internal async Task<int> ReportAsync()
    {
        var year = await DraftAsync();
        await Manager.PostAsync(Path(year, "/report"), new { }).ReadAsync(HttpStatusCode.Created);
        return year;
    }

    /// <summary>The demo's report of last year: adopted, whatever it was before.</summary>
    internal async Task<int> AdoptedReportAsync()
    {
        var year = await OpenReportAsync();
        await AdoptReportAsync(year).ReadAsync();
        return year;
    }

    /// <summary>The demo's report of last year, as a draft.</summary>
    internal async Task<int> OpenReportAsync()
    {
        var year = host.Today().Year - 1;
        if ((await Report(year)).GetProperty("adoptedOn").ValueKind != JsonValueKind.Null)
            await Manager.DeleteAsync(new Uri(Path(year, "/report/adoption"), UriKind.Relative)).ReadAsync();
        return year;
    }

    internal async Task<HttpResponseMessage> AdoptReportAsync(int year)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Path(year, "/report/adoption"), UriKind.Relative)) { Content = System.Net.Http.Json.JsonContent.Create(new { on = host.Today() }) };
        request.Headers.TryAddWithoutValidation("If-Match", await ReportVersionAsync(year));
        return await Manager.SendAsync(request);
    }

    internal Task<JsonElement> Report(int year) => Manager.ReadAsync($"plan/{year}/report");

    internal async Task<string> ReportVersionAsync(int year) => $"\"{await ReportNumberAsync(year)}\"";

    internal async Task<int> ReportNumberAsync(int year) => (await Report(year)).GetProperty("version").GetInt32();

    internal async Task<Guid> SectionAsync(int year, string source = "goal:G1") => (await Report(year)).GetProperty("sections").EnumerateArray().Single(one => one.Text("source") == source).Id("sectionId");
}
