namespace VpVarmland.Communications.Smtp;

/// <summary>
/// Lines of an SMTP dialogue, as bytes. Only CR LF ends a line: servers that disagree about bare line feeds are how one message
/// is smuggled into another.
/// </summary>
internal sealed class SmtpLines(Stream stream, int longest)
{
    private readonly byte[] buffer = new byte[8192];
    private int start;
    private int end;

    /// <summary>True if the other side has sent more than was read.</summary>
    internal bool HasMore => start < end;

    /// <summary>The next line without its end; null when the other side has closed.</summary>
    /// <exception cref="LineTooLongException">It is longer than allowed. The rest of it has been read away.</exception>
    internal async ValueTask<byte[]?> ReadAsync(CancellationToken cancel)
    {
        using var line = new MemoryStream();
        var tooLong = false;
        while (true)
        {
            if (start == end)
            {
                (start, end) = (0, await stream.ReadAsync(buffer, cancel));
                if (end == 0)
                    return null;
            }
            var feed = Array.IndexOf(buffer, (byte)'\n', start, end - start);
            var stop = feed < 0 ? end : feed + 1;
            if (line.Length + stop - start > longest + 2)
                tooLong = true;
            if (tooLong)
                KeepLast(line);
            line.Write(buffer, start, stop - start);
            start = stop;
            if (feed < 0 || !EndsLine(line))
                continue;
            return tooLong ? throw new LineTooLongException() : line.GetBuffer().AsSpan(0, (int)line.Length - 2).ToArray();
        }
    }

    private static bool EndsLine(MemoryStream line) => line.Length >= 2 && line.GetBuffer()[line.Length - 2] == '\r' && line.GetBuffer()[line.Length - 1] == '\n';

    // What is too long is not kept, but for the byte that may be the CR of its end.
    private static void KeepLast(MemoryStream line)
    {
        if (line.Length <= 1)
            return;
        line.GetBuffer()[0] = line.GetBuffer()[line.Length - 1];
        line.SetLength(1);
    }
}

/// <summary>A line was longer than this side takes.</summary>
internal sealed class LineTooLongException : Exception;
