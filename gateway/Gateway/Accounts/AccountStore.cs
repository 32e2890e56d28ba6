using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace VpVarmland.Gateway.Accounts;

/// <summary>Identity's store, but the authenticator's key and the recovery codes are encrypted: whoever reads the database has no second factor.</summary>
internal sealed class AccountStore(IdentityDatabase database, IDataProtectionProvider protection, IdentityErrorDescriber describer)
    : UserOnlyStore<Account, IdentityDatabase, Guid>(database, describer)
{
    private readonly IDataProtector protector = protection.CreateProtector("account tokens");

    public override async Task<string?> GetTokenAsync(Account user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { Length: > 0 } value ? protector.Unprotect(value) : null;

    public override Task SetTokenAsync(Account user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, string.IsNullOrEmpty(value) ? null : protector.Protect(value), cancellationToken);
}
