using VpVarmland.Contracts;

namespace VpVarmland.Gateway.Permissions;

/// <summary>An assignment as it bears on rights.</summary>
/// <param name="From">First day of the term; null while only its end is known.</param>
/// <param name="Until">Last day of the term; null until further notice.</param>
/// <param name="EndedOn">The day from which it no longer counts, where it was ended before its term.</param>
internal sealed record Assignment(string? Kind, Guid? AssociationId, DateOnly? From, DateOnly? Until, DateOnly? EndedOn, IReadOnlyList<Grant> Grants)
{
    /// <summary>True on a day of the term, unless ended by then.</summary>
    internal bool CountsOn(DateOnly day) => From <= day && !(Until < day) && !(EndedOn <= day);
}
