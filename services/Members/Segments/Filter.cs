using System.Text.Json.Serialization;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Segments;

/// <summary>
/// A question to the register: which current members. Conditions about organisational facts, joined by and, or, not. Former members answer
/// to no question: they are not contacted without consent (the Swedish authority's orders of 2012).
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(All), "all")]
[JsonDerivedType(typeof(Any), "any")]
[JsonDerivedType(typeof(Not), "not")]
[JsonDerivedType(typeof(InAssociation), "association")]
[JsonDerivedType(typeof(LivesIn), "municipality")]
[JsonDerivedType(typeof(Standing), "state")]
[JsonDerivedType(typeof(MemberSince), "memberSince")]
[JsonDerivedType(typeof(HoldsAssignment), "assignment")]
[JsonDerivedType(typeof(WantsToHelp), "interest")]
[JsonDerivedType(typeof(HasInterest), "skill")]
[JsonDerivedType(typeof(BornBetween), "born")]
[JsonDerivedType(typeof(OfGender), "gender")]
[JsonDerivedType(typeof(Speaks), "language")]
[JsonDerivedType(typeof(ReachedBy), "reachedBy")]
[JsonDerivedType(typeof(HasOpenCase), "openCase")]
[JsonDerivedType(typeof(NotHeardFrom), "notHeardFrom")]
[JsonDerivedType(typeof(Came), "came")]
[JsonDerivedType(typeof(Helped), "helped")]
internal abstract record Filter
{
    /// <summary>Every one of them holds.</summary>
    internal sealed record All(IReadOnlyList<Filter>? Of) : Filter;

    /// <summary>At least one of them holds.</summary>
    internal sealed record Any(IReadOnlyList<Filter>? Of) : Filter;

    /// <summary>It does not hold.</summary>
    internal sealed record Not(Filter? Of) : Filter;

    /// <summary>Belongs to one of the associations.</summary>
    internal sealed record InAssociation(IReadOnlyList<Guid>? Ids) : Filter;

    /// <summary>Lives in one of the municipalities, by code.</summary>
    internal sealed record LivesIn(IReadOnlyList<string>? Codes) : Filter;

    /// <summary>Stands so: applicant, paid or member.</summary>
    internal sealed record Standing(IReadOnlyList<MembershipState>? States) : Filter;

    /// <summary>Membership took effect on these days, both included; null: open at that end.</summary>
    internal sealed record MemberSince(DateOnly? From, DateOnly? Until) : Filter;

    /// <summary>Holds one of the assignments today; none named: any.</summary>
    internal sealed record HoldsAssignment(IReadOnlyList<string>? Kinds) : Filter;

    /// <summary>Wants to help in one of the ways; none named: in any.</summary>
    internal sealed record WantsToHelp(IReadOnlyList<HelpWay>? Ways) : Filter;

    /// <summary>Has said to have one of the skills or interests.</summary>
    internal sealed record HasInterest(IReadOnlyList<Guid>? Ids) : Filter;

    /// <summary>Born in these years, both included; null: open at that end. Whoever has not told the year is not meant.</summary>
    internal sealed record BornBetween(int? From, int? Until) : Filter;

    /// <summary>Says so of themselves: for meetings of women, or of men.</summary>
    internal sealed record OfGender(IReadOnlyList<Gender>? Genders) : Filter;

    /// <summary>Wants to be written to in this language: <c>sv</c> or <c>en</c>.</summary>
    internal sealed record Speaks(string? Language) : Filter;

    /// <summary>Has told such an address.</summary>
    internal sealed record ReachedBy(ContactWay? Way) : Filter;

    /// <summary>Has an open care case.</summary>
    internal sealed record HasOpenCase : Filter;

    /// <summary>Has not been spoken with for so many months, or never: contacts that reached nobody do not count.</summary>
    internal sealed record NotHeardFrom(int? Months) : Filter;

    /// <summary>Has come to something, such as a meeting or an evening of a circle, during so many months.</summary>
    internal sealed record Came(int? Months) : Filter;

    /// <summary>Has come and helped with what an association asked for, during so many months.</summary>
    internal sealed record Helped(int? Months) : Filter;
}

/// <summary>How somebody can be reached.</summary>
internal enum ContactWay
{
    Email,
    Phone,
    Post,
}
