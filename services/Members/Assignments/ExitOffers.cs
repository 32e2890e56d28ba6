using VpVarmland.Members.Care;

namespace VpVarmland.Members.Assignments;

/// <summary>When a woman who leaves is offered an exit conversation (the party's internal feminism). Pure.</summary>
internal static class ExitRule
{
    /// <summary>Running the platform, and being employed, are no such assignments.</summary>
    private static readonly string[] NotElected = ["ombudsman", "operator", "administrator"];

    /// <summary>True before the term's last day, for whoever leaves the body altogether. An assignment without a last day is always left early.</summary>
    /// <param name="gender">As she has stated it; never derived.</param>
    /// <param name="staysOnBody">She holds, or is elected to, something else on the same board or committee.</param>
    internal static bool IsOffered(string gender, string kind, DateOnly? until, DateOnly endedOn, bool staysOnBody) =>
        gender == "woman" && !NotElected.Contains(kind, StringComparer.Ordinal) && !staysOnBody && !(until <= endedOn);
}

/// <summary>Opens the conversation as a care case that is seen through its own right (decision 0733), and takes an offer back that a slip or a move has caused.</summary>
internal static class ExitOffers
{
    private static readonly string Same = $"{BodyOf("other")} = {BodyOf("held")}";

    /// <summary>The board or committee that a row of assignments belongs to, as text: two rows of one body have the same.</summary>
    private static string BodyOf(string row) => $"coalesce({row}.committee_id::text, {row}.association_id::text, case when {row}.kind = any(@board) then 'board' else {row}.kind end)";

    /// <summary>Offers a conversation about an assignment that has just been ended by hand. One at a time: whoever has an open one gets no second.</summary>
    internal static async Task OfferAsync(UnitOfWork work, Guid assignment, CancellationToken cancel)
    {
        var left = await work.FindAsync<Left>(
            $"""
            select person.id as person_id, coalesce(held.association_id, person.association_id) as association_id, person.gender, held.kind, held.until_date, held.ended_on,
                exists (select from assignments other where other.person_id = held.person_id and other.id <> held.id and other.ended_on is null and {Same}) as stays
            from assignments held join people person on person.id = held.person_id
            where held.id = @assignment and held.ended_on is not null and exists (select from memberships where memberships.person_id = person.id and memberships.ended_on is null)
            """, new { assignment, board = Associations.BoardRules.DistrictBoard }, cancel);
        if (left is null || !ExitRule.IsOffered(left.Gender, left.Kind, left.UntilDate, left.EndedOn, left.Stays))
            return;
        if (await CareCases.OpenAsync(work, left.PersonId, left.AssociationId, CareReason.LeftAssignment, due: null, cancel) is { } opened)
            await work.ExecuteAsync("update care_cases set left_assignment_id = @assignment where id = @CaseId", new { assignment, opened.CaseId }, cancel);
    }

    /// <summary>Somebody has got another assignment on the body that she left the same day: she has moved, not left.</summary>
    internal static async Task StaysAsync(UnitOfWork work, Guid assignment, CancellationToken cancel) => await TakeBackAsync(work, [.. await work.ListAsync<Guid>(
        $"""
        select held.id from assignments held join assignments other on other.person_id = held.person_id and {Same}
        where other.id = @assignment and held.ended_on = @today and held.id <> other.id
        """, new { assignment, board = Associations.BoardRules.DistrictBoard, today = SwedishTime.DateOf(work.Now) }, cancel)], cancel);

    /// <summary>Takes back offers that nobody has acted upon.</summary>
    internal static async Task TakeBackAsync(UnitOfWork work, Guid[] assignments, CancellationToken cancel)
    {
        var gone = await work.ListAsync<Gone>(
            """
            delete from care_cases care where left_assignment_id = any(@assignments) and state = 'open' and not exists (select from care_contacts where case_id = care.id)
            returning id, person_id
            """, new { assignments }, cancel);
        foreach (var one in gone)
            work.Record("care.offer_taken_back", one.PersonId, content: new { one.Id });
    }

    private sealed record Left(Guid PersonId, Guid AssociationId, string Gender, string Kind, DateOnly? UntilDate, DateOnly EndedOn, bool Stays);

    private sealed record Gone(Guid Id, Guid PersonId);
}
