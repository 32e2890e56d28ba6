using System.Text;
using Microsoft.Playwright;

namespace VpVarmland.Tests;

/// <summary>A chair has phoned round and reads the corrected list in again.</summary>
internal sealed class CorrectionsWalk(Screen chair, Guid association)
{
    internal async Task ImportsACorrectionAsync()
    {
        const string title = "Rätta från fil", name = "telefonrunda.csv";
        await chair.GoAsync($"/forening/{association}/medlemmar");
        await chair.Link(title).ActivateAsync();
        await chair.JudgeAsync(title);
        await chair.Page.SetInputFilesAsync("#correctionsFile", new FilePayload { Name = name, MimeType = "text/csv", Buffer = await CorrectedAsync() });
        await chair.SeesAsync($"Rättelser i {name}");
        await chair.SeesAsync("ingen medlem i föreningen har det numret");
        await chair.JudgeAsync(title);
        await chair.Button("Genomför 1 rättelse").ActivateAsync();
        await chair.SeesAsync("1 rättelse är genomförd för 1 person.");
        await chair.JudgeAsync(title);
        await chair.Button("Ångra rättelserna").ActivateAsync();
        await chair.SeesAsync("Rättelserna är ångrade. 1 person är som förut.");
        await chair.SeesAsync("Ångrad");
        await chair.JudgeAsync(title);
    }

    /// <summary>The list as the chair fetches it: one of it with another year of birth, and somebody of whom nobody has heard.</summary>
    private async Task<byte[]> CorrectedAsync()
    {
        var list = await chair.Page.APIRequest.GetAsync($"/api/members/people/export?association={association}&format=csv&purpose=Telefonrunda&birthYears=true");
        var rows = (await list.TextAsync()).TrimStart('\uFEFF').Split("\r\n").Where(row => !row.Contains('"', StringComparison.Ordinal)).Select(row => row.Split(';')).ToList();
        var (number, year) = (Array.IndexOf(rows[0], "Medlemsnummer"), Array.IndexOf(rows[0], "Födelseår"));
        var somebody = rows.Skip(1).First(row => row[number].Length > 0);
        somebody[year] = somebody[year] == "1950" ? "1951" : "1950";
        return Encoding.UTF8.GetBytes($"Medlemsnummer;Födelseår\r\n{somebody[number]};{somebody[year]}\r\n99999999;1950\r\n");
    }
}
