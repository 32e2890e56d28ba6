using VpVarmland.Members.Files;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.BoardRoom;

/// <summary>Where a board meeting stands.</summary>
internal enum MeetingState
{
    /// <summary>Being prepared; nobody has been told.</summary>
    Planned,

    /// <summary>The notice is sent; held and minuted from here on.</summary>
    Called,

    /// <summary>The minutes are written and wait for the adjusters.</summary>
    Minuted,

    /// <summary>Adjusted, locked and in the archive.</summary>
    Locked,
}

/// <summary>A meeting in a list.</summary>
internal sealed record MeetingRow(Guid MeetingId, string Title, DateTimeOffset StartsAt, string? Place, string? Link, MeetingState State, DateTimeOffset? CalledAt, int Items, bool WaitsForMe, int Version)
{
    /// <summary>Needs the parameter <c>@MemberId</c>.</summary>
    internal const string Select =
        """
        select meeting.id as meeting_id, meeting.title, meeting.starts_at, meeting.place, meeting.link, meeting.state, meeting.called_at, (select count(*)::int from board_items where meeting_id = meeting.id) as items,
            meeting.state = 'minuted' and exists (select from board_adjusters adjuster where adjuster.meeting_id = meeting.id and adjuster.person_id = @MemberId and adjuster.approved_at is null) as waits_for_me, meeting.version
        from board_meetings meeting
        """;
}

/// <summary>What was decided, whose it is and by when.</summary>
internal sealed record DecisionView(Guid DecisionId, Guid ItemId, Guid MeetingId, string Meeting, string Text, Guid? OwnerId, string? Owner, DateOnly? Due, DateTimeOffset? DoneAt, bool IsLate)
{
    /// <summary>Needs the parameter <c>@today</c>.</summary>
    internal const string Select =
        """
        select decision.id as decision_id, decision.item_id, decision.meeting_id, meeting.title as meeting, decision.text, decision.owner_id, person.given_name || ' ' || person.family_name as owner, decision.due_on as due, decision.done_at,
            decision.done_at is null and coalesce(decision.due_on < @today, false) as is_late
        from board_decisions decision join board_meetings meeting on meeting.id = decision.meeting_id left join people person on person.id = decision.owner_id
        """;
}

/// <summary>A point of the agenda, and of the minutes.</summary>
internal sealed record ItemView(Guid ItemId, string Title, string? Proposal, string? Minutes, IReadOnlyList<FileView> Papers, IReadOnlyList<DecisionView> Decisions);

/// <summary>Somebody who is called, or would be today.</summary>
/// <param name="IsPresent">Null until it is noted.</param>
internal sealed record MemberView(Guid MemberId, string Name, string Kind, bool? IsPresent, bool IsAdjuster, DateTimeOffset? AdjustedAt);

/// <summary>A meeting with its agenda, papers, minutes, decisions and people.</summary>
/// <param name="Hash">SHA-256 of the adjusted minutes, in hexadecimal.</param>
internal sealed record MeetingView(MeetingRow Meeting, IReadOnlyList<ItemView> Items, IReadOnlyList<MemberView> Members, string? Hash)
{
    /// <summary>The assignments whose holders are called (the ombudsman attends).</summary>
    internal const string Kinds = "('districtChair', 'districtTreasurer', 'districtBoardMember', 'districtDeputy', 'ombudsman')";

