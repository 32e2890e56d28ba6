using VpVarmland.Gateway.Devices;
using VpVarmland.ServiceDefaults.Database;

namespace VpVarmland.Gateway.SecondFactor;

/// <summary>
/// How many codes may be tried: five in a row, then a quarter of an hour's rest. Browsers in which the person has given the second factor
/// before count each for itself, all others together: whoever guesses elsewhere cannot keep the owner out.
/// </summary>
internal static class FactorTries
{
    private const int Most = 5;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    /// <summary>A try that has been counted.</summary>
    /// <param name="IsLast">True for the fifth in a row: if it is wrong too, a rest has begun.</param>
    internal sealed record Try(bool IsLast);

    /// <summary>Counts a try before it is judged.</summary>
    /// <returns>Null while this browser rests; the try then does not count.</returns>
    internal static Task<Try?> CountAsync(UnitOfWork work, Guid accountId, KnownDevice? device, CancellationToken cancel)
    {
        var now = TimeProvider.System.GetUtcNow();
        return work.FindAsync<Try>(
            """
            insert into factor_tries as t (account_id, device_id, failures, tried_at) values (@accountId, @Device, 1, @now)
            on conflict (account_id, device_id) do update set
                failures = case when t.failures + 1 < @Most then t.failures + 1 else 0 end,
                rests_until = case when t.failures + 1 < @Most then null else @Until end,
                tried_at = @now
            where t.rests_until is null or t.rests_until <= @now
            returning rests_until is not null as is_last
            """,
            new { accountId, Device = CounterOf(accountId, device), now, Most, Until = (DateTimeOffset?)(now + Rest) }, cancel);
    }

    /// <summary>A right code forgets the wrong ones before it.</summary>
    internal static Task ForgetAsync(UnitOfWork work, Guid accountId, KnownDevice? device, CancellationToken cancel) => work.ExecuteAsync(
        "delete from factor_tries where account_id = @accountId and device_id = @Device", new { accountId, Device = CounterOf(accountId, device) }, cancel);

    private static Guid CounterOf(Guid accountId, KnownDevice? device) => device?.HasSecondFactorOf(accountId) == true ? device.Id : Guid.Empty;
}
