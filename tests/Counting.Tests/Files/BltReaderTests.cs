using System.Text;

namespace VpVarmland.Tests.Files;

/// <summary>The BLT format as it is met in the field, and what is refused.</summary>
public sealed class BltReaderTests
{
    private const string Plain = "3 2\n-3\n4 1 2 0\n2 2=1 0\n1 0\n0\n\"Åsa Öberg\"\n\"Bo\"\n\"Cia\"\n\"Årsmöte\"\n";

    [Fact]
    public void A_plain_file_is_read()
    {
        var election = BltReader.Read(Plain).Require();

        Assert.Equal("Årsmöte", election.Title);
        Assert.Equal(2, election.Seats);
        Assert.Equal(["Åsa Öberg", "Bo", "Cia"], election.Candidates.Select(c => c.Name));
        Assert.Equal([false, false, true], election.Candidates.Select(c => c.Withdrawn));
        Assert.Equal((2, 6, 1), (election.Ballots.Count, election.Ballots.Papers, election.Blank));
        Assert.True(election.Ballots.Marks(1)[1].EqualToPrevious);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Byte_order_marks_and_older_encodings_are_read(string name, byte[] bytes)
    {
        var election = BltReader.Read(bytes).Require();

        Assert.True(election.Candidates[0].Name == "Åsa Öberg", name);
    }

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8 with mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Plain)] },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Plain)] },
        { "UTF-16, big end first", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Plain)] },
        { "Latin-1", Encoding.Latin1.GetBytes(Plain) },
        { "Windows line ends", Encoding.UTF8.GetBytes(Plain.Replace("\n", "\r\n", StringComparison.Ordinal)) },
    };

    [Theory]
    [InlineData("# who\n3 2 # three\n\n-3 # gone\n4 1 2 0 # four\n2 2=1 0\n1 0\n0 # end\n\"Åsa #1\" # name\n\"Bo\"\n\"Cia\"\n\"T\"", "Åsa #1")]
    [InlineData("3 2\n4 1 2\n2 2=1\n1 0\n\"A\"\n\"B\"\n\"C\"\n\"T\"", "A")]
    [InlineData("3 2\n4 1 2 0\n2 2=1 0\n1 0\n0\n\"A\" \"Party\"\n\"B\"\n\"C\"", "A")]
    [InlineData("3 2\n(id 7) 4 1 - 2 0\n2 2=1 0\n1 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"T\"\nsource: the club", "A")]
    [InlineData("  3\t2  \n\t4 1 2 0\n2 2= 1 0\n1 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"T\"\n\"more\"", "A")]
    public void Comments_missing_end_marks_and_other_habits_are_read(string blt, string firstName)
    {
        var election = BltReader.Read(blt).Require();

        Assert.Equal(firstName, election.Candidates[0].Name);
        Assert.Equal((6, 1), (election.Ballots.Papers, election.Blank));
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(1, "tre 2\n")]
    [InlineData(1, "3\n")]
    [InlineData(1, "3 0\n1 1 0\n")]
    [InlineData(2, "3 1\n1 4 0\n0\n")]
    [InlineData(2, "3 1\n1 1 1 0\n0\n")]
    [InlineData(2, "3 1\n1 1 x 0\n0\n")]
    [InlineData(2, "3 1\n1 1 0 2 0\n0\n")]
    [InlineData(2, "3 1\n0 1 2 0\n0\n")]
    [InlineData(2, "3 1\n1 1= 0\n0\n")]
    [InlineData(2, "3 1\n1.5 1 0\n0\n")]
    [InlineData(2, "3 1\n-4\n1 1 0\n0\n")]
    [InlineData(3, "3 1\n1 1 0\n-2\n0\n")]
    [InlineData(3, "3 1\n1 1 0\n2 1 -2 0\n0\n")]
    [InlineData(4, "3 1\n1 1 0\n0\nAnna\n")]
    [InlineData(4, "3 1\n1 1 0\n0\n\"Anna\n")]
    [InlineData(5, "3 1\n1 1 0\n0\n\"A\"\n\"B\"\n")]
    [InlineData(2, "3 1\n99999999999999999999 1 0\n0\n")]
    [InlineData(2, "3 1\n900000001 1 0\n0\n")]
    public void A_bad_line_is_named_with_its_number(int line, string blt)
    {
        var refusal = BltReader.Read(blt).Refusal;

        Assert.NotNull(refusal);
        Assert.Equal(line, Math.Max(1, refusal.Line ?? 0));
        Assert.Contains($"Rad {refusal.Line}", refusal.Reason.Swedish, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_papers_are_grouped()
    {
        var box = new BallotBox.Builder();
        for (var i = 0; i < 5000; i++)
        {
            Assert.True(box.TryAdd(1, [new Mark((i % 700) + 1), new Mark(1000)]));
        }

        var built = box.Build();
        Assert.Equal((700, 5000), (built.Count, built.Papers));
    }
}
