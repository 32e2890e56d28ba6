using VpVarmland.Members.Assignments;
using VpVarmland.Members.Memberships;
using VpVarmland.Members.Privacy;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Duplicates;

/// <summary>A field of a person of which one of two values is kept.</summary>
internal enum MergedField
{
    Name,
    Email,
    Phone,
    Home,
    Gender,
    BirthYear,
    Language,
}

/// <summary>
/// Two entries become one. The kept entry has everything that pointed to the other: memberships, cases, assignments, what was read about whom. Where both have an open membership the
/// stronger stands: the confirmed one, else the one that has come furthest, else the older. The other entry is emptied at once and goes when the merge can no longer be undone.
/// </summary>
internal static class MergePeople
{
    /// <param name="FromAbsorbed">Fields whose value is the absorbed entry's; where the kept has none, the absorbed one's fills in anyway.</param>
    /// <param name="KeptVersion">As read: if somebody has edited since, nothing is done.</param>
    internal sealed record Request(
        [property: NotEmpty] Guid Kept, [property: NotEmpty] Guid Absorbed, [property: System.ComponentModel.DataAnnotations.MaxLength(10)] IReadOnlyList<MergedField>? FromAbsorbed, int KeptVersion, int AbsorbedVersion);

    internal sealed record Response(Guid MergeId, Guid MemberId);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/merges", Handle)
        .RequirePermission(Permission.EditRegister)
        .WithSummary("Make one of two entries that are the same person");

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (request.Kept == request.Absorbed)
            return DuplicateFailures.SamePerson.ToProblem(http);
        if (request.Absorbed == caller.MemberId || request.Kept == caller.MemberId)
            return DuplicateFailures.Own.ToProblem(http);
        var reach = caller.Reach(Permission.EditRegister);
        // In the order of their ids, so that two who merge the same pair wait for each other.
        foreach (var id in new[] { request.Kept, request.Absorbed }.Order())
        {
            if (await LatestMembership.LockAsync(work, id, reach, cancel) is null)
                return RegisterFailures.Unknown.ToProblem(http);
        }
        var people = await work.ListAsync<Locked>("select id, version, member_number from people where id = any(@ids) order by id for update", new { ids = new[] { request.Kept, request.Absorbed } }, cancel);
        var (kept, absorbed) = (people.Single(one => one.Id == request.Kept), people.Single(one => one.Id == request.Absorbed));
        if (kept.Version != request.KeptVersion || absorbed.Version != request.AbsorbedVersion)
            return DuplicateFailures.Changed.ToProblem(http);
        if (kept.MemberNumber is not null && absorbed.MemberNumber is not null)
            return DuplicateFailures.TwoNumbers.ToProblem(http);

