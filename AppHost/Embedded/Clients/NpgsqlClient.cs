using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

// The namespace and the names of the Aspire.Npgsql package, which is used instead in the Aspire way.
namespace Microsoft.Extensions.Hosting;

/// <summary>A data source and its health check from <c>ConnectionStrings:{name}</c>.</summary>
public static class AspirePostgreSqlNpgsqlExtensions
{
    /// <exception cref="InvalidOperationException">The connection string is missing, on first use.</exception>
    public static void AddNpgsqlDataSource(
        this IHostApplicationBuilder builder, string connectionName, Action<object>? configureSettings = null, Action<NpgsqlDataSourceBuilder>? configureDataSourceBuilder = null)
    {
        builder.Services.AddSingleton(services =>
        {
            var source = new NpgsqlDataSourceBuilder(services.GetRequiredService<IConfiguration>().GetConnectionString(connectionName)
                ?? throw new InvalidOperationException($"ConnectionStrings:{connectionName} is missing."));
            configureDataSourceBuilder?.Invoke(source);
            return source.Build();
        });
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("PostgreSql");
    }

    private sealed class DatabaseHealth(NpgsqlDataSource source) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await using var command = source.CreateCommand("select 1");
                await command.ExecuteScalarAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (NpgsqlException)
            {
                return new HealthCheckResult(context.Registration.FailureStatus, "The database does not answer.");
            }
        }
    }
}
