using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Privacy;

/// <summary>Looks through every column of every table for what is left of somebody who is erased.</summary>
public sealed class ErasureScanTests(Servers servers)
{
    /// <summary>Where an id may stay that leads to nobody, and why.</summary>
    private static readonly Dictionary<string, string> IdStays = new(StringComparer.Ordinal)
    {
        ["audit"] = "who and about whom is part of the chain's links; content, reason and salt are gone",
        ["erased_people"] = "the fact of erasure",
        ["read_log"] = "who has read about somebody else",
        ["claims"] = "bookkeeping",
        ["claim_approvals"] = "bookkeeping",
    };

    [Fact]
    public async Task Nothing_is_left_of_people_with_the_most_data_but_what_the_law_keeps()
    {
        await using var members = await MembersHost.StartAsync(servers);
        foreach (var role in (string[])["association-chair-karlstad", "ombudsman", "treasurer", "member", "deputy", "district-chair"])
        {
            var (id, mark) = (People.IdOf(role), $"Zqxv{Guid.NewGuid():N}"[..20]);
            var email = $"{mark}@test.example";
            await members.ExecuteAsync("update people set family_name = @mark, email = @email where id = @id", new { id, mark, email = email.ToLowerInvariant() });
            await members.ExecuteAsync("update claims set claimant_name = @mark where claimant_id = @id and state in ('draft', 'refused')", new { id, mark });
            await members.ExecuteAsync("select erase_person(@id, now())", new { id });
            Assert.Equal([], await WhereAsync(members, mark, "name_words"));
            Assert.Equal([], (await WhereAsync(members, id.ToString(), "outbox")).Where(table => !IdStays.ContainsKey(table)));
        }
        Assert.StartsWith("whole", await members.QueryAsync<string>("select check_audit(now())"), StringComparison.Ordinal);
        Assert.Equal(0, await members.QueryAsync<long>("select count(*) from claims where length(pay_to) > 0 and claimant_id in (select person_id from erased_people) and state not in ('submitted', 'approved')"));
    }

    private static async Task<IReadOnlyList<string>> WhereAsync(MembersHost members, string text, string except)
    {
        var tables = await members.QueryAsync<string[]>("select array_agg(table_name::text order by table_name) from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'");
        var found = new List<string>();
        foreach (var table in tables.Where(table => table != except))
        {
            if (await members.QueryAsync<bool>($"select exists (select from \"{table}\" one where strpos(lower(to_jsonb(one)::text), lower(@text)) > 0)", new { text }))
                found.Add(table);
        }
        return found;
    }
}
