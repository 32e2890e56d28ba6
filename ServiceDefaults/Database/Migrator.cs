using EvolveDb;

namespace VpVarmland.ServiceDefaults.Database;

/// <summary>Brings the database to the current version: the platform's own tables, then the service's <c>Database/*.sql</c>. Forward only;
/// an advisory lock lets one instance at a time do it.</summary>
/// <param name="service">The assembly that embeds the service's migrations.</param>
internal sealed class Migrator(NpgsqlDataSource source, Assembly service, ILogger<Migrator> log)
{
    /// <summary>Runs what is missing.</summary>
    internal void Run()
    {
        using var connection = source.CreateConnection();
        var evolve = new Evolve(connection, message => log.LogDebug("{Migration}", message))
        {
            EmbeddedResourceAssemblies = [typeof(Migrator).Assembly, service],
            EmbeddedResourceFilters = [typeof(Migrator).Assembly.GetName().Name + ".Database.Migrations.", service.GetName().Name + ".Database."],
            MetadataTableName = "migrations",
            // The platform's tables have versions of their own (0.1, 0.2 …), which may come after a service's first.
            OutOfOrder = true,
            IsEraseDisabled = true,
            EnableClusterMode = true,
            CommandTimeout = 600,
        };
        evolve.Migrate();
        if (evolve.NbMigration > 0)
            log.LogInformation("{Count} migrations applied", evolve.NbMigration);
    }
}
