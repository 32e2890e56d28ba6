using VpVarmland.Gateway.SecondFactor.Resets;
using VpVarmland.Gateway.SecurityLog;
using VpVarmland.Gateway.Tokens;

namespace VpVarmland.Gateway.Accounts.Administration;

/// <summary>What administrators do about accounts and keys.</summary>
internal static class AccountAdministration
{
    internal static void Map(IEndpointRouteBuilder auth)
    {
        FindAccounts.Map(auth);
        SignOutPerson.Map(auth);
        RequestReset.Map(auth);
        DecideReset.Map(auth);
        ListResets.Map(auth);
        ReadLog.Map(auth);
        AdministerKeys.Map(auth);
    }
}
