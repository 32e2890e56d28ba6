using VpVarmland.ServiceDefaults.Messaging;

namespace VpVarmland.Members.Feminism;

/// <summary>Keeps what Events tells of meetings: the highest version wins, whatever order they come in. Of one that is not separatist only that is kept.</summary>
internal sealed class KeepMeetings : IConsume<MeetingHeld>
{
    public Task HandleAsync(MeetingHeld message, UnitOfWork work, CancellationToken cancel) => work.ExecuteAsync(
        """
        insert into separatist_meetings (meeting_id, association_id, title, held_on, attended, is_separatist, version) values (@MeetingId, @AssociationId, @Title, @HeldOn, @Attended, @IsSeparatist, @Version)
        on conflict (meeting_id) do update set association_id = excluded.association_id, title = excluded.title, held_on = excluded.held_on, attended = excluded.attended, is_separatist = excluded.is_separatist, version = excluded.version
        where separatist_meetings.version < excluded.version
        """, message, cancel);
}

/// <summary>Keeps what Elections tells of talk time at meetings, in the same way.</summary>
internal sealed class KeepTalkTimes : IConsume<TalkTimeReported>
{
    public Task HandleAsync(TalkTimeReported message, UnitOfWork work, CancellationToken cancel) => work.ExecuteAsync(
        """
        insert into talk_times (meeting_id, association_id, title, held_on, women_speakers, women_seconds, speakers, seconds, version)
        values (@MeetingId, @AssociationId, @Title, @HeldOn, @WomenSpeakers, @WomenSeconds, @Speakers, @Seconds, @Version)
        on conflict (meeting_id) do update set association_id = excluded.association_id, title = excluded.title, held_on = excluded.held_on, women_speakers = excluded.women_speakers,
            women_seconds = excluded.women_seconds, speakers = excluded.speakers, seconds = excluded.seconds, version = excluded.version
        where talk_times.version < excluded.version
        """, message, cancel);
}
