using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Npgsql;
using VpVarmland.Members.CentralImport;
using VpVarmland.Tests;

namespace VpVarmland.Benchmarks.Import;

/// <summary>
/// How long a file of the central register takes until its preview is there, beside the least that any import must do, measured in the same run on
/// the same database: COPY of the same file into a bare table, and one join of it with the register that finds what differs.
/// </summary>
internal static class ImportBenchmark
{
    private const int Rows = 100_000, Changed = 2_000, New = 1_000, Times = 5;
    private const string Columns =
        "memberNumber=0&givenName=1&familyName=2&email=3&phone=4&postalCode=5&municipality=6&association=7&gender=8&birthYear=9&memberSince=10&paidUntil=11";

    public static async Task<int> RunAsync()
    {
        // Where the host looks for its own folder.
        Directory.SetCurrentDirectory(AppContext.BaseDirectory);
        var servers = new Servers();
        await servers.InitializeAsync();
        try
        {
            await using var members = new ServiceHost<ImportView>("Development", new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["ConnectionStrings:members"] = await servers.CreateDatabaseAsync(), ["ConnectionStrings:messaging"] = await servers.CreateVirtualHostAsync(),
            });
            using var ombudsman = members.As(Guid.CreateVersion7(), "handover:manage@district");
            await FillAsync(members);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Rows:N0} people in the register; the file has {Rows:N0} rows: {Changed:N0} changed, {New:N0} new. {Environment.ProcessorCount} processors. Best of {Times}."));
            var file = Encoding.UTF8.GetBytes(Text(Rows, Changed, New));
            var (limit, import) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
            for (var time = 0; time < Times; time++)
            {
                limit = Least(limit, await LimitAsync(members, file));
                var (taken, id) = await PreviewAsync(ombudsman, file);
                import = Least(import, taken);
                await ombudsman.DeleteAsync(Address($"/{id}"));
            }
            Report($"limit: COPY of the same {file.Length >> 20} MB and one comparison join", limit);
            Report("import: read, checked, staged and compared", import);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio: {limit / import:N2} (aim 0.3)"));
            await ApplyAsync(ombudsman, file, "applied: 2,000 changed and 1,000 added, with audit, events and what an undo needs");
            await ApplyAsync(ombudsman, Encoding.UTF8.GetBytes(Text(2 * Rows, 0, Rows)), "applied: 100,000 added");
            return 0;
        }
        finally
        {
            await servers.DisposeAsync();
        }
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static void Report(string what, TimeSpan time) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {time.TotalMilliseconds:N0} ms, {Rows / time.TotalSeconds:N0} rows/s"));

    private static Task FillAsync(ServiceHost<ImportView> members) => members.ExecuteAsync(
        """
        insert into people (id, member_number, given_name, family_name, email, phone, postal_code, municipality_code, gender, birth_year, language, association_id, created_at)
        select new_id(now()), (50000000 + n)::text, 'Förnamn' || n % 977, 'Efternamn' || n, 'person.' || n || '@test.example', '+4670' || lpad(n::text, 7, '0'), '65224', '1780', 'woman', 1940 + n % 60, 'sv', association.id, now()
        from generate_series(0, @Rows - 1) n, (select id from associations where municipality_code = '1780') association;
        insert into memberships (id, person_id, association_id, state, applied_on, paid_on, effective_on, confirmed_on, paid_until)
        select new_id(now()), id, association_id, 'member', '2018-01-01', '2018-01-02', '2018-02-01', '2018-02-02', '2026-12-31' from people where member_number >= '50000000';
        analyze people; analyze memberships
        """, new { Rows });

    /// <summary>Those of the register, some with another postal code, the last replaced by new ones.</summary>
    private static string Text(int rows, int changed, int added)
    {
        var text = new StringBuilder("Medlemsnummer;Förnamn;Efternamn;E-post;Mobil;Postnummer;Kommun;Partiförening;Kön;Födelseår;Medlem sedan;Betald t.o.m.\r\n");
        for (var row = 0; row < rows; row++)
        {
            var n = row >= rows - added ? row + Rows : row;
            text.Append(CultureInfo.InvariantCulture, $"{50_000_000 + n};Förnamn{n % 977};Efternamn{n};person.{n}@test.example;070-{n / 10_000 % 1000:000} {n / 100 % 100:00} {n % 100:00};")
                .Append(row < changed ? "652 25" : "652 24").Append(CultureInfo.InvariantCulture, $";Karlstad;Vänsterpartiet Karlstad;Kvinna;{1940 + (n % 60)};2018-02-01;2026-12-31\r\n");
        }
        return text.ToString();
    }

    private static async Task<TimeSpan> LimitAsync(ServiceHost<ImportView> members, byte[] file)
    {
        await using var connection = await members.Database.OpenConnectionAsync();
        await ExecuteAsync(connection, "create table bare (number text, given text, family text, email text, phone text, postal text, municipality text, association text, gender text, born int, since date, paid date)");
        var text = Encoding.UTF8.GetString(file);
        var clock = Stopwatch.StartNew();
        await using (var copy = await connection.BeginTextImportAsync("copy bare from stdin (format csv, header, delimiter ';')"))
            await copy.WriteAsync(text);
        await ExecuteAsync(connection,
            """
            select count(*) from bare join people person on person.member_number = bare.number join memberships membership on membership.person_id = person.id and membership.ended_on is null
            where (bare.given, bare.family, bare.email, replace(bare.postal, ' ', ''), bare.born, bare.since, bare.paid)
                is distinct from (person.given_name, person.family_name, person.email, person.postal_code, person.birth_year, membership.effective_on, membership.paid_until)
            """);
        var taken = clock.Elapsed;
        await ExecuteAsync(connection, "drop table bare");
        return taken;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<(TimeSpan Taken, Guid Id)> PreviewAsync(HttpClient ombudsman, byte[] file)
    {
        using var content = new ByteArrayContent(file);
        var clock = Stopwatch.StartNew();
        var answer = await ombudsman.PostAsync(Address("?fileName=bench.csv&" + Columns), content);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("importId").GetGuid();
        var received = clock.Elapsed;
        await UntilAsync(ombudsman, id, "ready");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  received in {received.TotalMilliseconds:N0} ms, compared in {(clock.Elapsed - received).TotalMilliseconds:N0} ms"));
        return (clock.Elapsed, id);
    }

    private static async Task ApplyAsync(HttpClient ombudsman, byte[] file, string what)
    {
        var (preview, id) = await PreviewAsync(ombudsman, file);
        var version = (await ReadAsync(ombudsman, id)).GetProperty("version").GetInt32();
        using var request = new HttpRequestMessage(HttpMethod.Post, Address($"/{id}/apply")) { Content = JsonContent.Create(new { ended = (int?)null }) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        var clock = Stopwatch.StartNew();
        (await ombudsman.SendAsync(request)).EnsureSuccessStatusCode();
        await UntilAsync(ombudsman, id, "applied");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {clock.Elapsed.TotalMilliseconds:N0} ms (its preview: {preview.TotalMilliseconds:N0} ms)"));
    }

    private static async Task UntilAsync(HttpClient ombudsman, Guid id, string state)
    {
        var clock = Stopwatch.StartNew();
        while ((await ReadAsync(ombudsman, id)).GetProperty("state").GetString() != state)
        {
            if (clock.Elapsed > TimeSpan.FromMinutes(5))
                throw new TimeoutException($"The import is not {state}.");
            await Task.Delay(10);
        }
    }

    private static Task<JsonElement> ReadAsync(HttpClient ombudsman, Guid id) => ombudsman.GetFromJsonAsync<JsonElement>(Address($"/{id}"))!;

    private static Uri Address(string path) => new("/api/members/central-imports" + path, UriKind.Relative);
}
