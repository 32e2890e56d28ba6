using VpVarmland.Members.Register;

namespace VpVarmland.Members.Associations;

/// <summary>What every change of an association has in common: the row locked in the version the caller has read, the profile as the answer.</summary>
internal sealed record AssociationChange(Guid Id, string Name, string? MunicipalityCode, string State, DateOnly? EndedOn, bool IsDistrict, int Version)
{
    /// <summary>The association, locked; or why not.</summary>
    internal static async Task<(AssociationChange? Association, Failure? Failure)> BeginAsync(UnitOfWork work, Guid id, Reach reach, HttpContext http, CancellationToken cancel)
    {
        var found = reach.Covers(id) ? await work.FindAsync<AssociationChange>(
            "select id, name, municipality_code, state, ended_on, is_district, version from associations where id = @id for update", new { id }, cancel) : null;
        if (found is null)
            return (null, AssociationFailures.Unknown);
        return found.EndedOn is not null ? (null, AssociationFailures.Ended) : http.CheckVersion(found.Version) is { } stale ? (null, stale) : (found, null);
    }

    /// <summary>Tells the others how the association stands now. Call after the version was raised, where name, municipality or state changed.</summary>
    internal static async Task PublishAsync(UnitOfWork work, IEnumerable<Guid> ids, CancellationToken cancel)
    {
        foreach (var one in await work.ListAsync<Told>(
            "select id, name, municipality_code, state <> 'dormant' as is_active, version from associations where id = any(@ids) order by id", new { ids = ids.ToArray() }, cancel))
            work.Publish(new AssociationChanged(one.Id, one.Name, one.MunicipalityCode, one.IsActive) { Version = one.Version });
    }

    /// <summary>The profile as it is after the change.</summary>
    internal static async Task<Ok<AssociationProfile>> AnswerAsync(UnitOfWork work, Guid id, HttpContext http, CancellationToken cancel)
    {
        var profile = (await AssociationProfile.FindAsync(work, id, new Reach(true, []), cancel))!;
        http.SendVersion(profile.Version);
        return TypedResults.Ok(profile);
    }

    /// <summary>Null where the name and the municipality are free and known; otherwise why not.</summary>
    /// <param name="id">The association that is to have them.</param>
    /// <param name="stands">True where it is not dormant, and so needs its municipality for itself.</param>
    internal static async Task<Failure?> CheckAsync(UnitOfWork work, Guid id, string name, string? municipality, bool stands, CancellationToken cancel)
    {
        // Two at once wait for each other here, rather than break on the index.
        await work.ExecuteAsync("lock table municipalities in share row exclusive mode", null, cancel);
        var found = await work.GetAsync<Clashes>(
            """
            select exists (select from associations where name = @name and id <> @id and ended_on is null) as name_taken,
                @municipality::text is null or exists (select from municipalities where code = @municipality) as municipality_known,
                @stands and exists (select from associations where municipality_code = @municipality and id <> @id and state <> 'dormant') as municipality_taken
            """, new { id, name, municipality, stands }, cancel);
        return found switch
        {
            { NameTaken: true } => AssociationFailures.NameTaken,
            { MunicipalityKnown: false } => AssociationFailures.UnknownMunicipality,
            { MunicipalityTaken: true } => AssociationFailures.MunicipalityTaken,
            _ => null,
        };
    }

    private sealed record Clashes(bool NameTaken, bool MunicipalityKnown, bool MunicipalityTaken);

    private sealed record Told(Guid Id, string Name, string? MunicipalityCode, bool IsActive, int Version);
}
