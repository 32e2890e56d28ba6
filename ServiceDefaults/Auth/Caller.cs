namespace VpVarmland.ServiceDefaults.Auth;

/// <summary>Where a permission holds: the whole district, or some associations. The filter of every query over people.</summary>
/// <param name="District">True: everywhere.</param>
/// <param name="Associations">The associations otherwise; empty means nowhere.</param>
public sealed record Reach(bool District, IReadOnlyList<Guid> Associations)
{
    /// <summary>True where the association is within reach.</summary>
    public bool Covers(Guid associationId) => District || Associations.Contains(associationId);

    /// <summary>The associations as an array, for <c>= any(@associations)</c>.</summary>
    public Guid[] Ids => [.. Associations];
}

/// <summary>Who is calling, read from the signed token that the gateway attaches; <see cref="System"/> for background work.</summary>
public sealed class Caller
{
    private readonly Dictionary<string, Reach> reaches;

    private Caller(string actor, Guid? memberId, string? clientId, Dictionary<string, Reach> reaches) => (Actor, MemberId, ClientId, this.reaches) = (actor, memberId, clientId, reaches);

    /// <summary>The platform itself: jobs, consumers, start-up.</summary>
    public static Caller System { get; } = new("system", null, null, []);

    /// <summary>How the audit record names the caller: <c>member:…</c>, <c>account:…</c>, <c>client:…</c>, <c>anonymous</c> or <c>system</c>.</summary>
    public string Actor { get; }

    /// <summary>The person, where the caller is one.</summary>
    public Guid? MemberId { get; }

    /// <summary>The partner client, where the caller is one.</summary>
    public string? ClientId { get; }

    /// <summary>Where the permission holds for this caller; nowhere if it is not held at all.</summary>
    public Reach Reach(Permission permission) =>
        reaches.TryGetValue(permission.Name, out var reach) ? reach : new Reach(false, []);

    /// <summary>True if the permission is held anywhere.</summary>
    public bool Holds(Permission permission) => reaches.ContainsKey(permission.Name);

    /// <summary>Reads a validated token's claims.</summary>
    public static Caller From(ClaimsPrincipal user)
    {
        if (user.Identity is not { IsAuthenticated: true })
            return new Caller("anonymous", null, null, []);
        Guid? member = Guid.TryParse(user.FindFirstValue(TokenClaims.Member), out var id) ? id : null;
        var client = user.FindFirstValue(TokenClaims.Client);
        var actor = client is not null ? $"client:{client}" : member is not null ? $"member:{member}" : $"account:{user.FindFirstValue(TokenClaims.Subject)}";
        return new Caller(actor, member, client, Parse(user.FindAll(TokenClaims.Permissions).Select(claim => claim.Value)));
    }

    private static Dictionary<string, Reach> Parse(IEnumerable<string> permissions) => permissions
        .Select(text => text.Split('@', 2))
        .Where(parts => parts.Length == 2)
        .GroupBy(parts => parts[0], parts => parts[1], StringComparer.Ordinal)
        .ToDictionary(scopes => scopes.Key, ReachOf, StringComparer.Ordinal);

    private static Reach ReachOf(IEnumerable<string> scopes) => new(
        scopes.Contains(TokenClaims.DistrictScope, StringComparer.Ordinal), [.. scopes.Select(scope => Guid.TryParse(scope, out var id) ? id : default(Guid?)).OfType<Guid>()]);
}
