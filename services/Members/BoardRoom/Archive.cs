using VpVarmland.Members.Files;
using VpVarmland.ServiceDefaults.Jobs;

namespace VpVarmland.Members.BoardRoom;

/// <summary>What a document is; each kind has its own time to be kept.</summary>
internal enum DocumentKind
{
    Statutes,
    Minutes,
    Plan,
    Report,
    Agreement,
    Other,
}

/// <summary>Who may read a document: each reads what those after it may.</summary>
internal enum Readers
{
    Board,
    Associations,
    Members,
}

/// <summary>A piece of a text that was found: what matched is marked by what it is, never by markup in the text.</summary>
internal sealed record Piece(string Text, bool IsHit);

/// <summary>A document of the archive.</summary>
/// <param name="Found">Where in the text it was found; empty without a search.</param>
/// <param name="KeepUntil">Null: for ever.</param>
internal sealed record DocumentView(Guid DocumentId, DocumentKind Kind, string Title, DateOnly On, Readers Readers, DateOnly? KeepUntil, FileView? File, Guid? MeetingId, IReadOnlyList<Piece> Found);

/// <summary>Statutes, minutes, plans, reports and agreements: kept as long as their kind demands, and found by the words in them.</summary>
internal static class Archive
{
    /// <summary>Signs for private use: in the database's answer they stand around what matched, and no reader ever gets them.</summary>
    private const char HitBegins = '\uE000', HitEnds = '\uE001';

    internal sealed record Query([property: AtMost(200)] string? Text, [property: NameOf(typeof(DocumentKind))] string? Kind, string? After, [property: PageSize] int? Size);

    /// <summary>A document's data; its text, or the file that comes after.</summary>
    internal sealed record Request([property: Defined] DocumentKind? Kind, [property: NotEmpty, AtMost(200)] string Title, [property: NotEmpty] DateOnly? On, [property: Defined] Readers? Readers, [property: NotEmpty, AtMost(100_000)] string Body);

    internal sealed record Upload(
        [property: NotEmpty, NameOf(typeof(DocumentKind))] string? Kind, [property: NotEmpty, AtMost(200)] string? Title, [property: NotEmpty] DateOnly? On, [property: NotEmpty, NameOf(typeof(Readers))] string? Readers, [property: NotEmpty, AtMost(200)] string? FileName);

    internal sealed record Whole(DocumentView Document, string? Body);

    private sealed record Position(DateOnly On, Guid Id);

    internal static readonly Failure UnlikelyDay = Failure.Bad("document.unlikely_day", "Dokumentets dag ligger mellan 1900 och i dag.", "The document's day lies between 1900 and today.");

