using VpVarmland.Communications.Sending;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Messaging;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Communications.Mails;

/// <summary>Asks whoever applied to confirm the address. The applicant is not known yet, so the letter goes to the address alone.</summary>
internal sealed class ConfirmApplication(MailQueue queue, Pages pages) : IConsume<JoinConfirmationRequested>
{
    public Task HandleAsync(JoinConfirmationRequested message, UnitOfWork work, CancellationToken cancel) => queue.AddAsync(
        work, message.EventId, MailTemplate.ConfirmApplication, new Addressee(message.Email), Write(message, pages), cancel);

    internal static Letter Write(JoinConfirmationRequested asked, Pages pages)
    {
        var link = pages.ConfirmApplication(asked.Token);
        var until = Phrases.At(asked.Language, asked.ExpiresAt);
        return asked.Language == Language.English
            ? new Letter(asked.Language, "Confirm your membership application",
                Phrases.Greeting(asked.Language, asked.GivenName),
                new Paragraph("We are glad that you want to join the Left Party in Värmland. Confirm your e-mail address, and your application reaches us."),
                new Link("Confirm application", link),
                new Note($"The link works until {until} (Swedish time), once. If it has expired, fill in the application again at {pages.Join.AbsoluteUri}."),
                new Note("Was it not you? Then you need not do anything. Without your confirmation there is no application."))
            : new Letter(asked.Language, "Bekräfta din ansökan om medlemskap",
                Phrases.Greeting(asked.Language, asked.GivenName),
                new Paragraph("Vad roligt att du vill bli medlem i Vänsterpartiet i Värmland. Bekräfta din e-postadress, så kommer din ansökan fram till oss."),
                new Link("Bekräfta ansökan", link),
                new Note($"Länken gäller till {until} och kan användas en gång. Om tiden har gått ut fyller du i ansökan på nytt på {pages.Join.AbsoluteUri}."),
                new Note("Var det inte du? Då behöver du inte göra något. Utan din bekräftelse blir det ingen ansökan."));
    }
}
