namespace VpVarmland.Contracts;

/// <summary>What another service can tell about the district's year. Each is counted from the first of January, and is the owner's own count.</summary>
public enum DistrictFact
{
    /// <summary>Mailings sent to members; a count.</summary>
    MailingsSent,

    /// <summary>News and articles published on the web; a count.</summary>
    NewsPublished,

    /// <summary>News and events in which region councillors or MPs are lifted; a count.</summary>
    PoliticiansLifted,

    /// <summary>Consultations (remisser) on regional politics that the associations were asked in; a count.</summary>
    ConsultationsHeld,

    /// <summary>Of the answers that were asked for, those that came; per cent.</summary>
    ConsultationsAnswered,

    /// <summary>Chair meetings (ordförandeträffar) held, physical and digital; a count.</summary>
    ChairMeetingsHeld,

    /// <summary>Regional theme seminars held; a count.</summary>
    ThemeSeminarsHeld,

    /// <summary>Separatist meetings held; a count.</summary>
    SeparatistMeetingsHeld,

    /// <summary>Study circles that were held; a count.</summary>
    StudyCirclesHeld,

    /// <summary>Seats at national events that members took; a count.</summary>
    SeatsTaken,
}

/// <summary>How the district's year stands in one respect, as the service that owns the matter knows it. Members shows it among the operating plan's indicators.</summary>
/// <param name="Number">A count or per cent, as <see cref="DistrictFact"/> says, of the year so far.</param>
/// <param name="AsOf">The day the number holds for.</param>
/// <remarks>The version grows with each report of the same fact about the same year.</remarks>
public sealed record DistrictFactReported(int Year, DistrictFact Fact, decimal Number, DateOnly AsOf) : StateEvent;
