namespace Aspire.Hosting.ApplicationModel;

// The interfaces carry Aspire's names, so that AppHost.cs reads and compiles the same; what each asks for is only what Embedded uses.

/// <summary>A part of the platform, with a name that is its own.</summary>
public interface IResource
{
    /// <summary>Letters, digits and single hyphens.</summary>
    string Name { get; }
}

/// <summary>A process that takes environment variables.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>A resource that starts when others are ready.</summary>
public interface IResourceWithWaitSupport : IResource;

/// <summary>A resource that listens on an address.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>A resource that others reach by a connection string.</summary>
public interface IResourceWithConnectionString : IResource
{
    /// <summary>What a client needs; null before the resource runs.</summary>
    ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default);
}

/// <summary>Describes one resource; every call adds to the description and returns the same builder.</summary>
public interface IResourceBuilder<out T>
    where T : IResource
{
    /// <summary>What is being described.</summary>
    T Resource { get; }

    /// <summary>The platform it belongs to.</summary>
    IDistributedApplicationBuilder ApplicationBuilder { get; }
}
