namespace VpVarmland.Members.Associations;

/// <summary>An association as those who follow its figures see it.</summary>
/// <param name="Receives">The municipalities whose people it receives.</param>
/// <param name="MergedInto">What an ended one has gone up in.</param>
/// <param name="Vacancies">Kinds of assignment every association's board needs and that nobody holds today.</param>
internal sealed record AssociationProfile(
    Guid Id, string Name, string? MunicipalityCode, string? MunicipalityName, string[] Receives, AssociationState State, DateOnly? EndedOn, Guid? MergedInto, string? MergedIntoName, bool IsDistrict,
    string? OrganisationNumber, string? Address, string? PostalCode, string? Town, string? Email, string? Phone, string? Web, string? Giro, string? MeetingPlace,
    IReadOnlyList<BoardPlace> Board, IReadOnlyList<string> Vacancies, BoardBalance Balance, IReadOnlyList<AnnualMeeting> Meetings, IReadOnlyList<AssociationEntry> History, int Version)
{
    private sealed record Row(
        Guid Id, string Name, string? MunicipalityCode, string? MunicipalityName, string[] Receives, AssociationState State, DateOnly? EndedOn, Guid? MergedInto, string? MergedIntoName, bool IsDistrict,
        string? OrganisationNumber, string? Address, string? PostalCode, string? Town, string? Email, string? Phone, string? Web, string? Giro, string? MeetingPlace, int Version);

    /// <summary>The association, if within reach; otherwise null, which callers answer as not found.</summary>
    internal static async Task<AssociationProfile?> FindAsync(UnitOfWork work, Guid id, Reach reach, CancellationToken cancel)
    {
        var row = reach.Covers(id) ? await work.FindAsync<Row>(
            """
            select association.id, association.name, association.municipality_code, municipality.name as municipality_name,
                array(select place.name from receiving_associations receiver join municipalities place on place.code = receiver.municipality_code where receiver.id = association.id order by place.name) as receives,
                case when association.ended_on is null then association.state else 'ended' end as state, association.ended_on, association.merged_into, successor.name as merged_into_name,
                association.is_district, association.organisation_number, association.address, association.postal_code, association.town, association.email, association.phone,
                association.web, association.giro, association.meeting_place, association.version
            from associations association
            left join municipalities municipality on municipality.code = association.municipality_code
            left join associations successor on successor.id = association.merged_into
            where association.id = @id
            """, new { id }, cancel) : null;
        if (row is null)
            return null;
        var today = SwedishTime.DateOf(work.Now);
        var board = await BoardPlace.OfAsync(work, id, row.IsDistrict, today, cancel);
        return new AssociationProfile(
            row.Id, row.Name, row.MunicipalityCode, row.MunicipalityName, row.Receives, row.State, row.EndedOn, row.MergedInto, row.MergedIntoName, row.IsDistrict,
            row.OrganisationNumber, row.Address, row.PostalCode, row.Town, row.Email, row.Phone, row.Web, row.Giro, row.MeetingPlace,
            board, BoardRules.Vacancies(board, row.State, row.IsDistrict, today), await BoardBalance.OfAsync(work, board, cancel),
            await work.ListAsync<AnnualMeeting>("select year, planned_on, held_on from annual_meetings where association_id = @id order by year desc", new { id }, cancel),
            await work.ListAsync<AssociationEntry>(
                """
                select history.what, history.since, history.reason, other.id as other_id, other.name as other_name
                from association_history history left join associations other on other.id = history.other_id
                where history.association_id = @id order by history.since desc, history.id desc
                """, new { id }, cancel),
            row.Version);
    }
}

