namespace Aspire.Hosting.Running;

/// <summary>Writes each line with the name of who said it, in a colour of its own on a terminal.</summary>
internal sealed class PrefixedConsole
{
    /// <summary>Cyan, green, yellow, magenta, blue and their bright kin: the ANSI colours that read on dark and on light.</summary>
    private static readonly int[] Colours = [36, 32, 33, 35, 34, 96, 92, 93, 95, 94];

    private readonly Lock _lock = new();
    private readonly bool _coloured = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
    private readonly List<string> _names;
    private readonly int _width;

    internal PrefixedConsole(IEnumerable<string> names)
    {
        _names = names.ToList();
        _width = _names.Max(name => name.Length);
    }

    /// <summary>A line from the platform itself.</summary>
    internal void Say(string line) => Write(Console.Out, line);

    /// <summary>A line from, or about, one resource.</summary>
    internal void Say(string name, string line)
    {
        var prefix = name.PadRight(_width);
        var colour = Colours[Math.Max(_names.IndexOf(name), 0) % Colours.Length];
        Write(Console.Out, _coloured ? $"\e[{colour}m{prefix}\e[0m | {line}" : $"{prefix} | {line}");
    }

    internal void Fail(string message) => Write(Console.Error, _coloured ? $"\e[31m{message}\e[0m" : message);

    private void Write(TextWriter writer, string line)
    {
        lock (_lock)
            writer.WriteLine(line);
    }
}
