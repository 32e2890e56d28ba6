using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Aspire.Hosting;

/// <summary>What may be said when the platform is started without containers.</summary>
/// <param name="Values">Those with a value, by name, for <c>builder.Configuration</c>.</param>
/// <param name="Fresh">Forget the data of earlier runs.</param>
/// <param name="Temporary">Keep data in a temporary folder, and forget it at the end.</param>
/// <param name="Dashboard">Start the Aspire dashboard, fetching it when it is not there.</param>
internal sealed record Arguments(IReadOnlyDictionary<string, string?> Values, bool Fresh, bool Temporary, bool Dashboard)
{
    internal const string Usage = """
        dotnet run --project AppHost -- [arguments]
          --port N         port of the web (8080)
          --fresh          forget all data and begin again
          --temporary      use data of this run only, and forget it at the end
          --data FOLDER    keep data there instead of in the checkout's own place
          --date D         the day on which the platform's clock starts, e.g. 2025-09-01 (development)
          --dashboard      start the Aspire dashboard: traces, logs, metrics
        """;

    /// <summary>Reads the command line.</summary>
    /// <param name="error">What is wrong with it, when false is returned.</param>
    internal static bool TryParse(IReadOnlyList<string> args, [NotNullWhen(true)] out Arguments? arguments, [NotNullWhen(false)] out string? error)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        var flags = new HashSet<string>(StringComparer.Ordinal);
        (arguments, error) = (null, null);
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var before, var after] ? (before, after) : (args[i], null);
            switch (name)
            {
                case "--fresh" or "--temporary" or "--dashboard" when value is null:
                    flags.Add(name);
                    break;
                case "--port" or "--date" or "--data":
                    value ??= i + 1 < args.Count ? args[++i] : "";
                    if (!IsValid(name, value))
                        error ??= $"{name} {value}: that is no {name switch { "--port" => "port (1 to 65535)", "--date" => "date (2025-09-01)", _ => "full path of a folder (/srv/vpvarmland)" }}.";
                    values[name[2..]] = value;
                    break;
                default:
                    error ??= $"{args[i]} is no argument that the platform knows.";
                    break;
            }
        }

        if (error is not null)
            return false;
        arguments = new Arguments(values, flags.Contains("--fresh"), flags.Contains("--temporary"), flags.Contains("--dashboard"));
        return true;
    }

    private static bool IsValid(string name, string value) => name switch
    {
        "--port" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535,
        "--date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => Path.IsPathFullyQualified(value),
    };
}
