using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace VpVarmland.Embedded.Servers;

/// <summary>What to start, and how it ends.</summary>
/// <param name="Name">Names its log file and process record.</param>
internal sealed record ChildStart(string Name, string Program, IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    internal IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>False gives only <see cref="Environment"/> and PATH, so that a PGPORT or RABBITMQ_NODENAME of the person's own changes nothing.</summary>
    internal bool InheritsEnvironment { get; init; } = true;

    /// <summary>Runs as this account; null as the current one.</summary>
    internal UnixUser? User { get; init; }

    /// <summary>The signal that ends it in order.</summary>
    internal Signal Gently { get; init; } = Signal.Terminate;

    /// <summary>The signal that Linux sends it when our process is killed.</summary>
    internal Signal WhenOrphaned { get; init; } = Signal.Kill;

    /// <summary>Called for each line of output, from any thread.</summary>
    internal Action<string>? OnLine { get; init; }
}

/// <summary>
/// A child process that cannot outlive this one. Linux ends it when our process dies, in whatever way (<c>setpriv --pdeathsig</c>), and it
/// has a session of its own (<c>setsid</c>), so that Ctrl-C reaches only us and everything can be stopped in order.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Its process is watched until it has ended; nothing is held after that.")]
internal sealed class ChildProcess
{
    private const int RememberedLines = 30;

    private readonly Process _process;
    private readonly ChildStart _start;
    private readonly ConcurrentQueue<string> _lastLines = new();
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(ChildStart start)
    {
        _start = start;
        _process = new Process { StartInfo = StartInfo(start), EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Remember(line.Data);
        _process.ErrorDataReceived += (_, line) => Remember(line.Data);
        _process.Exited += (_, _) => _exited.TrySetResult(_process.ExitCode);
    }

    /// <summary>Completes with the exit code (128 + signal when a signal ended it).</summary>
    internal Task<int> Exited => _exited.Task;

    internal int Id => _process.Id;

    /// <summary>The last lines of output, for an error message.</summary>
    internal string LastLines => string.Join('\n', _lastLines);

    internal static ChildProcess Start(ChildStart start)
    {
        var child = new ChildProcess(start);
        try
        {
            ParentThread.Run(() => child._process.Start());
        }
        catch (Win32Exception e)
        {
            throw new ServerException("The programs setsid and setpriv are needed (package util-linux).", e);
        }

        child._process.StandardInput.Close();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Runs a program to its end, or stops it when cancelled.</summary>
    /// <exception cref="ServerException">It ended with another code than 0; the message has its last lines.</exception>
    internal static async Task RunAsync(ChildStart start, CancellationToken cancel)
    {
        var child = Start(start);
        try
        {
            await child._process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            await child.StopAsync(TimeSpan.FromSeconds(20));
            throw;
        }

        if (child._process.ExitCode != 0)
            throw new ServerException($"{start.Program} {string.Join(' ', start.Arguments)} failed with exit code {child._process.ExitCode}:\n{child.LastLines}");
    }

    internal void Send(Signal signal)
    {
        // The id of a process that has exited may belong to another one by now.
        if (!_process.HasExited)
            Unix.Send(_process.Id, signal);
    }

    /// <summary>Ends it with its gentle signal, and with a kill when it takes longer than this.</summary>
    internal async Task StopAsync(TimeSpan patience)
    {
        Send(_start.Gently);
        if (await Task.WhenAny(Exited, Task.Delay(patience)) != Exited)
            Send(Signal.Kill);
        await Exited;
    }

    /// <summary>Ends it at once (SIGKILL).</summary>
    internal Task KillAsync()
    {
        Send(Signal.Kill);
        return Exited;
    }

    private void Remember(string? line)
    {
        if (line is null)
            return;
        _lastLines.Enqueue(line);
        if (_lastLines.Count > RememberedLines)
            _lastLines.TryDequeue(out _);
        _start.OnLine?.Invoke(line);
    }

    private static ProcessStartInfo StartInfo(ChildStart start)
    {
        var info = new ProcessStartInfo("setsid")
        {
            UseShellExecute = false,
            WorkingDirectory = start.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.ArgumentList.Add("setpriv");
        info.ArgumentList.Add($"--pdeathsig={NameOf(start.WhenOrphaned)}");
        if (start.User is { } user)
        {
            info.ArgumentList.Add($"--reuid={user.UserId}");
            info.ArgumentList.Add($"--regid={user.GroupId}");
            info.ArgumentList.Add("--init-groups");
        }

        info.ArgumentList.Add("--");
        info.ArgumentList.Add(start.Program);
        foreach (var argument in start.Arguments)
            info.ArgumentList.Add(argument);
        if (!start.InheritsEnvironment)
        {
            info.Environment.Clear();
            info.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        }

        foreach (var (name, value) in start.Environment)
            info.Environment[name] = value;
        return info;
    }

    private static string NameOf(Signal signal) => signal switch
    {
        Signal.Interrupt => "INT",
        Signal.Quit => "QUIT",
        Signal.Terminate => "TERM",
        _ => "KILL",
    };

    /// <summary>
    /// One thread that starts every child and lives as long as the process: to Linux the parent whose death matters is the <i>thread</i>, and
    /// a thread of the pool comes and goes.
    /// </summary>
    private static class ParentThread
    {
        private static readonly BlockingCollection<Action> Work = [];

        static ParentThread() => new Thread(Loop) { IsBackground = true, Name = "parent of child processes" }.Start();

        internal static void Run(Action start)
        {
            var done = new TaskCompletionSource();
            Work.Add(() =>
            {
                try
                {
                    start();
                    done.SetResult();
                }
                catch (Exception e)
                {
                    done.SetException(e);
                }
            });
            done.Task.GetAwaiter().GetResult();
        }

        private static void Loop()
        {
            foreach (var start in Work.GetConsumingEnumerable())
                start();
        }
    }
}
