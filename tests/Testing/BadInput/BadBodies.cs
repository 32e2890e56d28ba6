using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VpVarmland.Tests.BadInput;

/// <summary>A body that is wrong in some way.</summary>
/// <param name="Kind">What is wrong, for whoever reads a failure.</param>
/// <param name="Hopeless">True where no operation can take it, whatever its fields mean.</param>
public sealed record BadBody(string Kind, byte[] Content, bool Hopeless, string MediaType = "application/json")
{
    public override string ToString() => $"{Kind}: {Encoding.UTF8.GetString(Content, 0, Math.Min(Content.Length, 200))}";
}

/// <summary>Everything that can be wrong with a body, made from one that is right.</summary>
public static class BadBodies
{
    private static readonly string Huge = new('å', 100_000);

    /// <summary>Values as they stand in JSON, and whether a text or number that must be something else could pass.</summary>
    private static readonly (string Kind, string Json)[] Values =
    [
        ("null", "null"), ("an object", "{}"), ("a list", "[]"), ("a list of null", "[null]"), ("a list in a list", "[[]]"), ("true", "true"),
        ("zero", "0"), ("a number for an enum", "1"), ("a negative number", "-1"), ("a fraction", "1.5"), ("a number beyond all types", "1e400"), ("a number beyond int", "99999999999"),
        ("nothing", "\"\""), ("blanks", "\" \\t\\n \""), ("an undefined name", "\"noSuchName\""), ("a digit as text", "\"1\""), ("a huge text", $"\"{Huge}\""),
        ("the empty id", "\"00000000-0000-0000-0000-000000000000\""), ("an unknown id", "\"01900000-0000-7000-8000-0000000fffff\""), ("half an id", "\"01900000-0000\""),
        ("a day that is not", "\"2026-02-30\""), ("the first day", "\"0001-01-01\""), ("the last day", "\"9999-12-31\""), ("an instant", "\"2026-01-01T00:00:00+25:00\""),
        ("a direction mark", "\"\\u202Eabc\""), ("a line break", "\"a\\r\\nBcc: x@test.example\""), ("emoji", "\"👩‍👩‍👧\""), ("a script", "\"<script>alert(1)</script>\""), ("SQL", "\"'; drop table people; --\""),
    ];

    private static readonly (string Kind, string Json)[] UnstorableTexts =
    [
        ("NUL", "\"a\\u0000b\""), ("half a surrogate pair", "\"a\\ud800\""), ("the other half", "\"\\udc00b\""), ("halves in the wrong order", "\"\\udc00\\ud800\""),
    ];

    /// <summary>One fault at a time: in the body as a whole, and in each field.</summary>
    public static IEnumerable<BadBody> Of(string right)
    {
        yield return new BadBody("no body", [], Hopeless: true);
        yield return new BadBody("an empty object", "{}"u8.ToArray(), Hopeless: false);
        yield return new BadBody("null", "null"u8.ToArray(), Hopeless: true);
        yield return new BadBody("a list", "[]"u8.ToArray(), Hopeless: true);
        yield return new BadBody("a text", "\"text\""u8.ToArray(), Hopeless: true);
        yield return new BadBody("a number", "1"u8.ToArray(), Hopeless: true);
        yield return new BadBody("cut off", Encoding.UTF8.GetBytes(right)[..^1], Hopeless: true);
        yield return new BadBody("no JSON", "<xml/>"u8.ToArray(), Hopeless: true);
        yield return new BadBody("deep", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 200))), Hopeless: true);
        yield return new BadBody("broken UTF-8", [.. Encoding.UTF8.GetBytes($"{{\"{FieldsOf(right)[0]}\":\""), 0xC3, 0x28, 0xFF, .. "\"}"u8], Hopeless: true);
        yield return new BadBody("another format", Encoding.UTF8.GetBytes(right), Hopeless: true, "text/plain");
        foreach (var field in FieldsOf(right))
        {
            foreach (var (kind, json) in Values)
                yield return new BadBody($"{field} is {kind}", With(right, (field, json)), Hopeless: false);
            foreach (var (kind, json) in UnstorableTexts)
                yield return new BadBody($"{field} holds {kind}", With(right, (field, json)), Hopeless: true);
            yield return new BadBody($"{field} is missing", Without(right, field), Hopeless: false);
        }
    }

    /// <summary>Several faults at once, with texts of any characters.</summary>
    public static BadBody Mixed(string right, Random random)
    {
        var fields = FieldsOf(right);
        var changes = Enumerable.Range(0, random.Next(1, 5)).Select(_ => (fields[random.Next(fields.Length)], AnyValue(random))).ToArray();
        return new BadBody("mixed", With(right, changes), Hopeless: false);
    }

    private static string AnyValue(Random random) => random.Next(3) switch
    {
        0 => JsonSerializer.Serialize(new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(1, 0xD800))])),
        1 => $"{random.Next(int.MinValue, int.MaxValue)}",
        _ => random.GetItems([.. Values, .. UnstorableTexts], 1)[0].Json,
    };

    private static string[] FieldsOf(string right) => [.. JsonNode.Parse(right)!.AsObject().Select(field => field.Key)];

    private static byte[] With(string right, params (string Field, string Json)[] changes)
    {
        // By text, not by JsonNode: it would refuse to write half a surrogate pair.
        var fields = JsonNode.Parse(right)!.AsObject().ToDictionary(field => field.Key, field => field.Value?.ToJsonString() ?? "null", StringComparer.Ordinal);
        foreach (var (field, json) in changes)
            fields[field] = json;
        return Encoding.UTF8.GetBytes($"{{{string.Join(',', fields.Select(field => $"\"{field.Key}\":{field.Value}"))}}}");
    }

    private static byte[] Without(string right, string field)
    {
        var body = JsonNode.Parse(right)!.AsObject();
        body.Remove(field);
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }
}
