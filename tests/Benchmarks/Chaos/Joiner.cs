using System.Text.Json;
using System.Text.RegularExpressions;
using VpVarmland.Benchmarks.Platforms;

namespace VpVarmland.Benchmarks.Chaos;

/// <summary>One who joins: applies, waits for the mail, confirms; signs in by a mailed link and looks at the own page. Each button is pressed until it is acknowledged.</summary>
internal sealed class Joiner(Uri platform, int number)
{
    internal const string ConfirmSubject = "Bekräfta din ansökan om medlemskap", WelcomeSubject = "Välkommen till Vänsterpartiet";

    private const string LinkSubject = "Din inloggningslänk";
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(20);

    // Letters alone, so that it is a name: the number in base 26, and what no other run has.
    private readonly string unique = string.Concat(Guid.NewGuid().ToByteArray().Take(8).Select(value => (char)('a' + (value % 26))).Append((char)('a' + (number % 26))));

    internal string FamilyName => "Prov" + unique;

    internal string Email => $"alva.{unique}@demo.example";

    /// <summary>The platform has said that it has the application.</summary>
    internal bool IsApplicationAcknowledged { get; private set; }

    /// <summary>The platform has said that the join is in the register.</summary>
    internal bool IsJoinAcknowledged { get; private set; }

    /// <summary>The platform has said that the person is signed in, and has shown the own page.</summary>
    internal bool IsSignedIn { get; private set; }

    /// <summary>Requests that had to be made again.</summary>
    internal int Faults { get; private set; }

    internal async Task RunAsync(bool signIn, CancellationToken cancel)
    {
        using var browser = new Browser(platform);
        try
        {
            await browser.SendAsync(HttpMethod.Post, "/api/members/applications", Form, cancel);
            IsApplicationAcknowledged = true;
            var token = await browser.SeeAsync(MailsTo(Email), mails => Link(mails, ConfirmSubject, after: 0)?.Token, cancel);
            await browser.SendAsync(HttpMethod.Post, "/api/members/applications/confirmation", new { token }, cancel);
            IsJoinAcknowledged = true;
            if (signIn)
                await SignInAsync(browser, cancel);
        }
        finally
        {
            Faults = browser.Faults;
        }
    }

    internal static string MailsTo(string email) => $"/dev/mail?to={Uri.EscapeDataString(email)}";

    private object Form => new
    {
        GivenName = "Alva", FamilyName, Email, Phone = "070-174 06 05", PostalCode = "671 31", MunicipalityCode = "1784", Gender = "woman", BirthYear = 1986,
        HelpWith = new[] { "leaflets" }, Message = "", Language = "sv", AcceptsStatutes = true,
    };

    // A link works once. Where its answer got lost the person asks for another, as anybody would.
    private async Task SignInAsync(Browser browser, CancellationToken cancel)
    {
        for (long newest = 0; !IsSignedIn;)
        {
            await browser.SendAsync(HttpMethod.Post, "/auth/sign-in", new { email = Email, language = "sv" }, cancel);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(AskAgain);
            try
            {
                var after = newest;
                var mail = await browser.SeeAsync(MailsTo(Email), mails => Link(mails, LinkSubject, after), patience.Token);
                newest = mail.Id;
                if (await browser.TryAsync(HttpMethod.Post, "/auth/sign-in/complete", new { token = mail.Token }, null, patience.Token) is not { Status: 200 } entered)
                    continue;
                browser.Enter(entered.Body);
                var me = await browser.SendAsync(HttpMethod.Get, "/api/members/me", null, cancel);
                IsSignedIn = me.GetProperty("email").GetString() == Email;
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                // The account comes by the broker: nobody is told that it is not there yet.
            }
        }
    }

    private static Letter? Link(JsonElement mails, string subject, long after)
    {
        foreach (var mail in mails.EnumerateArray())
        {
            var id = mail.GetProperty("id").GetInt64();
            if (id > after && mail.GetProperty("subject").GetString() == subject)
                return new Letter(id, Uri.UnescapeDataString(Regex.Match(mail.GetProperty("text").GetString()!, @"http://localhost:\d+/[^\s<>""]+/(?<token>[^\s/<>""]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["token"].Value));
        }
        return null;
    }

    private sealed record Letter(long Id, string Token);
}
