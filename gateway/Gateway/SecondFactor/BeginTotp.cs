using Microsoft.AspNetCore.Http.HttpResults;
using QRCoder;
using VpVarmland.Gateway.Accounts;
using VpVarmland.Gateway.Sessions;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Gateway.SecondFactor;

/// <summary>Makes a secret for an authenticator app. It counts for nothing until a code from the app has confirmed it.</summary>
internal static class BeginTotp
{
    private const string Issuer = "VpVarmland";

    /// <param name="Secret">Base32, to be typed where the camera is of no use.</param>
    /// <param name="QrSvg">The address as a picture, an SVG document.</param>
    internal sealed record Response(string Secret, string Uri, string QrSvg);

    internal static void Map(IEndpointRouteBuilder auth) => auth
        .MapPost("/totp/begin", Handle)
        .RequireSignIn()
        .WithSummary("Begin to set up an authenticator app");

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(HttpContext http, AccountAccess accounts, UnitOfWork work, CancellationToken cancel)
    {
        var session = CurrentSession.Require(http).Known.Session;
        if (SecondFactorFailures.ForChange(session) is { } failure)
            return failure.ToProblem(http);
        var users = await accounts.UsersAsync(cancel);
        var account = await accounts.GetAsync(session.AccountId, cancel);
        if (account.TwoFactorEnabled)
            return SecondFactorFailures.Exists.ToProblem(http);
        await users.ResetAuthenticatorKeyAsync(account);
        await work.ExecuteAsync("update accounts set totp_step = null where id = @Id", new { account.Id }, cancel);
        var secret = (await users.GetAuthenticatorKeyAsync(account))!;
        var uri = $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(account.Email ?? "")}?secret={secret}&issuer={Issuer}&digits=6";
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(secret, uri, Svg(uri)));
    }

    private static string Svg(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        return picture.GetGraphic(4);
    }
}
