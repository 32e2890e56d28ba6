using System.Text;

namespace VpVarmland.Elections.Counting.Ballots;

/// <summary>A BLT file as lines of UTF-8: byte order marks removed, UTF-16 converted, comments and white space cut away.</summary>
internal sealed class BltText(ReadOnlyMemory<byte> file)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly ReadOnlyMemory<byte> _bytes = WithoutMark(file);
    private int _next;

    /// <summary>The number of the current line, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The next line that says something; false at the end of the file.</summary>
    public bool TryNext(out ReadOnlySpan<byte> line)
    {
        var bytes = _bytes.Span;
        while (_next < bytes.Length)
        {
            var rest = bytes[_next..];
            var end = rest.IndexOf((byte)'\n');
            line = end < 0 ? rest : rest[..end];
            _next += end < 0 ? rest.Length : end + 1;
            Line++;
            line = Trimmed(WithoutComment(line));
            if (!line.IsEmpty)
            {
                return true;
            }
        }

        line = default;
        return false;
    }

    /// <summary>A name: UTF-8, or Latin-1 where the bytes are not UTF-8, as in older files.</summary>
    public static string Name(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    /// <summary>Without white space at the ends.</summary>
    public static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> line)
    {
        var (start, end) = (0, line.Length);
        while (start < end && IsSpace(line[start]))
        {
            start++;
        }

        while (end > start && IsSpace(line[end - 1]))
        {
            end--;
        }

        return line[start..end];
    }

    private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r';

    private static ReadOnlySpan<byte> WithoutComment(ReadOnlySpan<byte> line)
    {
        if (!line.Contains((byte)'#'))
        {
            return line;
        }

        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            quoted ^= line[i] == '"';
            if (line[i] == '#' && !quoted)
            {
                return line[..i];
            }
        }

        return line;
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> file) => file.Span switch
    {
        [0xEF, 0xBB, 0xBF, ..] => file[3..],
        [0xFF, 0xFE, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(file.Span[2..])),
        [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(file.Span[2..])),
        _ => file,
    };
}
