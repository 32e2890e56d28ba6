using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Gateway.Accounts;
using VpVarmland.Gateway.Protection;
using VpVarmland.Gateway.Sessions;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;
using VpVarmland.ServiceDefaults.Validation;

namespace VpVarmland.Gateway.SignIn;

/// <summary>
/// Spends a link, from the page that it opened (scanners follow links; only this signs in). Where several people share the address, the
/// first call asks which of them it is, and leaves the link unspent.
/// </summary>
internal static class CompleteSignIn
{
    /// <param name="MemberId">Who it is, where the link's address belongs to several.</param>
    internal sealed record Request([property: NotEmpty] string Token, Guid? MemberId = null);

    internal static void Map(IEndpointRouteBuilder auth) => auth
        .MapPost("/sign-in/complete", Handle)
        .AllowAnonymous()
        .RequireRateLimiting(RateLimits.SignIn)
        .WithSummary("Sign in with the token of a one-time link");

    private static async Task<Results<Ok<SessionAnswer>, ProblemHttpResult>> Handle(
        Request request, HttpContext http, UnitOfWork work, SessionWork sessions, TimeProvider clock, IHostEnvironment environment, CancellationToken cancel)
    {
        var hash = Secret.Hash(request.Token);
        // Locked: of two who come at once with the same link, the second finds it used.
        var email = hash is null ? null : await work.FindAsync<string>(
            "select email from sign_in_links where token_hash = @hash and used_at is null and expires_at > @Now for update", new { hash, work.Now }, cancel);
        if (email is null)
            return SignInFailures.LinkInvalid.ToProblem(http);
        var people = await work.ListAsync<Row>(
            """
            select id, member_id, last_signed_in_at from accounts where normalized_email = @email and state = any(@Open)
            order by last_signed_in_at desc nulls last, member_id
            """, new { email, Account.Open }, cancel);
        if (people.Count > 1 && request.MemberId is null)
            return TypedResults.Ok(SessionAnswer.Of(null, null, environment) with { Choose = await DescribeAsync(people, work, clock, cancel) });
        if (people.FirstOrDefault(person => request.MemberId is null || person.MemberId == request.MemberId) is not { } chosen)
            return SignInFailures.LinkInvalid.ToProblem(http);
        await work.ExecuteAsync("update sign_in_links set used_at = @Now where token_hash = @hash", new { hash, work.Now }, cancel);
        return TypedResults.Ok(await sessions.OpenAsync(http, chosen.Id, "link", hasSecondFactor: false, cancel));
    }

    private static async Task<IReadOnlyList<PersonAnswer>> DescribeAsync(IReadOnlyList<Row> people, UnitOfWork work, TimeProvider clock, CancellationToken cancel)
    {
        var today = ServiceDefaults.Time.SwedishTime.Today(clock);
        var described = new List<PersonAnswer>();
        foreach (var person in people)
        {
            var held = await SessionReader.AssignmentsAsync(await work.OpenAsync(cancel), person.MemberId, cancel);
            described.Add(new PersonAnswer(person.MemberId, person.LastSignedInAt, [.. held.Where(one => one.CountsOn(today)).Select(one => one.Kind).OfType<string>()]));
        }
        return described;
    }

    private sealed record Row(Guid Id, Guid MemberId, DateTimeOffset? LastSignedInAt);
}
