using System.Text.Json;
using VpVarmland.Elections.Teller;

namespace VpVarmland.Tests.Support;

/// <summary>One run of the console program, with what it wrote.</summary>
internal sealed record TellerRun(int Exit, string Out, string Error)
{
    /// <summary>What it wrote, as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>Runs the program.</summary>
    public static async Task<TellerRun> RunAsync(params string[] args) => await InAsync("sv_SE.UTF-8", args);

    /// <summary>Runs the program with a locale.</summary>
    public static async Task<TellerRun> InAsync(string? locale, params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var terminal = new Terminal(output, error, Terminal.DefaultWidth, Colours: false, locale);
        var exit = await Commands.RunAsync(args, terminal, TimeProvider.System, TestContext.Current.CancellationToken);
        return new TellerRun(exit, output.ToString(), error.ToString());
    }

    /// <summary>Counts the text of a BLT file.</summary>
    public static async Task<TellerRun> CountAsync(string method, string blt, params string[] more)
    {
        using var file = new ScratchFile(blt);
        return await RunAsync(["count", "--method", method, "--json", .. more, file.Path]);
    }
}

/// <summary>A file that is gone after the test.</summary>
internal sealed class ScratchFile : IDisposable
{
    public ScratchFile(string text) => File.WriteAllText(Path, text);

    public ScratchFile(byte[] bytes) => File.WriteAllBytes(Path, bytes);

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);
}
