using VpVarmland.Members.Memberships;
using VpVarmland.ServiceDefaults.Jobs;
using VpVarmland.ServiceDefaults.Messaging;

namespace VpVarmland.Members.Privacy;

/// <summary>
/// Somebody goes from every service. Here at once, where the table person_data says, in the transaction that decides it; in the others when they hear of it, and each says when it is done.
/// What is booked stays for seven years, with the name on the voucher and nothing else.
/// </summary>
internal static class Erasure
{
    /// <summary>What has to be settled first; null where nothing has.</summary>
    internal static async Task<Failure?> HindranceAsync(UnitOfWork work, Guid person, CancellationToken cancel)
    {
        if (await work.GetAsync<bool>("select exists (select from claims where claimant_id = @person and state in ('submitted', 'approved'))", new { person }, cancel))
            return PrivacyFailures.OpenClaims;
        return await work.GetAsync<bool>("select exists (select from assignments where person_id = @person and ended_on is null)", new { person }, cancel) ? PrivacyFailures.HeldAssignment : null;
    }

    /// <summary>The last day that vouchers with the person's name are kept; null where there are none.</summary>
    internal static async Task<DateOnly?> KeptUntilAsync(UnitOfWork work, Guid person, CancellationToken cancel)
    {
        var days = await work.ListAsync<DateOnly>(
            "select keep_until from vouchers where source = 'claim' and source_id in (select id from claims where claimant_id = @person) order by 1 desc limit 1", new { person }, cancel);
        return days.Count > 0 ? days[0] : null;
    }

    /// <summary>Ends the membership where it stands, erases here, and tells the others.</summary>
    internal static async Task RunAsync(UnitOfWork work, Guid person, CancellationToken cancel)
    {
        if (await LatestMembership.LockAsync(work, person, Register.GetMe.Everywhere, cancel) is { EndedOn: null } standing)
            await EndMembership.EndAsync(work, standing, MembershipState.Left, SwedishTime.DateOf(work.Now), null, cancel);
        await work.ExecuteAsync("update privacy_requests set state = 'withdrawn', answered_at = @Now, version = version + 1 where person_id = @person and state in ('open', 'working') and kind <> 'erasure'", new { person, work.Now }, cancel);
        await work.ExecuteAsync("select keep_past_membership(@person, @today)", new { person, today = SwedishTime.DateOf(work.Now) }, cancel);
        await work.ExecuteAsync("select erase_person(@person, @Now)", new { person, work.Now }, cancel);
        work.Publish(new PersonErased(person));
    }
}

/// <summary>A service has erased somebody. When all have, the request is done.</summary>
internal sealed class FollowErasures(IConfiguration configuration) : IConsume<PersonErasureDone>
{
    public async Task HandleAsync(PersonErasureDone message, UnitOfWork work, CancellationToken cancel)
    {
        foreach (var id in await work.ListAsync<Guid>("select id from privacy_requests where person_id = @MemberId and kind = 'erasure' and state = 'working' for update", new { message.MemberId }, cancel))
        {
            await work.ExecuteAsync("insert into privacy_answers (request_id, service, at, content) values (@id, @Service, @Now, @rows::jsonb) on conflict do nothing",
                new { id, message.Service, work.Now, rows = message.Rows.GetRawText() }, cancel);
            if ((await PrivacyRequest.PartsAsync(work, id, configuration, cancel)).All(part => part.At is not null))
                await PrivacyRequest.CloseAsync(work, id, PrivacyRequestState.Done, null, cancel);
        }
    }
}

/// <summary>Asks again where a service has not answered for a while, and throws away copies that have expired.</summary>
internal sealed class PrivacyFollowUp : Job
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public override TimeSpan Every => TimeSpan.FromMinutes(10);

    public override async Task RunAsync(UnitOfWork work, CancellationToken cancel)
    {
        await work.ExecuteAsync(
            "update privacy_answers answer set content = null from privacy_requests request where request.id = answer.request_id and request.kind = 'access' and request.expires_at <= @Now and answer.content is not null",
            new { work.Now }, cancel);
        foreach (var late in await work.ListAsync<Late>(
            "select id, person_id, kind from privacy_requests where state = 'working' and coalesce(answered_at, made_at) <= @before order by id limit 100", new { before = work.Now - Patience }, cancel))
            work.Publish(late.Kind == PrivacyRequestKind.Access ? new PersonDataWanted(late.Id, late.PersonId) : new PersonErased(late.PersonId));
    }

    private sealed record Late(Guid Id, Guid PersonId, PrivacyRequestKind Kind);
}
