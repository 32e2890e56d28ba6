using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;
using VpVarmland.ServiceDefaults.Validation;

namespace VpVarmland.Gateway.Partners.Administration;

/// <summary>A partner's client as administrators see it. A secret is shown when it is made, and never again.</summary>
/// <param name="Id">What the partner's system gives as <c>client_id</c>.</param>
/// <param name="Contact">Whom to tell before a secret ends: an address at the partner's.</param>
/// <param name="CallsPerMinute">The client's own limit; null for the usual one.</param>
internal sealed record ClientView(
    string Id, string Name, string? Contact, IReadOnlyList<string> Scopes, int? CallsPerMinute, DateTimeOffset CreatedAt, DateTimeOffset? DisabledAt, IReadOnlyList<SecretView> Secrets)
{
    /// <returns>Every client, or the one of that id.</returns>
    internal static async Task<IReadOnlyList<ClientView>> ListAsync(UnitOfWork work, string? id, CancellationToken cancel)
    {
        var clients = await work.ListAsync<Row>(
            "select id, name, contact, scopes, calls_per_minute, created_at, disabled_at from partner_clients where @id is null or id = @id order by disabled_at is not null, id",
            new { id }, cancel);
        var secrets = await work.ListAsync<SecretRow>(
            """
            select client_id, id, created_at, ends_at, last_used_at from partner_secrets
            where (@id is null or client_id = @id) and (ends_at is null or ends_at > @now) order by created_at desc
            """, new { id, now = TimeProvider.System.GetUtcNow() }, cancel);
        var byClient = secrets.ToLookup(secret => secret.ClientId, secret => new SecretView(secret.Id, secret.CreatedAt, secret.EndsAt, secret.LastUsedAt), StringComparer.Ordinal);
        return [.. clients.Select(row => new ClientView(
            row.Id, row.Name, row.Contact, row.Scopes, row.CallsPerMinute, row.CreatedAt, row.DisabledAt, [.. byClient[row.Id]]))];
    }

    private sealed record Row(string Id, string Name, string? Contact, string[] Scopes, int? CallsPerMinute, DateTimeOffset CreatedAt, DateTimeOffset? DisabledAt);

    private sealed record SecretRow(string ClientId, Guid Id, DateTimeOffset CreatedAt, DateTimeOffset? EndsAt, DateTimeOffset? LastUsedAt);
}

/// <summary>A live secret of a client.</summary>
/// <param name="EndsAt">When it stops working; null until it is replaced.</param>
internal sealed record SecretView(Guid Id, DateTimeOffset CreatedAt, DateTimeOffset? EndsAt, DateTimeOffset? LastUsedAt);

/// <summary>What an administrator can set about a client.</summary>
internal record ClientEdit(
    [property: NotEmpty, AtMost(80)] string Name,
    [property: AtMost(120)] string? Contact,
    [property: NotEmpty] IReadOnlyList<string> Scopes,
    [property: System.ComponentModel.DataAnnotations.Range(1, 6_000)] int? CallsPerMinute)
{
    /// <summary>Why it cannot be; null if it can.</summary>
    internal Failure? WhyNot() => Scopes.Except(Partners.Scopes.All, StringComparer.Ordinal).Any() ? ClientFailures.UnknownScope : null;
}

internal static class ClientFailures
{
    internal static readonly Failure Unknown = Failure.Missing("client.unknown", "Klienten finns inte.", "There is no such client.");

    internal static readonly Failure IdInvalid = Failure.Bad("client.id_invalid",
        "Id skrivs med små bokstäver a–z, siffror och bindestreck, 3–40 tecken, och börjar med en bokstav.",
        "An id has lower-case letters a–z, digits and hyphens, 3–40 characters, and begins with a letter.");

    internal static readonly Failure Exists = Failure.Conflict("client.exists", "Det finns redan en klient med det id:t.", "There already is a client with that id.");

    internal static readonly Failure UnknownScope = Failure.Bad("client.scope_unknown", "En av behörigheterna finns inte.", "One of the scopes does not exist.");

    internal static readonly Failure TwoSecrets = Failure.Conflict("client.secrets_full",
        "Klienten har redan två hemligheter. Ta bort en av dem först.", "The client already has two secrets. Revoke one of them first.");

    internal static readonly Failure SecretUnknown = Failure.Missing("client.secret_unknown", "Hemligheten finns inte längre.", "The secret is no longer there.");
}
