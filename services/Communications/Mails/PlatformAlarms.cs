using VpVarmland.Communications.Sending;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Messaging;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Communications.Mails;

/// <summary>Tells those who run the platform what is wrong with it, and what no longer is.</summary>
internal sealed class PlatformAlarms(MailQueue queue, Pages pages) : IConsume<AlarmsChanged>
{
    public Task HandleAsync(AlarmsChanged message, UnitOfWork work, CancellationToken cancel) =>
        queue.AddAsync(work, message.EventId, MailTemplate.PlatformAlarms, new Addressee(message.Email), Write(message, pages), cancel);

    internal static Letter Write(AlarmsChanged changed, Pages pages)
    {
        var (language, english) = (changed.Language, changed.Language == Language.English);
        return new Letter(language, Subject(changed.Lines, english), [
            Phrases.Greeting(language, null),
            .. Section(changed, AlarmStage.Began, english ? "Needs attention" : "Behöver ses över"),
            .. Section(changed, AlarmStage.Continues, english ? "Still not well" : "Fortfarande inte bra"),
            .. Section(changed, AlarmStage.Ended, english ? "Over" : "Är över"),
            new Link(english ? "Open the operations page" : "Öppna driftsidan", pages.Operations),
            new Note(english
                ? "You get one mail when something begins, one when it ends, and a reminder a day between. Limits and recipients are settings."
                : "Du får ett mejl när något börjar, ett när det är över och en påminnelse om dagen däremellan. Gränser och mottagare är inställningar."),
        ]);
    }

    private static string Subject(IReadOnlyList<AlarmLine> lines, bool english) => (lines.Count(line => line.Stage != AlarmStage.Ended), english) switch
    {
        (0, true) => "Over: the platform is as it should be again",
        (0, false) => "Över: plattformen är som den ska igen",
        (1, true) => "Alarm: something needs attention",
        (1, false) => "Larm: en sak behöver ses över",
        (var count, true) => $"Alarm: {count} things need attention",
        (var count, false) => $"Larm: {count} saker behöver ses över",
    };

    private static IEnumerable<Block> Section(AlarmsChanged changed, AlarmStage stage, string heading)
    {
        var lines = changed.Lines.Where(line => line.Stage == stage).ToList();
        return lines.Count == 0 ? [] : [new Heading(heading), .. lines.Select(line => new Paragraph(Say(line, changed.Language)))];
    }

    private static string Say(AlarmLine line, string language)
    {
        var english = language == Language.English;
        var what = (line.Name, english) switch
        {
            ("health", true) => $"{line.Service} is not well.",
            ("health", false) => $"{line.Service} mår inte bra.",
            ("vpvarmland.outbox.age", true) => $"Messages from {line.Service} have waited {Time(line.Value, true)} to be sent.",
            ("vpvarmland.outbox.age", false) => $"Meddelanden från {line.Service} har väntat {Time(line.Value, false)} på att skickas.",
            ("vpvarmland.inbox.set_aside", true) => $"{line.Value} messages in {line.Service} could not be applied and wait for a decision.",
            ("vpvarmland.inbox.set_aside", false) => $"{line.Value} meddelanden i {line.Service} gick inte att ta emot och väntar på ett beslut.",
            ("vpvarmland.job.failures", true) => $"The job {line.Label} in {line.Service} has failed {line.Value} times.",
            ("vpvarmland.job.failures", false) => $"Jobbet {line.Label} i {line.Service} har misslyckats {line.Value} gånger.",
            ("vpvarmland.job.late", true) => $"The job {line.Label} in {line.Service} is {Time(line.Value, true)} late.",
            ("vpvarmland.job.late", false) => $"Jobbet {line.Label} i {line.Service} är {Time(line.Value, false)} sent.",
            ("vpvarmland.mail.age", true) => $"Mail has waited {Time(line.Value, true)} to be sent.",
            ("vpvarmland.mail.age", false) => $"Mejl har väntat {Time(line.Value, false)} på att skickas.",
            ("vpvarmland.mail.failed", true) => $"{line.Value} mails could not be sent.",
            ("vpvarmland.mail.failed", false) => $"{line.Value} mejl gick inte att skicka.",
            ("backup.age", true) => $"The latest backup is {Time(line.Value, true)} old.",
            ("backup.age", false) => $"Den senaste säkerhetskopian är {Time(line.Value, false)} gammal.",
            (var other, _) => $"{line.Service}: {other} {line.Label} {line.Value} ({line.Limit})",
        };
        return $"{what} {(english ? "Since" : "Sedan")} {Phrases.At(language, line.Since)}.";
    }

    private static string Time(long seconds, bool english) => seconds switch
    {
        < 7_200 => $"{Math.Max(seconds / 60, 1)} min",
        < 172_800 => english ? $"{seconds / 3_600} hours" : $"{seconds / 3_600} timmar",
        _ => english ? $"{seconds / 86_400} days" : $"{seconds / 86_400} dagar",
    };
}
