using System.Text.Json;
using Dapper;
using Npgsql;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Permissions;
using VpVarmland.ServiceDefaults.Time;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Gateway.Sessions;

/// <summary>Reads a session with what its account may do right now.</summary>
internal static class SessionReader
{
    /// <returns>Null when there is no such session, or it has expired, or the account is closed.</returns>
    internal static async Task<Session?> ReadAsync(NpgsqlConnection connection, byte[] tokenHash, TimeProvider platformClock, CancellationToken cancel)
    {
        var now = TimeProvider.System.GetUtcNow();
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            """
            select s.account_id, a.member_id, a.state, s.seen_at, s.expires_at, s.second_factor_at, a.two_factor_enabled as has_totp,
                   (select count(*)::int from account_passkeys p where p.account_id = a.id) as passkeys
            from sessions s join accounts a on a.id = s.account_id
            where s.token_hash = @tokenHash and s.expires_at > @now and s.seen_at > @idle and a.state = any(@Open)
            """, new { tokenHash, now, idle = now - SessionRules.Idle, Accounts.Account.Open }, cancellationToken: cancel));
        if (row is null)
            return null;
        if (now - row.SeenAt > SessionRules.SeenEvery)
            await connection.ExecuteAsync(new CommandDefinition("update sessions set seen_at = @now where token_hash = @tokenHash", new { tokenHash, now }, cancellationToken: cancel));
        var hasFactor = row.SecondFactorAt is { } at && now - at < SessionRules.SecondFactor;
        var rights = Rights.Of(row.State, await AssignmentsAsync(connection, row.MemberId, cancel), platformClock.Today(), hasFactor);
        return new Session(row.AccountId, row.MemberId, row.ExpiresAt, rights, hasFactor, row.HasTotp, row.Passkeys);
    }

    /// <summary>Every assignment known of the member, of whatever time.</summary>
    internal static async Task<IEnumerable<Assignment>> AssignmentsAsync(NpgsqlConnection connection, Guid memberId, CancellationToken cancel)
    {
        var rows = await connection.QueryAsync<AssignmentRow>(new CommandDefinition(
            "select kind, association_id, starts_on, until_on, ended_on, grants::text as grants from assignments where member_id = @memberId",
            new { memberId }, cancellationToken: cancel));
        return rows.Select(row => new Assignment(
            row.Kind, row.AssociationId, row.StartsOn, row.UntilOn, row.EndedOn, JsonSerializer.Deserialize<Grant[]>(row.Grants, Json.Options)!));
    }

    private sealed record Row(
        Guid AccountId, Guid MemberId, string State, DateTimeOffset SeenAt, DateTimeOffset ExpiresAt, DateTimeOffset? SecondFactorAt, bool HasTotp, int Passkeys);

    private sealed record AssignmentRow(string? Kind, Guid? AssociationId, DateOnly? StartsOn, DateOnly? UntilOn, DateOnly? EndedOn, string Grants);
}
