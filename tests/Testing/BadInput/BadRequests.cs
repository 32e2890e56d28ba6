using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Problems;
using VpVarmland.Tests.Access;

namespace VpVarmland.Tests.BadInput;

/// <summary>
/// Sends a service requests that are wrong in some way, nine of ten from somebody who may do everything: none ends in a fault of the
/// service's, each refusal has a code that the service declares, and no refusal has changed a table.
/// </summary>
public sealed class BadRequests<TProgram>(ServiceHost<TProgram> host, string service, Guid memberId, Func<Task>? settle = null)
    where TProgram : class
{
    /// <summary>Requests between two looks at the tables.</summary>
    private const int Batch = 50;

    private static readonly string[] Segments =
    [
        "01900000-0000-7000-8000-0000000fffff", "00000000-0000-0000-0000-000000000000", "not-an-id", "1", "-1", "%FF%FE", "..%2F..%2Fetc%2Fpasswd", "'%20or%20'1'='1",
        "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "%F0%9F%91%A9", new('a', 3000),
    ];

    private static readonly string[] Texts =
    [
        "", "-1", "0", "1.5", "99999999999999999999", "null", "maybe", "noSuchName", "2026-02-30", "'; drop table people; --", "<script>alert(1)</script>", "%", "\u202E", "a\nb", "åäö", new('x', 5000),
        "AAAA", "eyJpZCI6IngifQ==", "W10=", "bnVsbA==",
    ];

    private readonly string[] everything = [.. Permission.All.Keys.Select(name => $"{name}@district")];

    // What reading leaves behind: who has seen a list although its filter was odd.
    private static readonly string[] Reading = ["read_log"];

    /// <summary>Sends so many; prints the seed.</summary>
    public async Task SendAsync(IReadOnlyList<Attempt> attempts, int count)
    {
        var random = Seeds.Random();
        var operations = await Operation.ReadAsync(host.Anonymous(), service, attempts);
        using var entitled = host.As(memberId, everything);
        HttpClient[] strangers =
        [
            host.Anonymous(), host.As(memberId, "nothing:known@district"), host.WithToken(_ => "not.a.token"),
            host.WithToken(tokens => tokens.For(memberId, everything, TimeSpan.FromMinutes(-1))), host.WithToken(tokens => tokens.For(memberId, everything, issuer: "somebody-else")),
        ];
        var codes = CodesOf(typeof(TProgram).Assembly).Concat(CodesOf(typeof(Failure).Assembly)).ToHashSet(StringComparer.Ordinal);
        var refused = 0;
        var makes = new Dictionary<string, Func<HttpRequestMessage>>(StringComparer.Ordinal);
        foreach (var attempt in attempts)
            makes[attempt.Operation] = await attempt.Prepare();
        var before = await LookAsync();
        for (var sent = 0; sent < count; sent++)
        {
            var attempt = attempts[sent % attempts.Count];
            var operation = operations[attempt.Operation];
            using var request = makes[attempt.Operation]();
            var isStranger = operation.Permission != "open" && random.Next(10) == 0;
            var fault = isStranger ? "a stranger" : await SpoilAsync(request, operation, random);
            using var answer = await (isStranger ? strangers[random.Next(strangers.Length)] : entitled).SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            if (answer.IsSuccessStatusCode)
            {
                Assert.False(isStranger, $"{operation.Id}: let a stranger in");
                // It was not wrong after all. What comes next is held against how things stand now, with something new to work on.
                if (operation.Method != HttpMethod.Get)
                    makes[attempt.Operation] = await attempt.Prepare();
                before = await LookAsync();
                continue;
            }
            refused++;
            await CheckAsync(answer, codes, $"{operation.Id}, {fault}");
            if (refused % Batch == 0)
                Assert.Equal(before, await LookAsync());
        }
        Assert.Equal(before, await LookAsync());
        Assert.True(refused > count / 2, $"only {refused} of {count} were refused");
    }

    /// <summary>Repeats every change with the same key: with the same body it happens once, with another it is refused.</summary>
    public async Task RepeatKeysAsync(IReadOnlyList<Attempt> attempts)
    {
        using var entitled = host.As(memberId, everything);
        var repeated = 0;
        foreach (var attempt in attempts)
        {
            var make = await attempt.Prepare();
            if (make() is not { Method: var method, Content: { } content } || method != HttpMethod.Post || content.Headers.ContentType?.MediaType != "application/json")
                continue;
            var key = Guid.NewGuid().ToString("N");
            var first = await SendAsync(entitled, make(), key);
            Assert.True(first.Status < 300, $"{attempt.Operation}: {first.Text}");
            var before = await LookAsync();
            var again = await SendAsync(entitled, make(), key);
            Assert.True(first.Status == again.Status && SameJson(first.Text, again.Text), $"{attempt.Operation}: {first}, then {again}");
            var other = make();
            other.Content = new StringContent("{\"another\":1}", Encoding.UTF8, "application/json");
            var refusal = await SendAsync(entitled, other, key);
            Assert.True(refusal.Status is >= 400 and < 500, $"{attempt.Operation}: {refusal}");
            Assert.Equal(before, await LookAsync());
            repeated++;
        }
        Assert.True(repeated > 0);
    }

    private async Task<string> LookAsync()
    {
        if (settle is not null)
            await settle();
        return await host.ChecksumAsync(Reading);
    }

    /// <summary>Makes the request wrong in one way, or several; says how.</summary>
    private static async Task<string> SpoilAsync(HttpRequestMessage request, Operation operation, Random random)
    {
        var isJson = request.Content?.Headers.ContentType?.MediaType == "application/json";
        while (true)
        {
            switch (random.Next(6))
            {
                case 0 or 1 or 2 when isJson:
                    var right = await request.Content!.ReadAsStringAsync();
                    var faults = BadBodies.Of(right).ToList();
                    var body = random.Next(2) == 0 ? faults[random.Next(faults.Count)] : BadBodies.Mixed(right, random);
                    request.Content = new ByteArrayContent(body.Content);
                    request.Content.Headers.ContentType = new MediaTypeHeaderValue(body.MediaType);
                    return body.ToString();
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
                    return SpoilHeaders(request, operation, random);
                default:
                    // This request has no such part: another fault.
                    break;
            }
        }
    }

    private static string SpoilHeaders(HttpRequestMessage request, Operation operation, Random random)
    {
        var text = Texts[random.Next(Texts.Length)].Replace("\n", "", StringComparison.Ordinal).Replace("\u202E", "", StringComparison.Ordinal).Replace("åäö", "aao", StringComparison.Ordinal);
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

    private static async Task CheckAsync(HttpResponseMessage answer, HashSet<string> codes, string fault)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{fault} → {(int)answer.StatusCode} {text}");
        Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{fault} → {answer.Content.Headers.ContentType} {text}");
        var code = JsonSerializer.Deserialize<JsonElement>(text).GetProperty("code").GetString()!;
        Assert.True(codes.Contains(code), $"{fault} → {code}, which nobody declares");
    }

    private static async Task<(int Status, string Text)> SendAsync(HttpClient client, HttpRequestMessage request, string key)
    {
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static bool SameJson(string one, string other) => one == other || JsonElement.DeepEquals(JsonSerializer.Deserialize<JsonElement>(one), JsonSerializer.Deserialize<JsonElement>(other));

    private static IEnumerable<string> CodesOf(Assembly assembly) => assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => field.FieldType == typeof(Failure) && !field.DeclaringType!.ContainsGenericParameters)
        .Select(field => ((Failure)field.GetValue(null)!).Code);
}
