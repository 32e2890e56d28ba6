using VpVarmland.Embedded.Servers;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A PostgreSQL server.</summary>
public sealed class PostgresServerResource : Resource, IResourceWithConnectionString, IResourceWithWaitSupport
{
    internal PostgresServerResource(string name)
        : base(name)
    {
    }

    internal PostgresServer? Server { get; set; }

    /// <inheritdoc/>
    public ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Server?.ConnectionString("postgres"));
}

/// <summary>One database of a PostgreSQL server, made when it is missing.</summary>
public sealed class PostgresDatabaseResource : Resource, IResourceWithConnectionString, IResourceWithWaitSupport
{
    internal PostgresDatabaseResource(string name, string databaseName, PostgresServerResource parent)
        : base(name)
    {
        DatabaseName = databaseName;
        Parent = parent;
        WaitsFor.Add(parent);
    }

    /// <summary>The database's name in the server.</summary>
    public string DatabaseName { get; }

    /// <summary>The server it is in.</summary>
    public PostgresServerResource Parent { get; }

    /// <inheritdoc/>
    public ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Parent.Server?.ConnectionString(DatabaseName));
}

/// <summary>A RabbitMQ broker.</summary>
public sealed class RabbitMQServerResource : Resource, IResourceWithConnectionString, IResourceWithWaitSupport
{
    internal RabbitMQServerResource(string name)
        : base(name)
    {
    }

    /// <summary>Set as soon as its address is known.</summary>
    internal TaskCompletionSource<RabbitServer> Server { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc/>
    public async ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
        (await Server.Task.WaitAsync(cancellationToken)).ConnectionString;
}
