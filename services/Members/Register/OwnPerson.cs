namespace VpVarmland.Members.Register;

/// <summary>Whoever calls, as a person of the register.</summary>
internal static class OwnPerson
{
    /// <summary>The caller's own person, in endpoints that demand <see cref="Permission.Self"/>.</summary>
    /// <exception cref="InvalidOperationException">The endpoint is open to callers who are no member: a bug in its declaration.</exception>
    internal static Guid RequireMemberId(this Caller caller) => caller.MemberId ?? throw new InvalidOperationException("The endpoint must demand Permission.Self.");
}
