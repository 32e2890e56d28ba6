using System.Net;
using System.Text;
using System.Text.Json;
using VpVarmland.Contracts;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.BadInput;

/// <summary>Bad values in addresses: ids, filters, sizes, cursors.</summary>
public sealed class BadAddressTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;
    private readonly HttpClient everything = fixture.Host.As(People.IdOf("ombudsman"), [.. Permission.All.Keys.Select(name => $"{name}@district")]);

    [Theory]
    [InlineData("people?size=-1")]
    [InlineData("people?size=0")]
    [InlineData("people?size=201")]
    [InlineData("people?size=99999999999")]
    [InlineData("people?size=ten")]
    [InlineData("people?state=king")]
    [InlineData("people?state=1")]
    [InlineData("people?association=karlstad")]
    [InlineData("people?q=a%00b")]
    [InlineData("care/cases?state=OPEN")]
    [InlineData("care/cases?mine=perhaps")]
    [InlineData("hand-overs?state=lost")]
    [InlineData("assignments?current=maybe")]
    [InlineData("district/growth?months=0")]
    [InlineData("district/growth?months=-24")]
    [InlineData("district/growth?months=121")]
    [InlineData("me/reads?size=0")]
    [InlineData("central-imports?size=0")]
    [InlineData("associations/01900000-0000-7000-8000-00000000100a/file-corrections?size=0")]
    [InlineData("central-imports/01900000-0000-7000-8000-0000000fffff/differences")]
    [InlineData("central-imports/01900000-0000-7000-8000-0000000fffff/differences?kind=odd")]
    [InlineData("postal-codes/1234")]
    [InlineData("postal-codes/abcde")]
    [InlineData("postal-codes/6५224")]
    [InlineData("postal-codes/65224%0A")]
    public async Task What_cannot_be_is_refused_with_a_code(string address)
    {
        using var answer = await everything.GetAsync(Address(address));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Matches("^[a-z]+[.][a-z_]+$", JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).Text("code"));
    }

    [Fact]
    public async Task A_search_of_too_many_letters_and_a_purpose_of_too_many_are_refused()
    {
        await everything.GetAsync(Address("people?q=" + new string('a', 101))).RefusedAsync(HttpStatusCode.BadRequest, "request.invalid");
        await everything.GetAsync(Address($"people/{People.IdOf("member")}?purpose=" + new string('a', 201))).RefusedAsync(HttpStatusCode.BadRequest, "request.invalid");
    }

    [Theory]
    [InlineData("people/karlstad")]
    [InlineData("people/01900000-0000-7000-8000-0000000fffff")]
    [InlineData("care/cases/01900000-0000-7000-8000-0000000fffff")]
    [InlineData("care/cases/01900000-0000-7000-8000-0000000fffff/assignees")]
    [InlineData("central-imports/01900000-0000-7000-8000-0000000fffff")]
    [InlineData("central-imports/01900000-0000-7000-8000-0000000fffff/progress")]
    [InlineData("central-imports/01900000-0000-7000-8000-0000000fffff/differences?kind=new")]
    [InlineData("no-such-thing")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using var answer = await everything.GetAsync(Address(address));
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden });
        Assert.Matches("^[a-z]+[.][a-z_]+$", JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).Text("code"));
    }

    [Theory]
    [InlineData("people")]
    [InlineData("care/cases")]
    [InlineData("care/cases?state=done")]
    [InlineData("hand-overs")]
    [InlineData("assignments")]
    [InlineData("district/reports")]
    [InlineData("me/reads")]
    [InlineData("central-imports")]
    [InlineData("associations/01900000-0000-7000-8000-00000000100a/file-corrections")]
    public async Task A_cursor_that_is_none_of_ours_never_breaks_a_list(string list)
    {
        string[] contents =
        [
            "", "null", "{}", "[]", "1", "-1", "\"text\"", "{\"id\":\"x\"}", "{\"id\":\"00000000-0000-0000-0000-000000000000\"}", "{\"at\":\"9999-12-31T23:59:59.9999999+00:00\",\"id\":\"ffffffff-ffff-ffff-ffff-ffffffffffff\"}",
            "{\"at\":\"0001-01-01T00:00:00+00:00\"}", "{\"from\":\"9999-12-31\"}", "{\"createdAt\":\"0001-01-01T00:00:00+14:00\"}", "{\"familyName\":null,\"givenName\":\"a\\u0000\",\"id\":\"00000000-0000-0000-0000-000000000001\"}",
            "{\"familyName\":\"\\ud800\"}", "99999999999999999999999", new string('[', 500),
        ];
        foreach (var cursor in contents.Select(text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text))).Concat(["%%%", "åäö", "=", new string('A', 2000)]))
        {
            using var answer = await everything.GetAsync(Address($"{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}after={Uri.EscapeDataString(cursor)}"));
            Assert.True((int)answer.StatusCode < 500, $"{cursor}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_key_of_more_than_a_hundred_signs_is_refused() => await members.Anonymous()
        .PostAsync("/api/members/applications", Joining.Forms.Of("key@test.example"), new string('k', 101)).RefusedAsync(HttpStatusCode.BadRequest, "request.malformed");

    private static Uri Address(string path) => new("/api/members/" + path, UriKind.Relative);
}
