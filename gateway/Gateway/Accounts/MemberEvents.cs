using VpVarmland.Contracts;
using VpVarmland.Gateway.Commands;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Messaging;

namespace VpVarmland.Gateway.Accounts;

/// <summary>
/// Accounts follow the register. Address and language go by the member's version; the state goes by when it was told, because
/// <see cref="MemberLeft"/> carries no version. An account that closes loses its sessions at once.
/// </summary>
internal static class MemberEvents
{
    internal sealed class Joined : IConsume<MemberJoined>
    {
        public Task HandleAsync(MemberJoined message, UnitOfWork work, CancellationToken cancel) => HandleAsync([message], work, cancel);

        public Task HandleAsync(IReadOnlyCollection<MemberJoined> messages, UnitOfWork work, CancellationToken cancel) => ApplyAsync(
            work, messages.Select(one => Row.Of(one.MemberId, one.Version, one.OccurredAt, MembershipState.Applicant, one.Email, one.Language)), cancel);
    }

    internal sealed class Changed : IConsume<MemberChanged>
    {
        public Task HandleAsync(MemberChanged message, UnitOfWork work, CancellationToken cancel) => HandleAsync([message], work, cancel);

        public Task HandleAsync(IReadOnlyCollection<MemberChanged> messages, UnitOfWork work, CancellationToken cancel) => ApplyAsync(
            work, messages.Select(one => Row.Of(one.MemberId, one.Version, one.OccurredAt, one.State, one.Email, one.Language)), cancel);
    }

    internal sealed class Left : IConsume<MemberLeft>
    {
        // Version 0 of somebody unknown: the address comes with the events that are on their way.
        public Task HandleAsync(MemberLeft message, UnitOfWork work, CancellationToken cancel) => ApplyAsync(
            work, [Row.Of(message.MemberId, 0, message.OccurredAt, message.State, null, "sv")], cancel);
    }

    /// <summary>An account of somebody whom the register does not know goes, with all that it could sign in with.</summary>
    internal sealed class PeopleResent : IConsume<StateResent>
    {
        public async Task HandleAsync(StateResent message, UnitOfWork work, CancellationToken cancel)
        {
            if (message.Kind != "people")
                return;
            message.RequireAll(await work.GetAsync<int>("select count(*)::int from accounts where member_id <= @Through and version >= @Floor", message, cancel));
            var unknown = await work.ListAsync<Guid>(
                """
                delete from accounts where member_id <= @Forget and version < @Floor
                    and not exists (select from assignments where member_id = accounts.member_id and kind = @Kind) returning id
                """, new { message.Forget, message.Floor, FirstAdministrator.Kind }, cancel);
            foreach (var id in unknown)
                work.Record("account.closed", id, "unknown to the register");
        }
    }

    private static async Task ApplyAsync(UnitOfWork work, IEnumerable<Row> rows, CancellationToken cancel)
    {
        foreach (var round in Rows.InRounds(rows, row => row.MemberId))
        {
            var closed = await work.ListAsync<Closed>(
                """
                with kept as (
                    insert into accounts as a (id, member_id, email, normalized_email, language, state, state_at, version,
                        user_name, normalized_user_name, security_stamp, concurrency_stamp)
                    select id, member_id, email, email, language, state, state_at, version, member_id::text, member_id::text, security_stamp, security_stamp
                    from jsonb_populate_recordset(null::accounts, @round::jsonb) as row order by row.member_id
                    on conflict (member_id) do update set
                        email = case when excluded.version > a.version then excluded.email else a.email end,
                        normalized_email = case when excluded.version > a.version then excluded.normalized_email else a.normalized_email end,
                        language = case when excluded.version > a.version then excluded.language else a.language end,
                        state = case when excluded.state_at > a.state_at
                            or excluded.state_at = a.state_at and (excluded.version >= a.version or excluded.version = 0) then excluded.state else a.state end,
                        state_at = greatest(a.state_at, excluded.state_at),
                        version = greatest(a.version, excluded.version)
                    returning id, state)
                delete from sessions using kept where account_id = kept.id and kept.state <> all (@Open) returning kept.id, kept.state
                """, new { round, Account.Open }, cancel);
            foreach (var account in closed.Distinct())
                work.Record("account.closed", account.Id, account.State);
        }
    }

    private sealed record Row(Guid Id, Guid MemberId, int Version, DateTimeOffset StateAt, string State, string? Email, string Language, string SecurityStamp)
    {
        internal static Row Of(Guid memberId, int version, DateTimeOffset at, MembershipState state, string? email, string language) => new(
            Guid.CreateVersion7(), memberId, version, at, state.ToText(), string.IsNullOrWhiteSpace(email) ? null : Contracts.Email.Normalise(email), language,
            Guid.NewGuid().ToString("N"));
    }

    private sealed record Closed(Guid Id, string State);
}
