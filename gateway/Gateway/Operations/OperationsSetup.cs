using VpVarmland.ServiceDefaults;
using VpVarmland.ServiceDefaults.Ops;

namespace VpVarmland.Gateway.Operations;

/// <summary>What those who run the platform have: a look at all of it, its history, alarms. The gateway's own state is where every service's is.</summary>
internal static class OperationsSetup
{
    internal static void AddOperations(this IServiceCollection services)
    {
        services.AddHttpClient(nameof(Lookout));
        services.AddSingleton<Lookout>();
        services.AddSingleton<Limits>();
        services.AddSingleton<Alarms>();
        services.AddSingleton<Watch>();
        services.AddHostedService(provider => provider.GetRequiredService<Watch>());
    }

    internal static void MapOperations(this WebApplication app)
    {
        var api = app.MapGroup("/api/gateway").WithApiGuards();
        api.MapOps();
        ReadPlatform.Map(api);
        ReadHistory.Map(api);
    }
}
