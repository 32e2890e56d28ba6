namespace VpVarmland.Communications.Sending;

/// <summary>The mails there are. One event makes at most one of each.</summary>
internal enum MailTemplate
{
    ConfirmApplication,
    Welcome,
    AlreadyRegistered,
    SignInLink,
    MembershipInEffect,
    SecurityNotice,
    PlatformAlarms,
    CareReminder,
    AskForHelp,
    BoardNotice,
    CentralReminder,
    PrivacyNotice,
    LiaisonReminder,
}

/// <summary>Where a mail stands.</summary>
internal enum MailState
{
    /// <summary>Waits for its next attempt.</summary>
    Queued,

    /// <summary>The relay has taken it over.</summary>
    Sent,

    /// <summary>The relay refused it for good, or kept putting it off for days. A person may send it again.</summary>
    Failed,
}
