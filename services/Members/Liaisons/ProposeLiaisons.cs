using VpVarmland.Members.Register;

namespace VpVarmland.Members.Liaisons;

/// <summary>
/// Proposes who answers for which association, and says why in each case; nothing changes until somebody appoints. The version is of what the
/// proposal was made from: appointing on another is refused.
/// </summary>
internal static class ProposeLiaisons
{
    /// <param name="Choices">A line an association; empty where nobody sits on the board.</param>
    /// <param name="Covered">How many of the associations have a liaison now.</param>
    internal sealed record Response(IReadOnlyList<Line> Choices, IReadOnlyList<BoardMember> Board, int Total, int Covered, int Version);

    /// <param name="Now">Who has it now; null: nobody.</param>
    /// <param name="Change">Why whoever has it does not keep it; null where nothing changes.</param>
    internal sealed record Line(Guid AssociationId, string AssociationName, Named? Now, Named Proposed, ChoiceReason Reason, ChangeReason? Change);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/liaisons/proposal", Handle)
        .ForTheDistrict()
        .WithSummary("A proposal of liaisons for all associations, explained");

    private static async Task<Ok<Response>> Handle(UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (associations, board) = (await AssociationsAsync(work, cancel), await Board.ListAsync(work, cancel));
        var names = board.ToDictionary(one => one.MemberId, one => one.Name);
        var byId = associations.ToDictionary(one => one.Id);
        var lines = LiaisonProposal.Of(
                associations.Select(one => new Wanting(one.Id, one.HolderId)),
                board.Select(one => new Candidate(one.MemberId, one.AssociationId, one.Assignment switch
                {
                    "districtChair" => LiaisonProposal.ChairBurden,
                    "districtTreasurer" => LiaisonProposal.TreasurerBurden,
                    _ => LiaisonProposal.UsualBurden,
                })))
            .Select(choice => byId[choice.AssociationId] is var association && association.LiaisonId is { } now
                ? new Line(association.Id, association.Name, new Named(now, association.LiaisonName!), new Named(choice.PersonId, names[choice.PersonId]), choice.Reason, choice.Change)
                : new Line(association.Id, association.Name, null, new Named(choice.PersonId, names[choice.PersonId]), choice.Reason, choice.Change))
            .ToDictionary(line => line.AssociationId);
        var version = await VersionAsync(work, cancel);
        http.SendVersion(version);
        // In the order in which the associations are named, rather than that of their ids.
        return TypedResults.Ok(new Response([.. associations.Where(one => lines.ContainsKey(one.Id)).Select(one => lines[one.Id])], board, associations.Count, associations.Count(one => one.LiaisonId is not null), version));
    }

    /// <summary>The associations that need a liaison, in Swedish order.</summary>
    internal static Task<IReadOnlyList<Place>> AssociationsAsync(UnitOfWork work, CancellationToken cancel) => work.ListAsync<Place>(
        $"""
        select association.id, association.name, term.person_id as holder_id, liaison.person_id as liaison_id, person.given_name || ' ' || person.family_name as liaison_name
        from associations association
        left join liaison_terms term on term.association_id = association.id and term.until_date is null
        left join liaisons liaison on liaison.association_id = association.id
        left join people person on person.id = liaison.person_id
        where {LiaisonReach.Wanting} order by association.name, association.id
        """, null, cancel);

    /// <summary>Another number when somebody has been appointed, or the board or the associations have changed.</summary>
    internal static Task<int> VersionAsync(UnitOfWork work, CancellationToken cancel) => work.GetAsync<int>(
        $"""
        select hashtext(concat_ws('|',
            (select string_agg(association.id || ':' || coalesce(term.id::text, ''), ',' order by association.id) from associations association
                left join liaison_terms term on term.association_id = association.id and term.until_date is null where {LiaisonReach.Wanting}),
            (select string_agg(id::text, ',' order by id) from assignments where kind in {LiaisonReach.BoardKinds} and ended_on is null and from_date <= @today)))
        """, new { today = SwedishTime.DateOf(work.Now) }, cancel);

    /// <param name="HolderId">Who was appointed last, on the board or not.</param>
    /// <param name="LiaisonId">Who is liaison now.</param>
    internal sealed record Place(Guid Id, string Name, Guid? HolderId, Guid? LiaisonId, string? LiaisonName);
}
