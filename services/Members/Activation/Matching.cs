using VpVarmland.Members.Register;

namespace VpVarmland.Members.Activation;

/// <summary>What is asked, as the chair writes it.</summary>
internal record AskForm
{
    [NotEmpty]
    public Guid AssociationId { get; init; }

    [NotEmpty, AtMost(60)]
    public string Title { get; init; } = "";

    [NotEmpty]
    public DateTimeOffset? StartsAt { get; init; }

    [System.ComponentModel.DataAnnotations.Range(15, 1440)]
    public int Minutes { get; init; }

    [NotEmpty, AtMost(60)]
    public string Place { get; init; } = "";

    /// <summary>How many are needed.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, 500)]
    public int Needed { get; init; }

    /// <summary>The way of helping that it is; null: any.</summary>
    public HelpWay? Way { get; init; }

    /// <summary>A skill or an interest that is asked for; null: none.</summary>
    public Guid? InterestId { get; init; }

    /// <summary>Null where it can be asked; otherwise why not.</summary>
    internal async Task<Failure?> CheckAsync(Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        if (!caller.Reach(Permission.AskForHelp).Covers(AssociationId)
            || !await work.GetAsync<bool>("select exists (select from associations where id = @AssociationId and ended_on is null)", new { AssociationId }, cancel))
            return Associations.AssociationFailures.Unknown;
        if (StartsAt <= work.Now || StartsAt > work.Now.AddYears(1))
            return AskFailures.NotAhead;
        if (InterestId is { } interest && !await work.GetAsync<bool>("select exists (select from interests where id = @interest and not retired)", new { interest }, cancel))
            return AskFailures.UnknownInterest;
        return null;
    }
}

/// <summary>Finds those who fit an ask.</summary>
internal static class Matching
{
    private sealed record Row(Guid MemberId, bool HasSkill, bool WantsWay, string[]? Times, bool IsNear, bool HasHelped);

    private sealed record Asked(Guid PersonId, DateTimeOffset At, bool Answered);

    /// <summary>Members of the association with an address, the best first; never anybody beyond the caller's reach.</summary>
    internal static async Task<IReadOnlyList<AskMatch>> FindAsync(AskForm form, UnitOfWork work, CancellationToken cancel)
    {
        var rows = await work.ListAsync<Row>(
            """
            select person.id as member_id, exists (select from people_interests has where has.person_id = person.id and has.interest_id = @InterestId) as has_skill,
                coalesce(@way = any(person.help_with), false) as wants_way, free.times, person.association_id = @AssociationId as is_near,
                exists (select from ask_people before where before.person_id = person.id and before.came) as has_helped
            from people person
            join memberships membership on membership.person_id = person.id and membership.ended_on is null
            left join people_times free on free.person_id = person.id
            where person.association_id = @AssociationId and person.email is not null and not person.mail_stopped
                and not exists (select from objections where objections.person_id = person.id and objections.processing = 'asks')
            """, new { form.AssociationId, form.InterestId, way = form.Way?.ToText() }, cancel);
        var asked = (await work.ListAsync<Asked>(
            "select person_id, asked_at as at, answer is not null as answered from ask_people where person_id = any(@ids) and asked_at > @since order by asked_at desc",
            new { ids = rows.Select(row => row.MemberId).ToArray(), since = work.Now.AddDays(-90) }, cancel)).ToLookup(one => one.PersonId, one => new EarlierAsk(one.At, one.Answered));
        var candidates = rows.Select(row => new AskCandidate(row.MemberId, row.HasSkill, row.WantsWay, row.Times?.Select(time => Enum.Parse<FreeTime>(time, ignoreCase: true)).ToList(), row.IsNear, row.HasHelped, [.. asked[row.MemberId]]));
        return AskRules.Rank(candidates, AskRules.TimeOf(form.StartsAt!.Value), form.Way is not null || form.InterestId is not null, work.Now);
    }
}

internal static class AskFailures
{
    internal static readonly Failure Unknown = Failure.Missing("ask.unknown",
        "Förfrågan finns inte, eller så har du inte behörighet att se den.", "The ask does not exist, or you do not have access to it.");

    internal static readonly Failure NotAhead = Failure.Bad("ask.not_ahead",
        "Välj en tid som ligger framåt, högst ett år.", "Choose a time ahead, at most a year.");

    internal static readonly Failure UnknownInterest = Failure.Bad("ask.unknown_interest",
        "Välj en av färdigheterna eller intressena i listan.", "Choose one of the skills or interests in the list.");

    internal static readonly Failure NotMatched = Failure.Conflict("ask.not_matched",
        "Någon av dem passar inte längre, eller har nyss blivit tillfrågad. Titta på förslaget igen.", "Somebody no longer fits, or has just been asked. Look at the proposal again.");

    internal static readonly Failure Over = Failure.Conflict("ask.over",
        "Det här har redan varit, eller är inställt.", "This has already been, or is cancelled.");

    internal static readonly Failure NotYet = Failure.Conflict("ask.not_yet",
        "Vilka som kom noteras när det har börjat.", "Who came is noted once it has begun.");

    internal static readonly Failure LinkInvalid = Failure.Missing("ask.link_invalid",
        "Länken gäller inte. Titta efter om du har ett nyare mejl.", "The link does not work. See whether you have a newer mail.");
}
