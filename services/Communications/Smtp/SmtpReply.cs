using System.Globalization;
using System.Text;

namespace VpVarmland.Communications.Smtp;

/// <summary>A server's answer: RFC 5321 §4.2.</summary>
/// <param name="Code">Three digits.</param>
/// <param name="Lines">The texts after the code.</param>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    internal bool IsPositive => Code is >= 200 and < 400;

    internal bool IsTemporary => Code is >= 400 and < 500;

    /// <summary>
    /// "smtp 550 5.1.1": the code, and the enhanced code of RFC 3463 where the server gives one. Never the text, in which servers
    /// repeat addresses.
    /// </summary>
    internal string Reason
    {
        get
        {
            var first = Lines.Count > 0 ? Lines[0].Split(' ', 2)[0] : "";
            var parts = first.Split('.');
            var isEnhanced = parts.Length == 3 && parts.All(part => part.Length is > 0 and <= 3 && part.All(char.IsAsciiDigit));
            return string.Create(CultureInfo.InvariantCulture, $"smtp {Code}{(isEnhanced ? " " + first : "")}");
        }
    }

    /// <summary>Reads one, of any number of lines.</summary>
    /// <exception cref="IOException">The server has closed, or says something that is no answer.</exception>
    internal static async Task<SmtpReply> ReadAsync(SmtpLines lines, CancellationToken cancel)
    {
        var texts = new List<string>();
        while (true)
        {
            var line = Encoding.UTF8.GetString(await lines.ReadAsync(cancel) ?? throw new IOException("The server closed the line."));
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
                throw new IOException("The server does not speak SMTP.");
            texts.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
                return new SmtpReply(code, texts);
        }
    }
}

/// <summary>What became of one mail at the relay.</summary>
/// <param name="Reason">A code, for all but acceptance.</param>
internal abstract record Delivery(string? Reason)
{
    /// <summary>The relay has taken it over.</summary>
    internal sealed record Accepted() : Delivery((string?)null);

    /// <summary>Not now; later perhaps.</summary>
    internal sealed record PutOff(string Why) : Delivery(Why);

    /// <summary>Not ever.</summary>
    internal sealed record Refused(string Why) : Delivery(Why);

    internal static Delivery From(SmtpReply reply) => reply.IsTemporary ? new PutOff(reply.Reason) : new Refused(reply.Reason);
}
