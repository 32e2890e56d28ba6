using Microsoft.AspNetCore.Diagnostics;

namespace VpVarmland.ServiceDefaults.Problems;

/// <summary>Makes every answer of 400 and above a problem document, whatever part of the pipeline it came from.</summary>
public static class ProblemAnswers
{
    /// <summary>Lets unreadable requests surface as <see cref="BadHttpRequestException"/> in every environment, so that they are answered here.</summary>
    public static IServiceCollection AddProblemAnswers(this IServiceCollection services) => services
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true)
        .AddExceptionHandler<ExceptionAnswer>()
        .AddProblemDetails();

    /// <summary>First in the pipeline, of the gateway too; refuses addresses that no endpoint could read.</summary>
    public static IApplicationBuilder UseProblemAnswers(this IApplicationBuilder app) => Web.CleanText.Use(app
        .UseExceptionHandler()
        .UseStatusCodePages(context => Problem.WriteAsync(context.HttpContext, CommonFailures.ForStatus(context.HttpContext.Response.StatusCode))));

    private sealed class ExceptionAnswer(ILogger<ExceptionAnswer> log) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancel)
        {
            if (http.RequestAborted.IsCancellationRequested)
                return true;
            var failure = exception switch
            {
                BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => CommonFailures.TooLarge,
                BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => CommonFailures.UnsupportedMedia,
                BadHttpRequestException => CommonFailures.Malformed,
                NpgsqlException { IsTransient: true } or TimeoutException or HttpRequestException => CommonFailures.Unavailable,
                _ => CommonFailures.Broken,
            };
            // The message of an exception may carry what the caller wrote: the type and the stack are enough to find a bug.
            if (failure == CommonFailures.Broken)
                log.LogError("Unhandled {Exception} in {Endpoint}\n{Stack}", exception.GetType().FullName, http.GetEndpoint()?.DisplayName, exception.StackTrace);
            else if (failure == CommonFailures.Unavailable)
                http.Response.Headers.RetryAfter = "2";
            await Problem.WriteAsync(http, failure);
            return true;
        }
    }
}
