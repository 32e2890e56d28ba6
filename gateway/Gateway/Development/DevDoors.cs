using VpVarmland.Gateway.Proxy;
using VpVarmland.ServiceDefaults;
using Yarp.ReverseProxy.Forwarder;

namespace VpVarmland.Gateway.Development;

/// <summary>Everything under <c>/dev</c>. Outside Development none of it is registered or mapped.</summary>
internal static class DevDoors
{
    internal static void Add(WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
            return;
        builder.Services.AddHttpClient(nameof(MoveClock));
        builder.Services.AddSingleton<DemoPartner>();
        builder.Services.AddScoped<DemoUsers>();
    }

    /// <summary>What must stand before the first request.</summary>
    internal static Task PrepareAsync(IServiceProvider services) => services.GetService<DemoPartner>()?.RegisterAsync() ?? Task.CompletedTask;

    internal static void Map(WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        var dev = app.MapGroup("/dev").WithApiGuards();
        ListUsers.Map(dev);
        SignInAs.Map(dev);
        MoveClock.Map(dev);
        if (app.Configuration.AddressesOf("communications") is [var communications, ..])
            app.MapForwarder("/dev/mail/{**rest}", communications.ToString(), new ForwarderRequestConfig(), HttpTransformer.Default).AllowAnonymous();
    }
}
