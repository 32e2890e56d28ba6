using Dapper;
using Npgsql;
using VpVarmland.Gateway.Partners;
using VpVarmland.Gateway.Protection;

namespace VpVarmland.Gateway.Development;

/// <summary>The demo's partner client. Its secret is made anew at each start and known to this process alone, which shows it on <c>/dev/users</c>.</summary>
internal sealed class DemoPartner(NpgsqlDataSource source)
{
    internal const string Id = "abf-demo";

    internal string ClientSecret { get; } = Secret.New();

    internal async Task RegisterAsync()
    {
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            insert into partner_clients (id, name, secret_hash, scopes, created_at) values (@Id, 'ABF (demo)', @Hash, @scopes, @now)
            on conflict (id) do update set secret_hash = excluded.secret_hash, scopes = excluded.scopes, disabled_at = null
            """,
            new { Id, Hash = Secret.Hash(ClientSecret), scopes = new[] { Scopes.Statistics }, now = TimeProvider.System.GetUtcNow() });
    }
}
