using VpVarmland.ServiceDefaults.Messaging;

namespace VpVarmland.Members.Activation.Ladder;

/// <summary>
/// Keeps who came to what: the highest version wins, whatever order they come in. Of somebody who is not in the register nothing is kept; of an entry that has become part of another, with that one.
/// </summary>
internal sealed class KeepAttendance : IConsume<AttendanceReported>
{
    public Task HandleAsync(AttendanceReported message, UnitOfWork work, CancellationToken cancel) => work.ExecuteAsync(
        """
        insert into attendances (person_id, occasion_id, came_on, came, version)
        select coalesce(merged_into, id), @OccasionId, @On, @Came, @Version from people where id = @MemberId
        on conflict (person_id, occasion_id) do update set came_on = excluded.came_on, came = excluded.came, version = excluded.version
        where attendances.version < excluded.version
        """, new { message.MemberId, message.OccasionId, message.On, message.Came, message.Version }, cancel);
}
