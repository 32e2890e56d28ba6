using VpVarmland.Gateway.SecondFactor;

namespace VpVarmland.Tests;

/// <summary>Time codes against the standard's own table (RFC 6238, appendix B, SHA-1; the last six of its eight digits).</summary>
public sealed class TimeCodeTests
{
    /// <summary>The standard's "12345678901234567890" in base 32.</summary>
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void A_code_of_the_standards_table_belongs_to_its_half_minute(long seconds, string code) =>
        Assert.Equal(seconds / 30, TimeCode.Accept(Secret, code, null, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Theory]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(-60, false)]
    [InlineData(60, false)]
    public void A_clock_may_be_off_by_half_a_minute(int seconds, bool accepted) =>
        Assert.Equal(accepted, TimeCode.Accept(Secret, "005924", null, DateTimeOffset.FromUnixTimeSeconds(1234567890 + seconds)) is not null);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(-1, true)]
    public void A_code_must_be_newer_than_the_last(int lastAhead, bool accepted) =>
        Assert.Equal(accepted, TimeCode.Accept(Secret, "005924", 1234567890 / 30 + lastAhead, DateTimeOffset.FromUnixTimeSeconds(1234567890)) is not null);

    [Theory]
    [InlineData("")]
    [InlineData("00592")]
    [InlineData("0059244")]
    [InlineData("00592å")]
    public void What_is_no_code_is_refused(string code) =>
        Assert.Null(TimeCode.Accept(Secret, code, null, DateTimeOffset.FromUnixTimeSeconds(1234567890)));
}
