using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Protection;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Gateway.Partners.Administration;

/// <summary>
/// Changing a client's secret without a moment without: a new one is made, the old one works until a date, and the partner changes over in
/// between. A leaked one is revoked at once.
/// </summary>
internal static class ClientSecrets
{
    private const int Most = 2;

    /// <param name="DaysForOld">How long the secret that there is goes on working; 0 ends it now.</param>
    internal sealed record Request([property: System.ComponentModel.DataAnnotations.Range(0, 90)] int DaysForOld);

    /// <param name="Secret">Shown this once.</param>
    internal sealed record Response(string Secret);

    internal static void Map(IEndpointRouteBuilder auth)
    {
        auth.MapPost("/clients/{id}/secrets", Handle).RequirePermission(Permission.Administer).WithSummary("Make a new secret, and give the old one an end");
        auth.MapDelete("/clients/{id}/secrets/{secretId:guid}", RevokeAsync).RequirePermission(Permission.Administer).WithSummary("Revoke a secret at once");
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(string id, Request request, HttpContext http, UnitOfWork work, CancellationToken cancel)
    {
        // Locked: of two who make one at once, the second finds two.
        if (await work.FindAsync<Guid?>("select uid from partner_clients where id = @id for update", new { id }, cancel) is not { } uid)
            return ClientFailures.Unknown.ToProblem(http);
        var now = TimeProvider.System.GetUtcNow();
        await work.ExecuteAsync("delete from partner_secrets where client_id = @id and ends_at <= @now", new { id, now }, cancel);
        var ends = now.AddDays(request.DaysForOld);
        await work.ExecuteAsync(
            request.DaysForOld == 0 ? "delete from partner_secrets where client_id = @id" : "update partner_secrets set ends_at = least(ends_at, @ends) where client_id = @id",
            new { id, ends }, cancel);
        if (await work.GetAsync<int>("select count(*)::int from partner_secrets where client_id = @id", new { id }, cancel) >= Most)
            return ClientFailures.TwoSecrets.ToProblem(http);
        var secret = await AddAsync(work, id, cancel);
        work.Record("client.secret_made", uid, content: new { request.DaysForOld });
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(secret));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(string id, Guid secretId, HttpContext http, UnitOfWork work, CancellationToken cancel)
    {
        var uid = await work.FindAsync<Guid?>(
            "delete from partner_secrets s using partner_clients c where c.id = s.client_id and c.id = @id and s.id = @secretId returning c.uid", new { id, secretId }, cancel);
        if (uid is null)
            return ClientFailures.SecretUnknown.ToProblem(http);
        work.Record("client.secret_revoked", uid.Value);
        return TypedResults.NoContent();
    }

    /// <returns>The secret itself, which only its hash remains of.</returns>
    internal static async Task<string> AddAsync(UnitOfWork work, string clientId, CancellationToken cancel)
    {
        var secret = Secret.New();
        await work.ExecuteAsync(
            "insert into partner_secrets (id, client_id, secret_hash, created_at) values (@id, @clientId, @Hash, @now)",
            new { id = Guid.CreateVersion7(), clientId, Hash = Secret.Hash(secret), now = TimeProvider.System.GetUtcNow() }, cancel);
        return secret;
    }

    /// <summary>The answer starts after the commit: the client's next call then reads the change.</summary>
    internal static void ForgetOnAnswer(HttpContext http, PartnerClients clients, string id) => http.Response.OnStarting(() =>
    {
        clients.Forget(id);
        return Task.CompletedTask;
    });
}
