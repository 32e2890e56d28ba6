using System.Net.Http.Headers;
using VpVarmland.Tests.Access;

namespace VpVarmland.Tests.BadInput;

/// <summary>Makes wrong requests of right ones: in the body, the address or the headers.</summary>
internal static class Spoil
{
    private static readonly string[] Segments =
    [
        "01900000-0000-7000-8000-0000000fffff", "00000000-0000-0000-0000-000000000000", "not-an-id", "1", "-1", "%FF%FE", "..%2F..%2Fetc%2Fpasswd", "'%20or%20'1'='1",
        "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "%F0%9F%91%A9", new('a', 3000),
    ];

    private static readonly string[] Texts =
    [
        "", "-1", "0", "1.5", "99999999999999999999", "null", "maybe", "noSuchName", "2026-02-30", "'; drop table people; --", "<script>alert(1)</script>", "%", "\u202E", "a\nb", "åäö", new('x', 5000),
        "AAAA", "eyJpZCI6IngifQ==", "W10=", "bnVsbA==", "a\0b", "\0",
    ];

    /// <summary>Makes the request wrong in one way, or several; says how.</summary>
    public static async Task<string> RequestAsync(HttpRequestMessage request, Operation operation, Random random)
    {
        var format = request.Content?.Headers.ContentType?.MediaType;
        while (true)
        {
            switch (random.Next(6))
            {
                case 0 or 1 or 2 when format == "application/json":
                    var right = await request.Content!.ReadAsStringAsync();
                    var faults = BadBodies.Of(right).ToList();
                    var body = random.Next(2) == 0 ? faults[random.Next(faults.Count)] : BadBodies.Mixed(right, random);
                    return Put(request, body);
                case 0 or 1 or 2 when format == "application/x-www-form-urlencoded":
                    var forms = BadForms.Of(await request.Content!.ReadAsStringAsync()).ToList();
                    if (random.Next(4) == 0)
                        request.Headers.Authorization = random.GetItems([.. BadForms.Headers], 1)[0];
                    return $"{request.Headers.Authorization} {Put(request, forms[random.Next(forms.Count)])}";
                case 3 when operation.Path.Contains('{', StringComparison.Ordinal):
                    var path = request.RequestUri!.OriginalString.Split('/');
                    var ids = operation.Path.Split('/').Index().Where(segment => segment.Item.StartsWith('{')).Select(segment => segment.Index).ToArray();
                    path[ids[random.Next(ids.Length)]] = Segments[random.Next(Segments.Length)];
                    request.RequestUri = new Uri(string.Join('/', path), UriKind.Relative);
                    return request.RequestUri.OriginalString;
                case 4 when operation.Query.Count > 0:
                    var name = operation.Query[random.Next(operation.Query.Count)];
                    request.RequestUri = new Uri($"{request.RequestUri!.OriginalString.Split('?')[0]}?{name}={Uri.EscapeDataString(Texts[random.Next(Texts.Length)])}", UriKind.Relative);
                    return request.RequestUri.OriginalString;
                case 5:
                    return Headers(request, operation, random);
                default:
                    // This request has no such part: another fault.
                    break;
            }
        }
    }

    private static string Put(HttpRequestMessage request, BadBody body)
    {
        request.Content = new ByteArrayContent(body.Content);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(body.MediaType);
        // A server that refuses a large body answers and hangs up before it has read it: ask first, or the refusal is lost in a broken pipe (RFC 9110 §10.1.1).
        request.Headers.ExpectContinue = body.Content.Length > 65_536;
        return body.ToString();
    }

    private static string Headers(HttpRequestMessage request, Operation operation, Random random)
    {
        var text = Texts[random.Next(Texts.Length)].Replace("\n", "", StringComparison.Ordinal).Replace("\u202E", "", StringComparison.Ordinal).Replace("åäö", "aao", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal);
        switch (random.Next(4))
        {
            case 0 when operation.Method == HttpMethod.Post:
                request.Headers.TryAddWithoutValidation("Idempotency-Key", new string('k', 101));
                return "a key too long";
            case 1:
                request.Headers.Remove("If-Match");
                request.Headers.TryAddWithoutValidation("If-Match", text);
                return $"If-Match: {text}";
            case 2 when request.Content is not null:
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
                return "a form";
            default:
                request.Method = request.Method == HttpMethod.Get ? HttpMethod.Patch : HttpMethod.Trace;
                return "another method";
        }
    }
}
