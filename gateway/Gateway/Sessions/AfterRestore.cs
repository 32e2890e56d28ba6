using VpVarmland.ServiceDefaults.Database;

namespace VpVarmland.Gateway.Sessions;

/// <summary>A restored database knows sessions that have been ended since and links that have been used: nobody is signed in by them again.</summary>
internal static class AfterRestore
{
    internal static Task EndSessionsAsync(UnitOfWork work) => work.ExecuteAsync("delete from sessions; delete from sign_in_links", null, CancellationToken.None);
}
