using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>The servers that the platform needs.</summary>
public static class ServerBuilderExtensions
{
    /// <summary>Adds a PostgreSQL server with a generated password, on a free port.</summary>
    public static IResourceBuilder<PostgresServerResource> AddPostgres(this IDistributedApplicationBuilder builder, string name) =>
        EmbeddedBuilder.Of(builder).Add(new PostgresServerResource(name));

    /// <summary>Adds a database to a server.</summary>
    /// <param name="name">The resource's name, and the connection string's unless the reference gives another.</param>
    /// <param name="databaseName">The database's name in the server; null for the resource's.</param>
    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null) =>
        EmbeddedBuilder.Of(builder.ApplicationBuilder).Add(new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource));

    /// <summary>Adds a RabbitMQ broker with a generated password, on a free port.</summary>
    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(this IDistributedApplicationBuilder builder, string name) =>
        EmbeddedBuilder.Of(builder).Add(new RabbitMQServerResource(name));

    /// <summary>Keeps the data from one run to the next. Embedded always does, unless started with <c>--temporary</c>.</summary>
    public static IResourceBuilder<PostgresServerResource> WithDataVolume(this IResourceBuilder<PostgresServerResource> builder) => builder;

    /// <inheritdoc cref="WithDataVolume(IResourceBuilder{PostgresServerResource})"/>
    public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(this IResourceBuilder<RabbitMQServerResource> builder) => builder;
}
