using System.Diagnostics;

namespace VpVarmland.ServiceDefaults;

/// <summary>The platform's own trace source, beside those of ASP.NET Core, HttpClient, Npgsql and MassTransit.</summary>
internal static class PlatformActivity
{
    internal const string Name = "VpVarmland";

    internal static readonly ActivitySource Source = new(Name);
}
