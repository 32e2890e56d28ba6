namespace VpVarmland.Tests;

/// <summary>Signing in as everybody does, in the browser.</summary>
internal static class SignIn
{
    /// <summary>From the sign-in page to wherever the mailed link leads. Asks again if no mail comes: a quite new account may still be on its way.</summary>
    internal static async Task ByMailAsync(Cast cast, Screen screen, string email)
    {
        var mailbox = new Mailbox(cast.Outside, email);
        var before = await mailbox.LatestAsync();
        DateTimeOffset asked = default;
        var mail = await Eventually.SeeAsync(
            async () =>
            {
                if (TimeProvider.System.GetUtcNow() - asked > TimeSpan.FromSeconds(15))
                {
                    await screen.GoAsync("/logga-in");
                    await screen.Field("E-post").FillAsync(email);
                    await screen.Button("Mejla mig en länk").ActivateAsync();
                    await screen.SeesAsync($"Om {email} finns hos oss");
                    asked = TimeProvider.System.GetUtcNow();
                }
                return await mailbox.FindAsync("Din inloggningslänk", before);
            }, mail => mail is not null);
        await screen.JudgeAsync("Titta i din mejl");
        await screen.GoAsync(mail!.LinkTo("/logga-in/"));
        await screen.JudgeAsync("Logga in");
        await screen.Main.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Logga in", Exact = true }).ActivateAsync();
    }
}
