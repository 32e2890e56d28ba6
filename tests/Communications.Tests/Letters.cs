using VpVarmland.Communications.Mails;
using VpVarmland.Communications.Sending;
using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>Any letter, by its template's name.</summary>
internal static class Letters
{
    internal static readonly Pages Pages = new(new Uri("https://varmland.example"));

    internal static Letter Write(string template, string language, string name, string association, DateTimeOffset? expires = null, string token = "token") =>
        Enum.Parse<MailTemplate>(template) switch
        {
            MailTemplate.ConfirmApplication => ConfirmApplication.Write(
                new JoinConfirmationRequested(Guid.NewGuid(), name, "a@example.org", token, expires ?? DateTimeOffset.UnixEpoch, language), Pages),
            MailTemplate.Welcome => Welcome.Write(
                new MemberJoined(Guid.NewGuid(), name, name, "a@example.org", Guid.NewGuid(), association, language) { Version = 1 }, Pages),
            MailTemplate.AlreadyRegistered => AlreadyRegistered.Write(new MemberRecognised(Guid.NewGuid(), name, "a@example.org", language), Pages),
            MailTemplate.SignInLink => SignInLink.Write(new SignInLinkRequested("a@example.org", token, expires ?? DateTimeOffset.UnixEpoch, language), Pages),
            MailTemplate.MembershipInEffect => MembershipInEffect.Write(new MemberActivated(Guid.NewGuid(), new DateOnly(2026, 12, 4)), name, language, Pages),
            MailTemplate.SecurityNotice => SecurityLetter.Write(new SecurityNoticeRequested("a@example.org", SecurityNotice.SecondFactorReset, language), Pages),
            MailTemplate.PlatformAlarms => PlatformAlarms.Write(new AlarmsChanged("a@example.org", language,
                [
                    new AlarmLine(AlarmStage.Began, "members", "vpvarmland.outbox.age", "", 900, 300, DateTimeOffset.UnixEpoch),
                    new AlarmLine(AlarmStage.Continues, "gateway", "backup.age", "", 200_000, 93_600, DateTimeOffset.UnixEpoch),
                    new AlarmLine(AlarmStage.Ended, "events", "vpvarmland.job.failures", "Housekeeping", 0, 3, DateTimeOffset.UnixEpoch),
                ]), Pages),
            MailTemplate.CareReminder => CareReminder.Write(new CareReminderRequested(Guid.NewGuid(), 1, 2,
                [
                    new CareReminderLine("Ring och hälsa välkommen", "Call and say welcome", association, new DateOnly(2026, 12, 1), true),
                    new CareReminderLine("Träffas", "Meet", association, new DateOnly(2026, 12, 4), false),
                ]), name, language, Pages),
            MailTemplate.LiaisonReminder => LiaisonReminder.Write(new LiaisonReminderRequested(Guid.NewGuid(), [new LiaisonReminderLine(association, new DateOnly(2026, 12, 1)), new LiaisonReminderLine(association, new DateOnly(2026, 12, 4))]), name, language, Pages),
            MailTemplate.AskForHelp => AskForHelp.Write(new AskLetterRequested(Guid.NewGuid(), AskLetterKind.Asked, association, "Dela ut flygblad", DateTimeOffset.UnixEpoch, 120, "Torget i Sunne", token, null), name, language, Pages),
            MailTemplate.BoardNotice => BoardNotice.Write(new BoardMeetingNoticed(
                Guid.Empty, Guid.Empty, name, name, "a@example.org", "Styrelsemöte", DateTimeOffset.UnixEpoch, "Medborgarhuset", "https://mote.example/rum", ["Mötet öppnas", "Ekonomi"], language), Pages),
            MailTemplate.CentralReminder => CentralReminder.Write(new CentralReminderWanted(Guid.Empty, Guid.Empty, association, Guid.Empty, name, name, "a@example.org", "Anmäl ombud", new DateOnly(2026, 12, 4), language), Pages),
            MailTemplate.PrivacyNotice => PrivacyNotice.Write(new PrivacyLetterRequested(PrivacyLetterKind.CopyReady, "a@example.org", language, null), Pages),
            var other => throw new NotSupportedException(other.ToString()),
        };
}
