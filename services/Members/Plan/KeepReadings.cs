using VpVarmland.ServiceDefaults.Jobs;
using VpVarmland.ServiceDefaults.Messaging;

namespace VpVarmland.Members.Plan;

/// <summary>Keeps what each indicator is, while the quarter runs: the last that was kept is what it was at the quarter's end.</summary>
internal sealed class KeepReadings : Job
{
    public override TimeSpan Every => TimeSpan.FromHours(6);

    public override async Task RunAsync(UnitOfWork work, CancellationToken cancel)
    {
        var today = SwedishTime.DateOf(work.Now);
        var numbers = await PlanFigures.ReadAsync(work, today.Year, cancel);
        await work.ExecuteAsync(
            """
            insert into plan_readings (indicator_id, quarter, value, noted_at)
            select indicator.id, @quarter, number.value, @Now from plan_indicators indicator join unnest(@measures, @values) as number (measure, value) on number.measure = indicator.measure
            where indicator.year = @Year
            on conflict (indicator_id, quarter) do update set value = excluded.value, noted_at = excluded.noted_at
            """, new { today.Year, quarter = PlanRule.QuarterOf(today), measures = numbers.Keys.Select(measure => measure.ToText()).ToArray(), values = numbers.Values.ToArray(), work.Now }, cancel);
    }
}

/// <summary>Keeps what the other services tell about the district's year: the highest version of each fact wins, whatever order they come in.</summary>
internal sealed class KeepDistrictFacts : IConsume<DistrictFactReported>
{
    public Task HandleAsync(DistrictFactReported message, UnitOfWork work, CancellationToken cancel) => work.ExecuteAsync(
        """
        insert into district_facts (year, fact, number, as_of, version) values (@Year, @fact, @Number, @AsOf, @Version)
        on conflict (year, fact) do update set number = excluded.number, as_of = excluded.as_of, version = excluded.version
        where district_facts.version < excluded.version
        """, new { message.Year, fact = message.Fact.ToText(), message.Number, message.AsOf, message.Version }, cancel);
}
