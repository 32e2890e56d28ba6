using Microsoft.Playwright;

namespace VpVarmland.Tests;

/// <summary>Everybody's browsers in one journey. If it fails, a picture of each is kept beside the tests' assembly.</summary>
internal sealed class Cast(Platform platform, Chromium chromium, int width) : IAsyncDisposable
{
    private readonly List<Screen> screens = [];

    internal Platform Platform => platform;

    internal Routes Routes { get; } = new();

    /// <summary>Mail and clock, beside the browser.</summary>
    internal Visitor Outside { get; } = new(platform);

    internal async Task<Screen> EnterAsync(string? role = null)
    {
        var screen = await Screen.OpenAsync(await chromium.GetAsync(), platform.Address, width, Routes);
        screens.Add(screen);
        if (role is not null)
            await screen.SignInAsAsync(role);
        return screen;
    }

    internal async Task PlayAsync(Func<Task> journey)
    {
        try
        {
            await journey();
        }
        catch
        {
            foreach (var (index, screen) in screens.Index())
                await screen.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(AppContext.BaseDirectory, "failed", $"{width}-{index}.png"), FullPage = true });
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Outside.Dispose();
        foreach (var screen in screens)
            await screen.Page.Context.CloseAsync();
    }
}