/// <summary>Somebody on the board, or elected to it for a later day.</summary>
/// <param name="EndsSoon">True where the term ends within sixty days.</param>
internal sealed record BoardPlace(Guid AssignmentId, Guid MemberId, string Name, string Kind, DateOnly From, DateOnly? Until, bool EndsSoon)
{
    internal static Task<IReadOnlyList<BoardPlace>> OfAsync(UnitOfWork work, Guid id, bool isDistrict, DateOnly today, CancellationToken cancel) => work.ListAsync<BoardPlace>(
        """
        select held.id as assignment_id, person.id as member_id, person.given_name || ' ' || person.family_name as name, held.kind, held.from_date as "from", held.until_date as until,
            coalesce(held.until_date <= @soon, false) as ends_soon
        from assignments held join assignment_kinds kinds using (kind) join people person on person.id = held.person_id
        where held.ended_on is null and case when @isDistrict then held.association_id is null and held.kind = any(@district) else held.association_id = @id end
        order by kinds.position, held.from_date, held.id
        """, new { id, isDistrict, district = BoardRules.DistrictBoard, soon = today.AddDays(BoardRules.SoonDays) }, cancel);
}

/// <summary>How a board is composed. Few are not suppressed: they are elected. At least half women is the party's floor for assignments.</summary>
/// <param name="Others">Those who state another gender or none.</param>
/// <param name="MeetsFloor">True where at least half are women, and of an empty board.</param>
internal sealed record BoardBalance(long Women, long Men, long Others, bool MeetsFloor)
{
    internal static async Task<BoardBalance> OfAsync(UnitOfWork work, IEnumerable<BoardPlace> board, CancellationToken cancel)
    {
        var genders = await work.ListAsync<string>("select gender from people where id = any(@ids)", new { ids = board.Select(place => place.MemberId).Distinct().ToArray() }, cancel);
        var (women, men) = (genders.Count(gender => gender == "woman"), genders.Count(gender => gender == "man"));
        return new BoardBalance(women, men, genders.Count - women - men, women * 2 >= genders.Count);
    }
}

/// <summary>The annual meeting of a year.</summary>
internal sealed record AnnualMeeting(int Year, DateOnly? PlannedOn, DateOnly? HeldOn);

/// <summary>What happened to an association, when and why.</summary>
internal enum AssociationEvent
{
    Active,
    Dormant,
    Forming,

    /// <summary>It went up in the other.</summary>
    Merged,

    /// <summary>It took up the other, or people from it.</summary>
    Received,

    /// <summary>People went from it to the other.</summary>
    Split,

    /// <summary>A merger or split with the other was undone.</summary>
    Undone,
}

/// <summary>A line of an association's history.</summary>
internal sealed record AssociationEntry(AssociationEvent What, DateOnly Since, string? Reason, Guid? OtherId, string? OtherName)
{
    internal static Task AddAsync(UnitOfWork work, Guid associationId, AssociationEvent what, DateOnly since, string? reason, Guid? otherId, CancellationToken cancel) => work.ExecuteAsync(
        "insert into association_history (id, association_id, what, since, reason, other_id) values (@id, @associationId, @what, @since, @reason, @otherId)",
        new { id = Guid.CreateVersion7(), associationId, what = what.ToText(), since, reason, otherId }, cancel);
}

/// <summary>What a board must have. Pure.</summary>
internal static class BoardRules
{
    /// <summary>A term that ends within so many days is shown, so that the election committee has time to find somebody.</summary>
    internal const int SoonDays = 60;

    internal static readonly string[] DistrictBoard = ["districtChair", "districtTreasurer", "districtBoardMember", "districtDeputy"];

    private static readonly string[] Needed = ["chair", "treasurer", "membershipSecretary"];
    private static readonly string[] NeededInDistrict = ["districtChair", "districtTreasurer"];

    /// <summary>Kinds nobody holds today; none are asked of an association that rests or has ended.</summary>
    internal static IReadOnlyList<string> Vacancies(IReadOnlyCollection<BoardPlace> board, AssociationState state, bool isDistrict, DateOnly today) =>
        state is AssociationState.Dormant or AssociationState.Ended ? []
            : [.. (isDistrict ? NeededInDistrict : Needed).Where(kind => !board.Any(place => place.Kind == kind && place.From <= today))];
}
