using System.Text.Json;
using VpVarmland.Members.Files;

namespace VpVarmland.Members.CentralImport;

/// <summary>
/// Receives the whole file with the choice of columns. The rows are read, checked and staged in the request's own transaction: a broken file
/// leaves nothing behind, and a service that dies in the middle does not either. The comparison follows in the background.
/// </summary>
internal static class ReceiveFile
{
    /// <summary>Which column holds what, by its place in the file from 0; null for what is left out.</summary>
    internal sealed record Query(
        [property: NotEmpty, AtMost(200)] string? FileName, int? MemberNumber, int? GivenName, int? FamilyName, int? Email, int? Phone, int? PostalCode, int? Municipality,
        int? Association, int? Gender, int? BirthYear, int? MemberSince, int? PaidUntil)
    {
        internal ColumnChoice Columns() => new(new (CentralField Field, int? Place)[]
        {
            (CentralField.MemberNumber, MemberNumber), (CentralField.GivenName, GivenName), (CentralField.FamilyName, FamilyName), (CentralField.Email, Email), (CentralField.Phone, Phone),
            (CentralField.PostalCode, PostalCode), (CentralField.Municipality, Municipality), (CentralField.Association, Association), (CentralField.Gender, Gender),
            (CentralField.BirthYear, BirthYear), (CentralField.MemberSince, MemberSince), (CentralField.PaidUntil, PaidUntil),
        }.Where(one => one.Place is not null).ToDictionary(one => one.Field, one => one.Place!.Value));
    }

    internal sealed record Response(Guid ImportId);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/central-imports", Handle)
        .ForTheDistrict()
        .TakesFile()
        .WithSummary("Import a file from the central register: read, check and stage it");

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(
        [AsParameters] Query query, HttpContext http, UnitOfWork work, TimeProvider clock, ImportWorker worker, CancellationToken cancel)
    {
        if (await FileBody.ReadAsync(http.Request, FileBody.Largest, cancel) is not { } content)
            return ImportFailures.TooLarge.ToProblem(http);
        var form = FileForm.Detect(content);
        var columns = query.Columns();
        var headings = HeadingsOf(form);
        if (headings.Count == 0)
            return ImportFailures.Empty.ToProblem(http);
        if (columns.Check(headings.Count) is { } wrong)
            return wrong.ToProblem(http);

        var id = Guid.CreateVersion7();
        var reader = new RowReader(form, columns, await Places.ReadAsync(work, cancel), clock.Today());
        var rows = await Staging.CopyAsync(work, id, reader.Read(), cancel);
        if (reader.Faults.Count > 0)
            return ImportFailures.Broken.ToProblem(http, Told(reader.Faults, Language.Of(http)));
        if (rows == 0)
            return ImportFailures.Empty.ToProblem(http);
        await work.ExecuteAsync(
            """
            insert into central_imports (id, file_name, state, row_count, remarks, remark_count, received_at, received_by, acting)
            values (@id, @name, 'comparing', @rows, @remarks::jsonb, @RemarkCount, @Now, @MemberId, @Actor)
            """,
            new
            {
                id, name = query.FileName!.Trim(), rows, remarks = JsonSerializer.Serialize(reader.Remarks, Json.Options), reader.RemarkCount, work.Now, work.Caller.MemberId, work.Caller.Actor,
            }, cancel);
        await Remembered.WriteAsync(work, headings, columns, cancel);
        work.Record("import.received", id, content: new { rows });
        worker.WakeAfter(http);
        return TypedResults.Created($"/api/members/central-imports/{id}", new Response(id));
    }

    private static List<string> HeadingsOf(FileForm form)
    {
        using var reader = form.Read();
        reader.ReadHeader();
        return [.. reader.Headers.Select(heading => heading.Replace("\0", "", StringComparison.Ordinal))];
    }

    /// <summary>By row, so that a program can point at it too.</summary>
    private static Dictionary<string, string[]> Told(IEnumerable<FileFault> faults, string language) => faults
        .GroupBy(fault => $"row{fault.Row}", StringComparer.Ordinal)
        .ToDictionary(row => row.Key, row => row.Select(fault => fault.Text(language)).ToArray(), StringComparer.Ordinal);
}
