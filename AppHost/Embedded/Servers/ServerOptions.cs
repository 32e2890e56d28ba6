namespace VpVarmland.Embedded.Servers;

/// <summary>How a server is started. The defaults are right for nearly everybody.</summary>
public sealed record ServerOptions
{
    /// <summary>The port on loopback; null for a free one.</summary>
    public int? Port { get; init; }

    /// <summary>RabbitMQ only: starts the management plug-in too, on <see cref="RabbitServer.ManagementPort"/>. The tests make virtual hosts with it.</summary>
    public bool Management { get; init; }

    /// <summary>Told what takes longer than a person expects, such as an installation. Nobody by default.</summary>
    public Action<string> Say { get; init; } = _ => { };

    /// <summary>Where programs are looked for; tests look elsewhere.</summary>
    internal Programs Programs { get; init; } = new();
}
