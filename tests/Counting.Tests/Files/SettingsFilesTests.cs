using System.Text;
using VpVarmland.Elections.Counting.Files;
using VpVarmland.Elections.Counting.Lists;
using VpVarmland.Elections.Counting.Seats;

namespace VpVarmland.Tests.Files;

/// <summary>Files of lots, rules, lists and seats.</summary>
public sealed class SettingsFilesTests
{
    [Theory]
    [InlineData("2 5 # drawn by the chair\n\n1,3\n")]
    [InlineData("2 > 5\n1>3")]
    [InlineData("[[2,5],[1,3]]")]
    [InlineData("{\"lots\":[[2,5],[1,3]]}")]
    public void Lots_are_read_as_lines_or_json(string text)
    {
        var lots = LotsFile.ReadCandidates(Encoding.UTF8.GetBytes(text)).Require();

        Assert.Equal([2, 5], lots.Drawn[0]);
        Assert.Equal([1, 3], lots.Drawn[1]);
    }

    [Theory]
    [InlineData("2 5\n3 x\n", 2)]
    [InlineData("2 2\n", 1)]
    [InlineData("0 1\n", 1)]
    public void A_bad_lot_is_named_with_its_line(string text, int line) =>
        Assert.Equal(line, LotsFile.ReadCandidates(Encoding.UTF8.GetBytes(text)).Refusal?.Line);

    [Fact]
    public void A_lot_decides_a_tie_when_it_names_all_the_tied()
    {
        var lots = new Lots<int>([[4, 2], [3, 1, 2]]);

        Assert.Equal([4, 2], lots.Order([2, 4]));
        Assert.Equal([3, 2], lots.Order([2, 3]));
        Assert.Null(lots.Order([3, 4]));
    }

    [Fact]
    public void Lots_among_parties_may_have_spaces_in_their_names() => Assert.Equal(
        ["Lista A", "B"], LotsFile.ReadNames(Encoding.UTF8.GetBytes("Lista A, B\n")).Require().Drawn[0]);

    [Fact]
    public void Rules_are_read()
    {
        var rules = RulesFile.Read(Encoding.UTF8.GetBytes(
            """
            {"halfWomen":true,"halfWomenFromPlace":2,"alternate":true,"alternateFirst":"woman","fixed":[4],"blankIsValid":true,
             "reserved":[{"place":3,"gender":"man","candidates":[1,7]}],"genders":{"1":"woman","2":"man","3":"other","4":"notStated"}}
            """)).Require();

        Assert.True(rules is { BlankIsValid: true, List: { HalfWomen: true, HalfWomenFromPlace: 2, Alternate: true, AlternateFirst: Gender.Woman } });
        Assert.Equal([4], rules.List.Fixed);
        Assert.Equal((3, Gender.Man), (rules.List.Reserved[0].Place, rules.List.Reserved[0].Gender));
        Assert.Equal([Gender.Woman, Gender.Man, Gender.Other, Gender.NotStated, Gender.NotStated], Enumerable.Range(1, 5).Select(rules.List.GenderOf));
    }

    [Theory]
    [InlineData("{\"halfwomen\":true}")]
    [InlineData("{\"halfWomen\":1}")]
    [InlineData("{\"halfWomenFromPlace\":0}")]
    [InlineData("{\"genders\":{\"x\":\"man\"}}")]
    [InlineData("{\"genders\":{\"1\":\"boy\"}}")]
    [InlineData("{\"reserved\":[{\"place\":1}]}")]
    [InlineData("{\"alternateFirst\":\"other\"}")]
    [InlineData("{")]
    [InlineData("[]")]
    public void A_rule_that_is_misspelt_or_wrong_is_refused_and_never_left_out(string json) =>
        Assert.NotNull(RulesFile.Read(Encoding.UTF8.GetBytes(json)).Refusal);

    [Theory]
    [InlineData("{\"total_seats\":2,")]
    [InlineData("{\"total_seats\":2}")]
    [InlineData("{\"total_seats\":2,\"constituencies\":[]}")]
    [InlineData("{\"total_seats\":2,\"constituencies\":[{\"name\":\"X\",\"fixed_seats\":1,\"votes\":{}}],\"adjustment_seats\":0}")]
    [InlineData("{\"total_seats\":1,\"constituencies\":[{\"name\":\"X\",\"fixed_seats\":1,\"votes\":{\"A\":-1}}]}")]
    [InlineData("{\"total_seats\":1,\"constituencies\":[{\"name\":\"X\",\"fixed_seats\":1,\"votes\":{\"A\":1.5}}]}")]
    [InlineData("{\"total_seats\":1,\"constituencies\":[{\"name\":\"X\",\"fixed_seats\":1,\"valid_votes\":1,\"votes\":{\"A\":2}}]}")]
    [InlineData("{\"total_seats\":1,\"first_divisor\":0,\"constituencies\":[{\"name\":\"X\",\"fixed_seats\":1,\"votes\":{\"A\":2}}]}")]
    [InlineData("{\"total_seats\":1,\"threshold\":\"4 %\",\"constituencies\":[{\"name\":\"X\",\"fixed_seats\":1,\"votes\":{\"A\":2}}]}")]
    [InlineData("{\"total_seats\":2,\"constituencies\":[{\"name\":\"X\",\"fixed_seats\":1,\"votes\":{}},{\"name\":\"X\",\"fixed_seats\":1,\"votes\":{}}]}")]
    public void A_seat_file_that_does_not_add_up_is_refused(string json) =>
        Assert.NotNull(SeatFile.Read(Encoding.UTF8.GetBytes(json)).Refusal);

    [Fact]
    public void Thresholds_are_read_exactly() => Assert.Equal(
        new Rational(4, 100),
        SeatFile.Read(Encoding.UTF8.GetBytes(
            """{"total_seats":1,"threshold":0.04,"constituencies":[{"name":"X","fixed_seats":1,"votes":{"A":2}}]}""")).Require().Threshold);
}
