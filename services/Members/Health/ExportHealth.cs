using System.Globalization;
using VpVarmland.Members.Files;

namespace VpVarmland.Members.Health;

/// <summary>The associations' figures as a file: semicolons and a byte order mark, as Swedish spreadsheets expect. About associations, not about people.</summary>
internal static class ExportHealth
{
    private static readonly string[] Headings =
    [
        "Partiförening", "Kommun", "Läge", "Medlemmar", "Nya på tolv månader", "Lämnat på tolv månader", "Öppna ärenden",
        "Tillväxt %", "Öppna ärenden per 100", "Försenade ärenden", "Aktiva %", "Ordförande (0 saknas, 1 utan kontaktväg, 2 nåbar)",
        "Dagar sedan fadderkontakt", "Dagar sedan möte", "Obesvarade remisser", "Utsedda ombud %", "Kampanjberedskap %",
    ];

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/associations/health/export", Handle)
        .RequirePermission(Permission.ReadStatistics)
        .WithSummary("How the associations stand, as CSV");

    private static async Task<FileContentHttpResult> Handle(Caller caller, UnitOfWork work, TimeProvider clock, CancellationToken cancel)
    {
        var rows = await ReadHealth.ListAsync(work, caller.Reach(Permission.ReadStatistics), null, await HealthLimits.ListAsync(work, cancel), cancel);
        var swedish = CultureInfo.GetCultureInfo("sv-SE");
        return CsvFile.Of($"foreningshalsa-{clock.Today():yyyy-MM-dd}", Headings, rows.Select(row => (string[])
        [
            row.Name, row.MunicipalityName ?? "", row.State switch { Associations.AssociationState.Active => "aktiv", Associations.AssociationState.Dormant => "vilande", _ => "under bildande" },
            $"{row.Members}", $"{row.Joined}", $"{row.Left}", $"{row.OpenCases}",
            // With a plain minus, a number stays a number in a spreadsheet.
            .. HealthRule.Defaults.Select(limit => row.Figures.Single(figure => figure.Figure == limit.Figure).Value?.ToString("0.#", swedish).Replace('\u2212', '-') ?? ""),
        ]));
    }
}
