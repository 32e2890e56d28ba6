using VpVarmland.Communications.Sending;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Messaging;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Communications.Mails;

/// <summary>Carries the one-time link that signs in. It names nobody: several people may share the address.</summary>
internal sealed class SignInLink(MailQueue queue, Pages pages) : IConsume<SignInLinkRequested>
{
    public Task HandleAsync(SignInLinkRequested message, UnitOfWork work, CancellationToken cancel) => queue.AddAsync(
        work, message.EventId, MailTemplate.SignInLink, new Addressee(message.Email), Write(message, pages), cancel);

    internal static Letter Write(SignInLinkRequested asked, Pages pages) => asked.Language == Language.English
        ? new Letter(asked.Language, "Your sign-in link",
            Phrases.Greeting(asked.Language, null),
            new Paragraph("Here is the link that signs you in. It opens a page where you finish with one press of a button."),
            new Link("Sign in", pages.CompleteSignIn(asked.Token)),
            new Note("The link works for 15 minutes, once. If it has expired, ask for a new one on the sign-in page."),
            new Note("Did you not try to sign in? Then you can delete this message. Nobody gets in without the link, so do not forward it."))
        : new Letter(asked.Language, "Din inloggningslänk",
            Phrases.Greeting(asked.Language, null),
            new Paragraph("Här är länken som loggar in dig. Den öppnar en sida där du avslutar med ett tryck på en knapp."),
            new Link("Logga in", pages.CompleteSignIn(asked.Token)),
            new Note("Länken gäller i 15 minuter och kan användas en gång. Om tiden har gått ut beställer du en ny på inloggningssidan."),
            new Note("Har du inte försökt logga in? Då kan du slänga mejlet. Ingen kommer in utan länken, så skicka den inte vidare."));
}
