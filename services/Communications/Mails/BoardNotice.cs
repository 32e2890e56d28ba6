using VpVarmland.Communications.Sending;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Messaging;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Communications.Mails;

/// <summary>The notice of a board meeting: when, where, the agenda, and the page with the papers.</summary>
internal sealed class BoardNotice(MailQueue queue, Pages pages) : IConsume<BoardMeetingNoticed>
{
    public Task HandleAsync(BoardMeetingNoticed message, UnitOfWork work, CancellationToken cancel) => queue.AddAsync(
        work, message.EventId, MailTemplate.BoardNotice, new Addressee(message.Email, $"{message.GivenName} {message.FamilyName}", message.MemberId), Write(message, pages), cancel);

    internal static Letter Write(BoardMeetingNoticed noticed, Pages pages)
    {
        var (language, english) = (noticed.Language, noticed.Language == Language.English);
        var when = Phrases.At(language, noticed.StartsAt);
        return new Letter(language, english ? $"Notice: {noticed.Title}" : $"Kallelse: {noticed.Title}", [
            Phrases.Greeting(language, noticed.GivenName),
            new Paragraph(english ? $"You are called to {noticed.Title}, {when}." : $"Du kallas till {noticed.Title}, {when}."),
            .. noticed.Place is { } place ? [new Paragraph(english ? $"Place: {place}." : $"Plats: {place}.")] : Array.Empty<Block>(),
            new Heading(english ? "Agenda" : "Dagordning"),
            new Steps([.. noticed.Points]),
            new Link(english ? "Open the meeting" : "Öppna mötet", pages.BoardMeeting(noticed.MeetingId)),
            new Note(english ? "The papers, and the link for those who take part digitally, are on the meeting's page. You sign in to read them." : "Handlingarna, och länken för den som deltar digitalt, finns på mötets sida. Du loggar in för att läsa dem."),
        ]);
    }
}
