using System.Net;
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
/// <param name="callers">Who sends them, given the attempts.</param>
/// <param name="look">What the tables hold, in a few words.</param>
public sealed class BadRequests<TProgram>(string service, Func<IReadOnlyList<Attempt>, BadCallers> callers, Func<Task<string>> look)
    where TProgram : class
{
    // What reading leaves behind: who has seen a list although its filter was odd.
    private static readonly string[] Reading = ["read_log"];

    /// <summary>To a service, whose callers are recognised by the token that the gateway signs.</summary>
    /// <param name="settle">Waits until nothing moves in the background.</param>
    public BadRequests(ServiceHost<TProgram> host, string service, Guid memberId, Func<Task>? settle = null)
        : this(service, attempts => ByToken(host, memberId, attempts), async () =>
        {
            if (settle is not null)
                await settle();
            return await host.ChecksumAsync(Reading);
        })
    {
    }

    /// <summary>Refused changes between two looks at the tables. What a refusal changed is seen by the next look, unless a request that succeeds comes before it.</summary>
    public int Batch { get; init; } = 50;

    /// <summary>Refusals in the words of a standard instead of a problem's code: by operation, the errors that it may answer with (RFC 6749 §5.2).</summary>
    public IReadOnlyDictionary<string, string[]> StandardErrors { get; init; } = new Dictionary<string, string[]>(StringComparer.Ordinal);

    /// <summary>Sends so many; prints the seed.</summary>
    public async Task SendAsync(IReadOnlyList<Attempt> attempts, int count)
    {
        var random = Seeds.Random();
        var (entitled, strangers) = callers(attempts);
        // The document is open to everybody.
        var operations = await Operation.ReadAsync(strangers[0], service, attempts);
        var codes = CodesOf(typeof(TProgram).Assembly).Concat(CodesOf(typeof(Failure).Assembly)).ToHashSet(StringComparer.Ordinal);
        var (refused, changes) = (0, 0);
        var visits = new Dictionary<string, Visit>(StringComparer.Ordinal);
        foreach (var attempt in attempts)
            visits[attempt.Operation] = await entitled.PrepareAsync(attempt.Operation);
        var before = await look();
        for (var sent = 0; sent < count; sent++)
        {
            var operation = operations[attempts[sent % attempts.Count].Operation];
            using var request = visits[operation.Id].Make();
            var isStranger = operation.Permission != "open" && random.Next(10) == 0;
            var fault = isStranger ? "a stranger" : await Spoil.RequestAsync(request, operation, random);
            using var answer = await (isStranger ? strangers[random.Next(strangers.Count)] : visits[operation.Id].Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            if (answer.IsSuccessStatusCode)
            {
                Assert.False(isStranger, $"{operation.Id}: let a stranger in");
                // It was not wrong after all. What comes next is held against how things stand now, with something new to work on.
                if (operation.Method != HttpMethod.Get)
                    visits[operation.Id] = await entitled.PrepareAsync(operation.Id);
                before = await look();
                continue;
            }
            refused++;
            await CheckAsync(answer, codes, operation.Id, fault);
            if (operation.Method != HttpMethod.Get && ++changes % Batch == 0)
                await HoldAgainstAsync(before, $"{operation.Id}, {fault} → {(int)answer.StatusCode}");
        }
        Assert.Equal(before, await look());
        Assert.True(refused > count / 2, $"only {refused} of {count} were refused");
    }

    /// <summary>Repeats every change with the same key: with the same body it happens once, with another it is refused.</summary>
    public async Task RepeatKeysAsync(IReadOnlyList<Attempt> attempts)
    {
        var (entitled, _) = callers(attempts);
        var repeated = 0;
        foreach (var attempt in attempts)
        {
            var (client, make) = await entitled.PrepareAsync(attempt.Operation);
            if (make() is not { Method: var method, Content: { } content } || method != HttpMethod.Post || content.Headers.ContentType?.MediaType != "application/json")
                continue;
            var key = Guid.NewGuid().ToString("N");
            var first = await SendAsync(client, make(), key);
            Assert.True(first.Status < 300, $"{attempt.Operation}: {first.Text}");
            var before = await look();
            var again = await SendAsync(client, make(), key);
            Assert.True(first.Status == again.Status && SameJson(first.Text, again.Text), $"{attempt.Operation}: {first}, then {again}");
            var other = make();
            other.Content = new StringContent("{\"another\":1}", Encoding.UTF8, "application/json");
            var refusal = await SendAsync(client, other, key);
            Assert.True(refusal.Status is >= 400 and < 500, $"{attempt.Operation}: {refusal}");
            Assert.Equal(before, await look());
            repeated++;
        }
        Assert.True(repeated > 0);
    }

    private async Task HoldAgainstAsync(string before, string told)
    {
        var now = await look();
        Assert.True(before == now, $"{told}, after which the tables differ:\n{string.Join('\n', now.Split('\n').Except(before.Split('\n'), StringComparer.Ordinal))}");
    }

    private async Task CheckAsync(HttpResponseMessage answer, HashSet<string> codes, string operation, string fault)
    {
        var text = await answer.Content.ReadAsStringAsync();
        var told = $"{operation}, {fault} → {(int)answer.StatusCode} {answer.Content.Headers.ContentType} {text}";
        Assert.True((int)answer.StatusCode is >= 400 and < 500, told);
        Assert.True(answer.StatusCode != HttpStatusCode.TooManyRequests, $"a limit answered, not the operation: {told}");
        if (answer.Content.Headers.ContentType?.MediaType == "application/json" && StandardErrors.TryGetValue(operation, out var errors))
        {
            Assert.Contains(JsonSerializer.Deserialize<JsonElement>(text).GetProperty("error").GetString()!, errors);
            return;
        }
        Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/problem+json", told);
        var code = JsonSerializer.Deserialize<JsonElement>(text).GetProperty("code").GetString()!;
        Assert.True(codes.Contains(code), $"{told}, which nobody declares");
    }

    private static BadCallers ByToken(ServiceHost<TProgram> host, Guid memberId, IReadOnlyList<Attempt> attempts)
    {
        string[] everything = [.. Permission.All.Keys.Select(name => $"{name}@district")];
        var client = host.As(memberId, everything);
        return new BadCallers(
            new Visitor("entitled", async id => new Visit(client, await attempts.Single(attempt => attempt.Operation == id).Prepare())),
            [
                host.Anonymous(), host.As(memberId, "nothing:known@district"), host.WithToken(_ => "not.a.token"),
                host.WithToken(tokens => tokens.For(memberId, everything, TimeSpan.FromMinutes(-1))), host.WithToken(tokens => tokens.For(memberId, everything, issuer: "somebody-else")),
            ]);
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

/// <summary>Who sends bad requests.</summary>
/// <param name="Entitled">Somebody who may do everything.</param>
/// <param name="Strangers">Callers whom no operation that is not open lets in.</param>
public sealed record BadCallers(Visitor Entitled, IReadOnlyList<HttpClient> Strangers);
