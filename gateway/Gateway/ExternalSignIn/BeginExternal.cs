using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Notices;
using VpVarmland.Gateway.Protection;
using VpVarmland.Gateway.SecondFactor;
using VpVarmland.Gateway.Sessions;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Gateway.ExternalSignIn;

/// <summary>Leads the browser to the external provider: to sign in, or to link the provider's name for somebody who is signed in.</summary>
internal static class BeginExternal
{
    private static readonly Failure NotThere = Failure.Missing("external.none", "Det finns ingen annan inloggning.", "There is no external sign-in.");

    /// <param name="Name">The provider's name; null where none is configured.</param>
    /// <param name="IsLinked">The signed-in person signs in with it.</param>
    internal sealed record Response(string? Name, bool IsLinked);

    internal static void Map(IEndpointRouteBuilder auth)
    {
        auth.MapGet("/external", ReadAsync).AllowAnonymous().WithSummary("The external provider one can sign in with, if any");
        auth.MapGet("/external/start", StartAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn).ExcludeFromDescription();
        auth.MapDelete("/external/link", UnlinkAsync).RequireSignIn().WithSummary("Stop signing in with the external provider");
    }

    private static async Task<Ok<Response>> ReadAsync(HttpContext http, IServiceProvider services, UnitOfWork work, CancellationToken cancel)
    {
        var provider = services.GetService<ExternalProvider>();
        var isLinked = provider is not null && CurrentSession.Of(http) is { } session
            && await work.GetAsync<bool>("select exists (select 1 from external_logins where account_id = @AccountId)", new { session.Known.Session.AccountId }, cancel);
        return TypedResults.Ok(new Response(provider?.DisplayName, isLinked));
    }

    /// <param name="vidare">The page that was wanted.</param>
    /// <param name="koppla">True to link. The session cookie is not sent with another site's navigation, so only our own page can begin it.</param>
    private static async Task<Results<EmptyHttpResult, RedirectHttpResult, ProblemHttpResult>> StartAsync(
        HttpContext http, IServiceProvider services, string? vidare = null, bool koppla = false)
    {
        if (services.GetService<ExternalProvider>() is null)
            return NotThere.ToProblem(http);
        var properties = new AuthenticationProperties { RedirectUri = "/" };
        if (ExternalPages.Safe(vidare) is { } wanted)
            properties.Items[ExternalSetup.ReturnItem] = wanted;
        if (koppla)
        {
            if (CurrentSession.Of(http)?.Known.Session is not { } session)
                return CommonFailures.SignInNeeded.ToProblem(http);
            if (SecondFactorFailures.ForChange(session) is { } failure)
                return failure.ToProblem(http);
            properties.Items[ExternalSetup.LinkItem] = session.AccountId.ToString();
        }
        try
        {
            await http.ChallengeAsync(ExternalSetup.Scheme, properties);
            return TypedResults.Empty;
        }
        catch (Exception unreachable) when (unreachable is InvalidOperationException or HttpRequestException or IOException or TaskCanceledException)
        {
            return TypedResults.Redirect(ExternalPages.Failed);
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> UnlinkAsync(HttpContext http, UnitOfWork work, CancellationToken cancel)
    {
        var session = CurrentSession.Require(http).Known.Session;
        if (SecondFactorFailures.ForChange(session) is { } failure)
            return failure.ToProblem(http);
        if (await work.ExecuteAsync("delete from external_logins where account_id = @AccountId", new { session.AccountId }, cancel) > 0)
        {
            work.Record("external.unlinked", session.AccountId);
            await Notice.SendAsync(work, session.AccountId, SecurityNotice.SecondFactorChanged, cancel);
        }
        return TypedResults.NoContent();
    }
}
