using VpVarmland.Members.Balance;

namespace VpVarmland.Members.Feminism;

/// <summary>The feminist officer's desk of a year: in an association, or for the district.</summary>
internal static class FeministDesk
{
    /// <param name="IsDistrict">The district's own work; everything of the associations' meetings is counted too.</param>
    /// <param name="Meetings">Separatist meetings; empty also where no service has told of any.</param>
    /// <param name="BelowFloor">Boards and committees with fewer than half women today.</param>
    /// <param name="Owners">Who can answer for a point.</param>
    internal sealed record Response(
        Guid PlaceId, string PlaceName, bool IsDistrict, int Year, IReadOnlyList<Item> Items, IReadOnlyList<Meeting> Meetings, IReadOnlyList<TalkTime> TalkTimes, ExitFigures Exits,
        IReadOnlyList<Check> Checklist, IReadOnlyList<ReadBalance.Body> BelowFloor, IReadOnlyList<Owner> Owners);

    internal sealed record Item(Guid ItemId, int Quarter, string Title, Guid? OwnerId, string? Owner, ItemState State, string? Note, int Version);

    internal sealed record Meeting(Guid MeetingId, string? AssociationName, string Title, DateOnly HeldOn, int? Attended);

    /// <param name="WomenPercent">Of the time; null: so few spoke that it would be about persons.</param>
    internal sealed record TalkTime(Guid MeetingId, string? AssociationName, string Title, DateOnly HeldOn, int Minutes, int? WomenPercent);

    internal sealed record Check(NominationPoint Point, DateTimeOffset? DoneAt, string? DoneBy, string? Note);

    internal sealed record Owner(Guid MemberId, string Name);

    private sealed record TalkRow(Guid MeetingId, string? AssociationName, string Title, DateOnly HeldOn, int WomenSpeakers, int WomenSeconds, int Speakers, int Seconds);

    private sealed record ExitRow(long Held, long Declined, long Open);

    private sealed record CheckRow(string Point, DateTimeOffset DoneAt, string? DoneBy, string? Note);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/feminism/{year:int}", Handle)
        .RequirePermission(Permission.WorkFeminism)
        .WithSummary("The internal feminist work of a year: plan, meetings, talk time, exit conversations in figures, checklist");

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle([System.ComponentModel.DataAnnotations.Range(2000, 2100)] int year, Guid? association, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await DeskPlace.FindAsync(work, association, caller, cancel) is { } place ? TypedResults.Ok(await ReadAsync(work, place, year, cancel)) : DeskFailures.Unknown.ToProblem(http);

    internal static async Task<Response> ReadAsync(UnitOfWork work, DeskPlace place, int year, CancellationToken cancel)
    {
        var values = new { place.Id, place.IsDistrict, year, first = new DateOnly(year, 1, 1), last = new DateOnly(year, 12, 31), from = SwedishTime.StartOf(new DateOnly(year, 1, 1)), until = SwedishTime.StartOf(new DateOnly(year + 1, 1, 1)), today = SwedishTime.DateOf(work.Now) };
        const string here = "held_on between @first and @last and (@IsDistrict or one.association_id = @Id)";
        var checks = (await work.ListAsync<CheckRow>(
            "select one.point, one.done_at, person.given_name || ' ' || person.family_name as done_by, one.note from nomination_checks one left join people person on person.id = one.done_by where one.association_id = @Id and one.year = @year", values, cancel)).ToDictionary(row => row.Point, StringComparer.Ordinal);
        var exits = await work.GetAsync<ExitRow>(
            """
            select count(*) filter (where result = 'talkHeld') as held, count(*) filter (where state = 'done' and result is distinct from 'talkHeld') as declined, count(*) filter (where state = 'open') as open
            from care_cases where reason = 'leftAssignment' and opened_at >= @from and opened_at < @until and (@IsDistrict or association_id = @Id)
            """, values, cancel);
        var balance = await ReadBalance.ReadAsync(work, place.IsDistrict ? null : place.Id, cancel);
        return new Response(
            place.Id, place.Name, place.IsDistrict, year,
            await work.ListAsync<Item>(
                """
                select one.id as item_id, one.quarter, one.title, one.owner_id, person.given_name || ' ' || person.family_name as owner, one.state, one.note, one.version
                from feminist_items one left join people person on person.id = one.owner_id where one.association_id = @Id and one.year = @year order by one.quarter, one.id
                """, values, cancel),
            await work.ListAsync<Meeting>(
                $"select one.meeting_id, association.name as association_name, one.title, one.held_on, one.attended from separatist_meetings one left join associations association on association.id = one.association_id where one.is_separatist and {here} order by one.held_on, one.meeting_id", values, cancel),
            [.. (await work.ListAsync<TalkRow>(
                $"select one.meeting_id, association.name as association_name, one.title, one.held_on, one.women_speakers, one.women_seconds, one.speakers, one.seconds from talk_times one left join associations association on association.id = one.association_id where {here} order by one.held_on, one.meeting_id", values, cancel))
                .Select(row => new TalkTime(row.MeetingId, row.AssociationName, row.Title, row.HeldOn, row.Seconds / 60, DeskRules.TalkShare(row.WomenSpeakers, row.WomenSeconds, row.Speakers, row.Seconds)))],
            DeskRules.Exits(exits.Held, exits.Declined, exits.Open),
            [.. Enum.GetValues<NominationPoint>().Select(point => checks.GetValueOrDefault(point.ToText()) is { } done ? new Check(point, done.DoneAt, done.DoneBy, done.Note) : new Check(point, null, null, null))],
            [.. balance.Bodies.Where(body => !body.MeetsFloor)],
            await work.ListAsync<Owner>(
                """
                select person.id as member_id, person.given_name || ' ' || person.family_name as name from people person
                where exists (select from assignments held where held.person_id = person.id and held.ended_on is null and (held.association_id = @Id or @IsDistrict and held.association_id is null))
                order by person.family_name, person.given_name, person.id limit 200
                """, values, cancel));
    }
}

/// <summary>Whose desk it is: an association's, or the district's, which is an association of its own in the tables.</summary>
internal sealed record DeskPlace(Guid Id, string Name, bool IsDistrict)
{
    /// <param name="association">Null: the district.</param>
    internal static async Task<DeskPlace?> FindAsync(UnitOfWork work, Guid? association, Caller caller, CancellationToken cancel)
    {
        var reach = caller.Reach(Permission.WorkFeminism);
        var place = await work.FindAsync<DeskPlace>("select id, name, is_district from associations where ended_on is null and case when @association::uuid is null then is_district else id = @association end", new { association }, cancel);
        return place is not null && (place.IsDistrict ? reach.District : reach.Covers(place.Id)) ? place : null;
    }
}

internal static class DeskFailures
{
    internal static readonly Failure Unknown = Failure.Missing("feminism.unknown", "Det finns inte, eller så är det inte ditt att arbeta med.", "It does not exist, or is not yours to work with.");

    internal static readonly Failure NoOwner = Failure.Bad("feminism.no_owner", "Den som ansvarar behöver ha ett uppdrag där.", "Whoever answers for it needs an assignment there.");

    internal static readonly Failure TooMany = Failure.Conflict("feminism.too_many", "Planen har redan hundra punkter.", "The plan has a hundred points already.");
}
