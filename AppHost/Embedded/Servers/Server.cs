using System.Diagnostics;

namespace VpVarmland.Embedded.Servers;

/// <summary>A server that runs as our private child, on loopback only.</summary>
public abstract class Server : IAsyncDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock _logLock = new();
    private StreamWriter? _log;
    private ChildProcess? _child;

    private protected Server(string name, string package, ServerFolder folder, ServerOptions options)
    {
        Name = name;
        Package = package;
        Folder = folder;
        Options = options;
        Port = options.Port ?? FreePort.Next();
        // For its owner alone: an error message may quote what was written.
        Unix.WritePrivateFile(LogFile, "");
        _log = new StreamWriter(LogFile, append: true) { AutoFlush = true };
    }

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; private set; }

    /// <summary>What the server writes, since it was first started by this process.</summary>
    public string LogFile => Path.Combine(Folder.Path, Name + ".log");

    /// <summary>Completes when the server's process has ended, of itself or by us; a restart begins a new one.</summary>
    public Task Exited => _child?.Exited ?? Task.CompletedTask;

    /// <summary>The id of the server's process; 0 when it does not run.</summary>
    public int ProcessId => _child is { Exited.IsCompleted: false } child ? child.Id : 0;

    private protected const string UserName = "vpvarmland";

    private protected string Name { get; }

    private protected string Package { get; }

    private protected ServerFolder Folder { get; }

    private protected ServerOptions Options { get; }

    private protected string Password => Folder.Secret(Name);

    /// <summary>The engine that runs the server when its programs are not installed; null when they are.</summary>
    private protected ContainerEngine? Engine { get; private set; }

    private protected abstract bool IsInstalled { get; }

    private protected abstract ContainerImage Image { get; }

    private protected abstract IReadOnlyDictionary<string, string?> ContainerEnvironment { get; }

    /// <summary>Asks the server to end in order.</summary>
    private protected abstract Signal Gently { get; }

    /// <summary>How often a server that ends before it is ready is started again: the port may have been taken, a crashed one's memory still be held.</summary>
    private protected abstract int Attempts { get; }

    /// <summary>Stops in order; data is kept. Nothing when it does not run.</summary>
    public async Task StopAsync()
    {
        if (_child is { } child)
            await child.StopAsync(Patience);
        ProcessRecord.Delete(Folder.Path, Name);
        await AfterEndAsync();
    }

    /// <summary>Ends the process as a crash would (SIGKILL).</summary>
    public async Task KillAsync()
    {
        if (_child is { } child)
            await child.KillAsync();
        await AfterEndAsync();
    }

    /// <summary>Stops when needed, and starts again on the same port with the same data. Returns when it is ready.</summary>
    public async Task RestartAsync(CancellationToken cancel = default)
    {
        await StopAsync();
        await RunAsync(mayMove: false, cancel);
    }

    /// <summary>Stops the server; at once when its data is temporary.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Folder.IsTemporary)
            await KillAsync();
        else
            await StopAsync();
        lock (_logLock)
        {
            _log?.Dispose();
            _log = null;
        }
    }

    /// <summary>The child's definition, when programs are installed.</summary>
    private protected abstract ChildStart Program();

    /// <summary>Makes what the program needs before its first start, and helpers before each.</summary>
    private protected abstract Task PrepareAsync(CancellationToken cancel);

    /// <summary>Speaks the server's protocol; true when it answered.</summary>
    private protected abstract Task<bool> AnswersAsync(CancellationToken cancel);

    /// <summary>Ends what ran beside the server.</summary>
    private protected virtual Task AfterEndAsync() => Engine?.RemoveAsync(ContainerEngine.NameOf(Folder.Id, Name), CancellationToken.None) ?? Task.CompletedTask;

    private void Log(string line)
    {
        // The last lines may be read after the process has ended, and the log with it.
        lock (_logLock)
            _log?.WriteLine(line);
    }

    /// <summary>Finds, installs or replaces the programs, and starts the server.</summary>
    private protected async Task BeginAsync(CancellationToken cancel)
    {
        try
        {
            if (!IsInstalled)
            {
                Engine = await ContainerEngine.FindAsync(Options.Programs, cancel);
                if (Engine is null)
                    await Installation.InstallAsync(Package, () => IsInstalled, Options, cancel);
                else
                    Options.Say($"{Package} is not installed: running {Image.Image} with {Path.GetFileName(Engine.Program)}.");
            }

            await ProcessRecord.EndAsync(Folder.Path, Name, cancel);
            await RunAsync(mayMove: Options.Port is null, cancel);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private async Task RunAsync(bool mayMove, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await TryRunAsync(cancel))
                return;
            if (attempt == Attempts)
                throw new ServerException($"{Package} ended while starting. Its last words (all in {LogFile}):\n{_child?.LastLines}");
            if (mayMove && !FreePort.IsFree(Port))
                Port = FreePort.Next();
            await Task.Delay(200 * attempt, cancel);
        }
    }

    /// <summary>True when it is ready, false when it ended before that.</summary>
    private async Task<bool> TryRunAsync(CancellationToken cancel)
    {
        if (Engine is null)
            await PrepareAsync(cancel);
        else
            await AfterEndAsync();
        var start = Engine?.Start(Folder, Image, Port, ContainerEnvironment, Gently) ?? Program();
        var child = _child = ChildProcess.Start(start with { OnLine = Log });
        ProcessRecord.Write(Folder.Path, Name, child.Id, Gently);
        // An image may have to be downloaded first.
        var limit = Engine is null ? TimeSpan.FromMinutes(2) : TimeSpan.FromMinutes(15);
        var waited = Stopwatch.StartNew();
        while (!child.Exited.IsCompleted)
        {
            if (await AnswersAsync(cancel))
                return true;
            if (waited.Elapsed > limit)
                throw new ServerException($"{Package} did not answer on port {Port} within {limit.TotalMinutes} minutes; see {LogFile}.");
            await Task.WhenAny(child.Exited, Task.Delay(PollInterval, cancel));
        }

        return false;
    }
}
