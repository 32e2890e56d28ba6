using VpVarmland.Communications.Sending;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Messaging;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Communications.Mails;

/// <summary>Reminds a liaison, once a week at most, of associations that have not been heard from as often as agreed. Names nobody.</summary>
internal sealed class LiaisonReminder(MailQueue queue, Pages pages) : IConsume<LiaisonReminderRequested>
{
    public Task HandleAsync(LiaisonReminderRequested message, UnitOfWork work, CancellationToken cancel) => queue.AddToMemberAsync(
        work, message.EventId, MailTemplate.LiaisonReminder, message.MemberId, to => Write(message, to.GivenName, to.Language, pages), cancel);

    internal static Letter Write(LiaisonReminderRequested asked, string? givenName, string language, Pages pages)
    {
        var english = language == Language.English;
        var (one, count) = (asked.Lines.Count == 1, asked.Lines.Count);
        var lines = asked.Lines.Select(line => english
            ? $"{Phrases.Name(line.AssociationName)}: was to be heard from by {Phrases.On(language, line.Due)}"
            : $"{Phrases.Name(line.AssociationName)}: skulle ha hörts av senast {Phrases.On(language, line.Due)}");
        return english
            ? new Letter(language, one ? "An association waits to hear from you" : $"{count} associations wait to hear from you",
                Phrases.Greeting(language, givenName),
                new Paragraph(one ? "You are the liaison of an association that has not been heard from for longer than agreed:" : "You are the liaison of associations that have not been heard from for longer than agreed:"),
                new Steps([.. lines]),
                new Link("Open the liaisons' page", pages.Liaisons),
                new Note("You get at most one such mail a week, and none once you have noted a contact. Whoever has turned off reminders of member care does not get this one either."))
            : new Letter(language, one ? "En förening väntar på att du hör av dig" : $"{count} föreningar väntar på att du hör av dig",
                Phrases.Greeting(language, givenName),
                new Paragraph(one ? "Du är fadder för en förening som inte har hörts av på längre tid än ni har bestämt:" : "Du är fadder för föreningar som inte har hörts av på längre tid än ni har bestämt:"),
                new Steps([.. lines]),
                new Link("Öppna faddrarnas sida", pages.Liaisons),
                new Note("Du får högst ett sådant mejl i veckan, och inget när du har noterat en kontakt. Den som har stängt av påminnelser om medlemsvård får inte heller det här."));
    }
}
