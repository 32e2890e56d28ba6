using VpVarmland.Members.Privacy;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Care;

/// <summary>One case with the person's contact ways and every contact so far. Reading it leaves a trace that the person sees.</summary>
internal static class GetCase
{
    internal sealed record Response(ListCases.Row Case, Person Member, IReadOnlyList<Contact> Contacts, int Version);

    internal sealed record Person(string Name, string? Email, string? Phone, IReadOnlyList<HelpWay> HelpWith, string? Message, string Language);

    /// <param name="CanUndo">True for the caller's own latest note, for an hour.</param>
    internal sealed record Contact(Guid ContactId, DateTimeOffset At, ContactOutcome Outcome, string? Note, string? By, bool CanUndo);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/care/cases/{id:guid}", Handle)
        .RequirePermission(Permission.WorkCare)
        .WithSummary("A care case with contact ways and contacts");

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await FindAsync(work, id, caller, cancel) is { } found ? TypedResults.Ok(found) : CareFailures.Unknown.ToProblem(http);

    /// <summary>Null if the case is not within the caller's reach.</summary>
    internal static async Task<Response?> FindAsync(UnitOfWork work, Guid id, Caller caller, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.WorkCare);
        var row = await work.FindAsync<ListCases.Row>(
            $"{ListCases.Select} where care.id = @id and (@District or care.association_id = any(@Ids))", new { id, work.Now, reach.District, reach.Ids }, cancel);
        if (row is null)
            return null;
        var member = await work.GetAsync<PersonRow>(
            """
            select given_name || ' ' || family_name as name, email, phone, help_with,
                (select message from memberships where person_id = people.id order by applied_on desc, id desc limit 1) as message, language
            from people where id = @MemberId
            """, new { row.MemberId }, cancel);
        var contacts = await work.ListAsync<Contact>(
            """
            select contact.id as contact_id, contact.at, contact.outcome, contact.note, person.given_name || ' ' || person.family_name as by,
                contact.by_id = @MemberId and contact.at > @undoable and not exists (select from care_contacts later where later.case_id = contact.case_id and (later.at, later.id) > (contact.at, contact.id)) as can_undo
            from care_contacts contact left join people person on person.id = contact.by_id
            where contact.case_id = @id order by contact.at desc, contact.id desc
            """, new { id, caller.MemberId, undoable = work.Now - UndoContact.Undoable }, cancel);
        var version = await work.GetAsync<int>("select version from care_cases where id = @id", new { id }, cancel);
        await ReadLog.WriteAsync(work, [row.MemberId], ReadKind.Case, row.Reason.ToText(), cancel);
        var person = new Person(member.Name, member.Email, member.Phone, [.. member.HelpWith.Select(way => Enum.Parse<HelpWay>(way, ignoreCase: true))], member.Message, member.Language);
        return new Response(row, person, contacts, version);
    }

    private sealed record PersonRow(string Name, string? Email, string? Phone, string[] HelpWith, string? Message, string Language);
}
