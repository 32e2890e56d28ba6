using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using VpVarmland.Members.Privacy;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.CentralImport;

/// <summary>The preview: one kind of difference, page by page, in the order of the file; those gone in the order of names.</summary>
internal static class ListDifferences
{
    internal sealed record Query([property: Required, NameOf(typeof(DifferenceKind))] string? Kind, bool? Kept, string? After, [property: PageSize] int? Size);

    /// <summary>One field, ours and the file's, in words: associations and municipalities by name.</summary>
    internal sealed record Change(string Field, string? Before, string? After);

    /// <summary>Who it may be.</summary>
    internal sealed record Person(Guid MemberId, string Name, string? MemberNumber, string? Email, string? Phone, int? BirthYear, Guid AssociationId, string AssociationName, MembershipState State, bool HasAssignment);

    /// <summary>What the file says, where it says something.</summary>
    internal sealed record FileRow(string Name, string MemberNumber, string? Email, string? Phone, int? BirthYear, string? AssociationName, DateOnly? MemberSince);

    /// <param name="No">What to name it by when deciding; the row in the file, except for those gone.</param>
    /// <param name="Cause">Why it is doubtful: email, name, phone, ended.</param>
    /// <param name="Undone">After an undo: false where it was kept, since somebody had edited the person.</param>
    internal sealed record Row(int No, string Name, string? Cause, Decision? Decision, FileRow? File, Person? Person, IReadOnlyList<Change> Changes, bool? Undone);

    private sealed record Position(int No);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/central-imports/{id:guid}/differences", Handle)
        .ForTheDistrict()
        .WithSummary("The preview's rows of one kind");

    private static async Task<Results<Ok<Page<Row>>, ProblemHttpResult>> Handle(Guid id, [AsParameters] Query query, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!await work.GetAsync<bool>("select exists (select from central_imports where id = @id)", new { id }, cancel))
            return ImportFailures.Unknown.ToProblem(http);
        var size = query.Size ?? Cursor.Usual;
        var found = await work.ListAsync<Found>(
            """
            select difference.no, difference.cause, difference.decision, (case when person.id is not null and is_hidden(person, @MemberId) then difference.changes - array['email', 'phone', 'postalCode', 'municipality'] else difference.changes end)::text as changes, difference.undone,
                the_row.given_name || ' ' || the_row.family_name as file_name, the_row.member_number as file_number,
                case when person.id is null or not is_hidden(person, @MemberId) then the_row.email end as file_email, case when person.id is null or not is_hidden(person, @MemberId) then the_row.phone end as file_phone,
                the_row.birth_year as file_birth_year, file_association.name as file_association, the_row.member_since,
                person.id as member_id, person.given_name || ' ' || person.family_name as name, person.member_number, case when not is_hidden(person, @MemberId) then person.email end as email, case when not is_hidden(person, @MemberId) then person.phone end as phone, person.birth_year,
                association.id as association_id, association.name as association_name,
                (select state from memberships where person_id = person.id order by ended_on is null desc, applied_on desc, id desc limit 1) as state,
                exists (select from assignments where person_id = person.id and ended_on is null) as has_assignment
            from central_differences difference
            left join central_rows the_row on difference.kind <> 'gone' and the_row.import_id = difference.import_id and the_row.row_no = difference.no
            left join associations file_association on file_association.id = the_row.association_id
            left join people person on person.id = difference.person_id
            left join associations association on association.id = person.association_id
            where difference.import_id = @id and difference.kind = @Kind and difference.no > @after and (@Kept::bool is not true or difference.undone = false)
            order by difference.no limit @limit
            """, new { id, work.Caller.MemberId, query.Kind, query.Kept, after = Cursor.Read<Position>(query.After)?.No ?? 0, limit = size + 1 }, cancel);
        var page = found.ToPage(size, row => new Position(row.No));
        await ReadLog.WriteAsync(work, page.Items.Where(row => row.MemberId is not null).Select(row => row.MemberId!.Value), ReadKind.List, "import", cancel);
        var names = await Names.ReadAsync(work, cancel);
        return TypedResults.Ok(new Page<Row>([.. page.Items.Select(row => Show(row, names))], page.Next));
    }

    private static Row Show(Found row, Names names) => new(
        row.No, row.FileName ?? row.Name ?? "", row.Cause, row.Decision,
        row.FileName is null ? null : new FileRow(row.FileName, row.FileNumber!, row.FileEmail, PhoneOf(row.FilePhone), row.FileBirthYear, row.FileAssociation, row.MemberSince),
        row.MemberId is null || row.Name is null ? null
            : new Person(row.MemberId.Value, row.Name, row.MemberNumber, row.Email, PhoneOf(row.Phone), row.BirthYear, row.AssociationId!.Value, row.AssociationName!, row.State ?? MembershipState.Left, row.HasAssignment),
        row.Changes is null ? [] : [.. JsonSerializer.Deserialize<Dictionary<string, JsonElement[]>>(row.Changes)!.OrderBy(change => PlaceOf(change.Key)).Select(change => new Change(change.Key, names.Show(change.Key, change.Value[0]), names.Show(change.Key, change.Value[1])))],
        row.Undone);

    /// <summary>In the order of the columns; what follows from them, the membership's state, comes last.</summary>
    private static int PlaceOf(string field) => Enum.TryParse<CentralField>(field, ignoreCase: true, out var known) ? (int)known : int.MaxValue;

    private static string? PhoneOf(string? stored) => stored is null ? null : PersonalData.ShowPhone(stored);

    /// <summary>Associations and municipalities in words.</summary>
    private sealed record Names(IReadOnlyDictionary<string, string> Associations, IReadOnlyDictionary<string, string> Municipalities)
    {
        internal static async Task<Names> ReadAsync(UnitOfWork work, CancellationToken cancel) => new(
            (await work.ListAsync<(string Id, string Name)>("select id::text, name from associations", null, cancel)).ToDictionary(one => one.Id, one => one.Name, StringComparer.Ordinal),
            (await work.ListAsync<(string Code, string Name)>("select code, name from municipalities", null, cancel)).ToDictionary(one => one.Code, one => one.Name, StringComparer.Ordinal));

        internal string? Show(string field, JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : field switch
        {
            "association" => Associations.GetValueOrDefault(value.ToString(), value.ToString()),
            "municipality" => Municipalities.GetValueOrDefault(value.ToString(), value.ToString()),
            "phone" => PersonalData.ShowPhone(value.ToString()),
            _ => value.ToString(),
        };
    }

    private sealed record Found(
        int No, string? Cause, Decision? Decision, string? Changes, bool? Undone, string? FileName, string? FileNumber, string? FileEmail, string? FilePhone, int? FileBirthYear,
        string? FileAssociation, DateOnly? MemberSince, Guid? MemberId, string? Name, string? MemberNumber, string? Email, string? Phone, int? BirthYear, Guid? AssociationId, string? AssociationName,
        MembershipState? State, bool HasAssignment);
}