        var merge = Guid.CreateVersion7();
        await MergeAsync(work, merge, request, cancel);
        work.Record("person.merged", request.Kept, content: new { merge, request.Absorbed });
        work.Record("person.merged", request.Absorbed, content: new { merge, request.Kept });
        await ReadLog.WriteAsync(work, [request.Kept], ReadKind.Details, "duplicates", cancel);
        return TypedResults.Created("/api/members/merges", new Response(merge, request.Kept));
    }

    private static async Task MergeAsync(UnitOfWork work, Guid merge, Request request, CancellationToken cancel)
    {
        var p = new
        {
            merge, request.Kept, request.Absorbed, work.Now, today = SwedishTime.DateOf(work.Now),
            take = (request.FromAbsorbed ?? []).Select(field => field.ToText()).ToArray(),
        };
        var left = await work.FindAsync<Left>(
            "select association_id, given_name, family_name, email, language from people where id = @Absorbed", p, cancel);
        await work.ExecuteAsync(Take, p, cancel);
        await work.ExecuteAsync("select repoint_people(@merge, @Kept, @Absorbed)", p, cancel);
        await work.ExecuteAsync(Finish, p, cancel);

        // Rights follow the assignments to their new holder; what the kept entry holds already ends with the emptied one.
        var twins = await work.ListAsync<Guid>("select id from assignments where person_id = @Absorbed and ended_on is null order by id", p, cancel);
        await EndAssignment.EndAsync(work, [.. twins], p.today, null, cancel);
        await work.ExecuteAsync("update merges set ended_assignments = @twins where id = @merge", new { merge, twins = twins.ToArray() }, cancel);
        await TellAssignmentsAsync(work, merge, cancel);
        var version = await work.GetAsync<int>("update people set version = version + 1 where id = @Absorbed returning version", p, cancel);
        work.Publish(new MemberChanged(request.Absorbed, left!.GivenName, left.FamilyName, null, left.AssociationId, MembershipState.Left, left.Language) { Version = version });
        work.Publish(new MemberLeft(request.Absorbed, left.AssociationId, MembershipState.Left, p.today));
        await PersonEvents.PublishChangeAsync(work, request.Kept, cancel);
    }

    /// <summary>Tells who holds the assignments that the merge moved.</summary>
    internal static async Task TellAssignmentsAsync(UnitOfWork work, Guid merge, CancellationToken cancel)
    {
        var moved = await work.ListAsync<Guid>(
            """
            update assignments set version = version + 1
            where ended_on is null and id in (select (key ->> 'id')::uuid from merged_rows where merge_id = @merge and table_name = 'assignments') returning id
            """, new { merge }, cancel);
        foreach (var assignment in moved)
            await AssignmentEvents.PublishStartAsync(work, assignment, cancel);
    }

    /// <summary>The fields of both as they were; the weaker of two open memberships away; the chosen values into the kept entry, and the absorbed one empty.</summary>
    private const string Take =
        """
        insert into merges (id, kept_id, absorbed_id, merged_at, kept_before, kept_after, absorbed_before)
            select @merge, kept.id, absorbed.id, @Now, to_jsonb(kept), '{}', to_jsonb(absorbed) from people kept, people absorbed where kept.id = @Kept and absorbed.id = @Absorbed;
        create temporary table weaker on commit drop as
            select id from memberships where person_id in (@Kept, @Absorbed) and ended_on is null
            order by confirmed_on is not null desc, array_position(array['member', 'paid', 'applicant'], state), applied_on, id offset 1;
        insert into merged_rows (merge_id, table_name, image) select @merge, 'hand_overs', to_jsonb(one) from hand_overs one where membership_id in (select id from weaker);
        insert into merged_rows (merge_id, table_name, image) select @merge, 'memberships', to_jsonb(one) from memberships one where id in (select id from weaker);
        delete from memberships where id in (select id from weaker);
        drop table weaker;
        update people set member_number = null, given_name = '', family_name = '', email = null, phone = null, postal_code = null, municipality_code = null, gender = 'notStated',
            birth_year = null, help_with = '{}', is_protected = false, contact_person_id = null, merged_into = @Kept where id = @Absorbed;
        update people kept set
            member_number = coalesce(kept.member_number, other.member_number),
            given_name = case when 'name' = any(@take) then other.given_name else kept.given_name end, family_name = case when 'name' = any(@take) then other.family_name else kept.family_name end,
            email = case when 'email' = any(@take) then coalesce(other.email, kept.email) else coalesce(kept.email, other.email) end,
            phone = case when 'phone' = any(@take) then coalesce(other.phone, kept.phone) else coalesce(kept.phone, other.phone) end,
            postal_code = case when 'home' = any(@take) then coalesce(other.postal_code, kept.postal_code) else coalesce(kept.postal_code, other.postal_code) end,
            municipality_code = case when 'home' = any(@take) then coalesce(other.municipality_code, kept.municipality_code) else coalesce(kept.municipality_code, other.municipality_code) end,
            gender = case when 'gender' = any(@take) or kept.gender = 'notStated' then other.gender else kept.gender end,
            birth_year = case when 'birthYear' = any(@take) then coalesce(other.birth_year, kept.birth_year) else coalesce(kept.birth_year, other.birth_year) end,
            language = case when 'language' = any(@take) then other.language else kept.language end,
            help_with = array(select distinct way from unnest(kept.help_with || other.help_with) way order by way),
            is_protected = kept.is_protected or other.is_protected,
            contact_person_id = nullif(coalesce(kept.contact_person_id, other.contact_person_id), kept.id)
        from merges merge cross join lateral jsonb_populate_record(null::people, merge.absorbed_before) other
        where merge.id = @merge and kept.id = @Kept
        """;

    /// <summary>The person belongs where the standing membership is; cases that are left with the emptied entry are closed.</summary>
    private const string Finish =
        """
        update people set association_id = coalesce((select association_id from memberships where person_id = @Kept and ended_on is null), association_id) where id = @Kept;
        update merges set kept_after = (select to_jsonb(kept) from people kept where id = @Kept),
            closed_cases = array(select id from care_cases where person_id = @Absorbed and state = 'open') where id = @merge;
        update care_cases set state = 'done', closed_at = @Now, version = version + 1 where person_id = @Absorbed and state = 'open'
        """;

    private sealed record Locked(Guid Id, int Version, string? MemberNumber);

    private sealed record Left(Guid AssociationId, string GivenName, string FamilyName, string? Email, string Language);
}
