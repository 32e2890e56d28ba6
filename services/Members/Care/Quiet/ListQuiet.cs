using System.ComponentModel.DataAnnotations;
using VpVarmland.Members.Privacy;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Care.Quiet;

/// <summary>Members of whom nothing has been heard for so many months, the longest first; by which rule, <see cref="QuietRule"/> says.</summary>
internal static class ListQuiet
{
    /// <param name="Q">Words of a name, or a member number.</param>
    /// <param name="WithoutCase">True: only those for whom no case of silence is open.</param>
    internal sealed record Query(
        Guid? Association, [property: AtMost(100)] string? Q, [property: Range(QuietRule.Least, QuietRule.Most)] int? Months, bool? WithoutCase, string? After, [property: PageSize] int? Size);

    /// <param name="Counted">On the first page: how many there are on all of them.</param>
    internal sealed record Response(IReadOnlyList<Row> Items, string? Next, Counts? Counted);

    /// <param name="WithoutCase">Of everybody, those for whom no case of silence is open.</param>
    internal sealed record Counts(long Everybody, long WithoutCase);

    /// <param name="LastOn">The day of the last sign.</param>
    /// <param name="TriedOn">When somebody last tried and nobody answered, since the last sign; null: nobody has.</param>
    /// <param name="CaseId">The open case of silence; null: none.</param>
    internal sealed record Row(Guid MemberId, string Name, Guid AssociationId, string AssociationName, Sign LastSign, DateOnly LastOn, DateOnly? TriedOn, Guid? CaseId);

    private sealed record Position(DateOnly LastOn, Guid Id);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/care/quiet", Handle)
        .RequirePermission(Permission.WorkCare)
        .WithSummary("Members not heard from in so many months, the longest first");

    private static async Task<Ok<Response>> Handle([AsParameters] Query query, Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var (reach, size, after) = (caller.Reach(Permission.WorkCare), query.Size ?? Cursor.Usual, Cursor.Read<Position>(query.After));
        var names = (await PersonSearch.ReadAsync(work, query.Q, alike: false, cancel))?.Names;
        var today = SwedishTime.DateOf(work.Now);
        var values = new
        {
            reach.District, reach.Ids, query.Association, today, before = QuietRule.Before(today, query.Months ?? QuietRule.Usual), without = query.WithoutCase ?? false,
            typed = query.Q.TrimmedOrNull(), word1 = names?.ElementAtOrDefault(0), word2 = names?.ElementAtOrDefault(1), word3 = names?.ElementAtOrDefault(2), word4 = names?.ElementAtOrDefault(3),
            lastId = after?.Id, lastOn = after?.LastOn ?? default, limit = size + 1,
        };
        var page = (await work.ListAsync<Row>(
            $"""
            {Chosen} select person_id as member_id, given_name || ' ' || family_name as name, association_id, association_name, sign as last_sign, day as last_on,
                (select (max(contact.at) at time zone 'Europe/Stockholm')::date from care_cases care join care_contacts contact on contact.case_id = care.id
                    where care.person_id = chosen.person_id and contact.outcome = 'noAnswer' and (contact.at at time zone 'Europe/Stockholm')::date >= chosen.day) as tried_on, case_id
            from chosen where (not @without or case_id is null) and (@lastId::uuid is null or (day, person_id) > (@lastOn, @lastId))
            order by day, person_id limit @limit
            """, values, cancel)).ToPage(size, row => new Position(row.LastOn, row.MemberId));
        await ReadLog.WriteAsync(work, page.Items.Select(row => row.MemberId), ReadKind.List, null, cancel);
        return TypedResults.Ok(new Response(page.Items, page.Next, after is not null ? null
            : await work.GetAsync<Counts>($"{Chosen} select count(*) as everybody, count(*) filter (where case_id is null) as without_case from chosen", values, cancel)));
    }

    /// <summary>The quiet ones who are called what was typed, with their open case of silence.</summary>
    private const string Chosen =
        $"""
        {QuietRule.Quiet}, chosen as (
            select quiet.*, (select id from care_cases care where care.person_id = quiet.person_id and care.reason = 'inactive' and care.state = 'open') as case_id from quiet
            where @typed::text is null
                or @word1::text[] is not null and exists (
                    select from people_words named where named.person_id = quiet.person_id and named.words && @word1
                        and (@word2::text[] is null or named.words && @word2) and (@word3::text[] is null or named.words && @word3) and (@word4::text[] is null or named.words && @word4))
                or exists (select from people where people.id = quiet.person_id and people.member_number = @typed))
        """;
}
