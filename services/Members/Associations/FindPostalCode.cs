using System.Text.RegularExpressions;

namespace VpVarmland.Members.Associations;

/// <summary>Proposes a municipality for a postal code, where the postal area lies in one. The person may choose another.</summary>
internal static partial class FindPostalCode
{
    internal sealed record Response(string? MunicipalityCode);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/postal-codes/{code}", Handle)
        .AllowAnonymous()
        .WithSummary("The municipality a postal code probably lies in");

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(string code, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        !Pattern.IsMatch(code)
            ? AssociationFailures.NoPostalCode.ToProblem(http)
            : TypedResults.Ok(new Response(await work.FindAsync<string>(
                "select municipality_code from postal_areas where prefix = @prefix", new { prefix = code[..3] }, cancel)));

    /// <summary>Five digits, with or without a space after the third.</summary>
    [GeneratedRegex(@"^[1-9][0-9]{2} ?[0-9]{2}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    internal static partial Regex Pattern { get; }
}
