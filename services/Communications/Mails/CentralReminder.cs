using VpVarmland.Communications.Sending;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Messaging;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Communications.Mails;

/// <summary>Reminds an association's chair of something from the party centrally that is not done.</summary>
internal sealed class CentralReminder(MailQueue queue, Pages pages) : IConsume<CentralReminderWanted>
{
    public Task HandleAsync(CentralReminderWanted message, UnitOfWork work, CancellationToken cancel) => queue.AddAsync(
        work, message.EventId, MailTemplate.CentralReminder, new Addressee(message.Email, $"{message.GivenName} {message.FamilyName}", message.MemberId), Write(message, pages), cancel);

    internal static Letter Write(CentralReminderWanted wanted, Pages pages)
    {
        var (language, english) = (wanted.Language, wanted.Language == Language.English);
        var association = Phrases.Name(wanted.AssociationName);
        var due = wanted.DueOn is { } day ? Phrases.On(language, day) : null;
        return new Letter(language, english ? $"Reminder: {wanted.Title}" : $"Påminnelse: {wanted.Title}",
            Phrases.Greeting(language, wanted.GivenName),
            new Paragraph(english ? $"{association} has not yet done its part of this from the party centrally: {wanted.Title}." : $"{association} är inte klar med det här från partiet centralt: {wanted.Title}."),
            new Paragraph((due, english) switch
            {
                (null, true) => "There is no last day, but the district follows what is done.",
                (null, false) => "Det finns ingen sista dag, men distriktet följer upp vad som är gjort.",
                (_, true) => $"The last day is {due}.",
                _ => $"Sista dag är {due}.",
            }),
            new Link(english ? "See what is to be done" : "Se vad som ska göras", pages.Central(wanted.AssociationId)),
            new Note(english ? "Anybody on the association's board can mark it as done on that page." : "Vem som helst i föreningens styrelse kan markera det som klart på den sidan."));
    }
}
