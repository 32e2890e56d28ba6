namespace VpVarmland.ServiceDefaults.Problems;

/// <summary>Failures that any endpoint can have.</summary>
public static class CommonFailures
{
    public static readonly Failure Invalid = Failure.Bad("request.invalid", "Några uppgifter behöver rättas. Inget har sparats.", "Some fields need correction. Nothing was saved.");
    public static readonly Failure Malformed = Failure.Bad("request.malformed", "Begäran gick inte att läsa. Inget har sparats.", "The request could not be read. Nothing was saved.");
    public static readonly Failure TooLarge = new("request.too_large", StatusCodes.Status413PayloadTooLarge, "Begäran är för stor.", "The request is too large.");
    public static readonly Failure UnsupportedMedia = new("request.unsupported_media", StatusCodes.Status415UnsupportedMediaType, "Formatet stöds inte.", "The format is not supported.");
    public static readonly Failure MethodNotAllowed = new("request.method_not_allowed", StatusCodes.Status405MethodNotAllowed, "Så kan sidan inte anropas.", "The method is not allowed here.");
    public static readonly Failure SignInNeeded = new("auth.sign_in_needed", StatusCodes.Status401Unauthorized, "Du behöver logga in.", "You need to sign in.");
    public static readonly Failure Forbidden = new("auth.forbidden", StatusCodes.Status403Forbidden, "Du har inte behörighet till det här.", "You do not have access to this.");
    public static readonly Failure NotFound = Failure.Missing("request.not_found", "Det du söker finns inte, eller så har du inte behörighet att se det.", "It does not exist, or you do not have access to it.");
    public static readonly Failure TooMany = new("request.too_many", StatusCodes.Status429TooManyRequests,
        "Det blev för många försök på kort tid. Vänta en stund och försök igen.", "Too many requests in a short time. Wait a moment and try again.");
    public static readonly Failure VersionNeeded = new("request.version_needed", StatusCodes.Status428PreconditionRequired,
        "Hämta uppgifterna på nytt innan du ändrar dem.", "Read the data before changing it (If-Match is missing).");
    public static readonly Failure VersionChanged = new("request.version_changed", StatusCodes.Status412PreconditionFailed,
        "Någon annan hann ändra under tiden. Läs in på nytt, så ser du den nya versionen.", "Somebody else changed this in the meantime. Load it again.");
    public static readonly Failure KeyReused = new("request.key_reused", StatusCodes.Status422UnprocessableEntity, "Samma nyckel har använts för en annan begäran.", "The idempotency key was used for another request.");
    public static readonly Failure Unavailable = new("service.unavailable", StatusCodes.Status503ServiceUnavailable,
        "Tjänsten svarar inte just nu. Inget har gått förlorat; försök igen om en stund.", "The service is not answering right now. Nothing is lost; try again shortly.");
    public static readonly Failure Broken = new("service.error", StatusCodes.Status500InternalServerError,
        "Något gick fel hos oss. Inget har sparats.", "Something went wrong on our side. Nothing was saved.");

    /// <summary>The failure that stands for a bare status code.</summary>
    public static Failure ForStatus(int status) => Bare.FirstOrDefault(failure => failure.Status == status) ?? status switch
    {
        StatusCodes.Status502BadGateway or StatusCodes.Status504GatewayTimeout => Unavailable,
        >= 400 and < 500 => Malformed with { Status = status },
        _ => Broken,
    };

    private static readonly Failure[] Bare = [SignInNeeded, Forbidden, NotFound, MethodNotAllowed, TooLarge, UnsupportedMedia, TooMany, Unavailable];
}
