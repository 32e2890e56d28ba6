using VpVarmland.Gateway.Permissions;

namespace VpVarmland.Gateway.Sessions;

/// <summary>A signed-in person, as of the last second.</summary>
/// <param name="ExpiresAt">By the machine's clock.</param>
internal sealed record Session(
    Guid AccountId, Guid MemberId, DateTimeOffset ExpiresAt, Rights Rights, bool HasSecondFactor, bool HasTotp, int Passkeys)
{
    /// <summary>True once the account has something to prove itself with besides the mailbox.</summary>
    internal bool HasEnrolled => HasTotp || Passkeys > 0;
}
