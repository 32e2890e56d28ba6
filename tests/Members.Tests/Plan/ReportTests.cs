using System.Net;
using System.Text;
using UglyToad.PdfPig;
using VpVarmland.Members.ConferenceReports;
using VpVarmland.Tests.Kit;
using VpVarmland.Tests.Liaisons;
using static VpVarmland.Tests.Plan.PlanGround;

namespace VpVarmland.Tests.Plan;

public sealed class ReportTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly PlanGround ground = new(fixture.Host);

    [Fact]
    public async Task The_first_draft_is_written_from_the_plan_with_activities_and_what_the_owners_said()
    {
        var (year, activity) = await ground.ActivityAsync();
        await ground.Owner.PutAsync($"/api/members/plan/activities/{activity}", new { title = "Värvarhelg", due = new DateOnly(year, 5, 20), state = "done", note = "Tio föreningar var med." }, "\"1\"").ReadAsync();
        await members.ExecuteAsync("insert into plan_statuses (year, code, quarter, light, text, written_at) values (@year, 'G1', 1, 'green', 'Sexton nya i Sunne.', now())", new { year });
        await members.ExecuteAsync("insert into plan_readings (indicator_id, quarter, value, noted_at) select id, 4, 14, now() from plan_indicators where year = @year and measure = 'manual'", new { year });
        var report = await ground.Manager.PostAsync(Path(year, "/report"), new { }).ReadAsync(HttpStatusCode.Created);
        await ground.Manager.PostAsync(Path(year, "/report"), new { }).RefusedAsync(HttpStatusCode.Conflict, "report.exists");
        Assert.Equal(["opening", "goal:G1", "board", "economy"], report.GetProperty("sections").EnumerateArray().Select(section => section.Text("source")));
        var goal = report.GetProperty("sections")[1];
        Assert.Equal("G1 Växa", goal.Text("title"));
        Assert.Contains("Sexton nya i Sunne.", goal.Text("text"), StringComparison.Ordinal);
        Assert.Contains("Genomfört: Värvarhelg (Tio föreningar var med.).", goal.Text("text"), StringComparison.Ordinal);
        Assert.Contains(goal.GetProperty("table").GetProperty("rows").EnumerateArray().Select(row => string.Join('|', row.EnumerateArray().Select(cell => cell.GetString()))), row => row == "Torgmöten|12|14");
    }

    [Fact]
    public async Task Reading_the_plan_anew_renews_figures_everywhere_and_texts_only_where_nobody_has_edited()
    {
        var year = await ground.ReportAsync();
        var edited = new { title = "Vi växer", text = "Styrelsens egna ord." };
        await ground.Manager.PutAsync(Path(year, $"/report/sections/{await ground.SectionAsync(year)}"), edited, await ground.ReportVersionAsync(year)).ReadAsync();
        await ground.Manager.PutAsync(Path(year, $"/report/sections/{await ground.SectionAsync(year)}"), edited, "\"1\"").RefusedAsync(HttpStatusCode.PreconditionFailed, "request.version_changed");
        await members.ExecuteAsync("insert into plan_readings (indicator_id, quarter, value, noted_at) select id, 4, 77, now() from plan_indicators where year = @year and measure = 'manual'", new { year });
        await ground.Manager.PutAsync(Path(year, "/goals/G2"), PlanGround.Goal("Stödja"), await ground.VersionAsync(year)).ReadAsync();
        var sections = (await ground.Manager.PostAsync(Path(year, "/report/refresh"), new { }).ReadAsync()).GetProperty("sections").EnumerateArray().ToList();
        var goal = sections.Single(section => section.Text("source") == "goal:G1");
        Assert.Equal(("Vi växer", "Styrelsens egna ord.", true), (goal.Text("title"), goal.Text("text"), goal.GetProperty("isEdited").GetBoolean()));
        Assert.Contains("77", goal.GetProperty("table").GetRawText(), StringComparison.Ordinal);
        Assert.Equal("goal:G2", sections[^1].Text("source"));
    }

    [Fact]
    public async Task Sections_are_added_moved_and_removed()
    {
        var year = await ground.ReportAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Path(year, "/report/sections"), UriKind.Relative)) { Content = System.Net.Http.Json.JsonContent.Create(new { title = "Tack", text = "Tack alla." }) };
        request.Headers.TryAddWithoutValidation("If-Match", await ground.ReportVersionAsync(year));
        var ids = (await ground.Manager.SendAsync(request).ReadAsync()).GetProperty("sections").EnumerateArray().Select(section => section.Id("sectionId")).ToList();
        ids.Reverse();
        var ordered = await ground.Manager.PutAsync(Path(year, "/report/order"), new { sectionIds = ids }, await ground.ReportVersionAsync(year)).ReadAsync();
        Assert.Equal("Tack", ordered.GetProperty("sections")[0].Text("title"));
        Assert.Equal(ids, ordered.GetProperty("sections").EnumerateArray().Select(section => section.Id("sectionId")));
        await ground.Manager.PutAsync(Path(year, "/report/order"), new { sectionIds = ids.Take(2) }, await ground.ReportVersionAsync(year)).RefusedAsync(HttpStatusCode.Conflict, "report.bad_order");
        var left = await ground.Manager.DeleteAsync(new Uri(Path(year, $"/report/sections/{ids[0]}"), UriKind.Relative)).ReadAsync();
        Assert.DoesNotContain(ids[0], left.GetProperty("sections").EnumerateArray().Select(section => section.Id("sectionId")));
    }

    [Fact]
    public async Task An_adopted_report_is_in_the_archive_for_every_member_stands_and_can_be_taken_back()
    {
        var year = await ground.AdoptedReportAsync();
        var report = await ground.Report(year);
        var document = report.Id("documentId");
        await ground.Manager.PostAsync(Path(year, "/report/refresh"), new { }).RefusedAsync(HttpStatusCode.Conflict, "report.adopted");
        var member = members.As(People.IdOf("member"), "member:self@district");
        Assert.Contains("Distriktsstyrelsens arbete", (await member.ReadAsync($"documents/{document}")).Text("body"), StringComparison.Ordinal);
        var pdf = await member.GetByteArrayAsync(new Uri($"/api/members/documents/{document}/file", UriKind.Relative));
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(pdf, 0, 5));
        await ground.Manager.DeleteAsync(new Uri(Path(year, "/report/adoption"), UriKind.Relative)).ReadAsync();
        await member.GetAsync(new Uri($"/api/members/documents/{document}", UriKind.Relative)).RefusedAsync(HttpStatusCode.NotFound, "board.unknown");
        Assert.Equal(0, await members.QueryAsync<long>("select count(*) from stored_files where name like @name", new { name = $"Verksamhetsberättelse {year}%" }));
    }

    [Fact]
    public async Task The_page_and_the_pdf_say_what_the_sections_say_and_nothing_in_them_is_markup()
    {
        var year = await ground.ReportAsync();
        await ground.Manager.PutAsync(Path(year, $"/report/sections/{await ground.SectionAsync(year)}"), new { title = "Vi <b>växer</b>", text = "Första stycket & mer.\n\nAndra stycket." }, await ground.ReportVersionAsync(year)).ReadAsync();
        var page = await ground.Manager.GetAsync(new Uri(Path(year, "/report/html"), UriKind.Relative)).ReadTextAsync();
        Assert.Contains("<h2>Vi &lt;b&gt;växer&lt;/b&gt;</h2>", page, StringComparison.Ordinal);
        Assert.Contains("<p>Första stycket &amp; mer.</p>\n<p>Andra stycket.</p>", page, StringComparison.Ordinal);
        using var answer = await ground.Manager.GetAsync(new Uri(Path(year, "/report/pdf"), UriKind.Relative));
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.True((await answer.Content.ReadAsByteArrayAsync()).Length > 10_000);
    }

    [Fact]
    public void A_long_report_has_several_pages_and_a_word_wider_than_the_page_is_broken()
    {
        var text = string.Join("\n\n", Enumerable.Repeat(string.Join(' ', Enumerable.Repeat("Föreningarna växer.", 60)), 12)) + "\n\n" + new string('å', 400);
        var rows = Enumerable.Range(0, 120).Select(row => (IReadOnlyList<string>)[$"Rad {row}", new string('ö', 80), ""]).ToList();
        Paper Report(int sections) => new("Verksamhetsberättelse 2025", null, [.. Enumerable.Range(0, sections).Select(number => new PaperSection($"Avsnitt {number}", text, new ReportTable(["Namn", "Text", "Tomt"], rows)))]);
        Assert.Equal(1, PagesOf(PaperPdf.Of(Report(0))));
        Assert.InRange(PagesOf(PaperPdf.Of(Report(1))), 5, 12);
    }

    [Fact]
    public void What_the_letters_of_the_file_cannot_show_becomes_the_nearest()
    {
        var section = new PaperSection("Åäö – é", "Čestný ≥ 👍", ReportTable.None);
        using var pdf = PdfDocument.Open(PaperPdf.Of(new Paper("Verksamhetsberättelse 2025", null, [section])));
        var text = pdf.GetPage(1).Text;
        Assert.Contains("Åäö – é", text, StringComparison.Ordinal);
        Assert.Contains("Cestný ? ??", text, StringComparison.Ordinal);
        Assert.Contains("1 (1)", text, StringComparison.Ordinal);
    }

    private static int PagesOf(byte[] content)
    {
        using var pdf = PdfDocument.Open(content);
        return pdf.NumberOfPages;
    }
}
