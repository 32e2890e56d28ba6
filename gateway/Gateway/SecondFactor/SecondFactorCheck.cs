using Microsoft.AspNetCore.Identity;
using VpVarmland.Gateway.Accounts;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Gateway.SecondFactor;

/// <summary>
/// Checks codes. Each try is counted and committed before it is judged, so that many tries at once are no more than the five that one
/// after the other would be; a right one forgets the count.
/// </summary>
internal sealed class SecondFactorCheck(AccountAccess accounts, IServiceScopeFactory scopes)
{
    /// <returns>Null for a right code, else why not.</returns>
    internal async Task<Failure?> CheckAsync(Guid accountId, string? code, string? recoveryCode, CancellationToken cancel)
    {
        if (!await CountTryAsync(accountId, cancel))
            return SecondFactorFailures.LockedOut;
        var users = await accounts.UsersAsync(cancel);
        var account = await accounts.GetAsync(accountId, cancel);
        var isRight = recoveryCode is not null
            ? (await users.RedeemTwoFactorRecoveryCodeAsync(account, recoveryCode.Trim().ToUpperInvariant())).Succeeded
            : await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, Digits(code));
        if (isRight)
        {
            await users.ResetAccessFailedCountAsync(account);
            await users.SetLockoutEndDateAsync(account, null);
            return null;
        }
        await scopes.RunAsync((_, work) =>
        {
            work.Record("second_factor.refused", accountId);
            return Task.CompletedTask;
        }, cancel);
        return SecondFactorFailures.CodeInvalid;
    }

    private async Task<bool> CountTryAsync(Guid accountId, CancellationToken cancel)
    {
        var isOpen = true;
        await scopes.RunAsync(async (services, _) =>
        {
            var own = services.GetRequiredService<AccountAccess>();
            var account = await own.GetAsync(accountId, cancel);
            var users = await own.UsersAsync(cancel);
            isOpen = !await users.IsLockedOutAsync(account);
            if (isOpen)
                await users.AccessFailedAsync(account);
        }, cancel);
        return isOpen;
    }

    private static string Digits(string? code) => string.Concat((code ?? "").Where(char.IsAsciiDigit));
}
