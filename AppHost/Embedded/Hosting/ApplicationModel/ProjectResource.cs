using VpVarmland.Embedded.Servers;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A .NET project, run as a process with one HTTP address.</summary>
public sealed class ProjectResource : Resource, IResourceWithEnvironment, IResourceWithWaitSupport, IResourceWithServiceDiscovery
{
    internal ProjectResource(string name, IProjectMetadata project)
        : base(name) => Project = project;

    internal IProjectMetadata Project { get; }

    /// <summary>The port of its one endpoint, <c>http</c>; null for a process that listens nowhere.</summary>
    internal int? Port { get; private set; }

    /// <summary>True when somebody chose the port, so that another one would not do.</summary>
    internal bool PortIsFixed { get; private set; }

    /// <summary>Ready when this answers with <see cref="HealthStatus"/>; null when running is enough.</summary>
    internal string? HealthPath { get; set; }

    internal int HealthStatus { get; set; } = 200;

    /// <summary>The address is for people, not only for other services.</summary>
    internal bool IsExternal { get; set; }

    /// <summary>Variables, worked out when the process starts: only then are addresses and passwords known. Null leaves one out.</summary>
    internal Dictionary<string, Func<CancellationToken, ValueTask<string?>>> Environment { get; } = new(StringComparer.Ordinal);

    /// <summary>The address of the endpoint, without a slash at the end.</summary>
    internal string Url => Port is { } port
        ? $"http://localhost:{port}"
        : throw new InvalidOperationException($"{Name} has no endpoint: call WithHttpEndpoint() on it first.");

    internal void Listen(int? port)
    {
        PortIsFixed = port is not null;
        Port = port ?? FreePort.Next();
    }
}
