using VpVarmland.Members.Register;

namespace VpVarmland.Members.Privacy;

/// <summary>What is held about me and why; what I ask about it, and what was answered.</summary>
internal static class OwnPrivacy
{
    /// <param name="Services">Which services hold it.</param>
    /// <param name="Count">How many rows the register has; what other services hold is in the copy.</param>
    internal sealed record Kind(PersonDataKind Code, string Name, string What, string Purpose, string Basis, string Kept, IReadOnlyList<string> Services, long Count);

    internal sealed record Objection(Processing Processing, DateTimeOffset Since);

    internal sealed record Overview(IReadOnlyList<Kind> Kinds, IReadOnlyList<Objection> Objections, IReadOnlyList<PrivacyRequest> Requests);

    /// <param name="Processing">With an objection: to what.</param>
    internal sealed record Request([property: Defined] PrivacyRequestKind? Kind, Processing? Processing, [property: AtMost(2000)] string? Wish);

    private sealed record Counted(string Kind, long Count);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/me/privacy", Read).RequirePermission(Permission.Self).WithSummary("What is held about me and why, and what I have asked");
        api.MapPost("/me/privacy/requests", Ask).RequirePermission(Permission.Self).WithSummary("Order a copy, ask for a correction, object, or ask to be erased");
        api.MapPost("/me/privacy/requests/{id:guid}/withdrawal", Withdraw).RequirePermission(Permission.Self).WithSummary("Withdraw a request that nobody has answered yet");
        api.MapDelete("/me/privacy/objections/{processing}", EndObjection).RequirePermission(Permission.Self).WithSummary("Take back an objection");
        api.MapGet("/me/privacy/requests/{id:guid}/copy", Copy).RequirePermission(Permission.Self).WithSummary("The copy of what is held about me, from every service");
    }

    private static async Task<Ok<Overview>> Read(Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (me, language) = (caller.RequireMemberId(), Language.Of(http));
        var counts = (await work.ListAsync<Counted>(
            "select part ->> 'kind' as kind, sum((part ->> 'count')::bigint)::bigint as count from jsonb_array_elements(person_copy(@me, false)) part group by 1", new { me }, cancel))
            .ToDictionary(one => one.Kind, one => one.Count, StringComparer.Ordinal);
        return TypedResults.Ok(new Overview(
            [.. DataKind.All.Select(kind => new Kind(kind.Kind, kind.Name.In(language), kind.What.In(language), kind.Purpose.In(language), kind.Basis.In(language), kind.Kept.In(language),
                kind.Services, counts.GetValueOrDefault(kind.Kind.ToText())))],
            await work.ListAsync<Objection>("select processing, since from objections where person_id = @me order by since", new { me }, cancel),
            [.. (await work.ListAsync<PrivacyRequest>($"{PrivacyRequest.Select} where request.person_id = @me order by request.made_at desc, request.id desc limit 50", new { me }, cancel))
                .Select(one => one with { IdentityNote = null })]));
    }

    private static async Task<Results<Created<PrivacyRequest>, ProblemHttpResult>> Ask(Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var (made, failure) = await PrivacyRequest.MakeAsync(work, caller.RequireMemberId(), request.Kind!.Value, request.Processing, request.Wish, byDesk: false, null, cancel);
        return made is null ? failure!.ToProblem(http) : TypedResults.Created($"/api/members/me/privacy/requests/{made.RequestId}", made);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Withdraw(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await PrivacyRequest.FindAsync(work, id, cancel) is not { } request || request.MemberId != caller.RequireMemberId())
            return PrivacyFailures.Unknown.ToProblem(http);
        if (request.State != PrivacyRequestState.Open)
            return PrivacyFailures.Answered.ToProblem(http);
        await PrivacyRequest.CloseAsync(work, id, PrivacyRequestState.Withdrawn, null, cancel);
        work.Record("privacy.withdrawn", request.MemberId, content: new { id });
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndObjection([NameOf(typeof(Processing))] string processing, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var me = caller.RequireMemberId();
        if (await work.ExecuteAsync("delete from objections where person_id = @me and processing = @processing", new { me, processing }, cancel) == 0)
            return PrivacyFailures.Unknown.ToProblem(http);
        work.Record("privacy.objection_ended", me, content: new { processing });
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<PersonCopy>, ProblemHttpResult>> Copy(Guid id, Caller caller, UnitOfWork work, IConfiguration configuration, HttpContext http, CancellationToken cancel)
    {
        if (await PrivacyRequest.FindAsync(work, id, cancel) is not { Kind: PrivacyRequestKind.Access } request || request.MemberId != caller.RequireMemberId())
            return PrivacyFailures.Unknown.ToProblem(http);
        return await PersonCopy.ReadAsync(work, request, configuration, Language.Of(http), cancel) is { } copy ? TypedResults.Ok(copy) : PrivacyFailures.NotReady.ToProblem(http);
    }
}
