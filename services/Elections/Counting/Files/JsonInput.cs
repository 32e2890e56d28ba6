using System.Text.Json;

namespace VpVarmland.Elections.Counting.Files;

/// <summary>An object of JSON, read strictly: numbers exactly, never by way of floating point.</summary>
internal readonly struct JsonInput(JsonElement element)
{
    // Far more than any electorate, and far from where sums would overflow.
    private const long MaxNumber = 1_000_000_000_000;

    /// <summary>The names of the keys, in order.</summary>
    public IEnumerable<string> Keys => element.EnumerateObject().Select(p => p.Name);

    /// <summary>Reads a file that is one object (or a list of just one) and turns every mistake into a refusal.</summary>
    public static Outcome<T> Read<T>(ReadOnlyMemory<byte> file, Bilingual name, Func<JsonInput, T> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(file.Span is [0xEF, 0xBB, 0xBF, ..] ? file[3..] : file);
            var root = document.RootElement;
            root = root is { ValueKind: JsonValueKind.Array } && root.GetArrayLength() == 1 ? root[0] : root;
            return root.ValueKind == JsonValueKind.Object
                ? read(new JsonInput(root))
                : throw new MistakeException("ett objekt inom klamrar väntades", "one object in braces was expected");
        }
        catch (JsonException broken)
        {
            var line = (int)(broken.LineNumber ?? 0) + 1;
            return new Refusal("json.broken", new Bilingual(
                $"{name.Swedish}, rad {line}: det är inte hel JSON.", $"{name.English}, line {line}: this is not whole JSON."), line);
        }
        catch (MistakeException mistake)
        {
            return new Refusal("json.mistake", new Bilingual($"{name.Swedish}: {mistake.Swedish}.", $"{name.English}: {mistake.Message}."));
        }
    }

    /// <summary>Stops the reading unless a condition holds.</summary>
    public static void Require(bool condition, string swedish, string english)
    {
        if (!condition)
        {
            throw new MistakeException(swedish, english);
        }
    }

    /// <summary>A value that must be there.</summary>
    public static T Required<T>(T? value, string key)
        where T : struct => value ?? throw Missing(key);

    /// <summary>A value that must be there.</summary>
    public static T Required<T>(T? value, string key)
        where T : class => value ?? throw Missing(key);

    /// <summary>A whole number that is not negative; null when the key is missing.</summary>
    public long? Whole(string key) => Find(key) is not { } value ? null : Whole(key, value);

    /// <summary>A decimal number, exactly; null when the key is missing.</summary>
    public Rational? Fraction(string key) => Find(key) is not { } value ? null
        : (value.ValueKind == JsonValueKind.Number ? Rational.Parse(value.GetRawText()) : null)
            ?? throw new MistakeException($"”{key}” ska vara ett vanligt decimaltal", $"“{key}” must be a plain decimal number");

    public string? Text(string key) => Find(key) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new MistakeException($"”{key}” ska vara text", $"“{key}” must be text");

    public bool? Flag(string key) => Find(key) is not { } value ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw new MistakeException($"”{key}” ska vara true eller false", $"“{key}” must be true or false");

    /// <summary>A list of objects; null when the key is missing.</summary>
    public IReadOnlyList<JsonInput>? Objects(string key) => Find(key) is not { } value ? null
        : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(e => e.ValueKind == JsonValueKind.Object)
            ? [.. value.EnumerateArray().Select(e => new JsonInput(e))]
            : throw new MistakeException($"”{key}” ska vara en lista av objekt", $"“{key}” must be a list of objects");

    /// <summary>A list of whole numbers; null when the key is missing.</summary>
    public IReadOnlyList<int>? Numbers(string key) => Find(key) is not { } value ? null
        : value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().All(e => e.ValueKind == JsonValueKind.Number && e.TryGetInt32(out _))
            ? [.. value.EnumerateArray().Select(e => e.GetInt32())]
            : throw new MistakeException($"”{key}” ska vara en lista av heltal", $"“{key}” must be a list of whole numbers");

    /// <summary>A list of texts; null when the key is missing.</summary>
    public IReadOnlyList<string>? Texts(string key) => Find(key) is not { } value ? null
        : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(e => e.GetString()!)]
            : throw new MistakeException($"”{key}” ska vara en lista av texter", $"“{key}” must be a list of texts");

    /// <summary>An object inside; null when the key is missing.</summary>
    public JsonInput? Inner(string key) => Find(key) is not { } value ? null
        : value.ValueKind == JsonValueKind.Object ? new JsonInput(value)
        : throw new MistakeException($"”{key}” ska vara ett objekt", $"“{key}” must be an object");

    /// <summary>Votes by party; null when the key is missing.</summary>
    public IReadOnlyDictionary<string, long>? Votes(string key)
    {
        if (Inner(key) is not { } inner)
        {
            return null;
        }

        var votes = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var party in inner.Keys)
        {
            var added = votes.TryAdd(party, Required(inner.Whole(party), party));
            Require(added, $"partiet {party} står två gånger", $"the party {party} is there twice");
        }

        return votes;
    }

    private static long Whole(string key, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number is >= 0 and <= MaxNumber
            ? number
            : throw new MistakeException($"”{key}” ska vara ett helt tal, minst 0", $"“{key}” must be a whole number, at least 0");

    private static MistakeException Missing(string key) => new($"”{key}” saknas", $"“{key}” is missing");

    private JsonElement? Find(string key) =>
        element.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>Ends the reading of a file from wherever the mistake is; it never leaves <see cref="Read"/>.</summary>
    private sealed class MistakeException(string swedish, string english) : Exception(english)
    {
        public string Swedish => swedish;
    }
}
