using System.ComponentModel.DataAnnotations;
using VpVarmland.Members.Privacy;

namespace VpVarmland.Members.CentralImport;

/// <summary>Which register is believed about a field.</summary>
internal enum Master
{
    Central,
    Ours,
}

/// <summary>
/// Per field, which register is believed where both say something. The central one is the master of membership itself, and of everything that the district has not
/// said otherwise about. Where ours is believed the file is read as if it said what we say, and the difference becomes a line of what to correct in the central register.
/// </summary>
internal static class Masters
{
    /// <summary>Fields of which ours can be the master.</summary>
    private static readonly IReadOnlyList<CentralField> Choosable =
    [
        CentralField.GivenName, CentralField.FamilyName, CentralField.Email, CentralField.Phone, CentralField.PostalCode, CentralField.Municipality, CentralField.Association, CentralField.Gender,
        CentralField.BirthYear,
    ];

    internal sealed record Line(CentralField Field, Master Master);

    /// <param name="Ours">The fields of which ours is the master; the central register is that of all others.</param>
    internal sealed record Request([property: Required, MaxLength(20)] IReadOnlyList<CentralField>? Ours);

    internal sealed record Correction(Guid MemberId, string Name, string MemberNumber, string AssociationName, CentralField Field, string Ours, string Theirs);

    private sealed record Position(string Name, Guid Id, string Field);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/central-masters", List).ForTheDistrict().WithSummary("Which register is believed, per field");
        api.MapPut("/central-masters", Set).ForTheDistrict().WithSummary("Choose which register is believed, for the imports that follow");
        api.MapGet("/central-imports/{id:guid}/corrections", Corrections).ForTheDistrict().WithSummary("What to correct in the central register, where ours is believed");
    }

    private static async Task<Ok<IReadOnlyList<Line>>> List(UnitOfWork work, CancellationToken cancel) => TypedResults.Ok(await ReadAsync(work, cancel));

    private static async Task<Results<Ok<IReadOnlyList<Line>>, ProblemHttpResult>> Set(Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (request.Ours!.Any(field => !Choosable.Contains(field)))
            return ImportFailures.CentralOnly.ToProblem(http);
        var ours = request.Ours!.Distinct().Select(field => field.ToText()).ToArray();
        var changed = await work.ExecuteAsync(
            """
            delete from central_masters where field <> all(@ours);
            insert into central_masters (field, master) select field, 'ours' from unnest(@ours) field on conflict (field) do nothing
            """, new { ours }, cancel);
        if (changed > 0)
            work.Record("import.masters_set", Guid.Empty, content: new { ours });
        return TypedResults.Ok(await ReadAsync(work, cancel));
    }

    private static async Task<IReadOnlyList<Line>> ReadAsync(UnitOfWork work, CancellationToken cancel)
    {
        var ours = await work.ListAsync<string>("select field from central_masters where master = 'ours'", null, cancel);
        return [.. Choosable.Select(field => new Line(field, ours.Contains(field.ToText()) ? Master.Ours : Master.Central))];
    }

    private static async Task<Results<Ok<Page<Correction>>, ProblemHttpResult>> Corrections(
        Guid id, string? after, [PageSize] int? size, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!await work.GetAsync<bool>("select exists (select from central_imports where id = @id)", new { id }, cancel))
            return ImportFailures.Unknown.ToProblem(http);
        var limit = size ?? Cursor.Usual;
        var last = Cursor.Read<Position>(after);
        var rows = await work.ListAsync<Correction>(
            """
            select person.id as member_id, person.family_name || ', ' || person.given_name as name, person.member_number, association.name as association_name, correction.field,
                case correction.field when 'municipality' then (select name from municipalities where code = correction.ours) when 'association' then association.name else correction.ours end as ours,
                case correction.field when 'municipality' then (select name from municipalities where code = correction.theirs)
                    when 'association' then (select name from associations where id::text = correction.theirs) else correction.theirs end as theirs
            from central_corrections correction join people person on person.id = correction.person_id join associations association on association.id = person.association_id
            where correction.import_id = @id and person.member_number is not null and not is_hidden(person, @MemberId)
                and (@lastId::uuid is null or (person.family_name || ', ' || person.given_name, person.id, correction.field) > (@lastName, @lastId, @lastField))
            order by person.family_name || ', ' || person.given_name, person.id, correction.field limit @take
            """, new { id, work.Caller.MemberId, lastId = last?.Id, lastName = last?.Name ?? "", lastField = last?.Field ?? "", take = limit + 1 }, cancel);
        var page = rows.ToPage(limit, row => new Position(row.Name, row.MemberId, row.Field.ToText()));
        await ReadLog.WriteAsync(work, page.Items.Select(row => row.MemberId), ReadKind.List, "import", cancel);
        return TypedResults.Ok(page);
    }

    /// <summary>Lets the rows of an import say what we say, where ours is believed and we know something. Run with those whom <c>found</c> names.</summary>
    internal const string Believe =
        """
        insert into central_corrections (import_id, person_id, field, ours, theirs)
            select @import, person.id, said.field, said.ours, said.theirs
            from found join central_rows the_row on the_row.import_id = @import and the_row.row_no = found.row_no join people person on person.id = found.person_id
            cross join lateral (values ('givenName', person.given_name::text collate "C", the_row.given_name::text collate "C"), ('familyName', person.family_name, the_row.family_name),
                ('email', person.email, the_row.email), ('phone', person.phone, the_row.phone), ('postalCode', person.postal_code, the_row.postal_code),
                ('municipality', person.municipality_code, the_row.municipality_code), ('association', person.association_id::text, the_row.association_id::text),
                ('gender', nullif(person.gender, 'notStated'), the_row.gender), ('birthYear', person.birth_year::text, the_row.birth_year::text)) said (field, ours, theirs)
            join central_masters master on master.field = said.field and master.master = 'ours'
            where said.ours <> said.theirs
            on conflict do nothing;
        update central_rows the_row set
            given_name = case when 'givenName' = any(ours) then person.given_name else the_row.given_name end,
            family_name = case when 'familyName' = any(ours) then person.family_name else the_row.family_name end,
            email = case when 'email' = any(ours) then coalesce(person.email, the_row.email) else the_row.email end,
            phone = case when 'phone' = any(ours) then coalesce(person.phone, the_row.phone) else the_row.phone end,
            postal_code = case when 'postalCode' = any(ours) then coalesce(person.postal_code, the_row.postal_code) else the_row.postal_code end,
            municipality_code = case when 'municipality' = any(ours) then coalesce(person.municipality_code, the_row.municipality_code) else the_row.municipality_code end,
            association_id = case when 'association' = any(ours) then person.association_id else the_row.association_id end,
            gender = case when 'gender' = any(ours) then coalesce(nullif(person.gender, 'notStated'), the_row.gender) else the_row.gender end,
            birth_year = case when 'birthYear' = any(ours) then coalesce(person.birth_year, the_row.birth_year) else the_row.birth_year end
        from found join people person on person.id = found.person_id
        cross join (select array_agg(field) as ours from central_masters where master = 'ours' having count(*) > 0) masters
        where the_row.import_id = @import and the_row.row_no = found.row_no
        """;
}
