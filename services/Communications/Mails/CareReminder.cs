using VpVarmland.Communications.Sending;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Messaging;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Communications.Mails;

/// <summary>Reminds somebody, once a day at most, of promises to members. Says what is to be done and where, never about whom: that stands behind the sign-in.</summary>
internal sealed class CareReminder(MailQueue queue, Pages pages) : IConsume<CareReminderRequested>
{
    public Task HandleAsync(CareReminderRequested message, UnitOfWork work, CancellationToken cancel) => queue.AddToMemberAsync(
        work, message.EventId, MailTemplate.CareReminder, message.MemberId, to => Write(message, to.GivenName, to.Language, pages), cancel);

    internal static Letter Write(CareReminderRequested asked, string? givenName, string language, Pages pages)
    {
        var english = language == Language.English;
        var more = asked.Late + asked.Today - asked.Lines.Count;
        var lines = asked.Lines.Select(line => english
            ? $"{line.StepEn}, {Phrases.Name(line.AssociationName)}: {(line.IsLate ? "was due " : "due today, ")}{Phrases.On(language, line.Due)}"
            : $"{line.StepSv}, {Phrases.Name(line.AssociationName)}: {(line.IsLate ? "skulle ha gjorts " : "i dag, ")}{Phrases.On(language, line.Due)}")
            .Concat(more > 0 ? [english ? $"and {more} more" : $"och {more} till"] : []);
        return english
            ? new Letter(language, asked.Late > 0 ? $"{asked.Late} late, {asked.Today} due today: members who wait for us" : $"{asked.Today} due today: members who wait for us",
                Phrases.Greeting(language, givenName),
                new Paragraph("These promises to members are yours:"),
                new Steps([.. lines]),
                new Link("Open my cases", pages.MyCases),
                new Note("You get at most one such mail a day. You turn it off, or say that you are away, on the same page."))
            : new Letter(language, asked.Late > 0 ? $"{asked.Late} försenade, {asked.Today} för i dag: medlemmar som väntar på oss" : $"{asked.Today} för i dag: medlemmar som väntar på oss",
                Phrases.Greeting(language, givenName),
                new Paragraph("De här löftena till medlemmar är dina:"),
                new Steps([.. lines]),
                new Link("Öppna mina ärenden", pages.MyCases),
                new Note("Du får högst ett sådant mejl om dagen. På samma sida stänger du av det eller talar om att du är borta."));
    }
}
