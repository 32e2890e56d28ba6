using VpVarmland.Members.Privacy;

namespace VpVarmland.Members.Activation.Ladder;

/// <summary>
/// The facts of everybody who has been a member during a time. Each membership is counted in the association it belongs to today, as in the district's growth. Of those who are gone from the
/// register only months without a person are left: they stand on the lowest rung, so that the sums stay what they were.
/// </summary>
internal sealed class LadderPeople
{
    private readonly IReadOnlyList<Period> memberships;
    private readonly ILookup<Guid?, DateOnly> came, helped;
    private readonly ILookup<Guid?, Span> assignments;

    private LadderPeople(IReadOnlyList<Period> memberships, IReadOnlyList<Fact> came, IReadOnlyList<Fact> helped, IReadOnlyList<Period> assignments)
    {
        this.memberships = memberships;
        (this.came, this.helped) = (came.ToLookup(one => one.PersonId, one => one.Day), helped.ToLookup(one => one.PersonId, one => one.Day));
        this.assignments = assignments.ToLookup(one => one.PersonId, one => one.Span);
    }

    /// <summary>Everybody within reach, each once.</summary>
    internal IReadOnlyList<LadderFacts> Everybody => FactsOf(memberships);

    /// <summary>Those of one association.</summary>
    internal IReadOnlyList<LadderFacts> Of(Guid association) => FactsOf(memberships.Where(one => one.AssociationId == association));

    /// <param name="association">Null: every association within reach.</param>
    /// <param name="first">The earliest day on which somebody is to be placed.</param>
    internal static async Task<LadderPeople> ReadAsync(UnitOfWork work, Reach reach, Guid? association, DateOnly first, int window, CancellationToken cancel)
    {
        var (today, since) = (SwedishTime.DateOf(work.Now), first.AddMonths(-window));
        var held = await work.ListAsync<Period>(
            """
            select * from (
                select person_id, association_id, effective_on as started_on, ended_on from memberships where state not in ('applicant', 'paid')
                union all select null, association_id, effective_on, ended_on from past_memberships) everybody
            where started_on <= @today and (ended_on is null or ended_on > @first) and (@District or association_id = any(@Ids)) and (@association::uuid is null or association_id = @association)
            """, new { today, first, reach.District, reach.Ids, association }, cancel);
        var values = new { today, first, since, people = held.Select(one => one.PersonId).OfType<Guid>().Distinct().ToArray() };
        return new LadderPeople(
            held,
            await work.ListAsync<Fact>("select person_id, came_on as day from attendances where came and came_on > @since and came_on <= @today and person_id = any(@people)", values, cancel),
            await work.ListAsync<Fact>(
                """
                select person_id, day from (
                    select asked.person_id, (ask.starts_at at time zone 'Europe/Stockholm')::date as day from ask_people asked join asks ask on ask.id = asked.ask_id where asked.came) helped
                where day > @since and day <= @today and person_id = any(@people)
                """, values, cancel),
            await work.ListAsync<Period>(
                """
                select person_id, association_id, from_date as started_on, ended_on from assignments
                where from_date <= @today and (ended_on is null or ended_on > @first) and person_id = any(@people)
                """, values, cancel));
    }

    /// <summary>For how many months the facts are kept; null: retention has not begun to take any.</summary>
    internal static async Task<int?> KeptMonthsAsync(UnitOfWork work, CancellationToken cancel)
    {
        if (!await work.GetAsync<bool>("select started_at is not null from retention_settings", null, cancel))
            return null;
        return (await Retention.PeriodsAsync(work, cancel)).Where(one => one.Rule.Code is "asks" or "attendances").Min(one => one.Months);
    }

    private IReadOnlyList<LadderFacts> FactsOf(IEnumerable<Period> held) =>
    [
        .. held.GroupBy(one => one.PersonId ?? Guid.NewGuid(), (person, spans) => new LadderFacts(
            [.. spans.Select(one => one.Span)], [.. came[person]], [.. helped[person]], [.. assignments[person]])),
    ];

    /// <param name="PersonId">Null: gone from the register.</param>
    private sealed record Period(Guid? PersonId, Guid? AssociationId, DateOnly StartedOn, DateOnly? EndedOn)
    {
        internal Span Span => new(StartedOn, EndedOn);
    }

    private sealed record Fact(Guid? PersonId, DateOnly Day);
}
