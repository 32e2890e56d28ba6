namespace VpVarmland.Members.Plan;

/// <summary>What an indicator of the plan is bound to.</summary>
internal enum Measure
{
    /// <summary>Nothing that the platform knows: the owner notes it.</summary>
    Manual,
    Members,
    NewMembers,
    WelcomedInTime,
    LateCases,
    Asks,
    Helpers,
    ActiveShare,
    LiaisonCoverage,
    LiaisonContacts,
    BoardMeetings,
    WomenInAssignments,
    ExitTalks,
    CampaignReadiness,
    MailingsSent,
    NewsPublished,
    PoliticiansLifted,
    ConsultationsHeld,
    ConsultationsAnswered,
    ChairMeetingsHeld,
    ThemeSeminarsHeld,
    SeparatistMeetingsHeld,
    StudyCirclesHeld,
    SeatsTaken,
}

/// <summary>How a number of a measure is to be read.</summary>
internal enum MeasureKind
{
    /// <summary>Grows from zero during the year: by the middle of the year half of the target is expected.</summary>
    Sum,

    /// <summary>Stands as it stands: the target is expected all year.</summary>
    Level,
}

/// <summary>What a measure is called, and how its number is read.</summary>
/// <param name="IsShare">The number is per cent.</param>
/// <param name="LessIsBetter">The target is the most there should be.</param>
internal sealed record MeasureInfo(Measure Measure, string Swedish, string English, MeasureKind Kind, bool IsShare = false, bool LessIsBetter = false)
{
    /// <summary>Every measure that the platform reads by itself, in the order they are offered.</summary>
    internal static readonly IReadOnlyList<MeasureInfo> Live =
    [
        new(Measure.Members, "Medlemmar", "Members", MeasureKind.Level),
        new(Measure.NewMembers, "Nya medlemmar under året", "New members during the year", MeasureKind.Sum),
        new(Measure.WelcomedInTime, "Nya som någon talat med inom 48 timmar, procent", "New members spoken with within 48 hours, per cent", MeasureKind.Level, IsShare: true),
        new(Measure.LateCases, "Försenade medlemsvårdsärenden", "Late care cases", MeasureKind.Level, LessIsBetter: true),
        new(Measure.Asks, "Gånger som medlemmar fått frågan att hjälpa till", "Times that members were asked to help", MeasureKind.Sum),
        new(Measure.Helpers, "Medlemmar som hjälpt till under året", "Members who helped during the year", MeasureKind.Sum),
        new(Measure.ActiveShare, "Aktiva medlemmar, procent", "Active members, per cent", MeasureKind.Level, IsShare: true),
        new(Measure.LiaisonCoverage, "Föreningar som har en fadder, procent", "Associations with a liaison, per cent", MeasureKind.Level, IsShare: true),
        new(Measure.LiaisonContacts, "Kontakter mellan faddrar och föreningar", "Contacts between liaisons and associations", MeasureKind.Sum),
        new(Measure.BoardMeetings, "Styrelsemöten", "Board meetings", MeasureKind.Sum),
        new(Measure.WomenInAssignments, "Kvinnor i styrelserna, procent", "Women on the boards, per cent", MeasureKind.Level, IsShare: true),
        new(Measure.ExitTalks, "Avslutssamtal", "Exit conversations", MeasureKind.Sum),
        new(Measure.CampaignReadiness, "Kampanjberedskap i föreningarna, procent", "Campaign readiness of the associations, per cent", MeasureKind.Level, IsShare: true),
        new(Measure.MailingsSent, "Medlemsutskick", "Mailings to members", MeasureKind.Sum),
        new(Measure.NewsPublished, "Nyheter på webben", "News on the web", MeasureKind.Sum),
        new(Measure.PoliticiansLifted, "Gånger som våra politiker lyfts fram", "Times that our politicians were lifted", MeasureKind.Sum),
        new(Measure.ConsultationsHeld, "Remisser till föreningarna", "Consultations with the associations", MeasureKind.Sum),
        new(Measure.ConsultationsAnswered, "Besvarade remisser, procent", "Consultations answered, per cent", MeasureKind.Level, IsShare: true),
        new(Measure.ChairMeetingsHeld, "Ordförandeträffar", "Chair meetings", MeasureKind.Sum),
        new(Measure.ThemeSeminarsHeld, "Temaseminarier", "Theme seminars", MeasureKind.Sum),
        new(Measure.SeparatistMeetingsHeld, "Separatistiska möten", "Separatist meetings", MeasureKind.Sum),
        new(Measure.StudyCirclesHeld, "Studiecirklar", "Study circles", MeasureKind.Sum),
        new(Measure.SeatsTaken, "Platser på nationella evenemang", "Seats at national events", MeasureKind.Sum),
    ];

    private static readonly MeasureInfo Own = new(Measure.Manual, "Eget mått", "Own measure", MeasureKind.Sum);

    internal static MeasureInfo Of(Measure measure) => Live.FirstOrDefault(info => info.Measure == measure) ?? Own;

    /// <summary>The name in the reader's language.</summary>
    internal string Name(bool english) => english ? English : Swedish;
}
