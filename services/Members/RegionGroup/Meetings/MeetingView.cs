using VpVarmland.Members.Register;

namespace VpVarmland.Members.RegionGroup.Meetings;

/// <summary>A meeting of one of the region's bodies.</summary>
/// <param name="Link">To the papers, or to the broadcast.</param>
/// <param name="Open">How many of the group's matters are not prepared yet.</param>
internal sealed record RegionMeeting(Guid MeetingId, Guid BodyId, string Body, DateTimeOffset StartsAt, string? Place, string? Link, string? Note, int Matters, int Open, int Version)
{
    internal const string Select =
        """
        select meeting.id as meeting_id, meeting.body_id, body.name as body, meeting.starts_at, meeting.place, meeting.link, meeting.note, matters.all_of_them as matters, matters.open, meeting.version
        from region_meetings meeting join committees body on body.id = meeting.body_id
        cross join lateral (select count(*)::int as all_of_them, count(*) filter (where done_at is null)::int as open from region_matters where meeting_id = meeting.id) matters
        """;
}

/// <summary>Something that the group prepares for a meeting.</summary>
/// <param name="Due">By when.</param>
/// <param name="PositionId">What the group stands for in it.</param>
internal sealed record RegionMatter(
    Guid MatterId, Guid MeetingId, string Body, DateTimeOffset StartsAt, string Title, string? Note, Guid? OwnerId, string? Owner, DateOnly Due, Guid? PositionId, string? PositionTitle,
    DateTimeOffset? DoneAt, string? DoneBy, bool IsLate, int Version)
{
    /// <summary>Needs the parameter <c>@today</c>.</summary>
    internal const string Select =
        """
        select matter.id as matter_id, matter.meeting_id, body.name as body, meeting.starts_at, matter.title, matter.note, matter.owner_id, owner.given_name || ' ' || owner.family_name as owner, matter.due_on as due,
            matter.position_id, position.title as position_title, matter.done_at, doer.given_name || ' ' || doer.family_name as done_by, matter.done_at is null and matter.due_on < @today as is_late, matter.version
        from region_matters matter join region_meetings meeting on meeting.id = matter.meeting_id join committees body on body.id = meeting.body_id
        left join people owner on owner.id = matter.owner_id left join people doer on doer.id = matter.done_by left join region_positions position on position.id = matter.position_id
        """;
}

/// <summary>Somebody of the group, to choose among.</summary>
internal sealed record GroupMember(Guid MemberId, string Name);

/// <summary>A meeting with what the group prepares for it, and with whom.</summary>
internal sealed record RegionMeetingView(RegionMeeting Meeting, IReadOnlyList<RegionMatter> Matters, IReadOnlyList<GroupMember> Group)
{
    internal static async Task<RegionMeetingView?> FindAsync(UnitOfWork work, Guid id, CancellationToken cancel)
    {
        var known = new { id, today = SwedishTime.DateOf(work.Now) };
        if (await work.FindAsync<RegionMeeting>($"{RegionMeeting.Select} where meeting.id = @id", known, cancel) is not { } meeting)
            return null;
        return new RegionMeetingView(
            meeting, await work.ListAsync<RegionMatter>($"{RegionMatter.Select} where matter.meeting_id = @id order by matter.done_at is not null, matter.due_on, matter.id", known, cancel),
            await work.ListAsync<GroupMember>(
                """
                select person.id as member_id, person.given_name || ' ' || person.family_name as name from people person
                where exists (select from region_seats seat where seat.person_id = person.id and seat.ended_on is null) order by person.family_name, person.given_name, person.id limit 200
                """, known, cancel));
    }

    internal static async Task<Results<Ok<RegionMeetingView>, ProblemHttpResult>> AnswerAsync(UnitOfWork work, Guid id, HttpContext http, CancellationToken cancel)
    {
        if (await FindAsync(work, id, cancel) is not { } view)
            return RegionFailures.Unknown.ToProblem(http);
        http.SendVersion(view.Meeting.Version);
        return TypedResults.Ok(view);
    }
}
