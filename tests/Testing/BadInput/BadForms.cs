using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace VpVarmland.Tests.BadInput;

/// <summary>Forms that are wrong in some way, made from one that is right.</summary>
public static class BadForms
{
    private static readonly string[] Values =
    [
        "", " ", "null", "1", "noSuchName", "a%00b", "%00", "%ED%A0%80", "%FF%FE", "%", "a%0D%0Ab", "'%3B+drop+table+people%3B+--", "%3Cscript%3E", "%F0%9F%91%A9", "statistics+everything", new('x', 5000), new('A', 43),
    ];

    /// <summary>One fault at a time: in the form as a whole, and in each field.</summary>
    public static IEnumerable<BadBody> Of(string right)
    {
        const string Form = "application/x-www-form-urlencoded";
        var fields = right.Split('&').Select(field => field.Split('=')[0]).ToArray();
        yield return Body("no form", "", Form);
        yield return Body("no fields", "&&&===&%=%", Form);
        yield return Body("JSON", "{}", "application/json");
        yield return Body("parts without a boundary", right, "multipart/form-data");
        yield return Body("parts that never begin", right, "multipart/form-data; boundary=x");
        yield return Body("more fields than anybody has", string.Join('&', Enumerable.Range(0, 3000).Select(number => $"f{number}=1")), Form);
        yield return Body("a name too long", new string('n', 20_000) + "=1", Form);
        yield return Body("too large", $"{right}&more={new string('x', 2_000_000)}", Form);
        yield return Body("everything twice", $"{right}&{right}", Form);
        foreach (var field in fields)
        {
            yield return Body($"{field} is missing", string.Join('&', right.Split('&').Where(one => !one.StartsWith(field + "=", StringComparison.Ordinal))), Form);
            foreach (var value in Values)
                yield return Body($"{field} is {WebUtility.UrlEncode(value)[..Math.Min(40, WebUtility.UrlEncode(value).Length)]}", string.Join('&', right.Split('&').Select(one => one.StartsWith(field + "=", StringComparison.Ordinal) ? $"{field}={value}" : one)), Form);
        }
    }

    /// <summary>What a client may give as its name and secret in the header.</summary>
    public static IEnumerable<AuthenticationHeaderValue> Headers { get; } =
    [
        new("Basic"), new("Basic", "not base64 at all"), new("Basic", "AAAA"), new("Basic", Encode(":")), new("Basic", Encode("nobody:nothing")), new("Basic", Encode("a\0b:secret")),
        new("Basic", Encode("%00:" + new string('A', 43))), new("Basic", Convert.ToBase64String([0xC3, 0x28, (byte)':', 0xFF])), new("Digest", "username=x"), new("Bearer", "not.a.token"),
    ];

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static BadBody Body(string kind, string content, string mediaType) => new(kind, Encoding.UTF8.GetBytes(content), Hopeless: false, mediaType);
}
