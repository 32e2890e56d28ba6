using Microsoft.AspNetCore.Mvc;

namespace VpVarmland.Members.Files;

/// <summary>The file itself as a request's body, whatever its media type; larger than other bodies may be.</summary>
internal static class FileBody
{
    /// <summary>Bytes; 100,000 rows of ordinary columns are some 15 MB. The gateway lets as much through.</summary>
    internal const int Largest = 50 << 20;

    /// <summary>Bytes that are enough to show the headings and some values.</summary>
    internal const int Beginning = 256 << 10;

    /// <param name="form">What the file may be, for the API document.</param>
    internal static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint, string form = Csv) => endpoint
        .WithMetadata(new RequestSizeLimitAttribute(Largest))
        .WithDescription(form);

    private const string Csv = "The body is the CSV file itself: semicolon, comma or tab; UTF-8 or Windows-1252; the first row has the headings.";

    /// <summary>The whole body in memory: its encoding can only be told by all of it.</summary>
    /// <returns>Null where it is longer than <paramref name="largest"/>.</returns>
    internal static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int largest, CancellationToken cancel)
    {
        if (request.ContentLength > largest)
            return null;
        var content = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[64 << 10];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancel)) > 0)
        {
            if (content.Length + read > largest)
                return null;
            content.Write(buffer.AsSpan(0, read));
        }
        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }
}
