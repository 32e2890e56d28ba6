using VpVarmland.Members.Privacy;

namespace VpVarmland.Members.Register;

/// <summary>The register as a list: search by name, e-mail, phone or member number; filter by association and state.</summary>
internal static class ListPeople
{
    internal sealed record Query(
        [property: AtMost(100)] string? Q, Guid? Association, [property: NameOf(typeof(MembershipState))] string? State, string? After, [property: PageSize] int? Size);

    internal sealed record Row(
        Guid MemberId, string Name, Guid AssociationId, string AssociationName, MembershipState State, DateOnly Since, bool HasOpenCase,
        [property: System.Text.Json.Serialization.JsonIgnore] string FamilyName, [property: System.Text.Json.Serialization.JsonIgnore] string GivenName);

    private sealed record Position(string FamilyName, string GivenName, Guid Id);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/people", Handle)
        .RequirePermission(Permission.ReadRegister)
        .WithSummary("People in the register");

    private static async Task<Ok<Page<Row>>> Handle([AsParameters] Query query, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.ReadRegister);
        var size = query.Size ?? Cursor.Usual;
        var after = Cursor.Read<Position>(query.After);
        var text = query.Q?.Trim();
        var rows = await work.ListAsync<Row>(
            """
            select person.id as member_id, person.given_name || ' ' || person.family_name as name, association.id as association_id,
                association.name as association_name, membership.state, coalesce(membership.effective_on, membership.applied_on) as since,
                exists (select from care_cases where person_id = person.id and state = 'open') as has_open_case,
                person.family_name, person.given_name
            from people person
            join associations association on association.id = person.association_id
            join lateral (select * from memberships where person_id = person.id order by ended_on is null desc, applied_on desc, id desc limit 1) membership on true
            where (@District or person.association_id = any(@Ids))
                and (@Association::uuid is null or person.association_id = @Association)
                and (@State::text is null or membership.state = @State)
                and (@text::text is null
                    or (select bool_and((person.given_name || ' ' || person.family_name) ilike '%' || word || '%' escape '~') from unnest(@words) word)
                    or person.email = lower(@text) or person.member_number = @text or person.phone = @phone)
                and (@afterId::uuid is null or (person.family_name, person.given_name, person.id) > (@afterFamily, @afterGiven, @afterId))
            order by person.family_name, person.given_name, person.id
            limit @limit
            """,
            new
            {
                reach.District,
                reach.Ids,
                query.Association,
                query.State,
                text = string.IsNullOrEmpty(text) ? null : text,
                words = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(EscapePattern).ToArray(),
                phone = new PersonalData { Phone = text is { Length: <= 30 } && text.Any(char.IsAsciiDigit) ? text : null }.Normalised().Phone,
                afterId = after?.Id,
                afterFamily = after?.FamilyName ?? "",
                afterGiven = after?.GivenName ?? "",
                limit = size + 1,
            }, cancel);
        var page = rows.ToPage(size, row => new Position(row.FamilyName, row.GivenName, row.MemberId));
        await ReadLog.WriteAsync(work, page.Items.Select(row => row.MemberId), ReadKind.List, null, cancel);
        return TypedResults.Ok(page);
    }

    private static string EscapePattern(string word) =>
        word.Replace("~", "~~", StringComparison.Ordinal).Replace("%", "~%", StringComparison.Ordinal).Replace("_", "~_", StringComparison.Ordinal);
}
