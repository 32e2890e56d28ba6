namespace VpVarmland.Elections.Teller;

/// <summary>Files as they are read from disk, the only input of the program.</summary>
internal static class InputFile
{
    /// <summary>A file's bytes.</summary>
    public sealed record Content(ReadOnlyMemory<byte> Bytes);

    /// <summary>Reads a file, or says why it cannot be read.</summary>
    public static Outcome<Content> Read(string path)
    {
        try
        {
            return new Content(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new Refusal("file", new Bilingual($"Filen {path} går inte att läsa.", $"The file {path} cannot be read."));
        }
    }

    /// <summary>Reads a file and then what is in it.</summary>
    public static Outcome<T> Read<T>(string path, Func<ReadOnlyMemory<byte>, Outcome<T>> parse)
        where T : class => Read(path) is { Succeeded: true, Value: { } content } read ? Named(path, parse(content.Bytes)) : Read(path).Refusal!;

    private static Outcome<T> Named<T>(string path, Outcome<T> outcome)
        where T : class => outcome.Refusal is not { } refusal ? outcome : refusal with
        {
            Reason = new Bilingual($"{path}: {refusal.Reason.Swedish}", $"{path}: {refusal.Reason.English}"),
        };
}
