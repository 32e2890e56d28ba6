namespace VpVarmland.ServiceDefaults.Auth;

/// <summary>The gateway's public signing keys: from <c>Auth:Keys</c> (a JWKS document) where configured, otherwise fetched from the gateway.
/// Kept in memory; an unknown key id fetches again, at most every five seconds, so that a rotation needs no restart.</summary>
internal sealed class GatewayKeys(IConfiguration configuration, IHttpClientFactory http, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan FetchPause = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim gate = new(1, 1);
    private IReadOnlyDictionary<string, SecurityKey> keys = new Dictionary<string, SecurityKey>(StringComparer.Ordinal);
    private long fetched = long.MinValue;

    /// <summary>The key, or null if the gateway does not know it either.</summary>
    public async ValueTask<SecurityKey?> FindAsync(string keyId, CancellationToken cancel)
    {
        if (keys.TryGetValue(keyId, out var key))
            return key;
        await gate.WaitAsync(cancel);
        try
        {
            if (!keys.TryGetValue(keyId, out key) && (fetched == long.MinValue || clock.GetElapsedTime(fetched) > FetchPause))
            {
                var document = configuration["Auth:Keys"] ?? await http.CreateClient(nameof(GatewayKeys)).GetStringAsync(Address(), cancel);
                keys = new JsonWebKeySet(document).GetSigningKeys().ToDictionary(signing => signing.KeyId, StringComparer.Ordinal);
                fetched = clock.GetTimestamp();
                keys.TryGetValue(keyId, out key);
            }
            return key;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private Uri Address() => new(new Uri(configuration["services:gateway:http:0"]
        ?? throw new InvalidOperationException("Neither Auth:Keys nor services:gateway:http:0 says where the gateway's keys are.")), "/.well-known/jwks.json");
}
