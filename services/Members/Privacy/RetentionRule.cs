namespace VpVarmland.Members.Privacy;

/// <summary>What happens to what is too old.</summary>
internal enum RetentionEnd
{
    /// <summary>The rows go.</summary>
    Delete,
    /// <summary>What tells of a person in them is emptied; the rest stays.</summary>
    Empty,
    /// <summary>The person is erased from every service; only months are kept, for the figures.</summary>
    Erase,
}

/// <summary>
/// For how long a kind of data is kept. The same condition counts what would go tonight and takes it. <c>docs/privacy.md</c> holds the same table, which a test compares.
/// </summary>
/// <param name="Months">The usual period; the district may choose another between <paramref name="Least"/> and <paramref name="Most"/>. Equal: it may not.</param>
/// <param name="Table">Whose rows; called <c>one</c> in the conditions.</param>
/// <param name="Old">What is too old: <c>@before</c> and <c>@beforeDay</c> are so many months ago, <c>@today</c> is today.</param>
/// <param name="Association">Whose it is, where that makes sense.</param>
internal sealed record RetentionRule(
    string Code, InBoth What, InBoth From, int Months, int Least, int Most, string Table, string Old, RetentionEnd End, string? Association = null, string? Change = null)
{
    /// <summary>Nobody goes who is in the middle of something: an open request, an assignment, a claim.</summary>
    private const string Settled =
        """
        one.merged_into is null and not exists (select from assignments where person_id = one.id and ended_on is null)
            and not exists (select from claims where claimant_id = one.id and state in ('submitted', 'approved'))
            and not exists (select from privacy_requests where person_id = one.id and state in ('open', 'working'))
        """;

    internal static readonly IReadOnlyList<RetentionRule> All =
    [
        new("formerMembers", new("Tidigare medlemmar", "Former members"), new("medlemskapet upphörde", "membership ended"), 24, 3, 36, "people",
            $"""
            {Settled} and exists (select from memberships where person_id = one.id) and not exists (select from memberships where person_id = one.id and (ended_on is null or ended_on >= @beforeDay))
                and not exists (select from consents where person_id = one.id and withdrawn_at is null)
            """, RetentionEnd.Erase, "association_id"),
        new("applicants", new("Sökande som aldrig betalade", "Applicants who never paid"), new("ansökan kom in", "the application came"), 12, 3, 24, "people",
            $"{Settled} and exists (select from memberships where person_id = one.id and state = 'applicant' and applied_on < @beforeDay) and not exists (select from memberships where person_id = one.id and state <> 'applicant')",
            RetentionEnd.Erase, "association_id"),
        new("careCases", new("Avslutade ärenden i medlemsvården", "Closed cases of member care"), new("ärendet stängdes", "the case was closed"), 24, 3, 60, "care_cases",
            "one.state = 'done' and one.reason <> 'leftAssignment' and one.closed_at < @before", RetentionEnd.Delete, "association_id"),
        new("exitTalks", new("Avslutssamtal", "Exit conversations"), new("ärendet stängdes", "the case was closed"), 12, 3, 24, "care_cases",
            "one.state = 'done' and one.reason = 'leftAssignment' and one.closed_at < @before", RetentionEnd.Delete, "association_id"),
        new("asks", new("Förfrågningar om hjälp och svar", "Asks for help and answers"), new("någon tillfrågades", "somebody was asked"), 24, 3, 36, "ask_people", "one.asked_at < @before", RetentionEnd.Delete),
        new("attendances", new("Vem som har kommit till vad", "Who came to what"), new("dagen det var", "the day it was"), 24, 3, 36, "attendances", "one.came_on < @beforeDay", RetentionEnd.Delete),
        new("moves", new("Flyttar mellan föreningar", "Moves between associations"), new("flytten", "the move"), 24, 2, 60, "moves", "one.moved_at < @before", RetentionEnd.Delete, "to_id"),
        new("boardReports", new("Rapporter till distriktsstyrelsen", "Reports to the district board"), new("rapporten", "the report"), 36, 12, 84, "board_reports",
            "one.seen_at is not null and one.reported_at < @before", RetentionEnd.Delete, "association_id"),
        new("reads", new("Vem som har läst", "Who has read"), new("läsningen", "the reading"), 24, 12, 60, "read_log", "one.at < @before", RetentionEnd.Delete),
        new("requests", new("Besvarade begäran om uppgifter", "Answered requests about data"), new("svaret", "the answer"), 36, 12, 60, "privacy_requests",
            "one.kind <> 'erasure' and one.state not in ('open', 'working') and one.answered_at < @before", RetentionEnd.Delete),
        new("claims", new("Utkast och avslagna utlägg", "Drafts and refused claims"), new("utkastet eller avslaget", "the draft or the refusal"), 12, 1, 24, "claims",
            "one.state in ('draft', 'refused') and coalesce(one.decided_at, one.created_at) < @before", RetentionEnd.Delete),
        new("vouchers", new("Namn i bokförda utlägg", "Names in booked claims"), new("räkenskapsårets slut (bokföringslagen 7 kap. 2 §)", "the end of the financial year (bookkeeping act 7:2)"), 84, 84, 84, "claims",
            "one.state = 'paid' and one.claimant_name <> '' and exists (select from vouchers where source = 'claim' and source_id = one.id) and not exists (select from vouchers where source = 'claim' and source_id = one.id and keep_until >= @today)",
            RetentionEnd.Empty, Change: "claimant_name = '', purpose = '', pay_to = '', pay_to_shown = null, answer = null"),
    ];

    /// <summary>What jobs of their own see to, for as long as they say; nobody changes these.</summary>
    internal static readonly IReadOnlyList<(InBoth What, InBoth Kept)> Fixed =
    [
        (new("Obekräftade och bekräftade ansökningar på webben", "Applications on the web, confirmed or not"), new("14 dagar", "14 days")),
        (new("Kopior av uppgifter som någon har beställt", "Copies that somebody has ordered"), new("14 dagar", "14 days")),
        (new("Rader i importfiler och deras skillnader", "Rows of import files and what they differ in"), new("7 dagar", "7 days")),
        (new("Uppgifter som de var före rättelser från en fil", "Data as they were before corrections from a file"), new("1 timme", "1 hour")),
        (new("Sammanslagna poster som kan ångras", "Merged entries that can be undone"), new("30 dagar", "30 days")),
        (new("Inloggningslänkar och inloggningar", "Sign-in links and sessions"), new("tills de går ut", "until they expire")),
        (new("Skickade mejl: innehållet", "Sent mail: its content"), new("tills mejlet har gått iväg", "until the mail has left")),
        (new("Skickade mejl: att det skickades", "Sent mail: that it was sent"), new("90 dagar", "90 days")),
        (new("Svar som sparas för att en upprepad begäran ska få samma", "Answers kept so that a repeated request gets the same"), new("2 dagar", "2 days")),
        (new("Innehåll och skäl i ändringsloggen, i varje tjänst", "Content and reasons of the audit record, in every service"), new("3 år", "3 years")),
    ];
}
