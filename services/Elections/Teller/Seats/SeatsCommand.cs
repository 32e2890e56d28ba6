using VpVarmland.Elections.Counting.Files;
using VpVarmland.Elections.Counting.Seats;

namespace VpVarmland.Elections.Teller.Seats;

/// <summary><c>seats [--json] [--lots FILE] [--lists FILE] [--what-if PARTY=FROM..TO[:STEP]] FILE.json</c></summary>
internal static class SeatsCommand
{
    private static readonly string[] Options = ["--lots", "--lists", "--what-if", "--lang"];
    private static readonly string[] Flags = ["--json"];

    /// <summary>What the command found out.</summary>
    public sealed record Answer(
        SeatElection Election, SeatResult Result, IReadOnlyList<FilledList> Lists, string? Party, IReadOnlyList<WhatIfStep> WhatIf);

    public static int Run(string[] words, Terminal terminal, Language language, CancellationToken cancel)
    {
        var parsed = Arguments.Parse(words, Options, Flags);
        if (!parsed.Succeeded)
        {
            return Commands.Refuse(terminal, language, parsed.Refusal);
        }

        var outcome = Share(parsed.Value, cancel);
        if (!outcome.Succeeded)
        {
            return Commands.Refuse(terminal, language, outcome.Refusal);
        }

        if (parsed.Value.Has("--json"))
        {
            SeatsJson.Write(outcome.Value, terminal.Out);
        }
        else
        {
            new SeatsReport(outcome.Value, terminal, language).Write();
        }

        return outcome.Value.Result.Undecided ? Exit.Undecided : Exit.Counted;
    }

    private static Outcome<Answer> Share(Arguments arguments, CancellationToken cancel)
    {
        if (arguments.Files.Count != 1)
        {
            return new Refusal("arguments", new Bilingual(
                "Kommandoraden: en JSON-fil väntades. Se --help.", "The command line: one JSON file was expected. See --help."));
        }

        var lots = arguments.Value("--lots") is { } lotsPath ? InputFile.Read(lotsPath, LotsFile.ReadNames) : new Lots<string>([]);
        var lists = arguments.Value("--lists") is { } listsPath
            ? InputFile.Read(listsPath, PartyListsFile.Read) : new PartyListsFile.PartyLists([]);
        var range = arguments.Value("--what-if") is { } text ? VoteRange.Parse(text) : VoteRange.None;
        var election = InputFile.Read(arguments.Files[0], SeatFile.Read);
        if (!lots.Succeeded || !lists.Succeeded || !range.Succeeded || !election.Succeeded)
        {
            return lots.Refusal ?? lists.Refusal ?? range.Refusal ?? election.Refusal!;
        }

        var result = SeatAllocation.Share(election.Value, lots.Value);
        var varied = range.Value.Party is { } party
            ? WhatIf.Vary(election.Value, party, range.Value.Percents, lots.Value, cancel) : [];
        return new Answer(election.Value, result, ListPlaces.Fill(result, lists.Value.Lists), range.Value.Party, varied);
    }
}
