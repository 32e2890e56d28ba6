using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using VpVarmland.Gateway.Protection;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Gateway.Devices;

/// <summary>
/// A browser that somebody has signed in with before. It opens nothing by itself: it only keeps what strangers try against the same
/// person, or from the same network, from slowing its owner down.
/// </summary>
internal sealed record KnownDevice(Guid Id, IReadOnlyList<KnownDevice.Account> Accounts)
{
    /// <param name="HasSecondFactor">True where this person has given a second factor here: the mailbox alone must not earn tries at guessing it.</param>
    internal sealed record Account(Guid Id, bool HasSecondFactor);

    internal IReadOnlyList<Guid> AccountIds => [.. Accounts.Select(account => account.Id)];

    internal bool HasSecondFactorOf(Guid accountId) => Accounts.Any(account => account.Id == accountId && account.HasSecondFactor);
}

/// <summary>Keeps <see cref="KnownDevice"/> in the browser itself, encrypted: the platform stores no list of people's devices.</summary>
internal sealed class DeviceCookie(IDataProtectionProvider protection, HostCookie cookie)
{
    private const string Name = "device";

    /// <summary>People remembered in one browser: a household's.</summary>
    private const int Most = 5;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("known device").ToTimeLimitedDataProtector();

    /// <returns>Null for a browser that is not known.</returns>
    internal KnownDevice? Read(HttpContext http)
    {
        if (http.Features.Get<KnownDevice>() is { } read)
            return read;
        if (cookie.Read(http, Name) is not { } kept || Open(kept) is not { } device)
            return null;
        http.Features.Set(device);
        return device;
    }

    /// <summary>Remembers that the account was signed in to here.</summary>
    internal void Note(HttpContext http, Guid accountId, bool hasSecondFactor)
    {
        var before = Read(http) ?? new KnownDevice(Guid.NewGuid(), []);
        var account = new KnownDevice.Account(accountId, hasSecondFactor || before.HasSecondFactorOf(accountId));
        var device = before with { Accounts = [account, .. before.Accounts.Where(other => other.Id != accountId).Take(Most - 1)] };
        http.Features.Set(device);
        cookie.Write(http, Name, protector.Protect(JsonSerializer.Serialize(device, Json.Options), Lifetime), Lifetime);
    }

    private KnownDevice? Open(string kept)
    {
        try
        {
            return JsonSerializer.Deserialize<KnownDevice>(protector.Unprotect(kept), Json.Options);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
