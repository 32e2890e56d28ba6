using VpVarmland.Members.Files;

namespace VpVarmland.Members.Register.FileCorrections;

/// <summary>
/// Applies a file whose preview somebody has looked at: all of it or nothing. If anybody it changes has been edited meanwhile the digest is another, and the preview is made anew. How they were is
/// kept for an hour, so that it can be undone.
/// </summary>
internal static class ApplyFileCorrections
{
    /// <param name="FileName">What the history calls it, and the reason in the history of each person.</param>
    /// <param name="Digest">Of the preview.</param>
    internal sealed record Query([property: NotEmpty, AtMost(200)] string? FileName, [property: NotEmpty, AtMost(64)] string? Digest);

    /// <param name="People">How many were changed.</param>
    /// <param name="Changes">In how many fields.</param>
    internal sealed record Response(Guid CorrectionId, int People, int Changes, DateTimeOffset UndoUntil);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/associations/{id:guid}/file-corrections", Handle)
        .RequirePermission(Permission.EditRegister)
        .TakesFile(PreviewFileCorrections.Form)
        .WithSummary("Correct members from a file, as its preview said");

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, [AsParameters] Query query, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (proposal, failure) = await Proposal.ReadAsync(id, http.Request, work, locked: true, cancel);
        if (proposal is null)
            return failure!.ToProblem(http);
        if (proposal.Digest != query.Digest)
            return FileCorrectionFailures.Moved.ToProblem(http);
        if (proposal.Changing.Count == 0)
            return FileCorrectionFailures.NothingToChange.ToProblem(http);
        var (correction, fileName) = (Guid.CreateVersion7(work.Now), query.FileName!.Trim());
        var (people, changes) = (proposal.Changing.Count, proposal.Changing.Sum(row => row.Changes.Count));
        // The version is the one they will have: whoever has another when it is undone was edited since.
        await work.ExecuteAsync(
            """
            insert into file_corrections (id, association_id, file_name, people, changes, made_at, made_by) values (@correction, @id, @fileName, @people, @changes, @Now, @MemberId);
            insert into file_correction_people (correction_id, person_id, version, given_name, family_name, phone, postal_code, municipality_code, birth_year)
                select @correction, id, version + 1, given_name, family_name, phone, postal_code, municipality_code, birth_year from people where id = any(@changed)
            """, new { correction, id, fileName, people, changes, work.Now, work.Caller.MemberId, changed = proposal.Changing.Select(row => row.Person.Id).ToArray() }, cancel);
        foreach (var row in proposal.Changing)
            await CorrectPerson.WriteAsync(work, row.Person.Id, row.Person.Data, row.After, contactIsHidden: false, "person.corrected", fileName, cancel);
        work.Record("corrections.applied", correction, fileName, new { association = id, people, changes });
        return TypedResults.Ok(new Response(correction, people, changes, work.Now + UndoFileCorrections.Undoable));
    }
}
