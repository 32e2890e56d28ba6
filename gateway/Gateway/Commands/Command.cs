namespace VpVarmland.Gateway.Commands;

/// <summary>What the gateway's program does for a deployment besides serving: one thing, and ends.</summary>
internal static class Command
{
    /// <returns>The exit code; null where no command was given and the gateway is to serve.</returns>
    internal static async Task<int?> TryRunAsync(WebApplication app, string[] args) => args switch
    {
        ["--first-administrator", var email] => await FirstAdministrator.RunAsync(app, email),
        ["--first-administrator", ..] => await SayAsync("Which address? --first-administrator name@example.se"),
        ["--rotate-keys", ..] => await RotateKeysNow.RunAsync(app),
        _ => null,
    };

    /// <summary>Says why not.</summary>
    /// <returns>The exit code of a refusal.</returns>
    internal static async Task<int> SayAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}
