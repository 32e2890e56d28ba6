namespace VpVarmland.ServiceDefaults.Database;

/// <summary>Work that stands on its own: kept although the request around it is refused (a failed attempt), or outside any request.</summary>
public static class OwnWork
{
    /// <summary>Runs in a scope with a transaction of its own, and commits it unless the work throws.</summary>
    public static async Task RunAsync(this IServiceScopeFactory scopes, Func<IServiceProvider, UnitOfWork, Task> body, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await body(scope.ServiceProvider, work);
        await work.CommitAsync(cancel);
    }
}
