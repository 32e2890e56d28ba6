using System.Text.Json;

namespace VpVarmland.Contracts;

/// <summary>The kinds of data about people that the platform holds; a service says in its table <c>person_data</c> which of its columns are of which.</summary>
public enum PersonDataKind
{
    /// <summary>Name and the ways to reach somebody.</summary>
    Identity,
    /// <summary>Personnummer.</summary>
    PersonalNumber,
    /// <summary>An application that waits to be confirmed.</summary>
    Application,
    /// <summary>Membership, fees, moves.</summary>
    Membership,
    /// <summary>Assignments held, and what follows from them.</summary>
    Assignments,
    /// <summary>Member care: cases, contacts, what was said.</summary>
    Care,
    /// <summary>What somebody likes and is asked to help with.</summary>
    Activity,
    /// <summary>Claims and what they were paid with.</summary>
    Economy,
    /// <summary>Being called to the board and adjusting its minutes.</summary>
    Board,
    /// <summary>What the central register's files say.</summary>
    Imports,
    /// <summary>Entries that were merged, or told apart.</summary>
    Duplicates,
    /// <summary>Who has read about somebody.</summary>
    Reads,
    /// <summary>Requests about one's data, consents, objections.</summary>
    Requests,
    /// <summary>Lists that somebody has saved.</summary>
    Lists,
    /// <summary>The account and its sessions.</summary>
    Account,
    /// <summary>Mail to somebody.</summary>
    Mail,
    /// <summary>That somebody has done something in an assignment: written, decided, noted.</summary>
    Deeds,
    /// <summary>The record of changes.</summary>
    Changes,
}

/// <summary>Somebody has ordered a copy of what is held about them: every service gives its part.</summary>
public sealed record PersonDataWanted(Guid RequestId, Guid MemberId) : IntegrationEvent;

/// <summary>What one service holds about somebody; the register gathers it.</summary>
/// <param name="Service">By the name of its queue.</param>
/// <param name="Parts">A list of kind, table, role, count and rows.</param>
public sealed record PersonDataGiven(Guid RequestId, string Service, JsonElement Parts) : IntegrationEvent;

/// <summary>Somebody is erased: every service removes what it holds and says when it is done. May come again; nobody who is erased comes back.</summary>
public sealed record PersonErased(Guid MemberId) : IntegrationEvent;

/// <summary>A service has erased somebody.</summary>
/// <param name="Rows">How many rows of each kind went.</param>
public sealed record PersonErasureDone(Guid MemberId, string Service, JsonElement Rows) : IntegrationEvent;

/// <summary>What a letter about a request tells: only that there is something to see.</summary>
public enum PrivacyLetterKind
{
    /// <summary>A copy can be fetched.</summary>
    CopyReady,
    /// <summary>A request has been answered.</summary>
    Answered,
    /// <summary>The person is erased; told once, to the address there was.</summary>
    Erased,
}

/// <summary>Somebody is to be told by mail about a request concerning their data.</summary>
/// <param name="Email">The address as it was; after an erasure nothing else knows it.</param>
/// <param name="KeptUntil">With <see cref="PrivacyLetterKind.Erased"/>: the last day that vouchers with the person's name are kept; null where there are none.</param>
public sealed record PrivacyLetterRequested(PrivacyLetterKind Kind, string Email, string Language, DateOnly? KeptUntil) : IntegrationEvent;

/// <summary>The services of the platform.</summary>
public static class PlatformServices
{
    /// <summary>By the name of their queue; <c>Messaging:Services</c> says otherwise where only some are run.</summary>
    public static IReadOnlyList<string> Of(string? configured) =>
        (configured ?? "members,events,communications,elections,gateway").Split(',', StringSplitOptions.RemoveEmptyEntries);
}
