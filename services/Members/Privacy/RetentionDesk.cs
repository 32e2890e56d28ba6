using System.Text.Json;

namespace VpVarmland.Members.Privacy;

/// <summary>The report of what would go tonight, how long each kind is kept, and what earlier nights took.</summary>
internal static class RetentionDesk
{
    /// <param name="Tonight">How many rows would go.</param>
    internal sealed record Rule(string Code, string What, string From, int Months, int Usual, int Least, int Most, RetentionEnd End, long Tonight, IReadOnlyList<Retention.Going> ByAssociation);

    internal sealed record Other(string What, string Kept);

    internal sealed record Run(DateTimeOffset At, IReadOnlyDictionary<string, long> Counts);

    /// <param name="StartedAt">Null: nobody has started it, and nothing goes.</param>
    internal sealed record Report(DateTimeOffset? StartedAt, IReadOnlyList<Rule> Rules, IReadOnlyList<Other> Others, IReadOnlyList<Run> Runs, int Version);

    internal sealed record PeriodRequest([property: System.ComponentModel.DataAnnotations.Range(1, 120)] int Months);

    internal sealed record StartRequest(bool IsOn);

    private static readonly Failure UnknownRule = Failure.Missing("retention.unknown", "Det finns ingen sådan regel.", "There is no such rule.");

    private static readonly Failure OutOfBounds = Failure.Bad("retention.out_of_bounds",
        "Så lång eller kort tid går inte att välja för den sortens uppgifter.", "So long or short a time cannot be chosen for that kind of data.");

    private sealed record Settings(DateTimeOffset? StartedAt, int Version);

    private sealed record Stored(DateTimeOffset At, string Counts);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/privacy/retention", Read).RequirePermission(Permission.ManagePrivacy).WithSummary("What retention would take tonight, and for how long each kind is kept");
        api.MapPut("/privacy/retention/{rule}", Set).RequirePermission(Permission.ManagePrivacy).WithSummary("Keep a kind of data longer or shorter, within its bounds");
        api.MapPut("/privacy/retention", Start).RequirePermission(Permission.ManagePrivacy).WithSummary("Start retention, or let it rest");
    }

    private static async Task<Results<Ok<Report>, ProblemHttpResult>> Read(Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!caller.Reach(Permission.ManagePrivacy).District)
            return PrivacyFailures.Unknown.ToProblem(http);
        return TypedResults.Ok(await ReportAsync(work, http, cancel));
    }

    private static async Task<Results<Ok<Report>, ProblemHttpResult>> Set([AtMost(30)] string rule, PeriodRequest request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!caller.Reach(Permission.ManagePrivacy).District)
            return PrivacyFailures.Unknown.ToProblem(http);
        if (RetentionRule.All.FirstOrDefault(one => one.Code == rule) is not { } known)
            return UnknownRule.ToProblem(http);
        if (request.Months < known.Least || request.Months > known.Most)
            return OutOfBounds.ToProblem(http);
        await work.ExecuteAsync(
            "insert into retention_periods (rule, months) values (@rule, @Months) on conflict (rule) do update set months = excluded.months, version = retention_periods.version + 1", new { rule, request.Months }, cancel);
        work.Record("retention.period_set", Guid.Empty, content: new { rule, request.Months });
        return TypedResults.Ok(await ReportAsync(work, http, cancel));
    }

    private static async Task<Results<Ok<Report>, ProblemHttpResult>> Start(StartRequest request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!caller.Reach(Permission.ManagePrivacy).District)
            return PrivacyFailures.Unknown.ToProblem(http);
        var changed = await work.ExecuteAsync(
            "update retention_settings set started_at = case when @IsOn then @Now::timestamptz end, version = version + 1 where (started_at is not null) <> @IsOn", new { request.IsOn, work.Now }, cancel);
        if (changed > 0)
            work.Record(request.IsOn ? "retention.started" : "retention.stopped", Guid.Empty);
        return TypedResults.Ok(await ReportAsync(work, http, cancel));
    }

    private static async Task<Report> ReportAsync(UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var language = Language.Of(http);
        var settings = await work.GetAsync<Settings>("select started_at, version from retention_settings", null, cancel);
        var rules = new List<Rule>();
        foreach (var (rule, months) in await Retention.PeriodsAsync(work, cancel))
        {
            var going = await Retention.LookAsync(work, rule, months, cancel);
            rules.Add(new Rule(rule.Code, rule.What.In(language), rule.From.In(language), months, rule.Months, rule.Least, rule.Most, rule.End, going.Sum(one => one.Count), [.. going.Where(one => one.AssociationId is not null)]));
        }
        var runs = await work.ListAsync<Stored>("select at, counts::text as counts from retention_runs order by id desc limit 14", null, cancel);
        return new Report(settings.StartedAt, rules, [.. RetentionRule.Fixed.Select(one => new Other(one.What.In(language), one.Kept.In(language)))],
            [.. runs.Select(run => new Run(run.At, JsonSerializer.Deserialize<Dictionary<string, long>>(run.Counts)!))], settings.Version);
    }
}
