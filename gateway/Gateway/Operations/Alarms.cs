using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;

namespace VpVarmland.Gateway.Operations;

/// <summary>
/// Raises an alarm when a limit has been passed for as long as it says, and ends it when it no longer is. Told by mail: once when it begins, once
/// when it ends, once a day between. What could not be measured neither raises nor ends anything.
/// </summary>
internal sealed class Alarms(Limits limits, IConfiguration configuration)
{
    private static readonly TimeSpan Reminder = TimeSpan.FromDays(1);

    /// <summary>Compares what was seen with the limits, and writes the mails.</summary>
    internal async Task JudgeAsync(UnitOfWork work, PlatformState seen, CancellationToken cancel)
    {
        var judged = seen.Readings.Where(reading => limits.Of(reading.Name) is not null).ToList();
        var beyond = judged.Where(reading => reading.Value > limits.Of(reading.Name)!.Most).ToList();
        // Held to the end: two gateways do not tell the same thing twice.
        await work.ExecuteAsync("lock table alarms in exclusive mode", null, cancel);
        var open = await work.ListAsync<Alarm>("select id, service, name, label, value, beyond_since, raised_at, told_at from alarms where ended_at is null", null, cancel);

        var ended = open.Where(alarm => judged.Any(reading => alarm.IsAbout(reading)) && !beyond.Any(reading => alarm.IsAbout(reading))).ToList();
        await work.ExecuteAsync("delete from alarms where id = any(@ids) and raised_at is null", new { ids = Ids(ended) }, cancel);
        await work.ExecuteAsync("update alarms set ended_at = @At where id = any(@ids)", new { ids = Ids(ended), seen.At }, cancel);

        var begun = new List<Alarm>();
        var reminded = new List<Alarm>();
        foreach (var reading in beyond)
        {
            if (open.FirstOrDefault(one => one.IsAbout(reading)) is not { } alarm)
            {
                await work.ExecuteAsync("insert into alarms (id, service, name, label, value, beyond_since) values (@id, @Service, @Name, @Label, @Value, @At)",
                    new { id = Guid.CreateVersion7(), reading.Service, reading.Name, reading.Label, reading.Value, seen.At }, cancel);
                continue;
            }
            var now = alarm with { Value = reading.Value };
            if (alarm.RaisedAt is null && seen.At - alarm.BeyondSince >= limits.Of(reading.Name)!.For)
                begun.Add(now);
            else if (alarm.RaisedAt is not null && seen.At - alarm.ToldAt >= Reminder)
                reminded.Add(now);
            await work.ExecuteAsync("update alarms set value = @Value where id = @Id", now, cancel);
        }
        await work.ExecuteAsync("update alarms set raised_at = coalesce(raised_at, @At), told_at = @At where id = any(@ids)", new { ids = Ids(begun.Concat(reminded)), seen.At }, cancel);
        await TellAsync(work, begun, ended.Where(alarm => alarm.RaisedAt is not null), reminded, cancel);
    }

    private async Task TellAsync(UnitOfWork work, IEnumerable<Alarm> begun, IEnumerable<Alarm> ended, IEnumerable<Alarm> reminded, CancellationToken cancel)
    {
        AlarmLine[] lines = [.. begun.Select(alarm => Line(alarm, AlarmStage.Began)), .. ended.Select(alarm => Line(alarm, AlarmStage.Ended)), .. reminded.Select(alarm => Line(alarm, AlarmStage.Continues))];
        if (lines.Length == 0)
            return;
        foreach (var (address, language) in await RecipientsAsync(work, cancel))
            work.Publish(new AlarmsChanged(address, language, lines));
        foreach (var line in lines)
            work.Record($"alarm.{line.Stage.ToText()}", Guid.Empty, $"{line.Service} {line.Name} {line.Label}".TrimEnd());
    }

    /// <summary>Those whom <c>Operations:AlarmRecipients</c> names; otherwise everyone who runs the platform by assignment.</summary>
    private async Task<IReadOnlyList<(string Address, string Language)>> RecipientsAsync(UnitOfWork work, CancellationToken cancel) =>
        configuration["Operations:AlarmRecipients"]?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } named
            ? [.. named.Select(address => (address, "sv"))]
            : await work.ListAsync<(string, string)>(
                """
                select distinct account.email, account.language from accounts account join assignments assignment on assignment.member_id = account.member_id
                where account.email is not null and account.state = any(@Open)
                    and assignment.grants @> jsonb_build_array(jsonb_build_object('permission', @Name))
                    and assignment.starts_on <= @today and coalesce(assignment.until_on >= @today, true) and coalesce(assignment.ended_on > @today, true)
                """, new { Accounts.Account.Open, Permission.Operate.Name, today = ServiceDefaults.Time.SwedishTime.DateOf(work.Now) }, cancel);

    private AlarmLine Line(Alarm alarm, AlarmStage stage) => new(stage, alarm.Service, alarm.Name, alarm.Label, alarm.Value, limits.Of(alarm.Name)?.Most ?? 0, alarm.BeyondSince);

    private static Guid[] Ids(IEnumerable<Alarm> alarms) => [.. alarms.Select(alarm => alarm.Id)];

    private sealed record Alarm(Guid Id, string Service, string Name, string Label, long Value, DateTimeOffset BeyondSince, DateTimeOffset? RaisedAt, DateTimeOffset? ToldAt)
    {
        internal bool IsAbout(Reading reading) => (Service, Name, Label) == (reading.Service, reading.Name, reading.Label);
    }
}
