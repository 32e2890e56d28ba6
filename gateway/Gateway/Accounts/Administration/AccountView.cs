using VpVarmland.Gateway.Sessions;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;
using VpVarmland.ServiceDefaults.Time;

namespace VpVarmland.Gateway.Accounts.Administration;

/// <summary>An account as administrators see it. The gateway knows no names: people are found by their address.</summary>
/// <param name="Assignments">Kinds of assignment now held.</param>
/// <param name="OpenReset">The reset of the second factor that waits for a decision.</param>
internal sealed record AccountView(
    Guid Id, Guid MemberId, string? Email, string State, bool HasTotp, int Passkeys, int Sessions, DateTimeOffset? LastSignedInAt, IReadOnlyList<string> Assignments, Guid? OpenReset)
{
    internal const string Columns =
        """
        a.id, a.member_id, a.email, a.state, a.two_factor_enabled as has_totp, a.last_signed_in_at,
        (select count(*)::int from account_passkeys p where p.account_id = a.id) as passkeys,
        (select count(*)::int from sessions s where s.account_id = a.id and s.expires_at > @Machine and s.seen_at > @Idle) as sessions,
        (select r.id from factor_resets r where r.account_id = a.id and r.outcome is null and r.expires_at > @Now limit 1) as open_reset
        """;

    internal static async Task<AccountView> OfAsync(UnitOfWork work, Row row, TimeProvider clock, CancellationToken cancel)
    {
        var held = await SessionReader.AssignmentsAsync(await work.OpenAsync(cancel), row.MemberId, cancel);
        return new AccountView(
            row.Id, row.MemberId, row.Email, row.State, row.HasTotp, row.Passkeys, row.Sessions, row.LastSignedInAt,
            [.. held.Where(one => one.CountsOn(clock.Today())).Select(one => one.Kind).OfType<string>().Distinct(StringComparer.Ordinal)], row.OpenReset);
    }

    /// <summary>What <see cref="Columns"/> gives.</summary>
    internal sealed record Row(Guid Id, Guid MemberId, string? Email, string State, bool HasTotp, DateTimeOffset? LastSignedInAt, int Passkeys, int Sessions, Guid? OpenReset);
}

internal static class AccountFailures
{
    internal static readonly Failure Unknown = Failure.Missing("account.unknown", "Kontot finns inte.", "There is no such account.");

    internal static readonly Failure SearchShort = Failure.Bad("account.search_short",
        "Skriv minst tre tecken av mejladressen.", "Write at least three characters of the e-mail address.");
}
