using VpVarmland.Members.CentralImport;
using VpVarmland.Members.Files;
using VpVarmland.Members.Privacy;

namespace VpVarmland.Members.Register.FileCorrections;

/// <summary>What a file of corrections would change, before it is. Nothing of the file is stored; everybody found by it sees that they were read about.</summary>
internal static class PreviewFileCorrections
{
    /// <param name="No">The row in the file; the headings are row 1.</param>
    /// <param name="Changes">Before and after; municipalities by name, telephone numbers in E.164.</param>
    /// <param name="Remarks">What the row says and is not followed in.</param>
    internal sealed record Row(int No, Guid MemberId, string Name, string MemberNumber, IReadOnlyList<FieldChange> Changes, IReadOnlyList<string> Remarks);

    /// <param name="Digest">Goes back with the file to have it applied: it stands for just these changes of these people as they are now.</param>
    /// <param name="People">How many would be changed.</param>
    /// <param name="Changes">In how many fields.</param>
    /// <param name="Rows">Those that change something, and those with a remark.</param>
    /// <param name="Unchanged">How many rows say what we know.</param>
    /// <param name="UnusableRows">How many rows cannot be used; why is told in <paramref name="Unusable"/>.</param>
    /// <param name="WithoutNumber">How many rows have no member number, as those of people who have applied lately.</param>
    /// <param name="ReadColumns">The headings by which was corrected.</param>
    /// <param name="OtherColumns">The headings of what was left alone.</param>
    internal sealed record Response(
        string Digest, int People, int Changes, IReadOnlyList<Row> Rows, int Unchanged, int UnusableRows, IReadOnlyList<string> Unusable, int WithoutNumber, IReadOnlyList<string> ReadColumns,
        IReadOnlyList<string> OtherColumns);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/associations/{id:guid}/file-corrections/preview", Handle)
        .RequirePermission(Permission.EditRegister)
        .TakesFile(Form)
        .WithSummary("What a file of corrections would change");

    /// <summary>What the body is, for the API document.</summary>
    internal const string Form =
        "The body is the file itself, at most 5 MB and 2,000 rows: Excel (.xlsx), or CSV with semicolon, comma or tab in UTF-8 or Windows-1252. The first row has the headings; members are found by member number. An empty cell changes nothing.";

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (proposal, failure) = await Proposal.ReadAsync(id, http.Request, work, locked: false, cancel);
        if (proposal is null)
            return failure!.ToProblem(http);
        await ReadLog.WriteAsync(work, proposal.Found.Select(row => row.Person.Id), ReadKind.List, "corrections", cancel);
        var (file, language) = (proposal.File, Language.Of(http));
        var read = CorrectionFile.Corrected.Prepend(CentralField.MemberNumber).Where(file.Columns.ContainsKey).Select(field => file.Columns[field]).ToHashSet();
        return TypedResults.Ok(new Response(
            proposal.Digest, proposal.Changing.Count, proposal.Changing.Sum(row => row.Changes.Count),
            [.. proposal.Found.Where(row => row.Changes.Count + row.Remarks.Count > 0).Select(row => Show(row, proposal.Places, language))],
            proposal.Found.Count(row => row.Changes.Count == 0), proposal.Faults.DistinctBy(fault => fault.Row).Count(), [.. proposal.Faults.Select(fault => fault.Text(language))], file.WithoutNumber,
            [.. file.Sheet.Headings.Where((_, place) => read.Contains(place))], [.. file.Sheet.Headings.Where((heading, place) => heading.Length > 0 && !read.Contains(place))]));
    }

    private static Row Show(Proposed row, Places places, string language) => new(
        row.No, row.Person.Id, $"{row.Person.GivenName} {row.Person.FamilyName}", row.Person.MemberNumber!,
        [.. row.Changes.Select(change => change.Field != CentralField.Municipality ? change : change with { Before = places.NameOf(change.Before), After = places.NameOf(change.After) })],
        [.. row.Remarks.Select(remark => remark.Text(language))]);
}
