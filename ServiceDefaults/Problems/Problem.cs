using Microsoft.AspNetCore.Mvc;

namespace VpVarmland.ServiceDefaults.Problems;

/// <summary>The one place where a failure becomes an answer: <c>application/problem+json</c> with <c>code</c> and <c>traceId</c>.</summary>
public static class Problem
{
    /// <summary>The failure as an endpoint's result, in the caller's language.</summary>
    public static ProblemHttpResult ToProblem(this Failure failure, HttpContext http) => TypedResults.Problem(Details(failure, http));

    /// <summary>The failure as a validation problem that names fields: <c>errors: { "email": ["…"] }</c>.</summary>
    public static ProblemHttpResult ToProblem(this Failure failure, HttpContext http, IReadOnlyDictionary<string, string[]> errors)
    {
        var details = Details(failure, http);
        details.Extensions["errors"] = errors;
        return TypedResults.Problem(details);
    }

    /// <summary>The failure written directly, where no endpoint is running.</summary>
    public static Task WriteAsync(HttpContext http, Failure failure) => failure.ToProblem(http).ExecuteAsync(http);

    private static ProblemDetails Details(Failure failure, HttpContext http) => new()
    {
        Type = $"https://problems.vpvarmland/{failure.Code}",
        Title = Language.Of(http) == Language.English ? failure.English : failure.Swedish,
        Status = failure.Status,
        Instance = http.Request.Path,
        Extensions = { ["code"] = failure.Code, ["traceId"] = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier },
    };
}
