using VpVarmland.Elections.Counting.Files;
using VpVarmland.Elections.Counting.Lists;
using VpVarmland.Elections.Counting.SimpleVotes;

namespace VpVarmland.Elections.Teller.Count;

/// <summary><c>count --method M [--json] [--lots FILE] [--rules FILE] FILE.blt</c></summary>
internal static class CountCommand
{
    private static readonly string[] Options = ["--method", "--lots", "--rules", "--lang"];
    private static readonly string[] Flags = ["--json"];

    public static int Run(string[] words, Terminal terminal, Language language, Action<int> progress, CancellationToken cancel)
    {
        var parsed = Arguments.Parse(words, Options, Flags);
        if (!parsed.Succeeded)
        {
            return Commands.Refuse(terminal, language, parsed.Refusal);
        }

        var outcome = Count(parsed.Value, progress, cancel);
        if (!outcome.Succeeded)
        {
            return Commands.Refuse(terminal, language, outcome.Refusal);
        }

        if (parsed.Value.Has("--json"))
        {
            CountJson.Write(outcome.Value, terminal.Out);
        }
        else
        {
            new CountReport(outcome.Value, terminal, language).Write();
        }

        return outcome.Value.Undecided is null ? Exit.Counted : Exit.Undecided;
    }

    private static Outcome<CountResult> Count(Arguments arguments, Action<int> progress, CancellationToken cancel)
    {
        if (MethodNames.Find(arguments.Value("--method") ?? string.Empty) is not { } method)
        {
            var names = string.Join(", ", MethodNames.All);
            return Wrong($"--method ska vara någon av {names}", $"--method must be one of {names}");
        }

        if (arguments.Files.Count == 0 || (arguments.Files.Count > 1 && method != Method.Majority))
        {
            return Wrong(
                "en BLT-fil väntades (för majority en för varje omgång)", "one BLT file was expected (for majority one for each round)");
        }

        var lots = arguments.Value("--lots") is { } lotsPath
            ? InputFile.Read(lotsPath, LotsFile.ReadCandidates) : new Lots<int>([]);
        var rules = arguments.Value("--rules") is { } rulesPath
            ? InputFile.Read(rulesPath, RulesFile.Read) : new Rules(ListRules.None, BlankIsValid: false);
        if (!lots.Succeeded || !rules.Succeeded)
        {
            return lots.Refusal ?? rules.Refusal!;
        }

        if ((!rules.Value.List.IsEmpty && method is not (Method.OrderedStv or Method.SchulzeRanking))
            || (rules.Value.BlankIsValid && method != Method.Majority))
        {
            return Wrong(
                "listregler gäller ordered-stv och schulze-ranking, blankIsValid gäller majority",
                "list rules apply to ordered-stv and schulze-ranking, blankIsValid applies to majority");
        }

        return Count(method, arguments.Files, new CountOptions
        {
            Lots = lots.Value, Rules = rules.Value.List, BlankIsValid = rules.Value.BlankIsValid, Progress = progress, Cancel = cancel,
        });
    }

    private static Outcome<CountResult> Count(Method method, IReadOnlyList<string> files, CountOptions options)
    {
        var elections = new List<Election>();
        foreach (var file in files)
        {
            var read = InputFile.Read(file, BltReader.Read);
            if (!read.Succeeded)
            {
                return read.Refusal;
            }

            elections.Add(read.Value);
        }

        return method == Method.Majority
            ? MajorityRounds.Count(elections, options)
            : Counter.Count(method, elections[0], options);
    }

    private static Refusal Wrong(string swedish, string english) => new(
        "arguments", new Bilingual($"Kommandoraden: {swedish}. Se --help.", $"The command line: {english}. See --help."));
}
