using System.Net.Http.Json;
using System.Net.Sockets;
using VpVarmland.Embedded.Servers;

namespace VpVarmland.Tests;

/// <summary>What a person at the console gets from a host without servers.</summary>
public sealed class HostTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_line_of_a_start_says_where_to_go()
    {
        var port = FreePort.Next();
        await using var host = HostProcess.Start(arguments: [$"--port={port}"]);
        Assert.Equal(port, (await host.RunsAsync()).Port);
        Assert.EndsWith($"VpVarmland is running: http://localhost:{port}", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crashed_project_is_started_again()
    {
        await using var host = HostProcess.Start();
        using var http = new HttpClient { BaseAddress = await host.RunsAsync() };
        var before = Assert.Single(Processes.Below(host.Id));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => http.PostAsync("/crash", null, Cancel));
        await host.SeesAsync("sample | ended unexpectedly with code 3; starting it again in 1 s");
        await Poll.UntilAsync(() => IsHealthyAsync(http), () => host.Output);
        Assert.NotEqual(before, Assert.Single(Processes.Below(host.Id)));
    }

    [Theory]
    [InlineData(nameof(Signal.Interrupt))]
    [InlineData(nameof(Signal.Terminate))]
    public async Task Ctrl_C_and_SIGTERM_stop_the_projects_in_order(string signal)
    {
        await using var host = HostProcess.Start();
        await host.RunsAsync();
        var processes = Processes.Below(host.Id);
        host.Send(Enum.Parse<Signal>(signal));
        Assert.Equal(0, await host.EndsAsync());
        Assert.All(processes, process => Assert.False(process.IsAlive));
        Assert.Contains("sample | info: Microsoft.Hosting.Lifetime[0] Application is shutting down", host.Output, StringComparison.Ordinal);
        // A process may be gone before its last line has been read.
        await Poll.UntilAsync(() => host.Output.Split('\n').Contains("Stopped."), () => host.Output);
    }

    [Fact]
    public async Task A_project_that_never_gets_up_ends_the_start_with_its_own_words()
    {
        await using var host = HostProcess.Start(environment: ("SAMPLE_FAILS", "yes"));
        Assert.Equal(1, await host.EndsAsync());
        Assert.Contains("sample ended 4 times before it was healthy. Its last words:\nI cannot start", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_said_with_the_way_out()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        await using var host = HostProcess.Start(arguments: ["--port", $"{port}"]);
        Assert.Equal(1, await host.EndsAsync());
        Assert.Contains($"Port {port} is in use by another program. Start with another one:  dotnet run --project AppHost -- --port {port + 1}", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dashboard_is_started_where_there_is_an_Aspire_command_line_and_gets_the_telemetry()
    {
        Assert.SkipWhen(new Programs().FindCommand("socat") is null, "socat, which stands in for the dashboard, is not installed.");
        var commands = Directory.CreateTempSubdirectory("commands").FullName;
        await File.WriteAllTextAsync(Path.Combine(commands, "aspire"), $"""
            #!/bin/sh
            echo "$*" > {commands}/called
            port=$(echo "$*" | sed 's/.*--frontend-url http:..localhost:\([0-9]*\).*/\1/')
            exec socat TCP-LISTEN:$port,bind=127.0.0.1,fork,reuseaddr SYSTEM:'echo HTTP/1.1 302 Found; echo Content-Length\: 0; echo'

            """, Cancel);
        File.SetUnixFileMode(Path.Combine(commands, "aspire"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await using (var host = HostProcess.Start(environment: ("PATH", $"{commands}:{HostProcess.PathWithoutAspire}")))
        {
            using var http = new HttpClient { BaseAddress = await host.RunsAsync() };
            var called = await File.ReadAllTextAsync(Path.Combine(commands, "called"), Cancel);
            var given = (await http.GetFromJsonAsync<Dictionary<string, string?>>("/environment", Cancel))!;
            Assert.StartsWith("dashboard run --non-interactive --nologo --allow-anonymous --frontend-url ", called, StringComparison.Ordinal);
            Assert.Contains($"--otlp-grpc-url {given["OTEL_EXPORTER_OTLP_ENDPOINT"]} ", called, StringComparison.Ordinal);
            Assert.Contains("dashboard | traces, logs and metrics: http://localhost:", host.Output, StringComparison.Ordinal);
            var processes = Processes.Below(host.Id);
            Assert.Contains(processes, process => process.CommandLine.StartsWith("socat", StringComparison.Ordinal));
            host.Send(Signal.Terminate);
            await host.EndsAsync();
            await Processes.AllEndAsync(processes);
        }

        Directory.Delete(commands, recursive: true);
    }

    [Theory]
    [InlineData("--prot", "8080")]
    [InlineData("--port", "eighty")]
    [InlineData("--port")]
    [InlineData("--date", "1 September")]
    [InlineData("--fresh=yes")]
    public async Task An_argument_that_makes_no_sense_is_refused_with_the_list(params string[] arguments)
    {
        await using var host = HostProcess.Start(arguments: arguments);
        Assert.Equal(2, await host.EndsAsync());
        Assert.Contains(arguments[0], host.Output, StringComparison.Ordinal);
        Assert.Contains("--dashboard", host.Output, StringComparison.Ordinal);
    }

    private static async Task<bool> IsHealthyAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync("/health", Cancel)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
