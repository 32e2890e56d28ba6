namespace VpVarmland.ServiceDefaults.Database;

/// <summary>Lets an endpoint's answer decide its transaction: below 400 commits before the answer leaves, anything else rolls back, so a
/// refused request has changed nothing. With an <c>Idempotency-Key</c> on a POST, the answer is stored in the same transaction and
/// given again, unchanged, when the request is repeated; another request with the same key is refused.</summary>
internal sealed class CommitOnSuccess : IEndpointFilter
{
    private const string KeyHeader = "Idempotency-Key";
    private const int LongestKey = 100;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var cancel = http.RequestAborted;
        var work = http.RequestServices.GetRequiredService<UnitOfWork>();
        // Only where the body was kept: the gateway's own endpoints go by links that work once, and a stored answer would lack its cookie.
        string? key = HttpMethods.IsPost(http.Request.Method) && http.Request.Body.CanSeek ? http.Request.Headers[KeyHeader] : default(string);
        if (key is not null)
        {
            if (key.Length is 0 or > LongestKey || key.Any(char.IsControl))
                return CommonFailures.Malformed.ToProblem(http);
            var hash = await HashAsync(http.Request, cancel);
            if (await ClaimAsync(work, key, hash, cancel) is { } earlier)
                return earlier.RequestHash.AsSpan().SequenceEqual(hash) ? Again(earlier, http) : CommonFailures.KeyReused.ToProblem(http);
        }

        var result = await next(context);
        var outcome = result is INestedHttpResult nested ? nested.Result : result;
        var status = (outcome as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;
        if (status >= 400)
            return result;
        if (key is not null)
            await StoreAsync(work, key, status, outcome, cancel);
        await work.CommitAsync(cancel);
        return result;
    }

    private static async Task<StoredAnswer?> ClaimAsync(UnitOfWork work, string key, byte[] hash, CancellationToken cancel)
    {
        // A concurrent twin waits here for the first to commit, and then finds its answer.
        var claimed = await work.ExecuteAsync(
            "insert into idempotency (caller, key, request_hash, created_at) values (@Actor, @key, @hash, @Now) on conflict do nothing",
            new { work.Caller.Actor, key, hash, work.Now }, cancel);
        return claimed == 1 ? null : await work.GetAsync<StoredAnswer>(
            "select request_hash, status, location, body::text as body from idempotency where caller = @Actor and key = @key",
            new { work.Caller.Actor, key }, cancel);
    }

    private static Task StoreAsync(UnitOfWork work, string key, int status, object? outcome, CancellationToken cancel) => work.ExecuteAsync(
        "update idempotency set status = @status, location = @location, body = @body::json where caller = @Actor and key = @key",
        new
        {
            work.Caller.Actor, key, status, location = outcome?.GetType().GetProperty("Location")?.GetValue(outcome) as string,
            body = outcome is IValueHttpResult { Value: { } value } ? JsonSerializer.Serialize(value, Json.Options) : null,
        }, cancel);

    /// <summary>Lets the body be read again for its hash; before binding, and only where a key is given.</summary>
    internal static Task KeepBody(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Headers.ContainsKey(KeyHeader))
            http.Request.EnableBuffering();
        return next(http);
    }

    private static async Task<byte[]> HashAsync(HttpRequest request, CancellationToken cancel)
    {
        request.Body.Position = 0;
        return SHA256.HashData([.. Encoding.UTF8.GetBytes(request.Path + request.QueryString.Value), .. await SHA256.HashDataAsync(request.Body, cancel)]);
    }

    private static IResult Again(StoredAnswer answer, HttpContext http)
    {
        http.Response.Headers.Location = answer.Location;
        return answer.Body is null ? TypedResults.StatusCode(answer.Status!.Value) : TypedResults.Text(answer.Body, "application/json", Encoding.UTF8, answer.Status);
    }

    private sealed record StoredAnswer(byte[] RequestHash, int? Status, string? Location, string? Body);
}
