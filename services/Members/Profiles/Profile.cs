using System.Text.Json;

namespace VpVarmland.Members.Profiles;

/// <summary>What a profile says.</summary>
internal record ProfileText
{
    /// <summary>What they answer for, in a few words.</summary>
    [AtMost(100)]
    public string? Area { get; init; }

    [AtMost(2000)]
    public string? Text { get; init; }

    /// <summary>A way to reach them that they want the public to have; never taken from the register.</summary>
    [Email]
    public string? Email { get; init; }

    [Associations.Phone]
    public string? Phone { get; init; }

    [Associations.WebAddress]
    public string? Web { get; init; }
}

/// <summary>A profile as its person and those who publish see it.</summary>
/// <param name="ProfileId">The assignment it presents.</param>
/// <param name="HasConsent">The person has agreed to what stands here now.</param>
/// <param name="PublishedAt">Null: the public sees nothing.</param>
/// <param name="IsChanged">What the public sees is an earlier text than this one.</param>
/// <param name="Version">0: nothing is written yet.</param>
internal sealed record Profile(
    Guid ProfileId, Guid MemberId, string Name, string Kind, string? AssociationName, DateOnly? Until, string? Area, string Text, string? Email, string? Phone, string? Web,
    bool HasPortrait, bool HasConsent, DateTimeOffset? PublishedAt, bool IsChanged, DateTimeOffset? EditedAt, string? EditedBy, int Version)
{
    /// <summary>Kinds of assignment that can be presented to the public.</summary>
    internal static readonly string[] Kinds = ["memberOfParliament", "regionCouncillor", "districtChair", "districtTreasurer", "districtBoardMember", "districtDeputy", "chair"];

    /// <summary>The profiles of current assignments that satisfy the condition, which reads <c>held</c>; with or without something written.</summary>
    internal static Task<IReadOnlyList<Profile>> ListAsync(UnitOfWork work, string condition, object values, CancellationToken cancel) => work.ListAsync<Profile>(
        $"""
        select held.id as profile_id, person.id as member_id, person.given_name || ' ' || person.family_name as name, held.kind, association.name as association_name, held.until_date as until,
            one.area, coalesce(one.about, '') as text, one.email, one.phone, one.web, one.portrait is not null as has_portrait, one.consented_at is not null as has_consent, one.published_at,
            coalesce(one.published <> {ProfileState.Shown}, false) as is_changed, one.edited_at, editor.given_name || ' ' || editor.family_name as edited_by, coalesce(one.version, 0) as version
        from assignments held join assignment_kinds kinds using (kind) join people person on person.id = held.person_id left join associations association on association.id = held.association_id
        left join public_profiles one on one.assignment_id = held.id left join people editor on editor.id = one.edited_by
        where held.ended_on is null and held.kind = any(@kinds) and {condition}
        order by array_position(@kinds, held.kind), association.name nulls first, person.family_name, person.given_name, held.id limit 500
        """, Values(values), cancel);

    internal static async Task<Profile?> FindAsync(UnitOfWork work, Guid id, CancellationToken cancel) => (await ListAsync(work, "held.id = @id", new { id }, cancel)).SingleOrDefault();

    /// <summary>Locks a current assignment that can be presented, of that person or of anybody.</summary>
    internal static async Task<Profile?> LockAsync(UnitOfWork work, Guid id, Guid? member, CancellationToken cancel) =>
        await work.FindAsync<Guid?>("select id from assignments where id = @id and (@member::uuid is null or person_id = @member) for update", new { id, member }, cancel) is null ? null : await FindAsync(work, id, cancel);

    private static Dapper.DynamicParameters Values(object others)
    {
        var values = new Dapper.DynamicParameters(others);
        values.Add("kinds", Kinds);
        return values;
    }
}

/// <summary>Telling the public, through the service that shows it.</summary>
internal static class ProfileState
{
    /// <summary>What would be shown of the row <c>one</c> if it were published now.</summary>
    internal const string Shown = "jsonb_build_object('area', one.area, 'text', one.about, 'email', one.email, 'phone', one.phone, 'web', one.web, 'portrait', encode(one.portrait, 'base64'))";

    /// <summary>Tells the profiles that satisfy the condition again, each with a higher version: published, or withdrawn.</summary>
    /// <param name="condition">Over <c>one</c> (the profile) and <c>held</c> (its assignment).</param>
    internal static async Task<int> TellAsync(UnitOfWork work, string condition, object values, CancellationToken cancel)
    {
        var rows = await work.ListAsync<Row>(
            $"""
            update public_profiles one set version = one.version + 1 from assignments held, people person
            where held.id = one.assignment_id and person.id = held.person_id and {condition}
            returning one.assignment_id, one.version, person.id as person_id, person.given_name || ' ' || person.family_name as name, held.kind, held.until_date, one.published::text as published
            """, values, cancel);
        foreach (var row in rows)
            work.Publish(row.Event());
        return rows.Count;
    }

    /// <summary>Takes what is shown away at once: the assignments ended, or the person may not be shown.</summary>
    internal static async Task WithdrawAsync(UnitOfWork work, Guid[] assignments, CancellationToken cancel)
    {
        var shown = await work.ListAsync<Guid>(
            "update public_profiles set published = null, published_at = null, consented_at = null where assignment_id = any(@assignments) and published is not null returning assignment_id", new { assignments }, cancel);
        if (shown.Count == 0)
            return;
        await TellAsync(work, "one.assignment_id = any(@shown)", new { shown = shown.ToArray() }, cancel);
        foreach (var one in shown)
            work.Record("profile.withdrawn", one);
    }

    internal sealed record Row(Guid AssignmentId, int Version, Guid PersonId, string Name, string Kind, DateOnly? UntilDate, string? Published)
    {
        internal IntegrationEvent Event()
        {
            if (Published is null)
                return new ProfileWithdrawn(AssignmentId) { Version = Version };
            var shown = JsonSerializer.Deserialize<ShownText>(Published, JsonSerializerOptions.Web)!;
            return new ProfilePublished(AssignmentId, PersonId, Name, Kind, shown.Area, shown.Text, shown.Email, shown.Phone, shown.Web, shown.Portrait?.Replace("\n", "", StringComparison.Ordinal), UntilDate) { Version = Version };
        }
    }

    private sealed record ShownText(string? Area, string Text, string? Email, string? Phone, string? Web, string? Portrait);
}

/// <summary>Every profile that was ever told of, sent again after a restore.</summary>
internal sealed class ProfilesState : ServiceDefaults.Ops.StateSource
{
    public override string Kind => "profiles";

    public override async Task<(Guid Last, int Count)> SendAsync(UnitOfWork work, Guid after, Guid through, int floor, int most, CancellationToken cancel)
    {
        var rows = await work.ListAsync<ProfileState.Row>(
            """
            with page as (select assignment_id from public_profiles where assignment_id > @after and assignment_id <= @through order by assignment_id limit @most for update), raised as (
                update public_profiles one set version = greatest(one.version + 1, @floor) from page where one.assignment_id = page.assignment_id returning one.assignment_id, one.version, one.published)
            select raised.assignment_id, raised.version, person.id as person_id, person.given_name || ' ' || person.family_name as name, held.kind, held.until_date, raised.published::text as published
            from raised join assignments held on held.id = raised.assignment_id join people person on person.id = held.person_id order by raised.assignment_id
            """, new { after, through, floor, most }, cancel);
        foreach (var row in rows)
            work.Publish(row.Event());
        return (rows.Count > 0 ? rows[^1].AssignmentId : after, rows.Count);
    }
}
