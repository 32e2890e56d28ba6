using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Access;

/// <summary>Who gets in, operation by operation, against the document that the running service gives of itself.</summary>
public sealed class AccessTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;

    public static TheoryData<string> Free => [.. AccessTable.Rows.Values.Where(row => row.Permission is null).Select(row => row.Operation)];

    [Fact]
    public async Task Every_operation_of_the_running_service_has_a_row_with_the_permission_it_demands()
    {
        var document = await members.Anonymous().GetAsync(new Uri("/openapi/members.json", UriKind.Relative)).ReadAsync();
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .Select(operation => $"{operation.Value.Text("operationId")}: {operation.Value.Text("x-permission")}");
        Assert.Equal(
            operations.Order(StringComparer.Ordinal),
            AccessTable.Rows.Values.Select(row => $"{row.Operation}: {row.Permission?.Name ?? "open"}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public Task Every_operation_answers_each_kind_of_caller_as_the_reviewed_table_says() => AccessMatrix.CheckAsync(
        members, "members", AccessTable.Attempts(members), AccessGround.Caller, Places.Karlstad, Places.Storfors, "tests/Members.Tests/Access/access.txt");

    [Theory]
    [MemberData(nameof(Free))]
    public async Task Open_operations_answer_anybody(string operation)
    {
        var request = await AccessTable.Rows[operation].Prepare(new AccessGround(members));
        using var answer = await members.Anonymous().SendAsync(request());
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
