using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;
using VpVarmland.ServiceDefaults.Time;

namespace VpVarmland.Communications.Profiles;

/// <summary>Those who are elected, open to everyone: what each of them has agreed to, until the assignment ends.</summary>
internal static class ListProfiles
{
    /// <param name="Kind">The assignment's kind.</param>
    /// <param name="Portrait">The address of the picture, which changes with it; null: none.</param>
    internal sealed record Response(Guid ProfileId, string Name, string Kind, string? Area, string Text, string? Email, string? Phone, string? Web, string? Portrait);

    private static readonly Failure Unknown = Failure.Missing("portrait.unknown", "Bilden finns inte.", "The picture does not exist.");

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/profiles", Handle).AllowAnonymous().WithSummary("Those who are elected, as they present themselves");
        api.MapGet("/profiles/{id:guid}/portrait", Portrait).AllowAnonymous().WithSummary("A portrait");
    }

    private static async Task<Ok<IReadOnlyList<Response>>> Handle(UnitOfWork work, TimeProvider clock, CancellationToken cancel) => TypedResults.Ok(await work.ListAsync<Response>(
        """
        select profile_id, name, kind, area, about as text, email, phone, web, case when portrait is not null then '/api/communications/profiles/' || profile_id || '/portrait?v=' || version end as portrait
        from profiles where name is not null and (until_on is null or until_on >= @today)
        order by coalesce(array_position(array['memberOfParliament', 'regionCouncillor', 'districtChair', 'districtTreasurer', 'districtBoardMember', 'districtDeputy'], kind), 9), name, profile_id limit 500
        """, new { today = clock.Today() }, cancel));

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Portrait(Guid id, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        if (await work.FindAsync<byte[]>("select portrait from profiles where profile_id = @id and portrait is not null and (until_on is null or until_on >= @today)", new { id, today = clock.Today() }, cancel) is not { } portrait)
            return Unknown.ToProblem(http);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        // Short: whoever withdraws is gone.
        http.Response.Headers.CacheControl = "public, max-age=300";
        return TypedResults.File(portrait, "image/jpeg");
    }
}
