namespace VpVarmland.ServiceDefaults.Web;

/// <summary>One page of a list.</summary>
/// <param name="Next">Give it back as <c>after</c> for the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Keyset paging: a cursor is the sort key of the last row shown, so pages neither skip nor repeat when rows come and go.</summary>
public static class Cursor
{
    /// <summary>Rows a page has unless asked otherwise, and the most it can have.</summary>
    public const int Usual = 50, Most = 200;

    /// <summary>Cuts one row too many off the rows, and makes the cursor from the last that is shown.</summary>
    /// <param name="rows">At most <paramref name="size"/> + 1 rows in order.</param>
    public static Page<T> ToPage<T, TKey>(this IReadOnlyList<T> rows, int size, Func<T, TKey> key) => rows.Count <= size
        ? new Page<T>(rows, null)
        : new Page<T>([.. rows.Take(size)], Write(key(rows[size - 1])));

    /// <summary>Reads a cursor; the default for null, and for what is no cursor of ours, which then starts from the beginning.</summary>
    public static TKey? Read<TKey>(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
            return default;
        try
        {
            return JsonSerializer.Deserialize<TKey>(Base64Url.DecodeFromChars(cursor), Json.Options);
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            return default;
        }
    }

    private static string Write<TKey>(TKey key) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(key, Json.Options));
}
