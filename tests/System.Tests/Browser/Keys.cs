using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VpVarmland.Tests;

/// <summary>What somebody does who has no mouse: everything that the journey does on a page is reached with Tab and done with a key, in the small window too.</summary>
internal static class Keys
{
    /// <summary>
    /// Puts the focus on the one before the target in the page's order, or on the one after it, and says with which key it is one step from there. A page of many rows would
    /// take hundreds of steps from its top; one step from its neighbour shows as well that it can be reached.
    /// </summary>
    private const string StandBeside =
        """
        target => {
            const within = target.closest('[role=dialog]') ?? document;
            const order = [...within.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
                .filter(one => one === target || (one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }) && !one.closest('[inert]')));
            const place = order.indexOf(target);
            const [beside, step] = place > 0 ? [order[place - 1], 'Tab'] : [order[place + 1], 'Shift+Tab'];
            beside?.focus();
            return beside && document.activeElement === beside ? step : '';
        }
        """;

    /// <summary>Goes there with Tab, and presses what it is pressed with: Space where it is ticked, else Enter.</summary>
    internal static async Task ActivateAsync(this ILocator target)
    {
        await GoToAsync(target);
        await target.Page.Keyboard.PressAsync(await target.EvaluateAsync<bool>("one => one.matches('[type=checkbox], [type=radio]')") ? "Space" : "Enter");
    }

    /// <summary>Ticks a box, unless it is ticked.</summary>
    internal static async Task TickAsync(this ILocator box)
    {
        if (!await box.IsCheckedAsync())
            await box.ActivateAsync();
        await Expect(box).ToBeCheckedAsync();
    }

    private static async Task GoToAsync(ILocator target)
    {
        await Expect(target).ToBeVisibleAsync();
        await Expect(target).ToBeEnabledAsync();
        var isThere = false;
        // The page may draw itself anew between two keys; somebody who looks for it presses again.
        for (var attempt = 0; attempt < 5 && !isThere; attempt++)
        {
            if (await target.EvaluateAsync<string>(StandBeside) is { Length: > 0 } step)
                await target.Page.Keyboard.PressAsync(step);
            isThere = await target.EvaluateAsync<bool>("one => one === document.activeElement");
        }
        Assert.True(isThere, $"{target.Page.Url}: {target} cannot be reached with Tab.");
    }
}
