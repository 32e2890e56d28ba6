using VpVarmland.Members.Associations;
using VpVarmland.Members.Privacy;

namespace VpVarmland.Members.Liaisons;

/// <summary>The association's own view: who our liaison is, how to reach them, what was said and promised; asking and answering.</summary>
internal static class OurLiaison
{
    /// <param name="Liaison">Null: nobody yet.</param>
    /// <param name="Questions">The liaison's questions that we have not answered.</param>
    internal sealed record Response(string AssociationName, Person? Liaison, Person? StandIn, DateOnly? Since, DateOnly? StandInUntil, DateOnly? LastContact, DateOnly? Due, int RhythmDays,
        IReadOnlyList<PromiseView> Promises, long Questions);

    internal sealed record Person(Guid MemberId, string Name, string? Email, string? Phone);

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string at = "/associations/{id:guid}/liaison";
        api.MapGet(at, Handle).RequirePermission(Permission.AskLiaison).WithSummary("Our liaison on the district board, and what is promised");
        api.MapGet(at + "/contacts", Contacts).RequirePermission(Permission.AskLiaison).WithSummary("What was said with our liaison, latest first");
        api.MapGet(at + "/messages", List).RequirePermission(Permission.AskLiaison).WithSummary("Messages with our liaison, latest first");
        api.MapPost(at + "/messages", Send).RequirePermission(Permission.AskLiaison).WithSummary("Ask or answer our liaison");
        api.MapPost(at + "/messages/{messageId:guid}/settled", Settle).RequirePermission(Permission.AskLiaison).WithSummary("Settle the liaison's question without writing");
        api.MapDelete(at + "/messages/{messageId:guid}/settled", Reopen).RequirePermission(Permission.AskLiaison).WithSummary("Take back that the liaison's question is settled");
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!IsOurs(caller, id) || await LiaisonFacts.OfAssociationAsync(work, id, cancel) is not { } row)
            return AssociationFailures.Unknown.ToProblem(http);
        var ids = new[] { row.Liaison?.MemberId, row.StandIn?.MemberId }.OfType<Guid>().ToArray();
        var people = (await work.ListAsync<Person>(
            """
            select id as member_id, given_name || ' ' || family_name as name, case when not is_hidden(people, @MemberId) then email end as email, case when not is_hidden(people, @MemberId) then phone end as phone
            from people where id = any(@ids)
            """, new { ids, work.Caller.MemberId }, cancel))
            .ToDictionary(person => person.MemberId);
        await ReadLog.WriteAsync(work, ids, ReadKind.Details, null, cancel);
        var questions = await work.GetAsync<long>(
            "select count(*) from liaison_messages where association_id = @id and side = 'district' and wants_answer and settled_at is null", new { id }, cancel);
        return TypedResults.Ok(new Response(row.Name, Of(row.Liaison?.MemberId), Of(row.StandIn?.MemberId), row.Liaison?.Since, row.StandIn?.Until, row.LastContact, row.Due, row.RhythmDays,
            await Promises.OpenAsync(work, id, cancel), questions));

        Person? Of(Guid? person) => person is { } known ? people[known] : null;
    }

    private static async Task<Results<Ok<Page<ContactView>>, ProblemHttpResult>> Contacts(
        Guid id, string? after, [PageSize] int? size, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        IsOurs(caller, id) ? TypedResults.Ok(await ContactPages.ReadAsync(work, id, after, size, cancel)) : AssociationFailures.Unknown.ToProblem(http);

    private static async Task<Results<Ok<Page<MessageView>>, ProblemHttpResult>> List(
        Guid id, string? after, [PageSize] int? size, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        IsOurs(caller, id) ? TypedResults.Ok(await Correspondence.ReadAsync(work, id, after, size, cancel)) : AssociationFailures.Unknown.ToProblem(http);

    private static async Task<Results<Ok<MessageView>, ProblemHttpResult>> Send(Guid id, Correspondence.Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        IsOurs(caller, id) && await LiaisonFacts.OfAssociationAsync(work, id, cancel) is not null
            ? TypedResults.Ok(await Correspondence.SendAsync(work, id, Side.Association, request, cancel))
            : AssociationFailures.Unknown.ToProblem(http);

    private static Task<Results<Ok<MessageView>, ProblemHttpResult>> Settle(Guid id, Guid messageId, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        MarkAsync(id, messageId, settled: true, caller, work, http, cancel);

    private static Task<Results<Ok<MessageView>, ProblemHttpResult>> Reopen(Guid id, Guid messageId, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        MarkAsync(id, messageId, settled: false, caller, work, http, cancel);

    private static async Task<Results<Ok<MessageView>, ProblemHttpResult>> MarkAsync(
        Guid id, Guid messageId, bool settled, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        IsOurs(caller, id) && await Correspondence.SettleAsync(work, id, messageId, Side.District, settled, cancel) is { } message
            ? TypedResults.Ok(message)
            : LiaisonFailures.Unknown.ToProblem(http);

    private static bool IsOurs(Caller caller, Guid id) => caller.Reach(Permission.AskLiaison).Covers(id);
}
