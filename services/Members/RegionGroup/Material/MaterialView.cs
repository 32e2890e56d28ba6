using VpVarmland.Members.Files;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.RegionGroup.Material;

/// <summary>Something published for the associations: a text, with a link or a file where there is one.</summary>
/// <param name="ValidUntil">The last day on which associations see it; null: until further notice.</param>
/// <param name="IsValid">They see it today.</param>
/// <param name="Read">How many associations have read it, of those that it is for.</param>
internal sealed record MaterialRow(
    Guid MaterialId, RegionArea Area, string Title, string Body, string? Link, FileView? File, DateOnly? ValidUntil, bool IsValid, DateTimeOffset PublishedAt, string? PublishedBy, int Read, int Associations, int Version);

/// <summary>How it stands with one association.</summary>
internal sealed record MaterialReader(Guid AssociationId, string Association, DateTimeOffset? ReadAt);

/// <summary>Material with every association that stands, those that have not read it first.</summary>
internal sealed record MaterialView(MaterialRow Material, IReadOnlyList<MaterialReader> Readers)
{
    internal static async Task<MaterialView?> FindAsync(UnitOfWork work, Guid id, CancellationToken cancel)
    {
        if (await work.FindAsync<StoredMaterial>($"{StoredMaterial.Select} where material.id = @id", new { id, today = SwedishTime.DateOf(work.Now) }, cancel) is not { } material)
            return null;
        return new MaterialView(material.Seen(), await work.ListAsync<MaterialReader>(
            $"""
            select association.id as association_id, association.name as association, mark.read_at
            from associations association left join region_material_reads mark on mark.association_id = association.id and mark.material_id = @id
            where {StoredMaterial.Standing} order by mark.read_at is not null, association.name
            """, new { id }, cancel));
    }

    internal static async Task<Results<Ok<MaterialView>, ProblemHttpResult>> AnswerAsync(UnitOfWork work, Guid id, HttpContext http, CancellationToken cancel)
    {
        if (await FindAsync(work, id, cancel) is not { } view)
            return RegionFailures.Unknown.ToProblem(http);
        http.SendVersion(view.Material.Version);
        return TypedResults.Ok(view);
    }
}

/// <summary>A row as the database gives it.</summary>
internal sealed record StoredMaterial(
    Guid Id, RegionArea Area, string Title, string Body, string? Link, Guid? FileId, string? Name, string? MediaType, int? Size, DateOnly? ValidUntil, bool IsValid, DateTimeOffset PublishedAt, string? PublishedBy, int Read, int Associations,
    int Version)
{
    /// <summary>The associations that it is for.</summary>
    internal const string Standing = "not association.is_district and association.ended_on is null and association.state in ('active', 'forming')";

    /// <summary>Needs the parameter <c>@today</c>.</summary>
    internal static readonly string Select =
        $"""
        select material.id, material.area, material.title, material.body, material.link, {StoredFile.Columns}, material.valid_until, coalesce(material.valid_until >= @today, true) as is_valid, material.published_at,
            publisher.given_name || ' ' || publisher.family_name as published_by, counted.read, counted.associations, material.version
        from region_material material left join people publisher on publisher.id = material.published_by left join stored_files file on file.id = material.file_id
        cross join lateral (
            select count(mark.read_at)::int as read, count(*)::int as associations
            from associations association left join region_material_reads mark on mark.association_id = association.id and mark.material_id = material.id where {Standing}) counted
        """;

    internal MaterialRow Seen() => new(
        Id, Area, Title, Body, Link, FileId is { } file ? new FileView(file, Name!, MediaType!, Size!.Value) : null, ValidUntil, IsValid, PublishedAt, PublishedBy, Read, Associations, Version);
}
