namespace VpVarmland.Events.Calendar;

/// <summary>What sort of event it is. Goals G7 (chair meetings), G8 (theme seminars) and G10 (studies) of the operating plan have their own.</summary>
internal enum EventKind
{
    ChairMeeting,
    ThemeSeminar,
    MembersMeeting,
    StudyCircle,
    Conference,
    Other,
}

/// <summary>Where one takes part.</summary>
internal enum Attendance
{
    Physical,
    Digital,

    /// <summary>In the room or over the net.</summary>
    Mixed,
}

/// <summary>An event as the calendar shows it.</summary>
/// <param name="Place">Null where everything is digital.</param>
/// <param name="AssociationId">Who holds it; null for the district.</param>
internal sealed record CalendarEvent(
    Guid Id, EventKind Kind, string TitleSv, string TitleEn, DateTimeOffset StartsAt, DateTimeOffset EndsAt,
    Attendance Attendance, string? Place, Guid? AssociationId, string? AssociationName)
{
    /// <summary>What to select for one, from <c>events</c> and its association.</summary>
    internal const string Select =
        """
        select e.id, e.kind, e.title_sv, e.title_en, e.starts_at, e.ends_at, e.attendance, e.place, e.association_id, a.name as association_name
        from events e left join associations a on a.id = e.association_id
        """;
}
