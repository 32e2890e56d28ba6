namespace VpVarmland.Members.Transfers;

/// <summary>What is handed over with each kind of assignment, and by when. Pure. The points are the platform's proposals; the district changes them.</summary>
internal static class TransferRule
{
    /// <summary>Days from the successor's first until everything should be confirmed (our own choice).</summary>
    internal const int Days = 14;

    private static readonly string[] Usual = ["Pågående ärenden och löften", "Kontakter: vem man ringer om vad", "Dokument och pärmar", "Tips om uppdraget"];

    private static readonly Dictionary<string, string[]> More = new(StringComparer.Ordinal)
    {
        ["chair"] = ["Nycklar och lokaler", "Firmateckning och bank", "Föreningens e-post och konton"],
        ["treasurer"] = ["Bank: behörighet och kort", "Bokföring och verifikationer", "Bokslut och budget", "Obetalda fakturor"],
        ["membershipSecretary"] = ["Öppna medlemsvårdsärenden", "Medlemmar som väntar på svar"],
        ["studyOrganiser"] = ["Pågående studiecirklar", "Kontakten på ABF"],
        ["feministOfficer"] = ["Planen för det internfeministiska arbetet", "Planerade separatistiska möten"],
        ["districtChair"] = ["Nycklar och lokaler", "Firmateckning och bank", "Kommande styrelsemöten", "Beslut som inte är utförda"],
        ["districtTreasurer"] = ["Bank: behörighet och kort", "Bokföring och verifikationer", "Bokslut och budget", "Utlägg och bidrag som väntar"],
        ["ombudsman"] = ["Nycklar och lokaler", "Konton och lösenordsförvaring", "Avtal", "Överlämning till centrala registret"],
        ["regionCouncillor"] = ["Ärenden i nämnder och utskott", "Regiongruppens ståndpunkter"],
        ["regionSubstitute"] = ["Ärenden i nämnder och utskott", "Regiongruppens ståndpunkter"],
        ["regionSeat"] = ["Nämndens pågående ärenden", "Regiongruppens ståndpunkter"],
    };

    internal static IReadOnlyList<string> Points(string kind) => [.. More.GetValueOrDefault(kind, []), .. Usual];

    /// <summary>The last day for confirming.</summary>
    /// <param name="from">The successor's first day.</param>
    internal static DateOnly Due(DateOnly from) => from.AddDays(Days);
}
