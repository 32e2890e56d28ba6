using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Protection;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Gateway.Tokens;

/// <summary>Administrators see the signing keys, replace them before their time, and withdraw one that may have leaked.</summary>
internal static class AdministerKeys
{
    private static readonly Failure Unknown = Failure.Missing("key.unknown", "Nyckeln finns inte längre.", "The key is no longer there.");

    private static readonly Failure NewWaits = Failure.Conflict("key.new_waits",
        "En ny nyckel är redan på väg in. Den tar över om några minuter.", "A new key is on its way already. It takes over within minutes.");

    /// <summary>Where a key is in its life.</summary>
    internal enum KeyState
    {
        /// <summary>Published, and waits for its turn.</summary>
        Announced,

        /// <summary>Signs every new token.</summary>
        Signing,

        /// <summary>Signs no more; what it has signed is still good.</summary>
        Retiring,
    }

    internal sealed record Key(string Id, DateTimeOffset CreatedAt, KeyState State);

    /// <param name="EncryptedAtRest">False where no key for the key ring is configured (<c>DataProtection:Key</c>): the database alone then is enough to read the keys.</param>
    internal sealed record Response(IReadOnlyList<Key> Keys, bool EncryptedAtRest);

    internal static void Map(IEndpointRouteBuilder auth)
    {
        auth.MapGet("/keys", ListAsync).RequirePermission(Permission.Administer).WithSummary("The keys that tokens are signed with");
        auth.MapPost("/keys", RotateAsync).RequirePermission(Permission.Administer).WithSummary("Make a new key, which signs in ten minutes");
        auth.MapDelete("/keys/{id}", WithdrawAsync).RequirePermission(Permission.Administer).WithSummary("Withdraw a key at once: what it has signed is void");
    }

    private static async Task<Ok<Response>> ListAsync(SigningKeys keys, DataProtectionKeys.AtRest atRest, CancellationToken cancel)
    {
        var ring = await keys.GetAsync(cancel);
        var signing = ring.Known.Single(key => key.Id == ring.Signing.Key.KeyId);
        return TypedResults.Ok(new Response(
            [
                .. ring.Known.OrderByDescending(key => key.CreatedAt).Select(key => new Key(
                    key.Id, key.CreatedAt, key == signing ? KeyState.Signing : key.CreatedAt > signing.CreatedAt ? KeyState.Announced : KeyState.Retiring)),
            ], atRest.IsEncrypted));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RotateAsync(HttpContext http, SigningKeys keys, KeyWork changes, UnitOfWork work, CancellationToken cancel)
    {
        var now = TimeProvider.System.GetUtcNow();
        var rows = await KeyStore.ReadAsync(await work.OpenAsync(cancel), cancel);
        if (rows.Count > 1 && rows.Any(row => now - row.CreatedAt < KeySchedule.Announcement))
            return NewWaits.ToProblem(http);
        await changes.MakeAsync(work, now, cancel);
        ForgetOnAnswer(http, keys);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> WithdrawAsync(string id, HttpContext http, SigningKeys keys, UnitOfWork work, CancellationToken cancel)
    {
        await KeyStore.ReadAsync(await work.OpenAsync(cancel), cancel);
        if (!await KeyWork.RemoveAsync(work, id, "signing_key.withdrawn", cancel))
            return Unknown.ToProblem(http);
        // Where it was the only one the next token makes its successor, and services fetch a key that they do not know.
        ForgetOnAnswer(http, keys);
        return TypedResults.NoContent();
    }

    private static void ForgetOnAnswer(HttpContext http, SigningKeys keys) => http.Response.OnStarting(() =>
    {
        keys.Forget();
        return Task.CompletedTask;
    });
}
