using System.Globalization;
using System.Text;
using VpVarmland.Members.Balance;
using VpVarmland.Members.ConferenceReports;

namespace VpVarmland.Members.Feminism;

/// <summary>The report on the internal feminist work to the annual conference: begun from the desk, edited, adopted into the archive.</summary>
internal static class FeministReports
{
    private const string Kind = "feminism";

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string one = "/feminism/reports/{id:guid}";
        api.MapGet("/feminism/reports", List).ForTheDistrict().WithSummary("The reports of the years");
        api.MapPost("/feminism/{year:int}/report", Begin).ForTheDistrict().WithSummary("Begin a year's report from what the desk knows");
        api.MapGet(one, Get).ForTheDistrict().WithSummary("A report");
        api.MapGet(one + "/html", Html).ForTheDistrict().WithSummary("A report as a page of its own");
        api.MapGet(one + "/pdf", Pdf).ForTheDistrict().WithSummary("A report as PDF");
        api.MapPut(one, Write).ForTheDistrict().WithSummary("Edit a report that is not adopted");
        api.MapDelete(one, Drop).ForTheDistrict().WithSummary("Drop a report that is not adopted");
        api.MapPost(one + "/adoption", Adopt).ForTheDistrict().WithSummary("The report is adopted: it goes into the archive for every member to read");
        api.MapDelete(one + "/adoption", Unadopt).ForTheDistrict().WithSummary("Take an adoption back within an hour");
    }

    private static async Task<Ok<IReadOnlyList<ConferenceReport>>> List(UnitOfWork work, CancellationToken cancel) => TypedResults.Ok(await Reports.ListAsync(work, Kind, cancel));

    private static async Task<Results<Created<ConferenceReport>, ProblemHttpResult>> Begin([System.ComponentModel.DataAnnotations.Range(2000, 2100)] int year, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await DeskPlace.FindAsync(work, null, caller, cancel) is not { } place)
            return DeskFailures.Unknown.ToProblem(http);
        var body = FeministReportText.Of(await FeministDesk.ReadAsync(work, place, year, cancel), await ReadBalance.ReadAsync(work, null, cancel));
        return await Reports.BeginAsync(work, Kind, year, string.Create(CultureInfo.InvariantCulture, $"Internfeministisk rapport {year}"), body, http, cancel);
    }

    private static Task<Results<Ok<ConferenceReport>, ProblemHttpResult>> Get(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => Reports.GetAsync(work, Kind, id, http, cancel);

    private static Task<Results<Ok<ConferenceReport>, ProblemHttpResult>> Write(Guid id, Reports.Request request, UnitOfWork work, HttpContext http, CancellationToken cancel) => Reports.WriteAsync(work, Kind, id, request, http, cancel);

    private static Task<Results<NoContent, ProblemHttpResult>> Drop(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => Reports.DropAsync(work, Kind, id, http, cancel);

    private static Task<Results<Ok<ConferenceReport>, ProblemHttpResult>> Adopt(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => Reports.AdoptAsync(work, Kind, id, http, cancel);

    private static Task<Results<Ok<ConferenceReport>, ProblemHttpResult>> Unadopt(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => Reports.UnadoptAsync(work, Kind, id, http, cancel);

    private static Task<Results<FileContentHttpResult, ProblemHttpResult>> Html(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => Reports.HtmlAsync(work, Kind, id, http, cancel);

    private static Task<Results<FileContentHttpResult, ProblemHttpResult>> Pdf(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => Reports.PdfAsync(work, Kind, id, http, cancel);

    private static RouteHandlerBuilder ForTheDistrict(this RouteHandlerBuilder endpoint) => endpoint.ForTheDistrict(Permission.WorkFeminism, DeskFailures.Unknown);
}

/// <summary>The report's first text, in Swedish like everything that a conference adopts. Says what is known and that the rest is not. Pure.</summary>
internal static class FeministReportText
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    internal static string Of(FeministDesk.Response desk, ReadBalance.Response balance)
    {
        var text = new StringBuilder();
        Heading("Årets arbete");
        Points(desk.Items.Where(item => item.State != ItemState.Dropped).Select(item => $"{item.Title} ({StateOf(item.State)}){(item.Note is null ? "" : ": " + item.Note)}"), "Ingen plan har skrivits för året.");
        Heading("Jämställdhet i uppdrag");
        var (first, last) = balance.Quarters.Count > 0 ? (balance.Quarters[0], balance.Quarters[^1]) : (null, null);
        Points(last is null ? [] : last.Groups.Select(group => $"{NameOf(group.Group)}: {Share(group)}{(first?.Groups.FirstOrDefault(one => one.Group == group.Group) is { } before && first != last ? $" ({Share(before)} {first.Name})" : "")}"), "Ingen uppgift.");
        if (desk.BelowFloor.Count > 0)
        {
            text.Append("Under golvet, minst hälften kvinnor:\n");
            Points(desk.BelowFloor.Select(body => $"{body.CommitteeName ?? body.AssociationName ?? "Distriktsstyrelsen"}: {body.Women} av {body.Women + body.Men + body.Others}"), "");
        }
        Heading("Separatistiska möten");
        Points(desk.Meetings.Select(meeting => $"{Day(meeting.HeldOn)}: {meeting.Title}{(meeting.Attended is { } came ? $", {came} deltagare" : "")}"), "Ingen uppgift.");
        Heading("Talartid");
        Points(desk.TalkTimes.Select(meeting => $"{meeting.Title}, {Day(meeting.HeldOn)}: {(meeting.WomenPercent is { } percent ? $"kvinnor talade {percent} procent av tiden" : "för få talare för att redovisas")}"), "Ingen uppgift.");
        Heading("Avslutssamtal");
        Points([Exits(desk.Exits)], "");
        Heading("Valberedningens checklista");
        text.Append(CultureInfo.InvariantCulture, $"{desk.Checklist.Count(check => check.DoneAt is not null)} av {desk.Checklist.Count} punkter är genomgångna.\n");
        return text.ToString().Trim();

        void Heading(string title) => text.Append(text.Length == 0 ? "## " : "\n## ").Append(title).Append("\n\n");

        void Points(IEnumerable<string> lines, string none)
        {
            var before = text.Length;
            foreach (var line in lines)
                text.Append("- ").Append(line.ReplaceLineEndings(" ")).Append('\n');
            if (text.Length == before)
                text.Append(none).Append('\n');
        }
    }

    private static string Exits(ExitFigures exits) => exits switch
    {
        { Offered: 0 } => "Ingen kvinna har lämnat ett uppdrag i förtid.",
        { Offered: null } => "Färre än fem har erbjudits samtal; därför redovisas inget antal.",
        { Held: null } => $"{exits.Offered} har erbjudits samtal.",
        _ => $"{exits.Offered} har erbjudits samtal, {exits.Held} samtal är hållna.",
    };

    private static string Share(ReadBalance.Counted group) => $"{group.Women} kvinnor av {group.Women + group.Men + group.Others}";

    private static string NameOf(BalanceGroup group) => group switch
    {
        BalanceGroup.DistrictBoard => "Distriktsstyrelsen",
        BalanceGroup.AssociationBoards => "Föreningarnas styrelser",
        BalanceGroup.Committees => "Utskott och valberedning",
        BalanceGroup.Councillors => "Region och riksdag",
        _ => "Alla förtroendevalda",
    };

    private static string StateOf(ItemState state) => state switch
    {
        ItemState.Done => "klart",
        ItemState.Ongoing => "pågår",
        _ => "planerat",
    };

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Swedish);
}
