using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>The one implementation: keeps the description in the order in which it was made.</summary>
internal sealed class EmbeddedBuilder : IDistributedApplicationBuilder
{
    private readonly Arguments _arguments;
    private readonly List<Resource> _resources = [];

    internal EmbeddedBuilder(Arguments arguments)
    {
        _arguments = arguments;
        Configuration = new ConfigurationManager();
        Configuration.AddEnvironmentVariables();
        Configuration.AddInMemoryCollection(arguments.Values);
        var application = Assembly.GetEntryAssembly();
        Environment = new HostEnvironment
        {
            EnvironmentName = Configuration["ASPNETCORE_ENVIRONMENT"] ?? Configuration["DOTNET_ENVIRONMENT"] ?? Environments.Development,
            ApplicationName = application?.GetCustomAttribute<AssemblyProductAttribute>()?.Product ?? "The platform",
            ContentRootPath = Checkout(),
            ContentRootFileProvider = new NullFileProvider(),
        };
    }

    public ConfigurationManager Configuration { get; }

    public IHostEnvironment Environment { get; }

    public DistributedApplication Build() => new(_resources, _arguments, Environment);

    internal static EmbeddedBuilder Of(IDistributedApplicationBuilder builder) => (EmbeddedBuilder)builder;

    internal IResourceBuilder<T> Add<T>(T resource)
        where T : Resource
    {
        if (_resources.Exists(other => other.Name.Equals(resource.Name, StringComparison.OrdinalIgnoreCase)))
            throw new ArgumentException($"There is already a resource named '{resource.Name}'.", nameof(resource));
        _resources.Add(resource);
        return new ResourceBuilder<T>(resource, this);
    }

    /// <summary>The folder that all of this was checked out into: the nearest one above with a solution, so that each checkout has its own data.</summary>
    private static string Checkout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("*.sln").Any())
                return folder.FullName;
        }

        return Directory.GetCurrentDirectory();
    }

    private sealed record ResourceBuilder<T>(T Resource, IDistributedApplicationBuilder ApplicationBuilder) : IResourceBuilder<T>
        where T : IResource;

    private sealed class HostEnvironment : IHostEnvironment
    {
        public required string EnvironmentName { get; set; }

        public required string ApplicationName { get; set; }

        public required string ContentRootPath { get; set; }

        public required IFileProvider ContentRootFileProvider { get; set; }
    }
}
