using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;

namespace VpVarmland.Gateway.Operations;

/// <summary>The platform as it is now: first what is wrong and since when, then everything else.</summary>
internal static class ReadPlatform
{
    /// <param name="SeenAt">When the platform was last looked at; null until then.</param>
    /// <param name="Backups">The newest first; empty where none is known, which is worth a warning.</param>
    internal sealed record Response(
        DateTimeOffset? SeenAt, IReadOnlyList<Trouble> Troubles, IReadOnlyList<Part> Parts, IReadOnlyList<Reading> Readings, IReadOnlyList<Backup> Backups, IReadOnlyList<Partner> Partners);

    /// <summary>A limit that is passed.</summary>
    /// <param name="Raised">True once it has lasted long enough to be an alarm.</param>
    internal sealed record Trouble(string Service, string Name, string Label, long Value, long Limit, DateTimeOffset Since, bool Raised);

    /// <param name="VerifiedAt">When a trial restore succeeded; null if none was made.</param>
    internal sealed record Backup(string Name, DateTimeOffset At, long SizeBytes, DateTimeOffset? VerifiedAt);

    /// <param name="LastTokenAt">When it last fetched a token, which it must every quarter of an hour to call at all.</param>
    internal sealed record Partner(string Id, string Name, string[] Scopes, DateTimeOffset? LastTokenAt, DateTimeOffset? DisabledAt);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/platform", Handle)
        .RequirePermission(Permission.Operate)
        .WithSummary("How the platform is: what is wrong and since when, parts, figures, backups, partner clients");

    private static async Task<Ok<Response>> Handle(UnitOfWork work, Watch watch, Limits limits, CancellationToken cancel)
    {
        var troubles = await work.ListAsync<TroubleRow>(
            "select service, name, label, value, beyond_since as since, raised_at is not null as raised from alarms where ended_at is null order by raised_at is null, beyond_since", null, cancel);
        var seen = watch.Latest;
        return TypedResults.Ok(new Response(
            seen?.At,
            [.. troubles.Select(one => new Trouble(one.Service, one.Name, one.Label, one.Value, limits.Of(one.Name)?.Most ?? 0, one.Since, one.Raised))],
            seen?.Parts ?? [],
            seen?.Readings ?? [],
            await work.ListAsync<Backup>("select name, at, size_bytes, verified_at from backups order by at desc limit 14", null, cancel),
            await work.ListAsync<Partner>("select id, name, scopes, (select max(last_used_at) from partner_secrets where client_id = partner_clients.id) as last_token_at, disabled_at from partner_clients order by name", null, cancel)));
    }

    private sealed record TroubleRow(string Service, string Name, string Label, long Value, DateTimeOffset Since, bool Raised);
}
