namespace VpVarmland.Contracts;

/// <summary>Whether a member came to something, as the service that keeps attendance knows it. Members counts it among the signs that somebody takes part.</summary>
/// <param name="OccasionId">What they came to: a meeting, an evening of a circle, a seminar.</param>
/// <param name="On">The day of it, in Sweden.</param>
/// <param name="Came">False takes a slip back.</param>
/// <remarks>The version grows with each change of the same member's attendance at the same occasion. It says that somebody came, and nothing of what was said or done there.</remarks>
public sealed record AttendanceReported(Guid MemberId, Guid OccasionId, DateOnly On, bool Came) : StateEvent;
