using System.Diagnostics;
using System.Runtime.InteropServices;
using VpVarmland.Embedded.Servers;

namespace Aspire.Hosting.Running;

/// <summary>The Aspire dashboard: <c>aspire dashboard run</c> of the Aspire CLI, whose npm package is fetched when the machine has none.</summary>
internal sealed class Dashboard
{
    private const string CliVersion = "13.5.4";
    private const string Name = "dashboard";

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);

    private readonly int _port = FreePort.Next();
    private readonly int _collectorPort = FreePort.Next();
    private readonly ChildProcess _child;

    private Dashboard(string cli)
    {
        string[] arguments =
        [
            "dashboard", "run", "--non-interactive", "--nologo", "--allow-anonymous",
            "--frontend-url", Url, "--otlp-grpc-url", Collector, "--otlp-http-url", $"http://localhost:{FreePort.Next()}",
        ];
        _child = ChildProcess.Start(new ChildStart(Name, cli, arguments, "/") { WhenOrphaned = Signal.Terminate });
    }

    internal string Url => $"http://localhost:{_port}";

    /// <summary>Sends a process' telemetry to the dashboard, quickly, as Aspire does in development.</summary>
    internal IReadOnlyDictionary<string, string?> Variables => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Collector,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "1000",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "1000",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
    };

    private string Collector => $"http://localhost:{_collectorPort}";

    /// <summary>Starts the dashboard. Null when there is no CLI and none was asked for.</summary>
    /// <param name="mayFetch">Fetch the CLI when it is missing.</param>
    /// <exception cref="ServerException">It could not be fetched.</exception>
    internal static async Task<Dashboard?> LaunchAsync(bool mayFetch, PrefixedConsole console, CancellationToken cancel)
    {
        var cli = new Programs().FindCommand("aspire") ?? (mayFetch ? await FetchAsync(console, cancel) : null);
        return cli is null ? null : new Dashboard(cli);
    }

    /// <summary>Says where it is when it answers. The platform runs without it, so a failure is only said, too.</summary>
    internal async Task AnnounceAsync(PrefixedConsole console, CancellationToken cancel)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var waited = Stopwatch.StartNew();
        while (!_child.Exited.IsCompleted && waited.Elapsed < LongestStart)
        {
            try
            {
                using var answer = await http.GetAsync(Url, HttpCompletionOption.ResponseHeadersRead, cancel);
                console.Say(Name, $"traces, logs and metrics: {Url}");
                return;
            }
            catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
            {
                await Task.Delay(200, cancel);
            }
        }

        console.Say(Name, $"did not come up:\n{_child.LastLines}");
    }

    internal Task StopAsync() => _child.StopAsync(TimeSpan.FromSeconds(5));

    private static async Task<string> FetchAsync(PrefixedConsole console, CancellationToken cancel)
    {
        var architecture = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        var package = $"@microsoft/aspire-cli-linux-{architecture}";
        var cache = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "vpvarmland", $"aspire-cli-{CliVersion}");
        var cli = Path.Combine(cache, "node_modules", package, "bin", "aspire");
        if (File.Exists(cli))
            return cli;
        var npm = new Programs().FindCommand("npm") ?? throw new ServerException(
            "--dashboard needs the Aspire CLI (https://aspire.dev), or npm to fetch it with. Neither is installed.");
        console.Say(Name, $"fetching {package} {CliVersion} from npm (once, 130 MB)…");
        Directory.CreateDirectory(cache);
        await ChildProcess.RunAsync(
            new ChildStart("npm", npm, ["install", "--prefix", cache, "--no-audit", "--no-fund", $"{package}@{CliVersion}"], cache), cancel);
        return cli;
    }
}
