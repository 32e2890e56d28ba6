using System.Text.Json;
using VpVarmland.ServiceDefaults.Jobs;

namespace VpVarmland.Members.Privacy;

/// <summary>Takes nightly what is too old, and says beforehand what it would take.</summary>
internal sealed class Retention : Job
{
    /// <summary>The most people that a night erases: a slip in a setting is seen before it has taken everybody.</summary>
    private const int PeopleANight = 200;

    internal sealed record Going(Guid? AssociationId, string? AssociationName, long Count);

    public override TimeSpan Every => TimeSpan.FromDays(1);

    public override async Task RunAsync(UnitOfWork work, CancellationToken cancel)
    {
        if (!await work.GetAsync<bool>("select started_at is not null from retention_settings", null, cancel))
            return;
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (rule, months) in await PeriodsAsync(work, cancel))
            counts[rule.Code] = await TakeAsync(work, rule, months, cancel);
        await work.ExecuteAsync("delete from claim_receipts where claim_id in (select id from claims where state = 'paid' and claimant_name = '')", null, cancel);
        await work.ExecuteAsync("insert into retention_runs (at, counts) values (@Now, @counts::jsonb)", new { work.Now, counts = JsonSerializer.Serialize(counts) }, cancel);
        work.Record("retention.run", Guid.Empty, content: counts);
    }

    /// <summary>Every rule with its period, as the district has set it.</summary>
    internal static async Task<IReadOnlyList<(RetentionRule Rule, int Months)>> PeriodsAsync(UnitOfWork work, CancellationToken cancel)
    {
        var set = (await work.ListAsync<(string Rule, int Months)>("select rule, months from retention_periods", null, cancel)).ToDictionary(one => one.Rule, one => one.Months, StringComparer.Ordinal);
        return [.. RetentionRule.All.Select(rule => (rule, set.GetValueOrDefault(rule.Code, rule.Months)))];
    }

    /// <summary>What would go tonight: how many, by association where that makes sense; never who.</summary>
    internal static Task<IReadOnlyList<Going>> LookAsync(UnitOfWork work, RetentionRule rule, int months, CancellationToken cancel) => work.ListAsync<Going>(
        $"""
        select gone.association_id, association.name as association_name, gone.count
        from (select {(rule.Association is null ? "null::uuid" : "one." + rule.Association)} as association_id, count(*) as count from {rule.Table} one where {rule.Old} group by 1) gone
        left join associations association on association.id = gone.association_id order by gone.count desc, association.name
        """, Before(work, months), cancel);

    private static async Task<long> TakeAsync(UnitOfWork work, RetentionRule rule, int months, CancellationToken cancel)
    {
        if (rule.End == RetentionEnd.Delete)
            return await work.ExecuteAsync($"delete from {rule.Table} one where {rule.Old}", Before(work, months), cancel);
        if (rule.End == RetentionEnd.Empty)
            return await work.ExecuteAsync($"update {rule.Table} one set {rule.Change} where {rule.Old}", Before(work, months), cancel);
        var people = await work.ListAsync<Guid>($"select one.id from {rule.Table} one where {rule.Old} order by one.id limit {PeopleANight}", Before(work, months), cancel);
        foreach (var person in people)
            await Erasure.RunAsync(work, person, cancel);
        return people.Count;
    }

    private static object Before(UnitOfWork work, int months)
    {
        var today = SwedishTime.DateOf(work.Now);
        return new { before = work.Now.AddMonths(-months), beforeDay = today.AddMonths(-months), today };
    }
}
