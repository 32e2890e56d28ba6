using VpVarmland.Members.Privacy;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Activation;

/// <summary>What one can be good at, or like.</summary>
internal enum InterestKind
{
    Interest,
    Skill,
}

/// <summary>The list of skills and interests, which the district edits; nothing is removed that somebody has chosen, only retired.</summary>
internal static class Interests
{
    internal sealed record Request([property: Defined] InterestKind? Kind, [property: NotEmpty, AtMost(60)] string NameSv, [property: NotEmpty, AtMost(60)] string NameEn, bool Retired = false);

    internal sealed record Row(Guid Id, InterestKind Kind, string NameSv, string NameEn, bool Retired, int Version);

    private static readonly Failure NameTaken = Failure.Conflict("interest.name_taken", "Det finns redan något med det namnet.", "There is already something with that name.");

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/activation/interests", List).RequirePermission(Permission.Self).WithSummary("Skills and interests that can be chosen");
        api.MapPost("/activation/interests", Add).RequirePermission(Permission.ManageCare).WithSummary("Add a skill or an interest");
        api.MapPut("/activation/interests/{id:guid}", Change).RequirePermission(Permission.ManageCare).WithSummary("Rename or retire a skill or an interest");
    }

    private static async Task<Ok<IReadOnlyList<Row>>> List(UnitOfWork work, CancellationToken cancel) =>
        TypedResults.Ok(await work.ListAsync<Row>("select id, kind, name_sv, name_en, retired, version from interests order by kind desc, retired, name_sv", null, cancel));

    private static async Task<Results<Created<Row>, ProblemHttpResult>> Add(Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!caller.Reach(Permission.ManageCare).District)
            return AskFailures.Unknown.ToProblem(http);
        var row = await work.FindAsync<Row>(
            "insert into interests (id, kind, name_sv, name_en, retired) values (@id, @kind, @NameSv, @NameEn, @Retired) on conflict do nothing returning id, kind, name_sv, name_en, retired, version",
            Values(Guid.CreateVersion7(), request), cancel);
        if (row is null)
            return NameTaken.ToProblem(http);
        work.Record("interest.added", row.Id, content: request);
        return TypedResults.Created($"/api/members/activation/interests/{row.Id}", row);
    }

    private static async Task<Results<Ok<Row>, ProblemHttpResult>> Change(Guid id, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!caller.Reach(Permission.ManageCare).District || await work.FindAsync<int?>("select version from interests where id = @id for update", new { id }, cancel) is not { } version)
            return AskFailures.Unknown.ToProblem(http);
        if (http.CheckVersion(version) is { } stale)
            return stale.ToProblem(http);
        if (!request.Retired && await work.GetAsync<bool>("select exists (select from interests where id <> @id and not retired and kind = @kind and lower(name_sv) = lower(@NameSv))", Values(id, request), cancel))
            return NameTaken.ToProblem(http);
        var row = await work.GetAsync<Row>(
            "update interests set kind = @kind, name_sv = @NameSv, name_en = @NameEn, retired = @Retired, version = version + 1 where id = @id returning id, kind, name_sv, name_en, retired, version", Values(id, request), cancel);
        work.Record("interest.changed", id, content: request);
        return TypedResults.Ok(row);
    }

    private static object Values(Guid id, Request request) => new { id, kind = request.Kind!.Value.ToText(), NameSv = request.NameSv.Trim(), NameEn = request.NameEn.Trim(), request.Retired };
}

/// <summary>What a member is good at and likes, and when there is time: told by the member, or by the association for them.</summary>
internal static class Activity
{
    internal sealed record Request(
        [property: System.ComponentModel.DataAnnotations.MaxLength(50)] IReadOnlyList<Guid>? Interests, [property: System.ComponentModel.DataAnnotations.MaxLength(3)] IReadOnlyList<FreeTime>? Times);

    internal sealed record Response(IReadOnlyList<Guid> Interests, IReadOnlyList<FreeTime> Times);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/me/activity", ReadMine).RequirePermission(Permission.Self).WithSummary("My skills, interests and times");
        api.MapPut("/me/activity", ChangeMine).RequirePermission(Permission.Self).WithSummary("Say what I am good at and like, and when I have time");
        api.MapGet("/people/{id:guid}/activity", Read).RequirePermission(Permission.ReadRegister).WithSummary("A member's skills, interests and times");
        api.MapPut("/people/{id:guid}/activity", Change).RequirePermission(Permission.EditRegister).WithSummary("Note a member's skills, interests and times");
    }

    private static async Task<Ok<Response>> ReadMine(Caller caller, UnitOfWork work, CancellationToken cancel) => TypedResults.Ok(await FindAsync(work, caller.RequireMemberId(), cancel));

    private static Task<Results<Ok<Response>, ProblemHttpResult>> ChangeMine(Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        ChangeAsync(caller.RequireMemberId(), request, GetMe.Everywhere, work, http, cancel);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Read(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await PersonView.FindAsync(work, id, caller.Reach(Permission.ReadRegister), cancel) is null)
            return RegisterFailures.Unknown.ToProblem(http);
        await ReadLog.WriteAsync(work, [id], ReadKind.Details, null, cancel);
        return TypedResults.Ok(await FindAsync(work, id, cancel));
    }

    private static Task<Results<Ok<Response>, ProblemHttpResult>> Change(Guid id, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        ChangeAsync(id, request, caller.Reach(Permission.EditRegister), work, http, cancel);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> ChangeAsync(Guid id, Request request, Reach reach, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await PersonView.FindAsync(work, id, reach, cancel) is null)
            return RegisterFailures.Unknown.ToProblem(http);
        var (interests, times) = ((request.Interests ?? []).Distinct().ToArray(), (request.Times ?? []).Distinct().ToArray());
        if (!times.All(Enum.IsDefined) || await work.GetAsync<long>("select count(*) from interests where id = any(@interests)", new { interests }, cancel) != interests.Length)
            return AskFailures.UnknownInterest.ToProblem(http);
        var before = await FindAsync(work, id, cancel);
        await work.ExecuteAsync(
            """
            delete from people_interests where person_id = @id and interest_id <> all(@interests);
            insert into people_interests (person_id, interest_id) select @id, one from unnest(@interests) one on conflict do nothing;
            delete from people_times where person_id = @id and @free = '{}';
            insert into people_times (person_id, times) select @id, @free where @free <> '{}' on conflict (person_id) do update set times = excluded.times
            """, new { id, interests, free = times.Select(time => time.ToText()).Order(StringComparer.Ordinal).ToArray() }, cancel);
        var after = await FindAsync(work, id, cancel);
        if (!before.Interests.SequenceEqual(after.Interests) || !before.Times.SequenceEqual(after.Times))
            work.Record("person.activity_changed", id, content: after);
        return TypedResults.Ok(after);
    }

    private static async Task<Response> FindAsync(UnitOfWork work, Guid id, CancellationToken cancel) => new(
        await work.ListAsync<Guid>("select interest_id from people_interests where person_id = @id order by interest_id", new { id }, cancel),
        [.. (await work.ListAsync<string>("select unnest(times) from people_times where person_id = @id", new { id }, cancel)).Select(time => Enum.Parse<FreeTime>(time, ignoreCase: true)).Order()]);
}
