using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Gateway.Accounts;
using VpVarmland.Gateway.Protection;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Time;
using VpVarmland.ServiceDefaults.Web;

namespace VpVarmland.Gateway.Commands;

/// <summary>
/// Makes the first administrator of an installation, who gives real people their assignments. Refused while anybody is one. The rights end
/// by themselves after a month: by then others have them, through the register as everybody else.
/// </summary>
internal static class FirstAdministrator
{
    /// <summary>The kind of assignment that the command gives; none of the register's.</summary>
    internal const string Kind = "firstAdministrator";

    private const int Days = 30;
    private static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(1);

    /// <summary>What the register gives an administrator (services/Members, assignment_permissions).</summary>
    private static readonly Grant[] Grants =
        [.. new[] { Permission.Administer, Permission.ManageAssignments, Permission.Operate }.Select(permission => new Grant(permission.Name, null))];

    internal static async Task<int> RunAsync(WebApplication app, string email)
    {
        if (!Email.IsValid(email))
            return await Command.SayAsync($"{email} is not an e-mail address.");
        var (clock, code) = (app.Services.GetRequiredService<TimeProvider>(), 1);
        await app.Services.GetRequiredService<IServiceScopeFactory>().RunAsync(async (_, work) =>
        {
            // One at a time: two commands at once would each find nobody.
            await work.ExecuteAsync("lock table assignments in exclusive mode", null, CancellationToken.None);
            code = await MakeAsync(work, Email.Normalise(email), clock.Today(), app.Configuration["Platform:PublicUrl"] ?? "");
        }, CancellationToken.None);
        return code;
    }

    private static async Task<int> MakeAsync(UnitOfWork work, string email, DateOnly today, string publicUrl)
    {
        if (await ExistsAsync(work, today))
            return await Command.SayAsync("There is an administrator already. Nothing was changed.");
        var people = await work.ListAsync<Person>("select id, member_id from accounts where normalized_email = @email and state = any(@Open)", new { email, Account.Open }, CancellationToken.None);
        if (people.Count > 1)
            return await Command.SayAsync("Several people share that address: choose one of a single person. Nothing was changed.");
        var person = people.SingleOrDefault() ?? await AddAsync(work, email);
        await work.ExecuteAsync(
            """
            insert into assignments (assignment_id, member_id, version, kind, starts_on, until_on, grants)
            values (@Id, @MemberId, 1, @Kind, @today, @Until, @Grants::jsonb)
            """,
            new { Id = Guid.CreateVersion7(), person.MemberId, Kind, today, Until = today.AddDays(Days), Grants = JsonSerializer.Serialize(Grants, Json.Options) }, CancellationToken.None);
        var token = Secret.New();
        await work.ExecuteAsync(
            "insert into sign_in_links (token_hash, email, created_at, expires_at) values (@Hash, @email, @Now, @Expires)",
            new { Hash = Secret.Hash(token), email, work.Now, Expires = work.Now + LinkLifetime }, CancellationToken.None);
        work.Record("account.first_administrator", person.Id);
        await Console.Out.WriteLineAsync(
            $"""
            {email} is the first administrator, until {today.AddDays(Days):yyyy-MM-dd}.
            Sign in once within an hour, and set up a second factor:
            {publicUrl.TrimEnd('/')}/logga-in/{token}
            """);
        return 0;
    }

    private static async Task<bool> ExistsAsync(UnitOfWork work, DateOnly today)
    {
        var grants = await work.ListAsync<string>(
            """
            select s.grants::text from assignments s join accounts a on a.member_id = s.member_id
            where a.state = any(@Open) and s.starts_on <= @today and (s.until_on is null or s.until_on >= @today) and (s.ended_on is null or s.ended_on > @today)
            """, new { Account.Open, today }, CancellationToken.None);
        return grants.SelectMany(text => JsonSerializer.Deserialize<Grant[]>(text, Json.Options)!).Any(grant => grant.Permission == Permission.Administer.Name);
    }

    /// <summary>An account of nobody in the register: whoever installs the platform need not be a member.</summary>
    private static async Task<Person> AddAsync(UnitOfWork work, string email)
    {
        var person = new Person(Guid.CreateVersion7(), Guid.CreateVersion7());
        await work.ExecuteAsync(
            """
            insert into accounts (id, member_id, email, normalized_email, language, state, state_at, version, user_name, normalized_user_name, security_stamp, concurrency_stamp)
            values (@Id, @MemberId, @email, @email, 'sv', @State, @Now, 0, @Name, @Name, @Stamp, @Stamp)
            """,
            new { person.Id, person.MemberId, email, State = MembershipState.Member.ToText(), work.Now, Name = person.MemberId.ToString(), Stamp = Guid.NewGuid().ToString("N") }, CancellationToken.None);
        return person;
    }

    private sealed record Person(Guid Id, Guid MemberId);
}
