using Microsoft.Playwright;
using VpVarmland.Embedded.Servers;

[assembly: AssemblyFixture(typeof(VpVarmland.Tests.Chromium))]

namespace VpVarmland.Tests;

/// <summary>The system's own Chromium, started when the first test needs it; Playwright's downloads are not used.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> started = new(StartAsync);

    internal async Task<IBrowser> GetAsync() => (await started.Value).Browser;

    public async ValueTask DisposeAsync()
    {
        if (!started.IsValueCreated || started.Value.IsFaulted)
            return;
        var (playwright, browser) = await started.Value;
        await browser.CloseAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync()
    {
        var programs = new Programs();
        // For root on Debian it is installed; everybody else is told the command.
        if (programs.FindCommand("chromium") is null)
            await Installation.InstallAsync("chromium", () => programs.FindCommand("chromium") is not null, new ServerOptions { Say = Console.WriteLine }, CancellationToken.None);
        Assertions.SetDefaultExpectTimeout(Screen.Patience);
        var playwright = await Playwright.CreateAsync();
        // Chromium's own sandbox needs a user namespace, which containers and root do not have; the pages are ours.
        return (playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = programs.FindCommand("chromium"),
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        }));
    }
}
