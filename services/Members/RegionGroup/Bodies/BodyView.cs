namespace VpVarmland.Members.RegionGroup.Bodies;

/// <summary>As what somebody sits in one of the region's bodies.</summary>
internal enum RegionFunction
{
    Chair,
    DeputyChair,
    Member,
    Substitute,
}

/// <summary>A place that somebody has.</summary>
/// <param name="From">May lie ahead: elected, and not yet begun.</param>
/// <param name="SuccessorName">Who takes over, once that is said; the list of what is handed over goes with it.</param>
internal sealed record RegionSeat(Guid AssignmentId, Guid MemberId, string Name, RegionFunction Function, DateOnly From, DateOnly? Until, bool EndsSoon, string? SuccessorName, DateOnly? SuccessorFrom);

/// <summary>The region's assembly, or one of its boards or committees.</summary>
/// <param name="Seats">Ours, ordinary: chair and deputy chair included.</param>
/// <param name="Vacant">Of those that nobody has today.</param>
internal sealed record RegionBody(Guid BodyId, string Name, string? About, bool IsAssembly, int Seats, int SubstituteSeats, int Vacant, int VacantSubstitutes, int Version, IReadOnlyList<RegionSeat> Holders)
{
    /// <summary>Every body that stands, the assembly first.</summary>
    internal static async Task<IReadOnlyList<RegionBody>> AllAsync(UnitOfWork work, CancellationToken cancel)
    {
        var today = SwedishTime.DateOf(work.Now);
        // A successor who has not begun stands with whom they succeed.
        var seats = (await work.ListAsync<SeatRow>(
            """
            select seat.body_id, seat.assignment_id, person.id as member_id, person.given_name || ' ' || person.family_name as name, seat.function, seat.from_date as "from", seat.until_date as until,
                coalesce(seat.until_date <= @soon, false) as ends_soon, next.given_name || ' ' || next.family_name as successor_name, successor.from_date as successor_from
            from region_seats seat join people person on person.id = seat.person_id
            left join assignment_successions named on named.assignment_id = seat.assignment_id left join assignments successor on successor.id = named.successor_id and successor.ended_on is null left join people next on next.id = successor.person_id
            where seat.ended_on is null and not (seat.from_date > @today and exists (select from assignment_successions earlier join assignments held on held.id = earlier.assignment_id where earlier.successor_id = seat.assignment_id and held.ended_on is null))
            order by array_position(array['chair', 'deputyChair', 'member', 'substitute'], seat.function), person.family_name, person.given_name, seat.assignment_id
            """, new { today, soon = today.AddDays(Associations.BoardRules.SoonDays) }, cancel)).ToLookup(seat => seat.BodyId);
        var bodies = await work.ListAsync<Row>(
            """
            select committee.id, committee.name, committee.purpose, body.is_assembly, body.seats, body.substitute_seats, committee.version
            from region_bodies body join committees committee on committee.id = body.committee_id where committee.ended_on is null order by not body.is_assembly, committee.name
            """, null, cancel);
        return [.. bodies.Select(body => body.With([.. seats[body.Id].Select(seat => seat.Seen())], today))];
    }

    private sealed record Row(Guid Id, string Name, string? Purpose, bool IsAssembly, int Seats, int SubstituteSeats, int Version)
    {
        internal RegionBody With(IReadOnlyList<RegionSeat> holders, DateOnly today)
        {
            var substitutes = holders.Count(seat => seat.From <= today && seat.Function == RegionFunction.Substitute);
            var ordinary = holders.Count(seat => seat.From <= today) - substitutes;
            return new RegionBody(Id, Name, Purpose, IsAssembly, Seats, SubstituteSeats, Math.Max(0, Seats - ordinary), Math.Max(0, SubstituteSeats - substitutes), Version, holders);
        }
    }

    private sealed record SeatRow(Guid BodyId, Guid AssignmentId, Guid MemberId, string Name, RegionFunction Function, DateOnly From, DateOnly? Until, bool EndsSoon, string? SuccessorName, DateOnly? SuccessorFrom)
    {
        internal RegionSeat Seen() => new(AssignmentId, MemberId, Name, Function, From, Until, EndsSoon, SuccessorName, SuccessorFrom);
    }
}
