using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Collects what the platform consists of.</summary>
public interface IDistributedApplicationBuilder
{
    /// <summary>Arguments (<c>--port 8081</c> is <c>port</c>) and environment variables.</summary>
    ConfigurationManager Configuration { get; }

    /// <summary>Development unless <c>ASPNETCORE_ENVIRONMENT</c> or <c>DOTNET_ENVIRONMENT</c> says otherwise.</summary>
    IHostEnvironment Environment { get; }

    /// <summary>Ends the description.</summary>
    DistributedApplication Build();
}
