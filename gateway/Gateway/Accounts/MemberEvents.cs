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
        public Task HandleAsync(MemberJoined message, UnitOfWork work, CancellationToken cancel) => ApplyAsync(
            work, message.MemberId, message.Version, message.OccurredAt, MembershipState.Applicant, message.Email, message.Language, cancel);
    }

    internal sealed class Changed : IConsume<MemberChanged>
    {
        public Task HandleAsync(MemberChanged message, UnitOfWork work, CancellationToken cancel) => ApplyAsync(
            work, message.MemberId, message.Version, message.OccurredAt, message.State, message.Email, message.Language, cancel);
    }

    internal sealed class Left : IConsume<MemberLeft>
    {
        // Version 0 of somebody unknown: the address comes with the events that are on their way.
        public Task HandleAsync(MemberLeft message, UnitOfWork work, CancellationToken cancel) => ApplyAsync(
            work, message.MemberId, 0, message.OccurredAt, message.State, null, "sv", cancel);
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

    private static async Task ApplyAsync(
        UnitOfWork work, Guid memberId, int version, DateTimeOffset at, MembershipState state, string? email, string language, CancellationToken cancel)
    {
        var address = string.IsNullOrWhiteSpace(email) ? null : Email.Normalise(email);
        var account = await work.GetAsync<Row>(
            """
            insert into accounts as a (id, member_id, email, normalized_email, language, state, state_at, version,
                user_name, normalized_user_name, security_stamp, concurrency_stamp)
            values (@Id, @memberId, @address, @address, @language, @State, @at, @version, @Name, @Name, @Stamp, @Stamp)
            on conflict (member_id) do update set
                email = case when excluded.version > a.version then excluded.email else a.email end,
                normalized_email = case when excluded.version > a.version then excluded.normalized_email else a.normalized_email end,
                language = case when excluded.version > a.version then excluded.language else a.language end,
                state = case when excluded.state_at > a.state_at
                    or excluded.state_at = a.state_at and (excluded.version >= a.version or excluded.version = 0) then excluded.state else a.state end,
                state_at = greatest(a.state_at, excluded.state_at),
                version = greatest(a.version, excluded.version)
            returning id, state
            """,
            new
            {
                Id = Guid.CreateVersion7(),
                memberId,
                address,
                language,
                State = state.ToText(),
                at,
                version,
                Name = memberId.ToString(),
                Stamp = Guid.NewGuid().ToString("N"),
            }, cancel);
        if (!Account.Open.Contains(account.State, StringComparer.Ordinal)
            && await work.ExecuteAsync("delete from sessions where account_id = @Id", new { account.Id }, cancel) > 0)
            work.Record("account.closed", account.Id, account.State);
    }

    private sealed record Row(Guid Id, string State);
}
