using Microsoft.AspNetCore.Http.HttpResults;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Sessions;
using VpVarmland.ServiceDefaults.Auth;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Problems;
using VpVarmland.ServiceDefaults.Validation;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Gateway.Accounts.Administration;

/// <summary>
/// Finds accounts by the beginning of their address, and shows one. That somebody has an account tells their political opinion: so nobody
/// browses them all, and who opens one is noted where its person sees it.
/// </summary>
internal static class FindAccounts
{
    private const int Shortest = 3;

    /// <summary>An account in the list of those found.</summary>
    internal sealed record Item(Guid Id, string? Email, string State, DateTimeOffset? LastSignedInAt);

    internal static void Map(IEndpointRouteBuilder auth)
    {
        auth.MapGet("/accounts", FindAsync).RequirePermission(Permission.Administer).WithSummary("Find accounts by address");
        auth.MapGet("/accounts/{id:guid}", ReadAsync).RequirePermission(Permission.Administer).WithSummary("One account");
    }

    private static async Task<Results<Ok<Page<Item>>, ProblemHttpResult>> FindAsync(
        [NotEmpty, AtMost(254)] string search, HttpContext http, UnitOfWork work, CancellationToken cancel, string? after = null, [PageSize] int size = 20)
    {
        var begin = Email.Normalise(search);
        if (begin.Length < Shortest)
            return AccountFailures.SearchShort.ToProblem(http);
        var pattern = begin.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal) + "%";
        var shown = Cursor.Read<Key>(after);
        var rows = await work.ListAsync<Item>(
            """
            select id, email, state, last_signed_in_at from accounts
            where normalized_email like @pattern and (@Id::uuid is null or (normalized_email, id) > (@Email, @Id))
            order by normalized_email, id limit @size + 1
            """, new { pattern, shown?.Id, shown?.Email, size }, cancel);
        // That somebody searched, not what for: the words would outlive the person's own data.
        work.Record("account.searched", CurrentSession.Require(http).Known.Session.AccountId);
        return TypedResults.Ok(rows.ToPage(size, item => new Key(Email.Normalise(item.Email ?? ""), item.Id)));
    }

    private static async Task<Results<Ok<AccountView>, ProblemHttpResult>> ReadAsync(Guid id, HttpContext http, UnitOfWork work, TimeProvider clock, CancellationToken cancel)
    {
        var machine = TimeProvider.System.GetUtcNow();
        var row = await work.FindAsync<AccountView.Row>(
            $"select {AccountView.Columns} from accounts a where a.id = @id", new { id, Machine = machine, Idle = machine - SessionRules.Idle, work.Now }, cancel);
        if (row is null)
            return AccountFailures.Unknown.ToProblem(http);
        if (id != CurrentSession.Require(http).Known.Session.AccountId)
            work.Record("account.read", id);
        return TypedResults.Ok(await AccountView.OfAsync(work, row, clock, cancel));
    }

    private sealed record Key(string Email, Guid Id);
}
