namespace VpVarmland.Embedded.Servers;

/// <summary>A server could not be installed, started or reached. The message is written for the person at the console.</summary>
public sealed class ServerException : Exception
{
    public ServerException(string message)
        : base(message)
    {
    }

    public ServerException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
