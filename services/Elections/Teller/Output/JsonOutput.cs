using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace VpVarmland.Elections.Teller.Output;

/// <summary>Writes one JSON document and a line end.</summary>
internal static class JsonOutput
{
    // The output is read by programs and people, never put into a web page: å, ä and ö stay as they are.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
    }
}
