using VpVarmland.Tests.Access;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.BadInput;

/// <summary>Requests that are wrong in any part, one after another, and requests that come again.</summary>
public sealed class BadRequestsTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private readonly MembersHost members = fixture.Host;

    [Fact]
    public Task Two_thousand_bad_requests_end_in_codes_and_change_nothing() => Bad().SendAsync(AccessTable.Attempts(members), 2_000);

    [Fact]
    public Task A_key_with_another_body_is_refused_and_with_the_same_body_answers_the_same() => Bad().RepeatKeysAsync(AccessTable.Attempts(members));

    private BadRequests<Program> Bad() => new(members, "members", AccessGround.Caller, members.QuietAsync);
}
