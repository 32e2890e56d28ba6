using VpVarmland.Members.Privacy;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Care;

/// <summary>One case with the person's contact ways, every contact so far and what else was done with it. Reading it leaves a trace that the person sees.</summary>
internal static class GetCase
{
    /// <param name="Events">Steps ticked off, rests, hand-overs: the latest first.</param>
    /// <param name="MayRead">False where what was said is confidential: the notes are then left out, and nothing can be noted.</param>
    internal sealed record Response(ListCases.Row Case, Person Member, IReadOnlyList<Contact> Contacts, IReadOnlyList<Event> Events, bool MayRead, int Version);

    internal sealed record Person(string Name, string? Email, string? Phone, IReadOnlyList<HelpWay> HelpWith, string? Message, string Language);

    /// <param name="CanUndo">True for the caller's own latest note, for an hour.</param>
    internal sealed record Contact(Guid ContactId, DateTimeOffset At, ContactOutcome Outcome, string? Note, string? By, bool CanUndo);

    /// <param name="From">Who had it before a hand-over.</param>
    /// <param name="To">Who has it after.</param>
    /// <param name="Until">The day on which it comes back from resting.</param>
    /// <param name="Step">Which step was done, from 0.</param>
    internal sealed record Event(Guid EventId, DateTimeOffset At, CaseEventKind What, string? Note, string? By, string? From, string? To, DateOnly? Until, int? Step);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/care/cases/{id:guid}", Handle)
        .RequirePermission(Permission.WorkCare)
        .WithSummary("A care case with contact ways and contacts");

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await FindAsync(work, id, CareReach.OfCare(caller), cancel) is { } found ? TypedResults.Ok(found) : CareFailures.Unknown.ToProblem(http);

    /// <summary>Null if the case is not within reach.</summary>
    internal static async Task<Response?> FindAsync(UnitOfWork work, Guid id, CareReach reach, CancellationToken cancel)
    {
        var known = reach.Values(new { id, work.Now, today = SwedishTime.DateOf(work.Now), undoable = work.Now - UndoContact.Undoable });
        var row = await work.FindAsync<ListCases.Row>($"{ListCases.Select} where care.id = @id and {CareReach.Covers}", known, cancel);
        if (row is null)
            return null;
        var (version, mayRead) = await work.GetAsync<(int, bool)>($"select version, {CareReach.MayRead} from care_cases care where id = @id", known, cancel);
        var member = await work.GetAsync<PersonRow>(
            """
            select given_name || ' ' || family_name as name, case when not is_hidden(people, @reader) then email end as email, case when not is_hidden(people, @reader) then phone end as phone, help_with,
                (select message from memberships where person_id = people.id order by applied_on desc, id desc limit 1) as message, language
            from people where id = @MemberId
            """, new { row.MemberId, reader = reach.MemberId }, cancel);
        var contacts = await work.ListAsync<Contact>(
            """
            select contact.id as contact_id, contact.at, contact.outcome, contact.note, person.given_name || ' ' || person.family_name as by,
                contact.by_id = @MemberId and contact.at > @undoable and not exists (select from care_contacts later where later.case_id = contact.case_id and (later.at, later.id) > (contact.at, contact.id)) as can_undo
            from care_contacts contact left join people person on person.id = contact.by_id
            where contact.case_id = @id order by contact.at desc, contact.id desc
            """, known, cancel);
        var events = await work.ListAsync<Event>(
            """
            select event.id as event_id, event.at, event.what, event.note, one.given_name || ' ' || one.family_name as by,
                before.given_name || ' ' || before.family_name as from, after.given_name || ' ' || after.family_name as to, event.until, event.step
            from care_events event left join people one on one.id = event.by_id left join people before on before.id = event.from_id left join people after on after.id = event.to_id
            where event.case_id = @id order by event.at desc, event.id desc
            """, known, cancel);
        await ReadLog.WriteAsync(work, [row.MemberId], ReadKind.Case, row.Reason.ToText(), cancel);
        var person = new Person(member.Name, member.Email, member.Phone, [.. member.HelpWith.Select(way => Enum.Parse<HelpWay>(way, ignoreCase: true))], member.Message, member.Language);
        return mayRead
            ? new Response(row, person, contacts, events, true, version)
            : new Response(row, person, [.. contacts.Select(one => one with { Note = null })], [.. events.Select(one => one with { Note = null })], false, version);
    }

    private sealed record PersonRow(string Name, string? Email, string? Phone, string[] HelpWith, string? Message, string Language);
}
