using System.Text;
using FsCheck.Fluent;
using VpVarmland.Elections.Counting.Files;
using VpVarmland.Elections.Counting.Seats;

namespace VpVarmland.Tests.Properties;

/// <summary>Whatever a file holds, it is read or refused with a sentence; no reader throws.</summary>
public sealed class InputProperties
{
    private const string Blt = "3 2\n-3\n4 1 2 0\n2 2=1 - 3 0 # x\n(a) 1 0\n0\n\"Åsa\"\n\"Bo\" \"P\"\n\"Cia\"\n\"Möte\"\n";
    private const string Seats =
        """{"year":2022,"total_seats":3,"threshold":0.04,"constituencies":[{"name":"X","fixed_seats":3,"votes":{"A":50,"B":20}}]}""";
    private const string Rules = """{"halfWomen":true,"fixed":[1],"reserved":[{"place":2,"gender":"man"}],"genders":{"1":"woman"}}""";

    [Fact]
    public void A_damaged_blt_file_is_read_or_refused_and_what_is_read_can_be_counted() => Check(Blt, file =>
    {
        var read = BltReader.Read(file);
        Assert.True(read.Succeeded || read.Refusal.Reason.Swedish.Length > 0);
        if (read.Succeeded && read.Value.Candidates.Count < 10)
        {
            Assert.All(Enum.GetValues<Method>(), method => Counter.Count(method, read.Value, CountOptions.Default));
        }
    });

    [Fact]
    public void A_damaged_seat_file_is_read_or_refused_and_what_is_read_can_be_shared_out() => Check(Seats, file =>
    {
        var read = SeatFile.Read(file);
        Assert.True(read.Succeeded || read.Refusal.Reason.Swedish.Length > 0);
        if (read.Succeeded)
        {
            SeatAllocation.Share(read.Value, Lots.None<string>());
        }
    });

    [Fact]
    public void Damaged_settings_are_read_or_refused() => Check(Rules, file =>
    {
        Assert.True(RulesFile.Read(file) is { Succeeded: true } or { Refusal.Reason.Swedish.Length: > 0 });
        Assert.True(LotsFile.ReadCandidates(file) is { Succeeded: true } or { Refusal.Reason.Swedish.Length: > 0 });
        Assert.True(LotsFile.ReadNames(file) is { Succeeded: true } or { Refusal.Reason.Swedish.Length: > 0 });
        Assert.True(PartyListsFile.Read(file) is { Succeeded: true } or { Refusal.Reason.Swedish.Length: > 0 });
    });

    /// <summary>Changes, removes or repeats a few bytes of a file that is whole.</summary>
    private static void Check(string whole, Action<byte[]> reader) => ForAll.Holds(
        from cuts in (from at in Gen.Choose(0, 1000) from length in Gen.Choose(0, 6) from text in Gen.Elements(
            "", "0", "-", "=", "\"", "\n", " ", "99999999999999999999", "{", "]", "null", "-1", "1.5", "å", "\u0000", "#") select (at, length, text)).ListOf(3)
        select cuts,
        cuts =>
        {
            var text = whole;
            foreach (var (at, length, put) in cuts)
            {
                var start = at % (text.Length + 1);
                text = text[..start] + put + text[Math.Min(text.Length, start + length)..];
            }

            reader(Encoding.UTF8.GetBytes(text));
        },
        times: 1000);
}
