using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Devices;
using VpVarmland.Gateway.Protection;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;
using VpVarmland.ServiceDefaults.Validation;

namespace VpVarmland.Gateway.SignIn;

/// <summary>Asks for a one-time sign-in link. Does the same, and answers the same, for every address there could be.</summary>
internal static class RequestLink
{
    internal sealed record Request([property: NotEmpty, Email] string Email, string? Language = null);

    internal static void Map(IEndpointRouteBuilder auth) => auth
        .MapPost("/sign-in", Handle)
        .AllowAnonymous()
        .RequireRateLimiting(RateLimits.SignIn)
        .WithSummary("Ask for a one-time sign-in link by e-mail");

    private static Accepted Handle(Request request, HttpContext http, UnitOfWork work, DeviceCookie devices, LinkThrottle throttle)
    {
        var language = request.Language is Language.Swedish or Language.English ? request.Language : Language.Of(http);
        var email = Email.Normalise(request.Email);
        var device = devices.Read(http);
        if (throttle.Lets(device?.Id.ToString() ?? Network.Of(http), email))
            work.Publish(new SignInRequested(email, language, device?.AccountIds));
        return TypedResults.Accepted((string?)null);
    }
}
