using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VpVarmland.Tests;

/// <summary>One person's browser, in Swedish, of a certain width. Whatever it complains of in its console fails the test.</summary>
internal sealed class Screen
{
    /// <summary>Milliseconds that a person waits; generous, since tests share their machine.</summary>
    internal const float Patience = 30_000;

    /// <summary>The rules that judge colours: in the dark nothing else is different.</summary>
    private static readonly string[] ColoursAlone = ["color-contrast", "link-in-text-block"];

    private readonly ConcurrentQueue<string> complaints = new();
    private readonly Routes routes;
    private readonly ConcurrentDictionary<IRequest, bool> underWay = new();

    private Screen(IPage page, Routes routes)
    {
        (Page, this.routes) = (page, routes);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !(ExpectsRefusal && message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)))
                complaints.Enqueue($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Enqueue($"{page.Url}: {error}");
        page.Request += (_, request) =>
        {
            // What the page before had asked for is not always told to have ended.
            if (request.IsNavigationRequest)
                underWay.Clear();
            underWay[request] = true;
        };
        page.RequestFinished += (_, request) => underWay.TryRemove(request, out bool _);
        page.RequestFailed += (_, request) => underWay.TryRemove(request, out bool _);
    }

    internal IPage Page { get; }

    /// <summary>The part that changes from page to page: what is said there is no menu and no notice.</summary>
    internal ILocator Main => Page.GetByRole(AriaRole.Main);

    /// <summary>True while the test does what is refused: browsers put every such answer into the console.</summary>
    internal bool ExpectsRefusal { get; set; }

    internal static async Task<Screen> OpenAsync(IBrowser browser, Uri address, int width, Routes routes)
    {
        var isPhone = width < 600;
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = isPhone ? 780 : 800 },
            HasTouch = isPhone,
            Locale = "sv-SE",
            TimezoneId = "Europe/Stockholm",
            ColorScheme = ColorScheme.Light,
            // Colours are judged when they stand still.
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        return new Screen(await context.NewPageAsync(), routes);
    }

    /// <summary>Signs in by the development door, which gives both factors.</summary>
    internal async Task SignInAsAsync(string role)
    {
        var answer = await Page.APIRequest.PostAsync($"/dev/users/{role}/sign-in");
        Assert.True(answer.Ok, $"{role}: {answer.Status}");
    }

    internal Task GoAsync(string path) => Page.GotoAsync(path);

    internal ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    internal ILocator Link(string name) => Main.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = name, Exact = true });

    internal ILocator Field(string label) => Main.GetByLabel(label, new LocatorGetByLabelOptions { Exact = true });

    internal Task SeesAsync(string text) => Expect(Main.GetByText(text).Filter(new LocatorFilterOptions { Visible = true }).First).ToBeVisibleAsync();

    /// <summary>The line at the foot of the window that says what was done.</summary>
    internal Task IsToldAsync(string text) => Expect(Page.GetByRole(AriaRole.Status).GetByText(text)).ToBeVisibleAsync();

    /// <summary>
    /// Waits for the page with that heading, and judges it for those who see and those who listen: in light each time, in the dark the first time that anybody comes to
    /// its address.
    /// </summary>
    internal async Task JudgeAsync(string heading)
    {
        await Expect(Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync(heading);
        await SettleAsync();
        if (routes.Visit(new Uri(Page.Url).AbsolutePath))
        {
            await ShowAsync(ColorScheme.Dark);
            await FindNothingSeriousAsync(ColoursAlone);
            await ShowAsync(ColorScheme.Light);
        }
        await FindNothingSeriousAsync();
        var tooWide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(tooWide <= 0, $"{Page.Url} is {tooWide} px wider than the window.");
        Assert.Empty(complaints);
    }

    private async Task ShowAsync(ColorScheme scheme)
    {
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("data-mantine-color-scheme", scheme == ColorScheme.Dark ? "dark" : "light");
    }

    private async Task FindNothingSeriousAsync(params string[] rules)
    {
        var serious = await Axe.FindSeriousAsync(Page, rules);
        if (serious.Count > 0)
        {
            // What is only there while the page changes is nobody's obstacle.
            await SettleAsync();
            serious = await Axe.FindSeriousAsync(Page, rules);
        }
        Assert.True(serious.Count == 0, $"{Page.Url}{(rules.Length == 0 ? "" : " (dark)")}:\n{string.Join('\n', serious)}");
    }

    /// <summary>Nothing under way and no skeleton, twice in a row: the first answer may lead to the next question.</summary>
    private async Task SettleAsync()
    {
        var quiet = 0;
        await Eventually.SeeAsync(
            async () => quiet = underWay.IsEmpty && await Page.GetByText("Läser in", new PageGetByTextOptions { Exact = true }).CountAsync() == 0 ? quiet + 1 : 0,
            times => times >= 2);
    }
}
