using VpVarmland.Communications.Sending;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Messaging;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Communications.Mails;

/// <summary>Tells somebody what happened to their sign-in. It names nobody: several people may share the address.</summary>
internal sealed class SecurityLetter(MailQueue queue, Pages pages) : IConsume<SecurityNoticeRequested>
{
    public Task HandleAsync(SecurityNoticeRequested message, UnitOfWork work, CancellationToken cancel) => queue.AddAsync(
        work, message.EventId, MailTemplate.SecurityNotice, new Addressee(message.Email), Write(message, pages), cancel);

    internal static Letter Write(SecurityNoticeRequested told, Pages pages)
    {
        var english = told.Language == Language.English;
        var (swedishSubject, englishSubject, swedish, inEnglish) = Words(told.Notice);
        return english
            ? new Letter(told.Language, englishSubject,
                Phrases.Greeting(told.Language, null),
                new Paragraph(inEnglish),
                new Link("See your security", pages.Security),
                new Note("Was it not you, and do you not know about it? Sign in, sign out everywhere else on the security page, and tell the district at once."))
            : new Letter(told.Language, swedishSubject,
                Phrases.Greeting(told.Language, null),
                new Paragraph(swedish),
                new Link("Se din säkerhet", pages.Security),
                new Note("Var det inte du, och känner du inte till det? Logga in, logga ut överallt annars på säkerhetssidan och hör av dig till distriktet genast."));
    }

    private static (string SwedishSubject, string EnglishSubject, string Swedish, string English) Words(SecurityNotice notice) => notice switch
    {
        SecurityNotice.SecondFactorChanged => (
            "Din inloggning har ändrats", "Your sign-in has changed",
            "En app, en nyckel eller dina återställningskoder har lagts till, ändrats eller tagits bort på ditt konto.",
            "An app, a passkey or your recovery codes were added, changed or removed on your account."),
        SecurityNotice.CodesRefused => (
            "Någon har skrivit fel kod", "Somebody gave the wrong code",
            "Någon har loggat in med en länk från din mejl och sedan skrivit fel kod fem gånger. Ingen har kommit åt det som koden skyddar.",
            "Somebody signed in with a link from your mail and then gave a wrong code five times. Nobody has reached what the code protects."),
        SecurityNotice.SecondFactorResetRequested => (
            "Någon ber om att din andra faktor nollställs", "A reset of your second factor is asked for",
            "En administratör har bett om att appen, nycklarna och återställningskoderna på ditt konto tas bort. En annan administratör ska godkänna det inom ett dygn. Tills dess är allt som förut.",
            "An administrator has asked for the app, passkeys and recovery codes on your account to be removed. Another administrator decides within a day. Until then nothing has changed."),
        SecurityNotice.SecondFactorReset => (
            "Din andra faktor är nollställd", "Your second factor is reset",
            "Två administratörer har tagit bort appen, nycklarna och återställningskoderna på ditt konto, och du är utloggad överallt. Nästa gång du loggar in skaffar du nya.",
            "Two administrators have removed the app, passkeys and recovery codes on your account, and you are signed out everywhere. You set up new ones the next time you sign in."),
        SecurityNotice.SignedOutEverywhere => (
            "Du är utloggad överallt", "You are signed out everywhere",
            "En administratör har loggat ut dig i alla webbläsare. Du kan logga in igen som vanligt.",
            "An administrator has signed you out in every browser. You can sign in again as usual."),
        _ => throw new ArgumentOutOfRangeException(nameof(notice), notice, "A notice without words."),
    };
}
