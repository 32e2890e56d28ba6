using VpVarmland.Members.BoardRoom;
using VpVarmland.Members.Files;

namespace VpVarmland.Members.ConferenceReports;

/// <summary>A paper as files, and in the archive, where every member reads what the conference has adopted.</summary>
internal static class PaperFiles
{
    internal static FileContentHttpResult Html(Paper paper, string name) => TypedResults.File(PaperHtml.Of(paper), "text/html; charset=utf-8", name + ".html");

    internal static FileContentHttpResult Pdf(Paper paper, string name) => TypedResults.File(PaperPdf.Of(paper), "application/pdf", name + ".pdf");

    /// <summary>Keeps it as PDF, with its text for the search. As it is adopted, so it is kept.</summary>
    /// <returns>The document of the archive.</returns>
    internal static async Task<Guid> KeepAsync(UnitOfWork work, Paper paper, DateOnly on, CancellationToken cancel)
    {
        var pdf = PaperPdf.Of(paper);
        var file = await StoredFile.StoreAsync(work, paper.Title + ".pdf", FileKind.Of(pdf)!, pdf, cancel);
        return (await Archive.StoreAsync(work, DocumentKind.Report.ToText(), paper.Title, on, Readers.Members.ToText(), paper.Text(), file.FileId, cancel)).DocumentId;
    }

    /// <summary>Takes it out again: the adoption was a mistake.</summary>
    internal static Task TakeOutAsync(UnitOfWork work, Guid document, CancellationToken cancel) => work.ExecuteAsync(
        "with gone as (delete from documents where id = @document returning file_id) delete from stored_files where id in (select file_id from gone)", new { document }, cancel);
}
