using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using VpVarmland.Members.Associations;

namespace VpVarmland.Members.Reorganisations;

/// <summary>Those of an association who live in some places go to another association, or to a new one, which is forming until it is made active.</summary>
internal static partial class Split
{
    internal sealed record PreviewRequest([property: NotEmpty] Guid From, [property: MaxLength(20)] string[]? Municipalities, [property: MaxLength(100)] string[]? PostalCodes);

    /// <param name="PostalCodes">Three to five digits each: all that begin so.</param>
    /// <param name="Into">Null: into a new association.</param>
    /// <param name="NewMunicipality">Where the new one receives people; null: nobody by address.</param>
    internal sealed record Request(
        [property: NotEmpty] Guid From, [property: MaxLength(20)] string[]? Municipalities, [property: MaxLength(100)] string[]? PostalCodes, Guid? Into,
        [property: AtMost(100)] string? NewName, string? NewMunicipality, [property: Defined] AssignmentChoice? Assignments, [property: NotEmpty, AtMost(2000)] string Reason, long People);

    internal sealed record PreviewResponse(MovingCounts Counts, IReadOnlyList<MovingOfficer> Officers);

    internal sealed record Response(Guid Id, Guid Into, MovingCounts Counts);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/reorganisations/split/preview", Preview).RequirePermission(Permission.ManageAssociations).WithSummary("What a split would move");
        api.MapPost("/reorganisations/split", Handle).RequirePermission(Permission.ManageAssociations).WithSummary("Split an association by where its members live");
    }

    private static async Task<Results<Ok<PreviewResponse>, ProblemHttpResult>> Preview(PreviewRequest request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (PlacesOf(request.Municipalities, request.PostalCodes) is not { } places)
            return ReorganisationFailures.NoPlaces.ToProblem(http);
        if (await Parties.LockAsync(work, [request.From], null, caller, cancel) is { } failure)
            return failure.ToProblem(http);
        await Moving.ChooseAsync(work, [request.From], places, cancel);
        return TypedResults.Ok(new PreviewResponse(await Moving.CountAsync(work, cancel), await Moving.OfficersAsync(work, cancel)));
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (PlacesOf(request.Municipalities, request.PostalCodes) is not { } places)
            return ReorganisationFailures.NoPlaces.ToProblem(http);
        if (request.Into is null == string.IsNullOrWhiteSpace(request.NewName))
            return ReorganisationFailures.OneReceiver.ToProblem(http);
        if (request.Into == request.From)
            return ReorganisationFailures.SameAssociation.ToProblem(http);
        if (await Parties.LockAsync(work, [request.From], request.Into, caller, cancel) is { } failure)
            return failure.ToProblem(http);
        await Moving.ChooseAsync(work, [request.From], places, cancel);
        var counts = await Moving.CountAsync(work, cancel);
        if (counts.People != request.People)
            return ReorganisationFailures.Changed.ToProblem(http);
        if (counts.People == 0)
            return ReorganisationFailures.Nobody.ToProblem(http);
        var (reason, into) = (request.Reason.Trim(), request.Into ?? Guid.Empty);
        if (request.Into is null)
        {
            (into, var clash) = await FoundAssociation.AddAsync(work, request.NewName!.Trim(), request.NewMunicipality, reason, cancel);
            if (clash is not null)
                return clash.ToProblem(http);
        }
        var (id, today) = (Guid.CreateVersion7(), SwedishTime.DateOf(work.Now));
        await work.ExecuteAsync(
            """
            insert into reorganisations (id, kind, into_id, created, done_at, reason, people) values (@id, 'split', @into, @created, @Now, @reason, @People);
            insert into reorganised_from (reorganisation_id, association_id, state) select @id, id, state from associations where id = @From
            """, new { id, into, created = request.Into is null, work.Now, reason, request.From, counts.People }, cancel);
        await AssociationEntry.AddAsync(work, request.From, AssociationEvent.Split, today, reason, into, cancel);
        await AssociationEntry.AddAsync(work, into, AssociationEvent.Received, today, reason, request.From, cancel);
        work.Record("association.split", request.From, reason, new { id, into, places });
        await Moving.RunAsync(work, id, into, request.Assignments!.Value, reason, cancel);
        return TypedResults.Ok(new Response(id, into, counts));
    }

    /// <summary>The places, where at least one is named and every postal code can be one.</summary>
    private static SplitPlaces? PlacesOf(string?[]? municipalities, string?[]? postalCodes)
    {
        var codes = (postalCodes ?? []).Select(code => code?.Replace(" ", "", StringComparison.Ordinal) ?? "").ToArray();
        var names = (municipalities ?? []).Select(code => code ?? "").ToArray();
        return codes.Length + names.Length > 0 && codes.All(Prefix.IsMatch) && names.All(name => name.Length == 4) ? new SplitPlaces(names, codes) : null;
    }

    [GeneratedRegex(@"^[1-9][0-9]{2,4}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Prefix { get; }
}
