using VpVarmland.Communications.Sending;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Messaging;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Communications.Mails;

/// <summary>Tells a person who applied again that they are in the register. Only the mailbox's owner learns it; the page said nothing.</summary>
internal sealed class AlreadyRegistered(MailQueue queue, Pages pages) : IConsume<MemberRecognised>
{
    public Task HandleAsync(MemberRecognised message, UnitOfWork work, CancellationToken cancel) => queue.AddAsync(
        work, message.EventId, MailTemplate.AlreadyRegistered, new Addressee(message.Email, message.GivenName, message.MemberId), Write(message, pages), cancel);

    internal static Letter Write(MemberRecognised recognised, Pages pages) => recognised.Language == Language.English
        ? new Letter(recognised.Language, "You are already with us",
            Phrases.Greeting(recognised.Language, recognised.GivenName),
            new Paragraph("We received a membership application with your details. You are already in our register, so you need not apply again."),
            new Paragraph("Sign in to see where your membership stands and to correct your details."),
            new Link("Sign in", pages.SignIn),
            new Note("Was it not you who applied? Then you need not do anything. The page did not tell whoever filled in the form that you are with us."))
        : new Letter(recognised.Language, "Du finns redan hos oss",
            Phrases.Greeting(recognised.Language, recognised.GivenName),
            new Paragraph("Vi fick en ansökan om medlemskap med dina uppgifter. Du finns redan i vårt register, så du behöver inte ansöka igen."),
            new Paragraph("Logga in för att se vad som gäller för ditt medlemskap och rätta dina uppgifter."),
            new Link("Logga in", pages.SignIn),
            new Note("Var det inte du som ansökte? Då behöver du inte göra något. Sidan berättade inte för den som fyllde i formuläret att du finns hos oss."));
}
