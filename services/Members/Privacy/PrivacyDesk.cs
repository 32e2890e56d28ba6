using VpVarmland.Members.Register;

namespace VpVarmland.Members.Privacy;

/// <summary>The district's desk: requests by their last day, making one for somebody who has phoned or written, and answering.</summary>
internal static class PrivacyDesk
{
    /// <param name="IdentityNote">How the desk knows who asks.</param>
    internal sealed record MakeRequest(
        [property: NotEmpty] Guid MemberId, [property: Defined] PrivacyRequestKind? Kind, Processing? Processing, [property: AtMost(2000)] string? Wish, [property: NotEmpty, AtMost(500)] string IdentityNote);

    /// <param name="Answer">Shown to the person.</param>
    internal sealed record AnswerRequest(bool Granted, [property: NotEmpty, AtMost(2000)] string Answer);

    /// <param name="Parts">Of a copy or an erasure: every service, and when its part came.</param>
    /// <param name="Hindrance">Of an erasure: the code of what must be settled first; null: nothing.</param>
    internal sealed record Detail(PrivacyRequest Request, IReadOnlyList<ServicePart> Parts, string? Hindrance);

    /// <param name="Late">Past their last day.</param>
    internal sealed record Desk(IReadOnlyList<PrivacyRequest> Open, long Late, IReadOnlyList<PrivacyRequest> Closed);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/privacy/requests", List).RequirePermission(Permission.ManagePrivacy).WithSummary("Requests about people's data: those that wait, by their last day, and the latest that are answered");
        api.MapGet("/privacy/requests/{id:guid}", Get).RequirePermission(Permission.ManagePrivacy).WithSummary("A request, and how far the services have come");
        api.MapPost("/privacy/requests", Make).RequirePermission(Permission.ManagePrivacy).WithSummary("Record a request that somebody has made by phone, letter or in person");
        api.MapPost("/privacy/requests/{id:guid}/answer", Answer).RequirePermission(Permission.ManagePrivacy).WithSummary("Grant or refuse a request, with the reason");
        api.MapGet("/privacy/requests/{id:guid}/copy", Copy).RequirePermission(Permission.ManagePrivacy).WithSummary("The copy, to hand to somebody who has no account");
    }

    private static bool IsDesk(Caller caller) => caller.Reach(Permission.ManagePrivacy).District;

    private static async Task<Results<Ok<Desk>, ProblemHttpResult>> List(Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!IsDesk(caller))
            return PrivacyFailures.Unknown.ToProblem(http);
        var open = await work.ListAsync<PrivacyRequest>($"{PrivacyRequest.Select} where request.state in ('open', 'working') order by request.due_on, request.id limit 200", null, cancel);
        var closed = await work.ListAsync<PrivacyRequest>($"{PrivacyRequest.Select} where request.state not in ('open', 'working') order by request.answered_at desc, request.id desc limit 50", null, cancel);
        await ReadLog.WriteAsync(work, open.Concat(closed).Where(one => one.Name is not null).Select(one => one.MemberId).Distinct(), ReadKind.List, "privacy", cancel);
        return TypedResults.Ok(new Desk(open, open.Count(one => one.DueOn < SwedishTime.DateOf(work.Now)), closed));
    }

    private static async Task<Results<Ok<Detail>, ProblemHttpResult>> Get(Guid id, Caller caller, UnitOfWork work, IConfiguration configuration, HttpContext http, CancellationToken cancel)
    {
        if (!IsDesk(caller) || await PrivacyRequest.FindAsync(work, id, cancel) is not { } request)
            return PrivacyFailures.Unknown.ToProblem(http);
        return TypedResults.Ok(await ShowAsync(work, request, configuration, cancel));
    }

    private static async Task<Results<Created<Detail>, ProblemHttpResult>> Make(MakeRequest request, Caller caller, UnitOfWork work, IConfiguration configuration, HttpContext http, CancellationToken cancel)
    {
        if (!IsDesk(caller) || !await work.GetAsync<bool>("select exists (select from people where id = @MemberId and merged_into is null)", new { request.MemberId }, cancel))
            return RegisterFailures.Unknown.ToProblem(http);
        var (made, failure) = await PrivacyRequest.MakeAsync(work, request.MemberId, request.Kind!.Value, request.Processing, request.Wish, byDesk: true, request.IdentityNote, cancel);
        return made is null ? failure!.ToProblem(http) : TypedResults.Created($"/api/members/privacy/requests/{made.RequestId}", await ShowAsync(work, made, configuration, cancel));
    }

    private static async Task<Results<Ok<Detail>, ProblemHttpResult>> Answer(
        Guid id, AnswerRequest answer, Caller caller, UnitOfWork work, IConfiguration configuration, HttpContext http, CancellationToken cancel)
    {
        if (!IsDesk(caller) || await PrivacyRequest.FindAsync(work, id, cancel) is not { } request)
            return PrivacyFailures.Unknown.ToProblem(http);
        if (request.State != PrivacyRequestState.Open)
            return PrivacyFailures.Answered.ToProblem(http);
        if (request.MemberId == caller.MemberId)
            return PrivacyFailures.Own.ToProblem(http);
        if (await DecideAsync(work, request, answer, cancel) is { } failure)
            return failure.ToProblem(http);
        return TypedResults.Ok(await ShowAsync(work, (await PrivacyRequest.FindAsync(work, id, cancel))!, configuration, cancel));
    }

    private static async Task<Failure?> DecideAsync(UnitOfWork work, PrivacyRequest request, AnswerRequest answer, CancellationToken cancel)
    {
        var (person, erases, text) = (request.MemberId, answer.Granted && request.Kind == PrivacyRequestKind.Erasure, answer.Answer.Trim());
        if (erases && await Erasure.HindranceAsync(work, person, cancel) is { } hindrance)
            return hindrance;
        await PrivacyRequest.CloseAsync(work, request.RequestId, erases ? PrivacyRequestState.Working : answer.Granted ? PrivacyRequestState.Done : PrivacyRequestState.Refused, text, cancel);
        if (!erases)
        {
            if (answer.Granted && request.Processing is { } processing)
                await ObjectAsync(work, person, processing, cancel);
            work.Record($"privacy.{request.Kind.ToText()}_{(answer.Granted ? "granted" : "refused")}", person, text, new { request.RequestId });
            await PrivacyRequest.TellAsync(work, person, PrivacyLetterKind.Answered, null, cancel);
            return null;
        }
        var keptUntil = await Erasure.KeptUntilAsync(work, person, cancel);
        await work.ExecuteAsync("update privacy_requests set kept_until = @keptUntil where id = @RequestId", new { request.RequestId, keptUntil }, cancel);
        await PrivacyRequest.TellAsync(work, person, PrivacyLetterKind.Erased, keptUntil, cancel);
        await Erasure.RunAsync(work, person, cancel);
        work.Record("privacy.person_erased", person, content: new { request.RequestId });
        return null;
    }

    private static async Task ObjectAsync(UnitOfWork work, Guid person, Processing processing, CancellationToken cancel)
    {
        await work.ExecuteAsync("insert into objections (person_id, processing, since) values (@person, @what, @Now) on conflict do nothing", new { person, what = processing.ToText(), work.Now }, cancel);
        if (processing == Processing.Phone)
            await work.ExecuteAsync("update people set phone = null, version = version + 1 where id = @person and phone is not null", new { person }, cancel);
    }

    private static async Task<Results<Ok<PersonCopy>, ProblemHttpResult>> Copy(Guid id, Caller caller, UnitOfWork work, IConfiguration configuration, HttpContext http, CancellationToken cancel)
    {
        if (!IsDesk(caller) || await PrivacyRequest.FindAsync(work, id, cancel) is not { Kind: PrivacyRequestKind.Access } request)
            return PrivacyFailures.Unknown.ToProblem(http);
        if (await work.GetAsync<bool>("select exists (select from people person where id = @person and is_hidden(person, @MemberId))", new { person = request.MemberId, caller.MemberId }, cancel))
            return PrivacyFailures.Protected.ToProblem(http);
        if (await PersonCopy.ReadAsync(work, request, configuration, Language.Of(http), cancel) is not { } copy)
            return PrivacyFailures.NotReady.ToProblem(http);
        await ReadLog.WriteAsync(work, [request.MemberId], ReadKind.Export, "privacy", cancel);
        work.Record("privacy.copy_read", request.MemberId, content: new { id });
        return TypedResults.Ok(copy);
    }

    private static async Task<Detail> ShowAsync(UnitOfWork work, PrivacyRequest request, IConfiguration configuration, CancellationToken cancel)
    {
        await ReadLog.WriteAsync(work, request.Name is null ? [] : [request.MemberId], ReadKind.Details, "privacy", cancel);
        var hasParts = request.Kind == PrivacyRequestKind.Access || (request.Kind == PrivacyRequestKind.Erasure && request.State is PrivacyRequestState.Working or PrivacyRequestState.Done);
        return new Detail(request, hasParts ? await PrivacyRequest.PartsAsync(work, request.RequestId, configuration, cancel) : [],
            request is { Kind: PrivacyRequestKind.Erasure, State: PrivacyRequestState.Open } ? (await Erasure.HindranceAsync(work, request.MemberId, cancel))?.Code : null);
    }
}