    internal static readonly Failure IsMinutes = Failure.Conflict("document.is_minutes", "Justerade protokoll tas inte bort.", "Adjusted minutes are not removed.");

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/documents", List).RequirePermission(Permission.Self).WithSummary("The archive, as far as the caller may read it; searched in Swedish");
        api.MapGet("/documents/{id:guid}", Get).RequirePermission(Permission.Self).WithSummary("A document with its text");
        api.MapGet("/documents/{id:guid}/file", GetFile).RequirePermission(Permission.Self).WithSummary("A document's file");
        api.MapPost("/documents", Add).ForTheBoard(Permission.ManageBoard).WithSummary("Put a text in the archive");
        api.MapPost("/documents/files", AddFile).ForTheBoard(Permission.ManageBoard).TakesPaper().WithSummary("Put a file in the archive");
        api.MapDelete("/documents/{id:guid}", Remove).ForTheBoard(Permission.ManageBoard).WithSummary("Remove a document that is no adjusted minutes");
    }

    private static async Task<Ok<Page<DocumentView>>> List([AsParameters] Query query, UnitOfWork work, Caller caller, CancellationToken cancel)
    {
        var (limit, before) = (query.Size ?? Cursor.Usual, Cursor.Read<Position>(query.After));
        var rows = await work.ListAsync<Row>(
            $"""
            {Select} where document.readers = any(@readers) and (@kind::text is null or document.kind = @kind) and (@text::text is null or document.search @@ websearch_to_tsquery('swedish', @text))
                and (@beforeId::uuid is null or (document.on_date, document.id) < (@beforeOn, @beforeId))
            order by document.on_date desc, document.id desc limit @take
            """,
            new { readers = MayRead(caller), kind = query.Kind, text = query.Text.TrimmedOrNull(), beforeId = before?.Id, beforeOn = before?.On ?? default, take = limit + 1 }, cancel);
        return TypedResults.Ok(rows.Select(row => row.View()).ToList().ToPage(limit, row => new Position(row.On, row.DocumentId)));
    }

    private static async Task<Results<Ok<Whole>, ProblemHttpResult>> Get(Guid id, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel)
    {
        if (await work.FindAsync<Row>($"{Select} where document.id = @id and document.readers = any(@readers)", new { id, readers = MayRead(caller), text = (string?)null }, cancel) is not { } row)
            return BoardFailures.Unknown.ToProblem(http);
        return TypedResults.Ok(new Whole(row.View(), await work.FindAsync<string>("select body from documents where id = @id", new { id }, cancel)));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> GetFile(Guid id, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel) =>
        await work.FindAsync<Guid?>("select file_id from documents where id = @id and readers = any(@readers)", new { id, readers = MayRead(caller) }, cancel) is { } file
            ? await StoredFile.SendAsync(http, work, file, cancel)
            : StoredFile.Unknown.ToProblem(http);

    private static async Task<Results<Created<Whole>, ProblemHttpResult>> Add(Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!IsDay(request.On!.Value, work))
            return UnlikelyDay.ToProblem(http);
        var view = await StoreAsync(work, request.Kind!.Value.ToText(), request.Title, request.On.Value, request.Readers!.Value.ToText(), request.Body.Trim(), null, cancel);
        return TypedResults.Created($"/api/members/documents/{view.DocumentId}", new Whole(view, request.Body.Trim()));
    }

    private static async Task<Results<Created<Whole>, ProblemHttpResult>> AddFile([AsParameters] Upload upload, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!IsDay(upload.On!.Value, work))
            return UnlikelyDay.ToProblem(http);
        var (file, failure) = await StoredFile.ReceiveAsync(http, upload.FileName!, work, cancel);
        if (file is null)
            return failure!.ToProblem(http);
        var view = await StoreAsync(work, upload.Kind!, upload.Title!, upload.On.Value, upload.Readers!, null, file.FileId, cancel);
        return TypedResults.Created($"/api/members/documents/{view.DocumentId}", new Whole(view, null));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await work.FindAsync<Removal>("select file_id, meeting_id from documents where id = @id for update", new { id }, cancel) is not { } document)
            return BoardFailures.Unknown.ToProblem(http);
        if (document.MeetingId is not null)
            return IsMinutes.ToProblem(http);
        await work.ExecuteAsync("delete from documents where id = @id; delete from stored_files where id = @FileId", new { id, document.FileId }, cancel);
        work.Record("document.removed", id);
        return TypedResults.NoContent();
    }

    /// <summary>Puts a text or a file in the archive.</summary>
    internal static async Task<DocumentView> StoreAsync(UnitOfWork work, string kind, string title, DateOnly on, string readers, string? body, Guid? file, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7(work.Now);
        await work.ExecuteAsync(
            """
            insert into documents (id, kind, title, on_date, body, file_id, readers, keep_until, added_at, added_by)
            select @id, kind, @title, @on, @body, @file, @readers, make_date(extract(year from @on)::int + keep_years, 12, 31), @Now, @MemberId from document_kinds where kind = @kind
            """, new { id, kind, title = title.Trim(), on, readers, body, file, work.Now, work.Caller.MemberId }, cancel);
        work.Record("document.added", id, content: new { kind });
        return (await work.GetAsync<Row>($"{Select} where document.id = @id", new { id, text = (string?)null }, cancel)).View();
    }

    /// <summary>The board reads all; associations' boards what is for them and for members; everybody else what is for members.</summary>
    private static string[] MayRead(Caller caller) => caller.Holds(Permission.ReadBoard) ? ["board", "associations", "members"] : caller.Holds(Permission.ReadCentral) ? ["associations", "members"] : ["members"];

    private static bool IsDay(DateOnly on, UnitOfWork work) => on.Year >= 1900 && on <= SwedishTime.DateOf(work.Now);

    private static readonly string Select =
        $"""
        select document.id, document.kind, document.title, document.on_date, document.readers, document.keep_until, file.id as file_id, file.name, file.media_type, length(file.content) as size, document.meeting_id,
            case when @text::text is not null and document.body is not null then ts_headline('swedish', translate(document.body, '{HitBegins}{HitEnds}', ''), websearch_to_tsquery('swedish', @text),
                'StartSel={HitBegins},StopSel={HitEnds},MaxWords=30,MinWords=12,MaxFragments=2,FragmentDelimiter=" … "') end as headline
        from documents document left join stored_files file on file.id = document.file_id
        """;

    private sealed record Removal(Guid? FileId, Guid? MeetingId);

    private sealed record Row(Guid Id, DocumentKind Kind, string Title, DateOnly OnDate, Readers Readers, DateOnly? KeepUntil, Guid? FileId, string? Name, string? MediaType, int? Size, Guid? MeetingId, string? Headline)
    {
        internal DocumentView View() => new(Id, Kind, Title, OnDate, Readers, KeepUntil, FileId is { } file ? new FileView(file, Name!, MediaType!, Size!.Value) : null, MeetingId, Pieces(Headline));
    }

    /// <summary>The headline cut where what matched begins and ends.</summary>
    internal static IReadOnlyList<Piece> Pieces(string? headline) => headline is null ? [] :
        [.. headline.Split(HitBegins).SelectMany((part, index) => index == 0 || part.IndexOf(HitEnds) is not (>= 0 and var end)
            ? [new Piece(part, false)]
            : (Piece[])[new Piece(part[..end], true), new Piece(part[(end + 1)..], false)]).Where(piece => piece.Text.Length > 0)];
}

/// <summary>Removes documents whose time to be kept is over, with their files.</summary>
internal sealed class DocumentsExpire : Job
{
    public override TimeSpan Every => TimeSpan.FromDays(1);

    public override async Task RunAsync(UnitOfWork work, CancellationToken cancel)
    {
        var gone = await work.ListAsync<Guid>(
            """
            with gone as (delete from documents where keep_until < @today returning id, file_id), files as (delete from stored_files where id in (select file_id from gone))
            select id from gone
            """, new { today = SwedishTime.DateOf(work.Now) }, cancel);
        foreach (var id in gone)
            work.Record("document.expired", id);
    }
}
