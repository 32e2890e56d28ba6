using VpVarmland.Contracts;
using VpVarmland.Gateway.Accounts;
using VpVarmland.Gateway.Devices;
using VpVarmland.Gateway.Notices;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Gateway.SecondFactor;

/// <summary>
/// Checks codes. Each try is counted and committed before it is judged, so that many tries at once are no more than the five that one
/// after the other would be. A right code is spent: the same half minute's is not taken again.
/// </summary>
internal sealed class SecondFactorCheck(AccountAccess accounts, DeviceCookie devices, UnitOfWork work, IServiceScopeFactory scopes)
{
    /// <returns>Null for a right code, else why not.</returns>
    internal async Task<Failure?> CheckAsync(HttpContext http, Guid accountId, string? code, string? recoveryCode, CancellationToken cancel)
    {
        var device = devices.Read(http);
        FactorTries.Try? counted = null;
        await scopes.RunAsync(async (_, own) => counted = await FactorTries.CountAsync(own, accountId, device, cancel), cancel);
        if (counted is null)
            return SecondFactorFailures.LockedOut;
        var users = await accounts.UsersAsync(cancel);
        var account = await accounts.GetAsync(accountId, cancel);
        var isRight = recoveryCode is not null
            ? recoveryCode.Trim() is { Length: > 0 } given && (await users.RedeemTwoFactorRecoveryCodeAsync(account, given.ToUpperInvariant())).Succeeded
            : await SpendAsync(accountId, await users.GetAuthenticatorKeyAsync(account), Digits(code), cancel);
        if (isRight)
        {
            await FactorTries.ForgetAsync(work, accountId, device, cancel);
            return null;
        }
        await scopes.RunAsync(async (_, own) =>
        {
            own.Record("second_factor.refused", accountId);
            if (counted.IsLast)
                await Notice.SendAsync(own, accountId, SecurityNotice.CodesRefused, cancel);
        }, cancel);
        return SecondFactorFailures.CodeInvalid;
    }

    // The account's row is locked: of two who give the same code at once, the second finds it spent.
    private async Task<bool> SpendAsync(Guid accountId, string? secret, string code, CancellationToken cancel)
    {
        if (secret is null)
            return false;
        var last = await work.GetAsync<long?>("select totp_step from accounts where id = @accountId", new { accountId }, cancel);
        if (TimeCode.Accept(secret, code, last, TimeProvider.System.GetUtcNow()) is not { } step)
            return false;
        await work.ExecuteAsync("update accounts set totp_step = @step where id = @accountId", new { accountId, step }, cancel);
        return true;
    }

    private static string Digits(string? code) => string.Concat((code ?? "").Where(char.IsAsciiDigit));
}
