using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>The projects, and what they are given.</summary>
public static class ResourceBuilderExtensions
{
    /// <summary>Adds a project of this solution.</summary>
    /// <param name="launchProfileName">Of Aspire's; Embedded never reads a launch profile.</param>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(
        this IDistributedApplicationBuilder builder, string name, string? launchProfileName)
        where TProject : IProjectMetadata, new()
    {
        _ = launchProfileName;
        return EmbeddedBuilder.Of(builder).Add(new ProjectResource(name, new TProject()));
    }

    /// <summary>Gives <c>ConnectionStrings__{name}</c>.</summary>
    /// <param name="connectionName">The name; null for the source's own.</param>
    public static IResourceBuilder<T> WithReference<T>(
        this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithConnectionString> source, string? connectionName = null)
        where T : IResourceWithEnvironment =>
        builder.With($"ConnectionStrings__{connectionName ?? source.Resource.Name}", source.Resource.GetConnectionStringAsync);

    /// <summary>Gives <c>services__{name}__http__0</c>, the address of another project.</summary>
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where T : IResourceWithEnvironment =>
        builder.With($"services__{source.Resource.Name}__http__0", _ => ValueTask.FromResult<string?>(Project(source.Resource).Url));

    /// <summary>Gives any environment variable.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value)
        where T : IResourceWithEnvironment =>
        builder.With(name, _ => ValueTask.FromResult<string?>(value ?? ""));

    /// <summary>Starts only when another resource is ready: a server answers, a database exists, a project is healthy.</summary>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport
    {
        ((Resource)(object)builder.Resource).WaitsFor.Add((Resource)dependency.Resource);
        return builder;
    }

    /// <summary>Makes the process listen on loopback.</summary>
    /// <param name="port">The port; null for a free one.</param>
    public static IResourceBuilder<T> WithHttpEndpoint<T>(this IResourceBuilder<T> builder, int? port = null)
        where T : IResourceWithEndpoints
    {
        Project(builder.Resource).Listen(port);
        return builder;
    }

    /// <summary>Marks the address as one for people.</summary>
    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEndpoints
    {
        Project(builder.Resource).IsExternal = true;
        return builder;
    }

    /// <summary>Counts the project as ready only when it answers on this path.</summary>
    /// <param name="statusCode">The expected status; null for 200.</param>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(this IResourceBuilder<T> builder, string? path = null, int? statusCode = null)
        where T : IResourceWithEndpoints
    {
        var project = Project(builder.Resource);
        project.HealthPath = path ?? "/";
        project.HealthStatus = statusCode ?? 200;
        return builder;
    }

    private static IResourceBuilder<T> With<T>(this IResourceBuilder<T> builder, string name, Func<CancellationToken, ValueTask<string?>> value)
        where T : IResourceWithEnvironment
    {
        Project(builder.Resource).Environment[name] = value;
        return builder;
    }

    private static ProjectResource Project(IResource resource) => (ProjectResource)resource;
}
