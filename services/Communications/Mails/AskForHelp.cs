using VpVarmland.Communications.Sending;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Messaging;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Communications.Mails;

/// <summary>Asks a member to help, tells of a place that has come free or of what is cancelled, and thanks. The link opens a page; what answers is the button on it.</summary>
internal sealed class AskForHelp(MailQueue queue, Pages pages) : IConsume<AskLetterRequested>
{
    public Task HandleAsync(AskLetterRequested message, UnitOfWork work, CancellationToken cancel) => queue.AddToMemberAsync(
        work, message.EventId, MailTemplate.AskForHelp, message.MemberId, to => Write(message, to.GivenName, to.Language, pages), cancel);

    internal static Letter Write(AskLetterRequested asked, string? givenName, string language, Pages pages)
    {
        var english = language == Language.English;
        // What somebody has written is one line of plain words, or is left out.
        string Say(string? text, string swedish, string other) => Phrases.Name(text) is { Length: > 0 } plain ? plain : english ? other : swedish;
        var what = Say(asked.Title, "hjälpa till", "helping");
        var when = new Steps(
            $"{(english ? "When" : "När")}: {Phrases.At(language, asked.StartsAt)}, {Hours(asked.Minutes, english)}",
            $"{(english ? "Where" : "Var")}: {Say(asked.Place, "föreningen berättar", "the association tells you")}");
        var by = Phrases.Name(asked.AssociationName);
        var greeting = Phrases.Greeting(language, givenName);
        return asked.Kind switch
        {
            AskLetterKind.Asked => english
                ? new Letter(language, $"Can you help: {what}?", greeting, new Paragraph($"{by} needs a hand with {what}."), when, new Link("Answer", pages.AnswerAsk(asked.Token ?? "")),
                    new Note("You answer yes, no or perhaps on the page, without signing in. On your own page you say what you like to be asked about."))
                : new Letter(language, $"Kan du hjälpa till: {what}?", greeting, new Paragraph($"{by} behöver hjälp: {what}."), when, new Link("Svara", pages.AnswerAsk(asked.Token ?? "")),
                    new Note("Du svarar ja, nej eller kanske på sidan, utan att logga in. På Min sida säger du vad du vill bli tillfrågad om.")),
            AskLetterKind.PlaceGiven => english
                ? new Letter(language, $"You have a place: {what}", greeting, new Paragraph($"A place has come free, and it is yours. {by} counts on you."), when, new Link("Go to my page", pages.MyPage), new Note("Can you not come? Open the first mail again and change your answer."))
                : new Letter(language, $"Du har fått en plats: {what}", greeting, new Paragraph($"En plats har blivit ledig, och den är din. {by} räknar med dig."), when, new Link("Gå till Min sida", pages.MyPage), new Note("Kan du inte komma? Öppna det första mejlet igen och ändra ditt svar.")),
            AskLetterKind.Cancelled => english
                ? new Letter(language, $"Cancelled: {what}", greeting, new Paragraph($"{by} has cancelled {what}. Reason: {Say(asked.Reason, "", "not told")}."), when, new Link("Go to my page", pages.MyPage))
                : new Letter(language, $"Inställt: {what}", greeting, new Paragraph($"{by} har ställt in: {what}. Skäl: {Say(asked.Reason, "inte angivet", "")}."), when, new Link("Gå till Min sida", pages.MyPage)),
            _ => english
                ? new Letter(language, $"Thank you: {what}", greeting, new Paragraph($"Thank you for coming and helping with {what}. It makes a difference."), new Link("Go to my page", pages.MyPage))
                : new Letter(language, $"Tack för hjälpen: {what}", greeting, new Paragraph($"Tack för att du kom och hjälpte till med {what}. Det gör skillnad."), new Link("Gå till Min sida", pages.MyPage)),
        };
    }

    private static string Hours(int minutes, bool english)
    {
        var parts = new List<string>();
        if (minutes >= 60)
            parts.Add($"{minutes / 60} {(english ? "h" : "tim")}");
        if (minutes % 60 > 0)
            parts.Add($"{minutes % 60} min");
        return string.Join(' ', parts);
    }
}
