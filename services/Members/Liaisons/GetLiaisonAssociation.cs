using VpVarmland.Members.Privacy;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Liaisons;

/// <summary>
/// One association as its liaison works with it: whom to call, what is promised, what is worth knowing, who was liaison before. Changing the rhythm
/// and the note takes the version that was read.
/// </summary>
internal static class GetLiaisonAssociation
{
    /// <param name="Note">What a liaison should know about the association; stays when the liaison changes.</param>
    /// <param name="History">Those who have answered for it, the present one first.</param>
    internal sealed record Response(
        LiaisonRow Association, int UsualRhythmDays, string? Note, IReadOnlyList<Officer> Officers, IReadOnlyList<PromiseView> Promises, IReadOnlyList<Term> History, int Version);

    internal sealed record Officer(Guid MemberId, string Name, string Assignment, string? Email, string? Phone);

    /// <param name="Until">Null: still.</param>
    internal sealed record Term(string Name, DateOnly From, DateOnly? Until, string? HandOverNote);

    /// <param name="RhythmDays">Null: the usual.</param>
    internal sealed record Request([property: System.ComponentModel.DataAnnotations.Range(LiaisonRhythm.Shortest, LiaisonRhythm.Longest)] int? RhythmDays, [property: AtMost(4000)] string? Note);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/liaisons/associations/{id:guid}", Handle).RequirePermission(Permission.WorkLiaison).WithSummary("One association as its liaison works with it");
        api.MapPut("/liaisons/associations/{id:guid}", Edit).RequirePermission(Permission.WorkLiaison).WithSummary("Choose how often to be in touch, and note what a liaison should know");
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await FindAsync(work, id, http, cancel) is { } found ? TypedResults.Ok(found) : LiaisonFailures.Unknown.ToProblem(http);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Edit(Guid id, Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!await LiaisonReach.ReachesAsync(work, id, cancel))
            return LiaisonFailures.Unknown.ToProblem(http);
        // The row stays locked from here: two who edit the same version cannot both succeed.
        await work.ExecuteAsync("insert into liaison_settings (association_id) values (@id) on conflict do nothing", new { id }, cancel);
        var before = await work.GetAsync<Settings>("select rhythm_days, note, version from liaison_settings where association_id = @id for update", new { id }, cancel);
        if (http.CheckVersion(before.Version) is { } stale)
            return stale.ToProblem(http);
        var note = request.Note.TrimmedOrNull();
        if ((before.RhythmDays, before.Note) != (request.RhythmDays, note))
        {
            await work.ExecuteAsync("update liaison_settings set rhythm_days = @RhythmDays, note = @note, version = version + 1 where association_id = @id", new { id, request.RhythmDays, note }, cancel);
            work.Record("liaison.settings_changed", id, content: new { before, after = new { request.RhythmDays, note } });
        }
        return TypedResults.Ok((await FindAsync(work, id, http, cancel))!);
    }

    /// <summary>Null where it is not within reach. Whoever is shown with contact ways sees that they were read.</summary>
    private static async Task<Response?> FindAsync(UnitOfWork work, Guid id, HttpContext http, CancellationToken cancel)
    {
        if ((await LiaisonFacts.ListAsync(work, id, mine: false, cancel)).SingleOrDefault() is not { } row)
            return null;
        var settings = await work.FindAsync<Settings>("select rhythm_days, note, version from liaison_settings where association_id = @id", new { id }, cancel) ?? new Settings(null, null, 1);
        var officers = await work.ListAsync<Officer>(
            """
            select person.id as member_id, person.given_name || ' ' || person.family_name as name, held.kind as assignment,
                case when not is_hidden(person, @MemberId) then person.email end as email, case when not is_hidden(person, @MemberId) then person.phone end as phone
            from assignments held join people person on person.id = held.person_id join assignment_kinds kinds using (kind)
            where held.association_id = @id and held.kind in ('chair', 'deputyChair', 'membershipSecretary') and held.ended_on is null and held.from_date <= @today
            order by kinds.position, person.family_name, person.id
            """, new { id, work.Caller.MemberId, today = SwedishTime.DateOf(work.Now) }, cancel);
        await ReadLog.WriteAsync(work, officers.Select(officer => officer.MemberId).Distinct(), ReadKind.Details, null, cancel);
        var history = await work.ListAsync<Term>(
            """
            select person.given_name || ' ' || person.family_name as name, term.from_date as "from", term.until_date as until, term.hand_over_note
            from liaison_terms term join people person on person.id = term.person_id
            where term.association_id = @id order by term.until_date is null desc, term.from_date desc, term.id desc limit 50
            """, new { id }, cancel);
        http.SendVersion(settings.Version);
        return new Response(row, LiaisonRhythm.Usual, settings.Note, officers, await Promises.OpenAsync(work, id, cancel), history, settings.Version);
    }

    private sealed record Settings(int? RhythmDays, string? Note, int Version);
}
