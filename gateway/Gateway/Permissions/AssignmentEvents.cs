using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Commands;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Messaging;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Gateway.Permissions;

/// <summary>Keeps what is newest about each assignment, whatever order the events come in.</summary>
internal static class AssignmentEvents
{
    internal sealed class Started : IConsume<AssignmentStarted>
    {
        public Task HandleAsync(AssignmentStarted message, UnitOfWork work, CancellationToken cancel) => HandleAsync([message], work, cancel);

        public Task HandleAsync(IReadOnlyCollection<AssignmentStarted> messages, UnitOfWork work, CancellationToken cancel) => KeepAsync(work, messages.Select(one => new Row(
            one.AssignmentId, one.MemberId, one.Version, one.Kind, one.AssociationId, one.From, one.Until, null, JsonSerializer.SerializeToElement(one.Grants, Json.Options))), cancel);
    }

    internal sealed class Ended : IConsume<AssignmentEnded>
    {
        public Task HandleAsync(AssignmentEnded message, UnitOfWork work, CancellationToken cancel) => HandleAsync([message], work, cancel);

        public Task HandleAsync(IReadOnlyCollection<AssignmentEnded> messages, UnitOfWork work, CancellationToken cancel) => KeepAsync(work, messages.Select(one => new Row(
            one.AssignmentId, one.MemberId, one.Version, null, null, null, null, one.EndedOn, JsonSerializer.SerializeToElement(Array.Empty<Grant>()))), cancel);
    }

    internal sealed class AssignmentsResent : IConsume<StateResent>
    {
        public async Task HandleAsync(StateResent message, UnitOfWork work, CancellationToken cancel)
        {
            if (message.Kind != "assignments")
                return;
            message.RequireAll(await work.GetAsync<int>("select count(*)::int from assignments where assignment_id <= @Through and version >= @Floor", message, cancel));
            // The first administrator's never came from the register.
            await work.ExecuteAsync("delete from assignments where assignment_id <= @Forget and version < @Floor and kind is distinct from @Kind",
                new { message.Forget, message.Floor, FirstAdministrator.Kind }, cancel);
        }
    }

    // An end says nothing of the term and its grants: those stay, so that an end in the future takes effect on its day.
    private static async Task KeepAsync(UnitOfWork work, IEnumerable<Row> rows, CancellationToken cancel)
    {
        foreach (var round in Rows.InRounds(rows, row => row.AssignmentId))
        {
            await work.ExecuteAsync(
                """
                insert into assignments as a (assignment_id, member_id, version, kind, association_id, starts_on, until_on, ended_on, grants)
                select assignment_id, member_id, version, kind, association_id, starts_on, until_on, ended_on, grants
                from jsonb_populate_recordset(null::assignments, @round::jsonb) order by assignment_id
                on conflict (assignment_id) do update set
                    version = excluded.version,
                    ended_on = excluded.ended_on,
                    kind = coalesce(excluded.kind, a.kind),
                    association_id = case when excluded.ended_on is null then excluded.association_id else a.association_id end,
                    starts_on = coalesce(excluded.starts_on, a.starts_on),
                    until_on = case when excluded.ended_on is null then excluded.until_on else a.until_on end,
                    grants = case when excluded.ended_on is null then excluded.grants else a.grants end
                where excluded.version > a.version
                """, new { round }, cancel);
        }
    }

    private sealed record Row(
        Guid AssignmentId, Guid MemberId, int Version, string? Kind, Guid? AssociationId, DateOnly? StartsOn, DateOnly? UntilOn, DateOnly? EndedOn, JsonElement Grants);
}
