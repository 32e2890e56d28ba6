using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Messaging;

namespace VpVarmland.Communications.Recipients;

/// <summary>
/// Keeps the copy of people. The highest version wins, whatever order the events come in. The end of a membership carries no
/// version, so it is placed by its instant; with it name and address are forgotten (only current audiences are kept here).
/// </summary>
internal sealed class KeepRecipients : IConsume<MemberJoined>, IConsume<MemberChanged>, IConsume<MemberLeft>, IConsume<StateResent>
{
    public Task HandleAsync(MemberJoined message, UnitOfWork work, CancellationToken cancel) => HandleAsync([message], work, cancel);

    public Task HandleAsync(IReadOnlyCollection<MemberJoined> messages, UnitOfWork work, CancellationToken cancel) => KeepAsync(work, messages.Select(one => Row.Of(
        one, one.MemberId, one.GivenName, one.FamilyName, one.Email, one.Language, MembershipState.Applicant)), cancel);

    public Task HandleAsync(MemberChanged message, UnitOfWork work, CancellationToken cancel) => HandleAsync([message], work, cancel);

    public Task HandleAsync(IReadOnlyCollection<MemberChanged> messages, UnitOfWork work, CancellationToken cancel) => KeepAsync(work, messages.Select(one => Row.Of(
        one, one.MemberId, one.GivenName, one.FamilyName, one.Email, one.Language, one.State)), cancel);

    public Task HandleAsync(MemberLeft message, UnitOfWork work, CancellationToken cancel) => work.ExecuteAsync(
        """
        insert into recipients (member_id, language, state, version, ended_at) values (@MemberId, 'sv', @state, 0, @OccurredAt)
        on conflict (member_id) do update
        set given_name = null, display_name = null, address = null, state = excluded.state, ended_at = excluded.ended_at
        where coalesce(greatest(recipients.changed_at, recipients.ended_at) <= excluded.ended_at, true)
        """,
        new { message.MemberId, state = message.State.ToText(), message.OccurredAt }, cancel);

    public async Task HandleAsync(StateResent message, UnitOfWork work, CancellationToken cancel)
    {
        if (message.Kind != "people")
            return;
        message.RequireAll(await work.GetAsync<int>("select count(*)::int from recipients where member_id <= @Through and version >= @Floor", message, cancel));
        await work.ExecuteAsync("delete from recipients where member_id <= @Forget and version < @Floor", message, cancel);
    }

    private static async Task KeepAsync(UnitOfWork work, IEnumerable<Row> rows, CancellationToken cancel)
    {
        foreach (var round in Rows.InRounds(rows, row => row.MemberId))
        {
            await work.ExecuteAsync(
                """
                insert into recipients (member_id, given_name, display_name, address, language, state, version, changed_at)
                select member_id, given_name, display_name, address, language, state, version, changed_at
                from jsonb_populate_recordset(null::recipients, @round::jsonb) order by member_id
                on conflict (member_id) do update
                set given_name = excluded.given_name, display_name = excluded.display_name, address = excluded.address, language = excluded.language,
                    state = excluded.state, version = excluded.version, changed_at = excluded.changed_at
                where recipients.version < excluded.version and coalesce(recipients.ended_at <= excluded.changed_at, true)
                """, new { round }, cancel);
        }
    }

    private sealed record Row(
        Guid MemberId, string? GivenName, string? DisplayName, string? Address, string Language, string State, int Version, DateTimeOffset ChangedAt)
    {
        internal static Row Of(StateEvent message, Guid memberId, string givenName, string familyName, string? email, string language, MembershipState state) =>
            Recipient.IsCurrent(state)
                ? new(memberId, givenName, $"{givenName} {familyName}", email, language, state.ToText(), message.Version, message.OccurredAt)
                : new(memberId, null, null, null, language, state.ToText(), message.Version, message.OccurredAt);
    }
}
