using VpVarmland.Elections.Teller.Count;
using VpVarmland.Elections.Teller.Seats;

namespace VpVarmland.Elections.Teller;

/// <summary>The commands of the program: <c>count</c> and <c>seats</c>.</summary>
internal static class Commands
{
    /// <summary>Runs a command line and returns the exit status.</summary>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, TimeProvider clock, CancellationToken cancel)
    {
        if (LanguageOf(args, terminal) is not { } language)
        {
            return Refuse(terminal, terminal.Language, new Refusal("arguments", new Bilingual(
                "Kommandoraden: --lang ska vara sv eller en.", "The command line: --lang must be sv or en.")));
        }

        if (args.Length == 0 || args.Contains("--help") || args is ["help" or "-h", ..])
        {
            await terminal.Out.WriteLineAsync(Help.In(language));
            return args.Length == 0 ? Exit.BadInput : Exit.Counted;
        }

        var rest = args[1..];
        try
        {
            return args[0] switch
            {
                "count" => await new Waiting(terminal.Error, language, clock)
                    .ForAsync(progress => CountCommand.Run(rest, terminal, language, progress, cancel)),
                "seats" => await new Waiting(terminal.Error, language, clock)
                    .ForAsync(_ => SeatsCommand.Run(rest, terminal, language, cancel)),
                _ => Refuse(terminal, language, new Refusal("arguments", new Bilingual(
                    $"Kommandot ”{args[0]}” finns inte. Se --help.", $"There is no command “{args[0]}”. See --help."))),
            };
        }
        catch (OperationCanceledException)
        {
            return Refuse(terminal, language, new Refusal("cancelled", new Bilingual("Räkningen avbröts.", "The count was cancelled.")));
        }
    }

    /// <summary>Says why nothing was done.</summary>
    public static int Refuse(Terminal terminal, Language language, Refusal refusal)
    {
        terminal.Error.WriteLine(refusal.Reason.In(language));
        return Exit.BadInput;
    }

    private static Language? LanguageOf(string[] args, Terminal terminal)
    {
        var at = Array.FindIndex(args, a => a == "--lang" || a.StartsWith("--lang=", StringComparison.Ordinal));
        var value = at < 0 ? null : args[at].Contains('=') ? args[at].Split('=')[1] : args.ElementAtOrDefault(at + 1) ?? string.Empty;
        return value switch { null => terminal.Language, "sv" => Language.Swedish, "en" => Language.English, _ => null };
    }
}
