using System.Runtime.InteropServices;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Microsoft.Extensions.Hosting;
using VpVarmland.Embedded.Servers;

namespace Aspire.Hosting;

/// <summary>The described platform, run as processes of this machine: the servers from <c>Embedded/Servers</c>, the projects as <c>dotnet X.dll</c>.</summary>
public sealed class DistributedApplication
{
    private readonly IReadOnlyList<Resource> _resources;
    private readonly Arguments _arguments;
    private readonly IHostEnvironment _environment;

    internal DistributedApplication(IReadOnlyList<Resource> resources, Arguments arguments, IHostEnvironment environment)
    {
        _resources = resources;
        _arguments = arguments;
        _environment = environment;
    }

    /// <summary>Begins a description. Ends the process with a message when the arguments make no sense.</summary>
    public static IDistributedApplicationBuilder CreateBuilder(string[] args)
    {
        if (args.Contains("--help", StringComparer.Ordinal) || args.Contains("-h", StringComparer.Ordinal))
        {
            Console.WriteLine(Arguments.Usage);
            Environment.Exit(0);
        }

        if (!Arguments.TryParse(args, out var arguments, out var error))
        {
            Console.Error.WriteLine($"{error}\n\n{Arguments.Usage}");
            Environment.Exit(2);
        }

        return new EmbeddedBuilder(arguments);
    }

    /// <summary>Starts everything and stays until Ctrl-C, SIGTERM or a failure that cannot be mended, and leaves no process behind.</summary>
    public void Run() => RunAsync().GetAwaiter().GetResult();

    /// <inheritdoc cref="Run"/>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        var console = new PrefixedConsole(_resources.Select(resource => resource.Name));
        try
        {
            using var folder = _arguments.Temporary ? ServerFolder.Temporary()
                : _arguments.Values.TryGetValue("data", out var data) ? ServerFolder.At(data!)
                : ServerFolder.ForCheckout(_environment.ContentRootPath);
            if (_arguments.Fresh)
                await folder.ClearAsync(stop.Token);
            console.Say($"{_environment.ApplicationName} is starting ({_environment.EnvironmentName}). Data and logs: {folder.Path}");
            await using var platform = new Platform(_resources, folder, console);
            try
            {
                await platform.StartAsync(_arguments.Dashboard, stop.Token);
                console.Say($"{_environment.ApplicationName} is running: {string.Join(' ', platform.Addresses)}");
                await Launcher.GoneAsync(stop.Token);
            }
            finally
            {
                console.Say("Stopping…");
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to stop: nothing has failed.
        }
        catch (ServerException e)
        {
            console.Fail(e.Message);
            Environment.ExitCode = 1;
            return;
        }

        console.Say("Stopped.");

        void Stop(PosixSignalContext context)
        {
            // A second Ctrl-C means it: we end at once, and Linux ends our children. (dotnet run may add a SIGTERM to the first.)
            var again = stop.IsCancellationRequested;
            context.Cancel = !again || context.Signal != PosixSignal.SIGINT;
            if (!again)
                _ = stop.CancelAsync();
        }
    }
}
