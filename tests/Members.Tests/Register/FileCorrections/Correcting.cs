using System.Text;
using System.Text.Json;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Register.FileCorrections;

/// <summary>Somebody on an association's list.</summary>
internal sealed record Listed(Guid Id, string Number, string GivenName, string FamilyName, string Email);

/// <summary>What a chair does with a list of the association's members, in the words of the tests.</summary>
internal sealed class Correcting(MembersHost members, Guid association)
{
    /// <summary>The columns that a file corrects, with the one that says whom.</summary>
    internal const string Headings = "Medlemsnummer;Förnamn;Efternamn;Telefon;Postnummer;Kommun;Födelseår";

    internal Guid Association { get; } = association;

    internal HttpClient Chair { get; } = members.As(People.IdOf("association-chair-karlstad"), $"register:read@{association}", $"register:edit@{association}", $"register:export@{association}");

    /// <summary>In an association of its own.</summary>
    internal static async Task<Correcting> BeginAsync(MembersHost members) => new(members, await members.AddAssociationAsync());

    /// <summary>A member at 070-174 06 20, 652 24 Karlstad, born in 1980.</summary>
    internal Task<Listed> MemberAsync(string givenName = "Anna") => MemberAsync(members, Association, givenName);

    internal static async Task<Listed> MemberAsync(MembersHost members, Guid association, string givenName = "Anna")
    {
        var person = await members.AddMemberAsync(association, givenName: givenName, familyName: "Berg");
        var number = Joining.Forms.NewMemberNumber();
        await members.ExecuteAsync("update people set member_number = @number, postal_code = '65224', municipality_code = '1780', birth_year = 1980 where id = @Id", new { number, person.Id });
        return new Listed(person.Id, number, person.GivenName, person.FamilyName, person.Email);
    }

    /// <summary>A file that gives a new member another telephone number.</summary>
    internal static async Task<byte[]> FileAsync(MembersHost members, Guid association) => Csv("Medlemsnummer;Telefon", $"{(await MemberAsync(members, association)).Number};070-174 06 33");

    internal static byte[] Csv(string headings, params IEnumerable<string> rows) => Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(headings)));

    internal Task<HttpResponseMessage> PreviewAsync(byte[] file) => Chair.PostAsync(Address("/preview"), new ByteArrayContent(file));

    internal Task<HttpResponseMessage> AskToApplyAsync(byte[] file, string? digest, string fileName = "lista.csv") =>
        Chair.PostAsync(Address($"?fileName={Uri.EscapeDataString(fileName)}&digest={digest}"), new ByteArrayContent(file));

    /// <summary>Looks and applies.</summary>
    internal async Task<JsonElement> ApplyAsync(byte[] file) => await AskToApplyAsync(file, (await PreviewAsync(file).ReadAsync()).Text("digest")).ReadAsync();

    internal Task<HttpResponseMessage> UndoAsync(Guid correction) => Chair.PostAsync(Address($"/{correction}/undo"), null);

    internal async Task<IReadOnlyList<JsonElement>> HistoryAsync() => await Chair.AllPagesAsync(Address("").ToString());

    /// <summary>The list as the chair fetches it.</summary>
    internal Task<byte[]> ExportAsync(string format) =>
        Chair.GetByteArrayAsync(new Uri($"/api/members/people/export?association={Association}&format={format}&purpose=R%C3%A4tta%20listan&birthYears=true", UriKind.Relative));

    /// <summary>Name, telephone, postal code, municipality and year of birth as one text.</summary>
    internal Task<string> FactsAsync(Listed person) => members.QueryAsync<string>(
        "select concat_ws(' ', given_name, family_name, phone, postal_code, municipality_code, birth_year) from people where id = @Id", new { person.Id });

    /// <summary>Everything about everybody; without versions, which only ever rise.</summary>
    internal static Task<string> RegisterAsync(MembersHost members) => members.QueryAsync<string>("select md5(string_agg((to_jsonb(row) - 'version')::text, '|' order by id)) from people row");

    /// <summary>As field: before → after, of the one row that a preview tells of.</summary>
    internal static string[] Changes(JsonElement row) => [.. row.GetProperty("changes").EnumerateArray().Select(change => $"{change.Text("field")}: {change.Text("before")} → {change.Text("after")}")];

    internal static string[] Texts(JsonElement answer, string name) => [.. answer.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    internal Uri Address(string path) => new($"/api/members/associations/{Association}/file-corrections{path}", UriKind.Relative);
}