    internal static async Task<MeetingView?> FindAsync(UnitOfWork work, Guid id, CancellationToken cancel)
    {
        var known = new { id, work.Caller.MemberId, today = SwedishTime.DateOf(work.Now) };
        if (await work.FindAsync<MeetingRow>($"{MeetingRow.Select} where meeting.id = @id", known, cancel) is not { } meeting)
            return null;
        var papers = (await work.ListAsync<Paper>(
            $"select paper.item_id, {StoredFile.Columns} from board_papers paper join board_items item on item.id = paper.item_id join stored_files file on file.id = paper.file_id where item.meeting_id = @id order by file.id", known, cancel)).ToLookup(paper => paper.ItemId);
        var decisions = (await work.ListAsync<DecisionView>($"{DecisionView.Select} where decision.meeting_id = @id order by decision.id", known, cancel)).ToLookup(decision => decision.ItemId);
        var items = await work.ListAsync<Item>("select id, title, proposal, minutes from board_items where meeting_id = @id order by place", known, cancel);
        var hash = await work.FindAsync<string>("select encode(content_hash, 'hex') from board_meetings where id = @id", known, cancel);
        return new MeetingView(
            meeting, [.. items.Select(item => new ItemView(item.Id, item.Title, item.Proposal, item.Minutes, [.. papers[item.Id].Select(paper => new FileView(paper.FileId, paper.Name, paper.MediaType, paper.Size))], [.. decisions[item.Id]]))],
            await MembersAsync(work, id, meeting, cancel), hash);
    }

    internal static async Task<Ok<MeetingView>> AnswerAsync(UnitOfWork work, Guid id, HttpContext http, CancellationToken cancel)
    {
        var view = (await FindAsync(work, id, cancel))!;
        http.SendVersion(view.Meeting.Version);
        return TypedResults.Ok(view);
    }

    /// <summary>Those who were called; before that, those whose term covers the day of the meeting.</summary>
    private static Task<IReadOnlyList<MemberView>> MembersAsync(UnitOfWork work, Guid id, MeetingRow meeting, CancellationToken cancel) => work.ListAsync<MemberView>(
        meeting.State == MeetingState.Planned
            ? $"""
              select distinct on (person.id) person.id as member_id, person.given_name || ' ' || person.family_name as name, held.kind, null::boolean as is_present, false as is_adjuster, null::timestamptz as adjusted_at
              from assignments held join people person on person.id = held.person_id where {TermCovers} order by person.id, held.kind
              """
            : """
              select called.person_id as member_id, person.given_name || ' ' || person.family_name as name, called.kind, called.is_present, adjuster.person_id is not null as is_adjuster, adjuster.approved_at as adjusted_at
              from board_called called join people person on person.id = called.person_id left join board_adjusters adjuster on adjuster.meeting_id = called.meeting_id and adjuster.person_id = called.person_id
              where called.meeting_id = @id order by person.family_name, person.given_name, person.id
              """, new { id, on = SwedishTime.DateOf(meeting.StartsAt) }, cancel);

    /// <summary>The condition that an assignment called <c>held</c> is on the board on the day <c>@on</c>.</summary>
    internal const string TermCovers = $"held.kind in {Kinds} and held.ended_on is null and held.from_date <= @on and (held.until_date is null or held.until_date >= @on)";

    private sealed record Item(Guid Id, string Title, string? Proposal, string? Minutes);

    private sealed record Paper(Guid ItemId, Guid FileId, string Name, string MediaType, int Size);
}

/// <summary>A meeting locked for a change, in the version that the caller has read.</summary>
internal sealed record MeetingLock(Guid Id, MeetingState State, DateTimeOffset StartsAt, string Title, string? Place, string? Link, int Version)
{
    internal static Task<MeetingLock?> TakeAsync(UnitOfWork work, Guid id, CancellationToken cancel) =>
        work.FindAsync<MeetingLock>("select id, state, starts_at, title, place, link, version from board_meetings where id = @id for update", new { id }, cancel);

    /// <summary>Takes the meeting in one of the states, or says why not.</summary>
    internal static async Task<(MeetingLock? Meeting, Failure? Failure)> TakeAsync(UnitOfWork work, Guid id, HttpContext? version, CancellationToken cancel, params MeetingState[] states) =>
        await TakeAsync(work, id, cancel) is not { } meeting ? (null, BoardFailures.Unknown)
        : version?.CheckVersion(meeting.Version) is { } stale ? (null, stale)
        : states.Contains(meeting.State) ? (meeting, null) : (null, BoardFailures.NotNow);

    internal Task RaiseAsync(UnitOfWork work, CancellationToken cancel) => work.ExecuteAsync("update board_meetings set version = version + 1 where id = @Id", new { Id }, cancel);
}
