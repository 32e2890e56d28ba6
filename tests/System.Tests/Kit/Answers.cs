using System.Globalization;
using System.Text.Json;

namespace VpVarmland.Tests;

/// <summary>Reading an answer's JSON by a path such as <c>membership.state</c>. What is not there fails with the whole answer.</summary>
internal static class Answers
{
    extension(JsonElement answer)
    {
        internal JsonElement At(string path)
        {
            var at = answer;
            foreach (var name in path.Split('.'))
                Assert.True(at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out at), $"no '{path}' in {answer}");
            return at;
        }

        internal string? Text(string path) => answer.At(path).GetString();

        internal Guid Id(string path) => answer.At(path).GetGuid();

        internal long Number(string path) => answer.At(path).GetInt64();

        internal bool Flag(string path) => answer.At(path).GetBoolean();

        internal DateTimeOffset Instant(string path) => answer.At(path).GetDateTimeOffset();

        internal DateOnly Day(string path) => DateOnly.ParseExact(answer.Text(path)!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        internal IReadOnlyList<JsonElement> Rows(string path) => answer.At(path).Rows();

        /// <summary>The rows of an array, or of a page of a list.</summary>
        internal IReadOnlyList<JsonElement> Rows() => [.. (answer.ValueKind == JsonValueKind.Array ? answer : answer.At("items")).EnumerateArray()];
    }
}
