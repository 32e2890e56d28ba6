using VpVarmland.Members.Register;

namespace VpVarmland.Members.RegionGroup.Positions;

/// <summary>How far a position has come.</summary>
internal enum PositionState
{
    /// <summary>Being written; what was adopted before holds meanwhile.</summary>
    Draft,
    Adopted,

    /// <summary>Was adopted, and holds no more.</summary>
    Withdrawn,
}

/// <summary>What the region group stands for in one question.</summary>
/// <param name="Source">Where it comes from, such as a motion.</param>
/// <param name="StandingOn">When that was adopted which holds now; null: nothing does.</param>
internal sealed record RegionPosition(
    Guid PositionId, RegionArea Area, string Title, string Text, string? Source, string? SourceLink, PositionState State, DateOnly? AdoptedOn, int? StandingVersion, DateOnly? StandingOn,
    DateTimeOffset EditedAt, string? EditedBy, int Version)
{
    internal const string Select =
        """
        select position.id as position_id, position.area, position.title, position.text, position.source, position.source_link, position.state, position.adopted_on, position.standing_version, standing.adopted_on as standing_on,
            position.edited_at, editor.given_name || ' ' || editor.family_name as edited_by, position.version
        from region_positions position left join people editor on editor.id = position.edited_by
        left join region_position_versions standing on standing.position_id = position.id and standing.version = position.standing_version
        """;
}

/// <summary>A position as it was after one change.</summary>
internal sealed record PositionVersion(int Version, RegionArea Area, string Title, string Text, string? Source, string? SourceLink, PositionState State, DateOnly? AdoptedOn, DateTimeOffset EditedAt, string? EditedBy);

/// <summary>A position with its versions, latest first.</summary>
internal sealed record RegionPositionView(RegionPosition Position, IReadOnlyList<PositionVersion> History)
{
    internal static async Task<RegionPositionView?> FindAsync(UnitOfWork work, Guid id, CancellationToken cancel)
    {
        if (await work.FindAsync<RegionPosition>($"{RegionPosition.Select} where position.id = @id", new { id }, cancel) is not { } position)
            return null;
        return new RegionPositionView(position, await work.ListAsync<PositionVersion>(
            """
            select one.version, one.area, one.title, one.text, one.source, one.source_link, one.state, one.adopted_on, one.edited_at, editor.given_name || ' ' || editor.family_name as edited_by
            from region_position_versions one left join people editor on editor.id = one.edited_by where one.position_id = @id order by one.version desc limit 200
            """, new { id }, cancel));
    }

    internal static async Task<Results<Ok<RegionPositionView>, ProblemHttpResult>> AnswerAsync(UnitOfWork work, Guid id, HttpContext http, CancellationToken cancel)
    {
        if (await FindAsync(work, id, cancel) is not { } view)
            return RegionFailures.Unknown.ToProblem(http);
        http.SendVersion(view.Position.Version);
        return TypedResults.Ok(view);
    }
}

/// <summary>The order of lists of positions: by area, then by title.</summary>
internal sealed record PositionPlace(int Area, string Title, Guid Id)
{
    internal static PositionPlace Of(RegionArea area, string title, Guid id) => new((int)area + 1, title, id);

    /// <param name="row">What the row is called that has area and title.</param>
    /// <param name="id">The position's id in it.</param>
    internal static string Key(string row, string id) =>
        $"array_position(array['care', 'publicTransport', 'culture', 'development', 'climate', 'staff', 'economy', 'other'], {row}.area), {row}.title collate \"sv-SE-x-icu\", {row}.{id}";

    /// <summary>What comes after the last that was shown. Needs <c>@afterId</c>, <c>@afterArea</c> and <c>@afterTitle</c>.</summary>
    internal static string After(string row, string id) => $"(@afterId::uuid is null or ({Key(row, id)}) > (@afterArea, @afterTitle collate \"sv-SE-x-icu\", @afterId))";
}
