using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Npgsql;
using VpVarmland.Members.CentralImport;
using VpVarmland.Tests;

namespace VpVarmland.Benchmarks.Members;

/// <summary>
/// A register of a million people: how long it takes (95th percentile) to find somebody by name, to count those whom a list means, and to open an association's page; each beside the
/// bare SQL of the same work on the same database in the same run, and search and page beside themselves in a register of a thousand. The same work is to find, to note who was
/// read about, and to commit.
/// </summary>
internal static class MembersBenchmark
{
    private const int Few = 1_000, Warm = 40, Times = 300;

    public static async Task<int> RunAsync(int people)
    {
        Directory.SetCurrentDirectory(AppContext.BaseDirectory);
        var servers = new Servers();
        await servers.InitializeAsync();
        try
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{people:N0} people, {Environment.ProcessorCount} processors; 95th percentile of {Times}, after {Warm}."));
            var small = await MeasureAsync(servers, Few);
            var large = await MeasureAsync(servers, people);
            foreach (var (name, aim) in (IReadOnlyList<(string, string)>)[("search", "aim 1.5"), ("segment", ""), ("association", "aim 1.5")])
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {people:N0} beside {Few:N0} people: {large[name] / small[name]:N2} ({aim})"));
            return 0;
        }
        finally
        {
            await servers.DisposeAsync();
        }
    }

    private static async Task<IReadOnlyDictionary<string, TimeSpan>> MeasureAsync(Servers servers, int people)
    {
        await using var members = new ServiceHost<ImportView>("Development", new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:members"] = await servers.CreateDatabaseAsync(), ["ConnectionStrings:messaging"] = await servers.CreateVirtualHostAsync(),
        });
        await FillAsync(members, people);
        using var ombudsman = members.As(Guid.CreateVersion7(), "register:read@district", "statistics:read@district");
        await using var bare = await members.Database.OpenConnectionAsync();
        var places = await ListAsync(bare, "select id from associations where not is_district order by id", row => row.GetGuid(0));
        var typed = await ListAsync(bare, Typed, row => (Given: row.GetString(0), Family: row.GetString(1)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{people:N0} people"));
        var results = new Dictionary<string, TimeSpan>(StringComparer.Ordinal)
        {
            ["search"] = await CompareAsync("search",
                n => GetAsync(ombudsman, $"/api/members/people?q={Uri.EscapeDataString($"{typed[n].Given} {typed[n].Family}")}"),
                n => RunAsync(bare, Noted(SearchSql), ("first", typed[n].Given), ("second", typed[n].Family))),
            ["segment"] = await CompareAsync("segment",
                n => PostAsync(ombudsman, Segment(places[n % places.Count], 1950 + (n % 40))),
                n => RunAsync(bare, SegmentCountSql + Noted(SegmentSql), ("place", places[n % places.Count]), ("from", 1950 + (n % 40)))),
            ["association"] = await CompareAsync("association",
                n => GetAsync(ombudsman, $"/api/members/people?association={places[n % places.Count]}&size=50"),
                n => RunAsync(bare, Noted(PageSql), ("place", places[n % places.Count]))),
        };
        return results;
    }

    private static async Task<TimeSpan> CompareAsync(string name, Func<int, Task> service, Func<int, Task> bare)
    {
        var (ours, limit) = (await MeasureAsync(service), await MeasureAsync(bare));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: {ours.TotalMilliseconds:N1} ms, bare SQL {limit.TotalMilliseconds:N1} ms: {ours / limit:N2} (aim 1.5)"));
        return ours;
    }

    private static async Task<TimeSpan> MeasureAsync(Func<int, Task> work)
    {
        var taken = new List<TimeSpan>(Times);
        for (var n = 0; n < Warm + Times; n++)
        {
            var clock = Stopwatch.StartNew();
            await work(n);
            if (n >= Warm)
                taken.Add(clock.Elapsed);
        }
        taken.Sort();
        return taken[Times * 95 / 100];
    }

    private static async Task FillAsync(ServiceHost<ImportView> members, int people)
    {
        await using var connection = await members.Database.OpenConnectionAsync();
        // A million take longer than a service would ever wait.
        foreach (var step in (string[])[Fill.Replace("@people", people.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), .. Settled])
        {
            await using var command = new NpgsqlCommand(step, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Names put together as Swedish ones are: 960 given names and 20,000 family names, whatever the number of people.</summary>
    private const string Fill =
        """
        create temporary table parts as select
            array['An','Be','Car','Da','El','Fri','Ger','Hil','In','Jo','Kar','Li','Mar','Nor','Ol','Per','Ro','Sa','Ti','Ul','Vi','Al','Bir','Chri','Ed','Gu','Hel','Ka','Lo','Mi','Ni','Os','Pi','Sig','Sol','Tor','Va','Yn','Å','Ös'] as given,
            array['na','nar','da','das','ra','rik','ta','tin','la','lis','ma','mar','sa','stin','va','vid','bert','geir','hild','mund','run','ther','vald','ya'] as given_end,
            array['Lind','Berg','Ström','Sund','Ek','Björk','Norr','Söder','Öst','Väster','Hag','Dal','Sjö','Holm','Gran','Al','Rosen','Hed','Käll','Lund','Ny','Back','Sand','Sten','Fors','Grön','Hög','Kvarn','Lång','Mal','Nord','Orr','Palm','Ring','Sel','Tall','Ulv','Vik','Åker','Ång'] as family,
            array['berg','ström','kvist','gren','lund','dal','man','stedt','mark','löv','blad','by','feldt','blom','gård','hed','häll','kil','lid','nes','rot','skog','torp','vall','ö'] as family_middle,
            array['','s','er','in','an','e','us','ell','ing','sson','eus','ius','ander','én','lin','son','all','å','man','ia'] as family_end;
        insert into people (id, member_number, given_name, family_name, email, phone, postal_code, municipality_code, gender, birth_year, language, help_with, association_id, created_at)
        select new_id(now()), (50000000 + n)::text, given[1 + called % 40] || given_end[1 + called / 40 % 24], family[1 + dealt % 40] || family_middle[1 + dealt / 40 % 25] || family_end[1 + dealt / 1000],
            'person.' || n || '@test.example', '+4670' || lpad(n::text, 7, '0'), '65224', '1780', 'woman', 1940 + n % 60, 'sv', case when n % 3 = 0 then array['leaflets'] else '{}' end, places[1 + n % 16], now()
        from generate_series(0, @people - 1) n cross join lateral (select (hashint4extended(n, 1) & 1048575)::int % 20000, (hashint4extended(n, 2) & 1048575)::int % 960) one (dealt, called) cross join parts
        cross join (select array(select id from associations where not is_district order by id)) all_of (places);
        insert into memberships (id, person_id, association_id, state, applied_on, paid_on, effective_on, confirmed_on, paid_until)
        select new_id(now()), id, association_id, 'member', '2018-01-01', '2018-01-02', '2018-02-01', '2018-02-02', '2026-12-31' from people where member_number >= '50000000';
        """;

    /// <summary>What the database does by itself after a while.</summary>
    private static readonly string[] Settled = ["vacuum analyze", "checkpoint"];

    /// <summary>What somebody types who looks for another: the given name and the first six letters of the family name.</summary>
    private const string Typed =
        """
        select fold(given_name), left(fold(family_name), 6) from people where member_number >= '50000000' order by md5(member_number) limit 340
        """;

    private static object Segment(Guid place, int from) => new
    {
        filter = new { kind = "all", of = new object[] { new { kind = "association", ids = new[] { place } }, new { kind = "interest", ways = new[] { "leaflets" } }, new { kind = "born", from, until = (int?)null } } },
    };

    private const string SearchSql =
        """
        select person.id, person.given_name, person.family_name, association.name, membership.state, exists (select from care_cases where person_id = person.id and state = 'open')
        from people_words one join people person on person.id = one.person_id join associations association on association.id = person.association_id
        cross join lateral (select state from memberships where person_id = person.id order by ended_on is null desc, applied_on desc, id desc limit 1) membership
        where one.word >= @first and one.word < @first || chr(1114111)
            and one.person_id in (select person_id from people_words where word >= @second and word < @second || chr(1114111))
        order by person.family_name, person.given_name, person.id limit 51
        """;

    private const string SegmentCountSql =
        """
        select count(*) from people person join memberships membership on membership.person_id = person.id and membership.ended_on is null
        where person.association_id = @place and 'leaflets' = any(person.help_with) and person.birth_year >= @from;
        """;

    private const string SegmentSql =
        """
        select person.id, person.given_name, person.family_name from people person join memberships membership on membership.person_id = person.id and membership.ended_on is null
        where person.association_id = @place and 'leaflets' = any(person.help_with) and person.birth_year >= @from order by person.family_name, person.given_name, person.id limit 10
        """;

    private const string PageSql =
        """
        select person.id, person.given_name, person.family_name, association.name, membership.state, exists (select from care_cases where person_id = person.id and state = 'open')
        from people person join associations association on association.id = person.association_id
        cross join lateral (select state from memberships where person_id = person.id order by ended_on is null desc, applied_on desc, id desc limit 1) membership
        where person.association_id = @place order by person.family_name, person.given_name, person.id limit 51
        """;

    /// <summary>What was found, with the note that each of them was read about: no page is shown without it.</summary>
    private static string Noted(string find) =>
        $"""
        with shown as materialized ({find}), noted as (
            insert into read_log (at, person_id, reader, assignment, what)
            select now(), id, 'member:bare', 'none', 'list' from shown
            where not exists (select from read_log earlier where earlier.person_id = shown.id and earlier.reader = 'member:bare' and earlier.what = 'list' and earlier.at > now() - interval '15 minutes'))
        select * from shown
        """;

    private static async Task GetAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task PostAsync(HttpClient client, object body)
    {
        using var answer = await client.PostAsJsonAsync(new Uri("/api/members/segments/preview", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, params (string Name, object Value)[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        await using var reader = await command.ExecuteReaderAsync();
        do
        {
            while (await reader.ReadAsync())
                reader.GetValues(new object[reader.FieldCount]);
        }
        while (await reader.NextResultAsync());
    }

    private static async Task<IReadOnlyList<T>> ListAsync<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }
}
