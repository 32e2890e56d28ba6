using VpVarmland.Members.Associations;
using VpVarmland.Members.Care;
using VpVarmland.Members.Files;

namespace VpVarmland.Members.Activation.Ladder;

/// <summary>
/// How many stand on which rung at the end of each quarter, and who-many went up and down, in the district or one association. For those who ask members to help, and never for members: in a small
/// association a number of one is a person.
/// </summary>
internal static class ReadLadder
{
    /// <param name="WindowMonths">Months back that count for having come and having helped.</param>
    /// <param name="Quarters">The earliest first; the last is the running one. As far back as the facts of a whole window are kept.</param>
    /// <param name="Associations">Those that have or had members, by name; of one association that one.</param>
    internal sealed record Response(int WindowMonths, Counts Now, IReadOnlyList<Quarter> Quarters, IReadOnlyList<Standing> Associations);

    /// <summary>How many have the rung as their highest.</summary>
    internal sealed record Counts(long Joined, long Came, long Helped, long Holds)
    {
        internal long Members => Joined + Came + Helped + Holds;

        internal static Counts On(IReadOnlyList<LadderFacts> people, DateOnly day, int window)
        {
            var counted = people.Select(one => LadderRule.Of(one, day, window)).OfType<Rung>().CountBy(rung => rung).ToDictionary();
            return new Counts(counted.GetValueOrDefault(Rung.Joined), counted.GetValueOrDefault(Rung.Came), counted.GetValueOrDefault(Rung.Helped), counted.GetValueOrDefault(Rung.Holds));
        }
    }

    /// <param name="Name">yyyy-Qn.</param>
    /// <param name="Day">The last day of the quarter; of the running one today.</param>
    /// <param name="Rungs">As it stood at the end of that day.</param>
    /// <param name="New">Became members during the quarter, and were at its end.</param>
    /// <param name="Left">Were members when it began, and not at its end.</param>
    /// <param name="Steps">From where to where, those who stayed too.</param>
    internal sealed record Quarter(string Name, DateOnly Day, Counts Rungs, long Up, long Down, long New, long Left, IReadOnlyList<LadderStep> Steps)
    {
        internal static Quarter Of(IReadOnlyList<LadderFacts> people, DateOnly start, DateOnly day, int window)
        {
            var steps = LadderRule.Steps(people, start, day, window);
            return new Quarter(CareStatistics.NameOf(CareStatistics.FirstOf(day)), day, Counts.On(people, day, window),
                Sum(step => step.IsUp), Sum(step => step.IsDown), Sum(step => step.IsNew), Sum(step => step.IsLeaving), steps);

            long Sum(Func<LadderStep, bool> which) => steps.Where(which).Sum(step => step.People);
        }
    }

    /// <summary>An association now, and what has happened in the running quarter.</summary>
    internal sealed record Standing(Guid AssociationId, string Name, Counts Now, long Up, long Down);

    private static readonly string[] Headings =
        ["Partiförening", "Kvartal", "Till och med", "Medlemmar", "Är med", "Har kommit", "Har hjälpt till", "Har uppdrag", "Gick upp", "Gick ner", "Nya", "Lämnade"];

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/activation/ladder", Handle).RequirePermission(Permission.AskForHelp).WithSummary("The engagement ladder: how many stand on which rung, and went up and down, by quarter");
        api.MapGet("/activation/ladder/export", Export).RequirePermission(Permission.AskForHelp).WithSummary("The engagement ladder by association and quarter, as CSV");
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid? association, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.AskForHelp);
        if (association is { } one && !reach.Covers(one))
            return AssociationFailures.Unknown.ToProblem(http);
        var (days, window) = await DaysAsync(work, cancel);
        var people = await LadderPeople.ReadAsync(work, reach, association, days[0], window, cancel);
        var (everybody, today) = (people.Everybody, days[^1]);
        return TypedResults.Ok(new Response(
            window, Counts.On(everybody, today, window), QuartersOf(everybody, days, window),
            [.. from place in await PlacesAsync(work, reach, association, cancel)
                let theirs = people.Of(place.Id)
                where theirs.Count > 0
                let running = Quarter.Of(theirs, days[Math.Max(0, days.Count - 2)], today, window)
                select new Standing(place.Id, place.Name, running.Rungs, running.Up, running.Down)]));
    }

    private static async Task<FileContentHttpResult> Export(Caller caller, UnitOfWork work, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.AskForHelp);
        var (days, window) = await DaysAsync(work, cancel);
        var people = await LadderPeople.ReadAsync(work, reach, null, days[0], window, cancel);
        var rows = from place in await PlacesAsync(work, reach, null, cancel)
                   from quarter in QuartersOf(people.Of(place.Id), days, window)
                   let rungs = quarter.Rungs
                   where quarter.Steps.Count > 0
                   select (string[])
                   [
                       place.Name, quarter.Name, $"{quarter.Day:yyyy-MM-dd}", $"{rungs.Members}", $"{rungs.Joined}", $"{rungs.Came}", $"{rungs.Helped}", $"{rungs.Holds}",
                       $"{quarter.Up}", $"{quarter.Down}", $"{quarter.New}", $"{quarter.Left}",
                   ];
        return CsvFile.Of($"engagemangstrappan-{days[^1]:yyyy-MM-dd}", Headings, rows);
    }

    private static async Task<(IReadOnlyList<DateOnly> Days, int Window)> DaysAsync(UnitOfWork work, CancellationToken cancel)
    {
        var kept = await LadderPeople.KeptMonthsAsync(work, cancel);
        return (LadderRule.Days(SwedishTime.DateOf(work.Now), kept), LadderRule.Window(kept));
    }

    private static IReadOnlyList<Quarter> QuartersOf(IReadOnlyList<LadderFacts> people, IReadOnlyList<DateOnly> days, int window) =>
        [.. days.Zip(days.Skip(1), (start, day) => Quarter.Of(people, start, day, window))];

    private static Task<IReadOnlyList<Register.AssociationName>> PlacesAsync(UnitOfWork work, Reach reach, Guid? association, CancellationToken cancel) => work.ListAsync<Register.AssociationName>(
        "select id, name from associations where ended_on is null and (@District or id = any(@Ids)) and (@association::uuid is null or id = @association) order by name",
        new { reach.District, reach.Ids, association }, cancel);
}
