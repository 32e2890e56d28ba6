namespace VpVarmland.Members.Liaisons;

/// <summary>Somebody by name.</summary>
internal sealed record Named(Guid MemberId, string Name);

/// <summary>Who answers for an association.</summary>
internal sealed record LiaisonName(Guid MemberId, string Name, DateOnly Since);

/// <summary>Who does so in somebody's absence.</summary>
internal sealed record StandInName(Guid MemberId, string Name, DateOnly Until);

/// <summary>How it stands between the district and one association.</summary>
/// <param name="StandIn">Null: nobody is away today.</param>
/// <param name="IsUsualRhythm">True where nobody has chosen another.</param>
/// <param name="Due">The last day for the next contact; null where nobody answers for the association.</param>
/// <param name="IsMine">The caller is its liaison, or stands in for the liaison today.</param>
/// <param name="Questions">The association's questions that nobody has answered.</param>
internal sealed record LiaisonRow(
    Guid AssociationId, string Name, LiaisonName? Liaison, StandInName? StandIn, DateOnly? LastContact, int RhythmDays, bool IsUsualRhythm, DateOnly? Due, ContactStanding Standing,
    bool IsMine, long Questions, long OpenPromises, long LatePromises);

/// <summary>Reads how it stands; also for others who show an association.</summary>
internal static class LiaisonFacts
{
    /// <summary>
    /// A statement with one row an association: <c>association_id, liaison_id, since, last_contact_on, rhythm_days</c> (nulls where there is none), to join wherever an
    /// association is shown. <see cref="LiaisonRhythm"/> makes a due date of them.
    /// </summary>
    internal const string PerAssociation =
        """
        select association.id as association_id, liaison.person_id as liaison_id, liaison.since, latest.happened_on as last_contact_on, settings.rhythm_days
        from associations association
        left join liaisons liaison on liaison.association_id = association.id
        left join (select association_id, max(happened_on) as happened_on from liaison_contacts group by association_id) latest on latest.association_id = association.id
        left join liaison_settings settings on settings.association_id = association.id
        """;

    /// <summary>The associations that need a liaison and are within the caller's reach: gaps first, then the longest overdue.</summary>
    /// <param name="only">One of them; null: all.</param>
    /// <param name="mine">Only those that the caller answers for, also where the reach is everything.</param>
    internal static async Task<IReadOnlyList<LiaisonRow>> ListAsync(UnitOfWork work, Guid? only, bool mine, CancellationToken cancel) =>
        Sort(await work.ListAsync<Row>($"{Select} where {LiaisonReach.Wanting} and {LiaisonReach.Covers("association.id")} and (@only::uuid is null or association.id = @only) and (not @mine or {IsMine})",
            new { only, mine, all = work.Caller.ManagesLiaisons(), work.Caller.MemberId, today = SwedishTime.DateOf(work.Now) }, cancel), work.Now);

    /// <summary>One association as its own officers see it; null where the district has no such, or it needs no liaison.</summary>
    internal static async Task<LiaisonRow?> OfAssociationAsync(UnitOfWork work, Guid associationId, CancellationToken cancel) =>
        Sort(await work.ListAsync<Row>($"{Select} where association.id = @associationId and {LiaisonReach.Wanting}",
            new { associationId, work.Caller.MemberId, today = SwedishTime.DateOf(work.Now) }, cancel), work.Now).SingleOrDefault();

    private static IReadOnlyList<LiaisonRow> Sort(IEnumerable<Row> rows, DateTimeOffset now) =>
        [.. rows.Select(row => row.Seen(SwedishTime.DateOf(now))).OrderBy(row => row.Standing).ThenBy(row => row.Due)];

    private static string IsMine => $"(liaison.person_id is not null and {LiaisonReach.IsMine("liaison")})";

    private static string Select =>
        $"""
        select association.id as association_id, association.name, fact.liaison_id, person.given_name || ' ' || person.family_name as liaison_name, fact.since,
            away.stand_in_id, away.stand_in_name, away.until_date as stand_in_until, fact.last_contact_on, fact.rhythm_days, {IsMine} as is_mine,
            (select count(*) from liaison_messages asked where asked.association_id = association.id and asked.side = 'association' and asked.wants_answer and asked.settled_at is null) as questions,
            coalesce(promised.open, 0) as open_promises, coalesce(promised.late, 0) as late_promises
        from associations association
        join ({PerAssociation}) fact on fact.association_id = association.id
        left join liaisons liaison on liaison.association_id = association.id
        left join people person on person.id = fact.liaison_id
        left join lateral (
            select stand_in.stand_in_id, other.given_name || ' ' || other.family_name as stand_in_name, stand_in.until_date
            from liaison_stand_ins stand_in join people other on other.id = stand_in.stand_in_id
            where stand_in.person_id = fact.liaison_id and @today between stand_in.from_date and stand_in.until_date) away on true
        left join (
            select contact.association_id, count(*) as open, count(*) filter (where promise.due_on < @today) as late
            from liaison_promises promise join liaison_contacts contact on contact.id = promise.contact_id
            where promise.done_at is null group by contact.association_id) promised on promised.association_id = association.id
        """;

    private sealed record Row(
        Guid AssociationId, string Name, Guid? LiaisonId, string? LiaisonName, DateOnly? Since, Guid? StandInId, string? StandInName, DateOnly? StandInUntil, DateOnly? LastContactOn, int? RhythmDays,
        bool IsMine, long Questions, long OpenPromises, long LatePromises)
    {
        internal LiaisonRow Seen(DateOnly today)
        {
            var days = RhythmDays ?? LiaisonRhythm.Usual;
            return new LiaisonRow(
                AssociationId, Name, LiaisonId is { } id ? new LiaisonName(id, LiaisonName!, Since!.Value) : null, StandInId is { } other ? new StandInName(other, StandInName!, StandInUntil!.Value) : null,
                LastContactOn, days, RhythmDays is null, Since is { } began ? LiaisonRhythm.Due(LastContactOn, began, days) : null, LiaisonRhythm.StandingOf(LastContactOn, Since, days, today),
                IsMine, Questions, OpenPromises, LatePromises);
        }
    }
}
