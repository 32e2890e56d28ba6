using System.Text;
using VpVarmland.Elections.Teller;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var cancel = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    cancel.Cancel();
};

var terminal = new Terminal(
    Console.Out,
    Console.Error,
    Width: Console.IsOutputRedirected ? Terminal.DefaultWidth : Math.Clamp(Console.WindowWidth - 1, 40, 120),
    Colours: !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "",
    Environment.GetEnvironmentVariable("LC_ALL") is { Length: > 0 } all ? all : Environment.GetEnvironmentVariable("LANG"));
return await Commands.RunAsync(args, terminal, TimeProvider.System, cancel.Token);
