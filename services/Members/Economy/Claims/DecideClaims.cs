using VpVarmland.Members.Files;
using VpVarmland.Members.Privacy;

namespace VpVarmland.Members.Economy.Claims;

/// <summary>
/// Claims as those who approve see them. Two approve, neither of them the claimant: the rule says so (<see cref="ClaimStanding"/>), and the table of
/// approvals says so again, so that two at the same time cannot either.
/// </summary>
internal static class DecideClaims
{
    /// <param name="State">Null: those that wait for approval.</param>
    /// <param name="Text">Part of the purpose or the claimant's name.</param>
    internal sealed record Query([property: NameOf(typeof(ClaimState))] string? State, [property: AtMost(100)] string? Text, string? After, [property: PageSize] int? Size);

    internal sealed record Reason([property: NotEmpty, AtMost(1000)] string Text);

    private sealed record Position(DateTimeOffset At, Guid Id);

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string one = "/economy/claims/{id:guid}";
        api.MapGet("/economy/claims", List).ForTheDistrict(Permission.ApproveClaims).WithSummary("Claims that are handed in, oldest first");
        api.MapGet(one, Get).ForTheDistrict(Permission.ApproveClaims).WithSummary("A claim that is handed in");
        api.MapGet(one + "/receipts/{fileId:guid}", Receipt).ForTheDistrict(Permission.ApproveClaims).WithSummary("A receipt of a claim that is handed in");
        api.MapPost(one + "/approval", Approve).ForTheDistrict(Permission.ApproveClaims).WithSummary("Approve; the second approval decides");
        api.MapDelete(one + "/approval", TakeBack).ForTheDistrict(Permission.ApproveClaims).WithSummary("Take back one's own approval, until the claim is on a payment list");
        api.MapPost(one + "/refusal", Refuse).ForTheDistrict(Permission.ApproveClaims).WithSummary("Refuse, with a reason");
        api.MapPost(one + "/return", SendBack).ForTheDistrict(Permission.ApproveClaims).WithSummary("Send back to be completed, with what is missing");
    }

    private static async Task<Ok<Page<ClaimRow>>> List([AsParameters] Query query, UnitOfWork work, Caller caller, CancellationToken cancel)
    {
        var limit = query.Size ?? Cursor.Usual;
        var after = Cursor.Read<Position>(query.After);
        var rows = await work.ListAsync<ClaimRow>(
            $"""
            {ClaimRow.Select} where claim.state = @state and claim.submitted_at is not null and claim.state <> 'draft'
                and (@text is null or position(lower(@text) in lower(claim.purpose || ' ' || claim.claimant_name)) > 0)
                and (@afterId::uuid is null or (claim.submitted_at, claim.id) > (@afterAt, @afterId))
            order by claim.submitted_at, claim.id limit @take
            """,
            new
            {
                caller.MemberId, state = query.State ?? "submitted", text = query.Text.TrimmedOrNull(), afterId = after?.Id, afterAt = after?.At ?? default, take = limit + 1,
            }, cancel);
        var claimants = await work.ListAsync<Guid>("select distinct claimant_id from claims where id = any(@ids)", new { ids = rows.Select(row => row.ClaimId).ToArray() }, cancel);
        await ReadLog.WriteAsync(work, claimants, ReadKind.List, "claims", cancel);
        return TypedResults.Ok(rows.ToPage(limit, row => new Position(row.SubmittedAt!.Value, row.ClaimId)));
    }

    private static async Task<Results<Ok<ClaimView>, ProblemHttpResult>> Get(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await work.FindAsync<Guid?>("select claimant_id from claims where id = @id and submitted_at is not null and state <> 'draft'", new { id }, cancel) is not { } claimant)
            return ClaimFailures.Unknown.ToProblem(http);
        await ReadLog.WriteAsync(work, [claimant], ReadKind.Details, "claims", cancel);
        return await ClaimView.AnswerAsync(work, id, http, cancel);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Receipt(Guid id, Guid fileId, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await work.FindAsync<Guid?>(
            "select claim.claimant_id from claim_receipts receipt join claims claim on claim.id = receipt.claim_id where claim.id = @id and claim.state <> 'draft' and receipt.file_id = @fileId", new { id, fileId }, cancel) is not { } claimant)
            return ClaimFailures.Unknown.ToProblem(http);
        await ReadLog.WriteAsync(work, [claimant], ReadKind.Details, "claims", cancel);
        return await StoredFile.SendAsync(http, work, fileId, cancel);
    }

    private static async Task<Results<Ok<ClaimView>, ProblemHttpResult>> Approve(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await ClaimLock.HandedInAsync(work, id, cancel) is not { } claim)
            return ClaimFailures.Unknown.ToProblem(http);
        if (!await IsWithinLimitAsync(work, claim.Total, cancel))
            return ClaimFailures.AboveLimit.ToProblem(http);
        return await DoAsync(claim, ClaimCommand.Approve, null, work, http, cancel);
    }

    private static Task<Results<Ok<ClaimView>, ProblemHttpResult>> TakeBack(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) => DecideAsync(id, ClaimCommand.TakeBack, null, work, http, cancel);

    private static Task<Results<Ok<ClaimView>, ProblemHttpResult>> Refuse(Guid id, Reason reason, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        DecideAsync(id, ClaimCommand.Refuse, reason.Text.Trim(), work, http, cancel);

    private static Task<Results<Ok<ClaimView>, ProblemHttpResult>> SendBack(Guid id, Reason reason, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        DecideAsync(id, ClaimCommand.SendBack, reason.Text.Trim(), work, http, cancel);

    private static async Task<Results<Ok<ClaimView>, ProblemHttpResult>> DecideAsync(Guid id, ClaimCommand command, string? answer, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await ClaimLock.HandedInAsync(work, id, cancel) is { Standing.State: not ClaimState.Draft } claim
            ? await DoAsync(claim, command, answer, work, http, cancel)
            : ClaimFailures.Unknown.ToProblem(http);

    private static async Task<Results<Ok<ClaimView>, ProblemHttpResult>> DoAsync(ClaimLock claim, ClaimCommand command, string? answer, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await claim.DoAsync(work, command, answer, cancel) is { } failure ? failure.ToProblem(http) : await ClaimView.AnswerAsync(work, claim.Id, http, cancel);

    /// <summary>True where some assignment that the caller holds today, and that may approve, has no limit or one that is high enough.</summary>
    private static Task<bool> IsWithinLimitAsync(UnitOfWork work, long amount, CancellationToken cancel) => work.GetAsync<bool>(
        """
        select not exists (select from assignments held join assignment_permissions allowed using (kind) where held.person_id = @MemberId and held.ended_on is null and held.from_date <= @today and allowed.permission = @approve)
            or exists (select from assignments held join assignment_permissions allowed using (kind) left join approval_limits most on most.kind = held.kind
                where held.person_id = @MemberId and held.ended_on is null and held.from_date <= @today and allowed.permission = @approve and (most.most_ore is null or most.most_ore >= @amount))
        """, new { work.Caller.MemberId, amount, today = SwedishTime.DateOf(work.Now), approve = Permission.ApproveClaims.Name }, cancel);
}
