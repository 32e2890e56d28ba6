using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;

namespace VpVarmland.Members.Files;

/// <summary>A file that somebody has handed in, as it is listed.</summary>
/// <param name="MediaType">As the content says.</param>
/// <param name="Size">Bytes.</param>
internal sealed record FileView(Guid FileId, string Name, string MediaType, int Size);

/// <summary>Files that people hand in: told by what is in them, kept as they are, and given back only as something to save.</summary>
internal static class StoredFile
{
    /// <summary>Bytes; a photographed receipt or a scanned paper has room. The gateway lets as much through.</summary>
    internal const int Largest = 10 << 20;

    /// <summary>The columns of <see cref="FileView"/>, of a row called <c>file</c>.</summary>
    internal const string Columns = "file.id as file_id, file.name, file.media_type, length(file.content) as size";

    internal static readonly Failure TooLarge = new("file.too_large", StatusCodes.Status413PayloadTooLarge,
        "Filen är större än 10 MB. Inget har sparats.", "The file is larger than 10 MB. Nothing was saved.");

    internal static readonly Failure UnknownForm = Failure.Bad("file.unknown_form",
        "Filen är varken PDF, JPEG, PNG, WebP eller HEIC. Inget har sparats.", "The file is neither PDF, JPEG, PNG, WebP nor HEIC. Nothing was saved.");

    internal static readonly Failure Unknown = Failure.Missing("file.unknown", "Filen finns inte, eller så får du inte se den.", "The file does not exist, or is not for you to see.");

    internal static RouteHandlerBuilder TakesPaper(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new RequestSizeLimitAttribute(Largest + 1))
        .WithDescription("The body is the file itself: PDF, JPEG, PNG, WebP or HEIC, at most 10 MB. Its content decides what it is, not its name.");

    /// <summary>Stores the request's body.</summary>
    internal static async Task<(FileView? File, Failure? Failure)> ReceiveAsync(HttpContext http, string name, UnitOfWork work, CancellationToken cancel)
    {
        if (await FileBody.ReadAsync(http.Request, Largest, cancel) is not { } content)
            return (null, TooLarge);
        return FileKind.Of(content.Span) is { } kind ? (await StoreAsync(work, name, kind, content, cancel), null) : (null, UnknownForm);
    }

    /// <summary>Stores what has been recognised.</summary>
    internal static async Task<FileView> StoreAsync(UnitOfWork work, string name, FileKind kind, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        var view = new FileView(Guid.CreateVersion7(work.Now), SafeName(name, kind.Ending), kind.MediaType, content.Length);
        await work.ExecuteAsync("insert into stored_files (id, name, media_type, content, sha256, stored_at) values (@FileId, @Name, @MediaType, @bytes, @sha256, @Now)",
            new { view.FileId, view.Name, view.MediaType, bytes = content.ToArray(), sha256 = SHA256.HashData(content.Span), work.Now }, cancel);
        return view;
    }

    /// <summary>The file to save: no browser shows it as a page of ours, or guesses what it is.</summary>
    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> SendAsync(HttpContext http, UnitOfWork work, Guid id, CancellationToken cancel)
    {
        if (await work.FindAsync<Whole>("select name, media_type, content from stored_files where id = @id", new { id }, cancel) is not { } file)
            return Unknown.ToProblem(http);
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.CacheControl = "private, no-store";
        return TypedResults.File(file.Content, file.MediaType, file.Name);
    }

    /// <summary>The name without folders and signs that mean something to a file system, ending as the content does.</summary>
    internal static string SafeName(string name, string ending)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var stem = Path.GetFileNameWithoutExtension(new string([.. last.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter) && "\"<>|:*?%;\u202E\u202D".IndexOf(letter) < 0)])).Trim('.', ' ');
        return (stem.Length == 0 ? "fil" : stem.Length > 100 ? stem[..100] : stem) + ending;
    }

    private sealed record Whole(string Name, string MediaType, byte[] Content);
}

/// <summary>What a file is, by its first bytes.</summary>
internal sealed record FileKind(string MediaType, string Ending)
{
    private static readonly FileKind Pdf = new("application/pdf", ".pdf"), Jpeg = new("image/jpeg", ".jpg"), Png = new("image/png", ".png"), WebP = new("image/webp", ".webp"), Heic = new("image/heic", ".heic");

    /// <summary>Null for anything that is none of the kinds we take.</summary>
    internal static FileKind? Of(ReadOnlySpan<byte> content) => content switch
    {
        _ when content.StartsWith("%PDF-"u8) => Pdf,
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        _ when content.Length > 12 && content.StartsWith("RIFF"u8) && content[8..12].SequenceEqual("WEBP"u8) => WebP,
        _ when content.Length > 12 && content[4..8].SequenceEqual("ftyp"u8) && IsHeic(content[8..12]) => Heic,
        _ => null,
    };

    /// <summary>The brands of ISO/IEC 23008-12 for a single picture.</summary>
    private static bool IsHeic(ReadOnlySpan<byte> brand) => brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("mif1"u8);
}
