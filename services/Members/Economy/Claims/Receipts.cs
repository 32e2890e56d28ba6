using VpVarmland.Members.Files;

namespace VpVarmland.Members.Economy.Claims;

/// <summary>Receipts of one's own claim: added and removed while it is a draft, read always.</summary>
internal static class Receipts
{
    private const int Most = 20;

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/claims/{id:guid}/receipts", Add).RequirePermission(Permission.Self).TakesPaper().WithSummary("Add a receipt to a draft");
        api.MapGet("/claims/{id:guid}/receipts/{fileId:guid}", Get).RequirePermission(Permission.Self).WithSummary("A receipt of one's own claim");
        api.MapDelete("/claims/{id:guid}/receipts/{fileId:guid}", Remove).RequirePermission(Permission.Self).WithSummary("Remove a receipt from a draft");
    }

    private static async Task<Results<Created<FileView>, ProblemHttpResult>> Add(Guid id, [NotEmpty, AtMost(200)] string? fileName, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await ClaimLock.OwnAsync(work, id, cancel) is not { } claim)
            return ClaimFailures.Unknown.ToProblem(http);
        if (claim.Standing.State != ClaimState.Draft)
            return ClaimFailures.NotNow.ToProblem(http);
        if (await work.GetAsync<long>("select count(*) from claim_receipts where claim_id = @id", new { id }, cancel) >= Most)
            return ClaimFailures.TooManyReceipts.ToProblem(http);
        var (file, failure) = await StoredFile.ReceiveAsync(http, fileName!, work, cancel);
        if (file is null)
            return failure!.ToProblem(http);
        await work.ExecuteAsync("insert into claim_receipts (claim_id, file_id) values (@id, @FileId); update claims set version = version + 1 where id = @id", new { id, file.FileId }, cancel);
        work.Record("claim.receipt_added", id, content: new { file.FileId });
        return TypedResults.Created($"/api/members/claims/{id}/receipts/{file.FileId}", file);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(Guid id, Guid fileId, UnitOfWork work, Caller caller, HttpContext http, CancellationToken cancel) =>
        await work.GetAsync<bool>(
            "select exists (select from claim_receipts receipt join claims claim on claim.id = receipt.claim_id where claim.id = @id and claim.claimant_id = @MemberId and receipt.file_id = @fileId)",
            new { id, fileId, caller.MemberId }, cancel)
            ? await StoredFile.SendAsync(http, work, fileId, cancel)
            : ClaimFailures.Unknown.ToProblem(http);

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(Guid id, Guid fileId, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await ClaimLock.OwnAsync(work, id, cancel) is not { } claim)
            return ClaimFailures.Unknown.ToProblem(http);
        if (claim.Standing.State != ClaimState.Draft)
            return ClaimFailures.NotNow.ToProblem(http);
        var removed = await work.ExecuteAsync("delete from claim_receipts where claim_id = @id and file_id = @fileId", new { id, fileId }, cancel);
        if (removed == 0)
            return StoredFile.Unknown.ToProblem(http);
        await work.ExecuteAsync("delete from stored_files where id = @fileId; update claims set version = version + 1 where id = @id", new { id, fileId }, cancel);
        work.Record("claim.receipt_removed", id, content: new { fileId });
        return TypedResults.NoContent();
    }
}
