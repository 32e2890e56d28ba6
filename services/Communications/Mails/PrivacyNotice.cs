using VpVarmland.Communications.Sending;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Messaging;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Communications.Mails;

/// <summary>Tells somebody that there is an answer about their data: it links to the page and says nothing of what is there. Whoever is erased is told so, and what the law keeps.</summary>
internal sealed class PrivacyNotice(MailQueue queue, Pages pages) : IConsume<PrivacyLetterRequested>
{
    // Without the person's id: what tells of an erasure is not to go with it.
    public Task HandleAsync(PrivacyLetterRequested message, UnitOfWork work, CancellationToken cancel) =>
        queue.AddAsync(work, message.EventId, MailTemplate.PrivacyNotice, new Addressee(message.Email), Write(message, pages), cancel);

    internal static Letter Write(PrivacyLetterRequested asked, Pages pages)
    {
        var english = asked.Language == Language.English;
        var greeting = Phrases.Greeting(asked.Language, null);
        return asked.Kind switch
        {
            PrivacyLetterKind.CopyReady => english
                ? new Letter(asked.Language, "The copy of your data is ready", greeting, new Paragraph("You have asked what is held about you. The copy is ready, and can be fetched for fourteen days."),
                    new Link("Fetch the copy", pages.MyData), new Note("You sign in to read it. Did you not ask? Then tell the district."))
                : new Letter(asked.Language, "Kopian av dina uppgifter är klar", greeting, new Paragraph("Du har frågat vad som finns om dig. Kopian är klar och går att hämta i fjorton dagar."),
                    new Link("Hämta kopian", pages.MyData), new Note("Du loggar in för att läsa den. Har du inte frågat? Hör då av dig till distriktet.")),
            PrivacyLetterKind.Answered => english
                ? new Letter(asked.Language, "Your request about your data is answered", greeting, new Paragraph("The district has answered what you asked about your data."), new Link("Read the answer", pages.MyData),
                    new Note("Are you not content with the answer? You can complain to the Swedish Authority for Privacy Protection, imy.se."))
                : new Letter(asked.Language, "Din begäran om dina uppgifter är besvarad", greeting, new Paragraph("Distriktet har svarat på det du frågade om dina uppgifter."), new Link("Läs svaret", pages.MyData),
                    new Note("Är du inte nöjd med svaret? Du kan klaga hos Integritetsskyddsmyndigheten, imy.se.")),
            _ => english
                ? new Letter(asked.Language, "Your data is erased", greeting,
                    new Paragraph("Your data is being erased from every part of our platform, as you asked, and your account is closed. It takes some minutes; backups are overwritten within their own time and are not read until then."),
                    new Paragraph(asked.KeptUntil is { } until
                        ? $"What the bookkeeping act demands is kept until {Phrases.On(asked.Language, until)}: vouchers for what you were paid back, with your name, without your account number."
                        : "Nothing about you is kept but the fact that somebody was erased, without a name."),
                    new Note("The party's central register is another: write to the party centrally to be erased there. This is the last mail from us."))
                : new Letter(asked.Language, "Dina uppgifter är raderade", greeting,
                    new Paragraph("Dina uppgifter raderas nu ur alla delar av vår plattform, som du bad om, och ditt konto är stängt. Det tar några minuter. Säkerhetskopior skrivs över med tiden och läses inte dessförinnan."),
                    new Paragraph(asked.KeptUntil is { } last
                        ? $"Det bokföringslagen kräver sparas till och med den {Phrases.On(asked.Language, last)}: verifikationer på det du har fått tillbaka, med ditt namn men utan ditt kontonummer."
                        : "Inget om dig sparas, bara att någon har raderats, utan namn."),
                    new Note("Partiets centrala register är ett annat: skriv till partiet centralt om du vill raderas där. Det här är det sista mejlet från oss.")),
        };
    }
}
