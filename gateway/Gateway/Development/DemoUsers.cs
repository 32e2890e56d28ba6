using VpVarmland.Gateway.Accounts;
using VpVarmland.Gateway.Permissions;
using VpVarmland.Gateway.Sessions;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Time;

namespace VpVarmland.Gateway.Development;

/// <param name="Role">Also the local part of the address: <c>{role}@demo.example</c>.</param>
/// <param name="TotpSecret">Base32, where the person's rights ask for a second factor.</param>
internal sealed record DemoUser(string Role, string Name, string Email, Guid MemberId, Guid? AssociationId, string? TotpSecret);

/// <summary>The demo's people by role. They come as accounts from Members' demo data; the gateway adds the authenticator that a real person would have.</summary>
internal sealed class DemoUsers(UnitOfWork work, AccountAccess accounts, TimeProvider clock)
{
    private const string Domain = "@demo.example";

    private static readonly (string Role, string Name)[] Roles =
    [
        ("ombudsman", "Ombudsman"), ("district-chair", "Distriktsordförande"), ("board-member", "Ledamot i distriktsstyrelsen"),
        ("deputy", "Ersättare i distriktsstyrelsen"), ("treasurer", "Kassör"), ("association-chair-karlstad", "Ordförande, Karlstad"),
        ("membership-secretary-arvika", "Medlemsansvarig, Arvika"), ("nomination-committee", "Valberedningen"), ("study-organiser", "Studieansvarig"),
        ("feminist-officer", "Internfeministiskt ansvarig"), ("region-councillor", "Regionfullmäktigeledamot"), ("member", "Medlem"),
        ("ops", "Drift"), ("administrator", "Administratör"), ("administrator-arvika", "Administratör, Arvika"),
    ];

    internal async Task<IReadOnlyList<DemoUser>> ListAsync(CancellationToken cancel)
    {
        var users = new List<DemoUser>();
        foreach (var (role, _) in Roles)
        {
            if (await FindAsync(role, cancel) is { } found)
                users.Add(found.User);
        }
        return users;
    }

    /// <summary>The person of that role; null while the demo data has not arrived, or for a role that there is not.</summary>
    internal async Task<(Guid AccountId, DemoUser User)?> FindAsync(string role, CancellationToken cancel)
    {
        var name = Roles.FirstOrDefault(known => known.Role == role).Name;
        if (name is null || await work.FindAsync<Row>(
            "select id, member_id, state from accounts where normalized_email = @email and state = any(@Open)", new { email = role + Domain, Account.Open }, cancel) is not { } row)
            return null;
        var held = (await SessionReader.AssignmentsAsync(await work.OpenAsync(cancel), row.MemberId, cancel)).ToList();
        var needsFactor = Rights.Of(row.State, held, clock.Today(), hasSecondFactor: false).NeedsSecondFactor;
        var secret = needsFactor ? await EnsureTotpAsync(row.Id, cancel) : null;
        return (row.Id, new DemoUser(role, name, role + Domain, row.MemberId, held.FirstOrDefault(one => one.AssociationId is not null)?.AssociationId, secret));
    }

    // On asking rather than when the assignment arrives: account and assignment come in any order, and nobody needs it before.
    private async Task<string?> EnsureTotpAsync(Guid accountId, CancellationToken cancel)
    {
        var users = await accounts.UsersAsync(cancel);
        var account = await accounts.GetAsync(accountId, cancel);
        if (!account.TwoFactorEnabled)
        {
            await users.ResetAuthenticatorKeyAsync(account);
            await users.SetTwoFactorEnabledAsync(account, true);
        }
        return await users.GetAuthenticatorKeyAsync(account);
    }

    private sealed record Row(Guid Id, Guid MemberId, string State);
}
