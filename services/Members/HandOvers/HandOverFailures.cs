namespace VpVarmland.Members.HandOvers;

internal static class HandOverFailures
{
    internal static readonly Failure Unknown = Failure.Missing("handover.unknown",
        "Överlämningen finns inte, eller så har du inte behörighet att se den.", "The hand-over does not exist, or you do not have access.");

    internal static readonly Failure NotSent = Failure.Conflict("handover.not_sent",
        "Överlämningen är inte skickad ännu, eller är redan bekräftad.", "The hand-over has not been sent, or is confirmed already.");

    internal static readonly Failure UnlikelyDay = Failure.Bad("handover.unlikely_day",
        "Medlemskapets första dag kan ligga högst ett år före ansökan och högst 30 dagar framåt.", "The first day of membership lies at most a year before the application and at most 30 days ahead.");

    internal static readonly Failure NumberTaken = Failure.Conflict("handover.number_taken",
        "Medlemsnumret tillhör redan någon annan.", "The member number already belongs to somebody else.");
}
