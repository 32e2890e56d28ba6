using VpVarmland.Communications.Sending;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Messaging;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Communications.Mails;

/// <summary>Welcomes a new applicant: who receives them, who will be in touch and when, and the steps to membership (statutes §3).</summary>
internal sealed class Welcome(MailQueue queue, Pages pages) : IConsume<MemberJoined>
{
    public Task HandleAsync(MemberJoined message, UnitOfWork work, CancellationToken cancel) => queue.AddAsync(
        work, message.EventId, MailTemplate.Welcome,
        new Addressee(message.Email, $"{message.GivenName} {message.FamilyName}", message.MemberId), Write(message, pages), cancel);

    internal static Letter Write(MemberJoined joined, Pages pages)
    {
        var association = Phrases.Name(joined.AssociationName);
        return joined.Language == Language.English
            ? new Letter(joined.Language, "Welcome to the Left Party",
                Phrases.Greeting(joined.Language, joined.GivenName),
                new Paragraph("Thank you for your application. We are happy to have you with us."),
                new Paragraph($"You are received by {association}. One of us gets in touch with you personally within 48 hours, to answer your questions and tell you what is going on."),
                new Heading("What happens next"),
                new Steps(
                    "You pay the membership fee. The person who gets in touch tells you how.",
                    "Your membership takes effect 30 days after you have paid (section 3 of the party's statutes).",
                    "On your own page you can follow your application and correct your details at any time."),
                new Link("Go to my page", pages.MyPage),
                new Note("You sign in with this e-mail address. We send you a link; there is no password to remember."))
            : new Letter(joined.Language, "Välkommen till Vänsterpartiet",
                Phrases.Greeting(joined.Language, joined.GivenName),
                new Paragraph("Tack för din ansökan. Vi är glada att du vill vara med."),
                new Paragraph($"Det är {association} som tar emot dig. Någon av oss hör av sig till dig personligen inom 48 timmar, svarar på dina frågor och berättar vad som är på gång."),
                new Heading("Det här händer nu"),
                new Steps(
                    "Du betalar medlemsavgiften. Den som hör av sig berättar hur du gör.",
                    "Medlemskapet börjar gälla 30 dagar efter att du har betalat (3 § i partiets stadgar).",
                    "På Min sida kan du hela tiden följa din ansökan och rätta dina uppgifter."),
                new Link("Gå till Min sida", pages.MyPage),
                new Note("Du loggar in med den här e-postadressen. Vi skickar en länk, så du har inget lösenord att komma ihåg."));
    }
}
