using Microsoft.Net.Http.Headers;

namespace VpVarmland.ServiceDefaults.Problems;

/// <summary>The two languages the platform speaks: Swedish, unless English is asked for with more weight.</summary>
public static class Language
{
    public const string Swedish = "sv";
    public const string English = "en";

    /// <summary>"sv" or "en", by the request's Accept-Language.</summary>
    public static string Of(HttpContext http)
    {
        var preferred = StringWithQualityHeaderValue.TryParseList(http.Request.Headers.AcceptLanguage, out var values) ? values : [];
        return preferred
            .OrderByDescending(value => value.Quality ?? 1)
            .Select(value => value.Value.Value?.Split('-')[0])
            .FirstOrDefault(language => language is Swedish or English) ?? Swedish;
    }
}
