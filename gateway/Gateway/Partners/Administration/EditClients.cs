using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;
using VpVarmland.ServiceDefaults.Validation;

namespace VpVarmland.Gateway.Partners.Administration;

/// <summary>Administrators list, make, change, close and open partners' clients.</summary>
internal static partial class EditClients
{
    internal sealed record NewClient(
        [property: NotEmpty, AtMost(40)] string Id, string Name, string? Contact, IReadOnlyList<string> Scopes, int? CallsPerMinute) : ClientEdit(Name, Contact, Scopes, CallsPerMinute);

    /// <param name="Secret">Shown this once.</param>
    internal sealed record Made(string Id, string Secret);

    internal sealed record Response(IReadOnlyList<ClientView> Clients, IReadOnlyCollection<string> Scopes);

    internal static void Map(IEndpointRouteBuilder auth)
    {
        auth.MapGet("/clients", ListAsync).RequirePermission(Permission.Administer).WithSummary("Partners' clients");
        auth.MapPost("/clients", CreateAsync).RequirePermission(Permission.Administer).WithSummary("Make a client for a partner's system");
        auth.MapPut("/clients/{id}", ChangeAsync).RequirePermission(Permission.Administer).WithSummary("Change a client's name, contact, scopes and limit");
        auth.MapPost("/clients/{id}/close", CloseAsync).RequirePermission(Permission.Administer).WithSummary("Close a client: it is out at once");
        auth.MapPost("/clients/{id}/open", OpenAsync).RequirePermission(Permission.Administer).WithSummary("Open a closed client again");
    }

    private static async Task<Ok<Response>> ListAsync(UnitOfWork work, CancellationToken cancel) =>
        TypedResults.Ok(new Response(await ClientView.ListAsync(work, null, cancel), Scopes.All));

    private static async Task<Results<Created<Made>, ProblemHttpResult>> CreateAsync(NewClient request, HttpContext http, UnitOfWork work, CancellationToken cancel)
    {
        if (!IdShape.IsMatch(request.Id))
            return ClientFailures.IdInvalid.ToProblem(http);
        if (request.WhyNot() is { } failure)
            return failure.ToProblem(http);
        var uid = await work.FindAsync<Guid?>(
            """
            insert into partner_clients (id, name, contact, scopes, calls_per_minute, created_at) values (@Id, @Name, @Contact, @Scopes, @CallsPerMinute, @now)
            on conflict do nothing returning uid
            """,
            new { request.Id, Name = request.Name.Trim(), Contact = request.Contact?.Trim(), Scopes = request.Scopes.Distinct(StringComparer.Ordinal).ToArray(), request.CallsPerMinute, now = TimeProvider.System.GetUtcNow() }, cancel);
        if (uid is null)
            return ClientFailures.Exists.ToProblem(http);
        work.Record("client.created", uid.Value, content: new { request.Scopes, request.CallsPerMinute });
        var secret = await ClientSecrets.AddAsync(work, request.Id, cancel);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/auth/clients/{request.Id}", new Made(request.Id, secret));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangeAsync(
        string id, ClientEdit request, HttpContext http, UnitOfWork work, PartnerClients clients, CancellationToken cancel)
    {
        if (request.WhyNot() is { } failure)
            return failure.ToProblem(http);
        var wanted = new { id, Name = request.Name.Trim(), Contact = request.Contact?.Trim(), Scopes = request.Scopes.Distinct(StringComparer.Ordinal).ToArray(), request.CallsPerMinute };
        if (!await ExistsAsync(work, id, cancel))
            return ClientFailures.Unknown.ToProblem(http);
        var uid = await work.FindAsync<Guid?>(
            """
            update partner_clients set name = @Name, contact = @Contact, scopes = @Scopes, calls_per_minute = @CallsPerMinute
            where id = @id and (name, contact, scopes, calls_per_minute) is distinct from (@Name, @Contact, @Scopes, @CallsPerMinute) returning uid
            """, wanted, cancel);
        if (uid is not null)
            work.Record("client.changed", uid.Value, content: new { request.Scopes, request.CallsPerMinute });
        ClientSecrets.ForgetOnAnswer(http, clients, id);
        return TypedResults.NoContent();
    }

    private static Task<Results<NoContent, ProblemHttpResult>> CloseAsync(string id, HttpContext http, UnitOfWork work, PartnerClients clients, CancellationToken cancel) =>
        SetClosedAsync(id, TimeProvider.System.GetUtcNow(), "client.closed", http, work, clients, cancel);

    private static Task<Results<NoContent, ProblemHttpResult>> OpenAsync(string id, HttpContext http, UnitOfWork work, PartnerClients clients, CancellationToken cancel) =>
        SetClosedAsync(id, null, "client.opened", http, work, clients, cancel);

    private static async Task<Results<NoContent, ProblemHttpResult>> SetClosedAsync(
        string id, DateTimeOffset? at, string action, HttpContext http, UnitOfWork work, PartnerClients clients, CancellationToken cancel)
    {
        if (!await ExistsAsync(work, id, cancel))
            return ClientFailures.Unknown.ToProblem(http);
        var uid = await work.FindAsync<Guid?>(
            "update partner_clients set disabled_at = @at where id = @id and (disabled_at is null) = (@at::timestamptz is not null) returning uid", new { id, at }, cancel);
        if (uid is not null)
            work.Record(action, uid.Value);
        ClientSecrets.ForgetOnAnswer(http, clients, id);
        return TypedResults.NoContent();
    }

    private static Task<bool> ExistsAsync(UnitOfWork work, string id, CancellationToken cancel) =>
        work.GetAsync<bool>("select exists (select 1 from partner_clients where id = @id)", new { id }, cancel);

    [GeneratedRegex("^[a-z][a-z0-9-]{2,39}$", RegexOptions.NonBacktracking)]
    private static partial Regex IdShape { get; }
}
