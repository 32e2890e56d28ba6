namespace VpVarmland.Members.RegionGroup.Report;

/// <summary>What the platform knows of the region group's year.</summary>
/// <param name="Places">Who sat where; holders of public assignments, and nobody with protected identity.</param>
/// <param name="Meetings">Held, by body.</param>
/// <param name="Matters">Prepared for the year's meetings.</param>
/// <param name="Positions">Adopted in the year, as they were adopted last.</param>
internal sealed record RegionFacts(IReadOnlyList<RegionFacts.Place> Places, IReadOnlyList<RegionFacts.Held> Meetings, IReadOnlyList<RegionFacts.Matter> Matters, IReadOnlyList<RegionFacts.Position> Positions, IReadOnlyList<RegionFacts.Published> Papers)
{
    internal sealed record Place(string Body, Bodies.RegionFunction Function, string Name);

    internal sealed record Held(string Body, int Meetings);

    internal sealed record Matter(string Body, DateTimeOffset StartsAt, string Title);

    internal sealed record Position(RegionArea Area, string Title, DateOnly AdoptedOn);

    internal sealed record Published(string Title, int Read, int Associations);

    internal static async Task<RegionFacts> ReadAsync(UnitOfWork work, int year, CancellationToken cancel)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var known = new { first, last, from = SwedishTime.StartOf(first), until = SwedishTime.StartOf(last.AddDays(1)), today = SwedishTime.DateOf(work.Now), work.Now };
        return new RegionFacts(
            await work.ListAsync<Place>(
                """
                select body.name as body, seat.function, person.given_name || ' ' || person.family_name as name
                from region_seats seat join committees body on body.id = seat.body_id join region_bodies kept on kept.committee_id = body.id join people person on person.id = seat.person_id
                where seat.from_date <= least(@last, @today) and coalesce(least(seat.until_date, seat.ended_on), @last) >= @first and not person.is_protected
                    and exists (select from memberships where memberships.person_id = person.id and memberships.ended_on is null)
                group by body.name, kept.is_assembly, seat.function, person.id, person.given_name, person.family_name
                order by not kept.is_assembly, body.name, array_position(array['chair', 'deputyChair', 'member', 'substitute'], seat.function), person.family_name, person.given_name
                """, known, cancel),
            await work.ListAsync<Held>(
                """
                select body.name as body, count(*)::int as meetings from region_meetings meeting join committees body on body.id = meeting.body_id join region_bodies kept on kept.committee_id = body.id
                where meeting.starts_at >= @from and meeting.starts_at < least(@until, @Now) group by body.name, kept.is_assembly order by not kept.is_assembly, body.name
                """, known, cancel),
            await work.ListAsync<Matter>(
                """
                select body.name as body, meeting.starts_at, matter.title from region_matters matter join region_meetings meeting on meeting.id = matter.meeting_id join committees body on body.id = meeting.body_id
                where matter.done_at is not null and meeting.starts_at >= @from and meeting.starts_at < least(@until, @Now) order by meeting.starts_at, matter.due_on, matter.id limit 300
                """, known, cancel),
            await work.ListAsync<Position>(
                """
                select area, title, adopted_on from (
                    select distinct on (position_id) position_id, area, title, adopted_on from region_position_versions where state = 'adopted' and adopted_on between @first and @last order by position_id, version desc) one
                order by adopted_on, title limit 300
                """, known, cancel),
            await work.ListAsync<Published>(
                $"""
                select material.title, counted.read, counted.associations from region_material material
                cross join lateral (
                    select count(mark.read_at)::int as read, count(*)::int as associations
                    from associations association left join region_material_reads mark on mark.association_id = association.id and mark.material_id = material.id where {RegionGroup.Material.StoredMaterial.Standing}) counted
                where material.published_at >= @from and material.published_at < @until order by material.published_at, material.id limit 300
                """, known, cancel));
    }
}
