using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;

namespace VpVarmland.Communications.Recipients;

/// <summary>A person in the register as this service knows them. Name and address are null once the person is no longer with us.</summary>
internal sealed record Recipient(Guid MemberId, string? GivenName, string? DisplayName, string? Address, string Language, string State)
{
    /// <summary>The person, or null while no event about them has arrived.</summary>
    internal static Task<Recipient?> FindAsync(UnitOfWork work, Guid memberId, CancellationToken cancel) => work.FindAsync<Recipient>(
        "select member_id, given_name, display_name, address, language, state from recipients where member_id = @memberId", new { memberId }, cancel);

    /// <summary>Those whom the district has something to write to: applicants and members.</summary>
    internal static bool IsCurrent(MembershipState state) => state is MembershipState.Applicant or MembershipState.Paid or MembershipState.Member;
}
