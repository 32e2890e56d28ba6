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
            insert into partner_clients (id, name, scopes, created_at) values (@Id, 'ABF (demo)', @scopes, @now)
            on conflict (id) do update set scopes = excluded.scopes, disabled_at = null;
            delete from partner_secrets where client_id = @Id;
            insert into partner_secrets (id, client_id, secret_hash, created_at) values (@SecretId, @Id, @Hash, @now)
            """,
            new { Id, SecretId = Guid.CreateVersion7(), Hash = Secret.Hash(ClientSecret), scopes = new[] { Scopes.Statistics }, now = TimeProvider.System.GetUtcNow() });
    }
}
