namespace VpVarmland.Members.Segments;

/// <summary>Who a saved list is for; each sees in it only those within the own reach.</summary>
internal enum SegmentSharing
{
    /// <summary>Whoever made it.</summary>
    Own,

    /// <summary>Everybody who reads an association's register.</summary>
    Association,

    /// <summary>Everybody who reads the whole district's register.</summary>
    District,
}

/// <summary>A saved list: a filter with a name.</summary>
internal sealed record Segment(Guid Id, string Name, Filter Filter, SegmentSharing Sharing, Guid? AssociationId, bool IsMine, DateTimeOffset ChangedAt, int Version)
{
    private sealed record Row(Guid Id, string Name, string Filter, Guid? AssociationId, bool IsDistrict, Guid OwnerId, DateTimeOffset ChangedAt, int Version);

    /// <summary>The lists that the caller sees, by name.</summary>
    internal static Task<IReadOnlyList<Segment>> ListAsync(UnitOfWork work, Caller caller, CancellationToken cancel) => ReadAsync(work, caller.MemberId, caller.Reach(Permission.ReadRegister), null, "", cancel);

    /// <summary>One of them; null where the caller does not see it.</summary>
    internal static Task<Segment?> FindAsync(UnitOfWork work, Caller caller, Guid id, CancellationToken cancel) =>
        FindAsync(work, caller.MemberId, caller.Reach(Permission.ReadRegister), id, cancel);

    /// <summary>One of those that somebody with that reach sees; null where they do not.</summary>
    internal static async Task<Segment?> FindAsync(UnitOfWork work, Guid? member, Reach reach, Guid id, CancellationToken cancel) =>
        (await ReadAsync(work, member, reach, id, "", cancel)).SingleOrDefault();

    /// <summary>One of them, locked for a change.</summary>
    internal static async Task<Segment?> LockAsync(UnitOfWork work, Caller caller, Guid id, CancellationToken cancel) =>
        (await ReadAsync(work, caller.MemberId, caller.Reach(Permission.ReadRegister), id, "for update", cancel)).SingleOrDefault();

    private static async Task<IReadOnlyList<Segment>> ReadAsync(UnitOfWork work, Guid? member, Reach reach, Guid? id, string locking, CancellationToken cancel)
    {
        var rows = await work.ListAsync<Row>(
            $"""
            select id, name, filter::text as filter, association_id, is_district, owner_id, changed_at, version from segments
            where (@id::uuid is null or id = @id) and (owner_id = @member or is_district and @District or association_id is not null and (@District or association_id = any(@Ids)))
            order by name, id {locking}
            """, new { id, member, reach.District, reach.Ids }, cancel);
        return [.. rows.Select(row => new Segment(
            row.Id, row.Name, System.Text.Json.JsonSerializer.Deserialize<Filter>(row.Filter, Json.Options)!,
            row.IsDistrict ? SegmentSharing.District : row.AssociationId is null ? SegmentSharing.Own : SegmentSharing.Association,
            row.AssociationId, row.OwnerId == member, row.ChangedAt, row.Version))];
    }
}
