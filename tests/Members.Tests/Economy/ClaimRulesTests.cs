using FsCheck.Fluent;
using VpVarmland.Members.Economy;
using VpVarmland.Members.Economy.Claims;
using VpVarmland.Tests.Rules;

namespace VpVarmland.Tests.Economy;

/// <summary>Whatever people do in whatever order: nothing is paid that two others have not approved, and nothing twice.</summary>
public sealed class ClaimRulesTests
{
    private static readonly Guid[] People = [.. Enumerable.Range(0, 4).Select(number => new Guid($"01900000-0000-7000-9000-{number:x12}"))];

    [Fact]
    public void No_sequence_of_commands_pays_a_claim_without_two_others_or_twice() => ForAll.Holds(Gen.Choose(0, 1000).ArrayOf(), steps =>
    {
        var claim = ClaimStanding.New(People[0]);
        var (payments, approvals) = (0, new HashSet<Guid>());
        foreach (var step in steps)
        {
            var command = (ClaimCommand)(Math.Abs(step % 7));
            var by = People[Math.Abs(step / 7 % People.Length)];
            var (after, failure) = claim.Do(command, by);
            Assert.Equal(failure is null, after != claim);
            if (failure is null)
            {
                // The books of somebody who does not know the rules' code: who approved since it was last handed in.
                if (command is ClaimCommand.Submit or ClaimCommand.Withdraw or ClaimCommand.SendBack or ClaimCommand.Refuse)
                    approvals.Clear();
                if (command == ClaimCommand.Approve)
                    Assert.True(approvals.Add(by));
                if (command == ClaimCommand.TakeBack)
                    Assert.True(approvals.Remove(by));
                if (command == ClaimCommand.Pay)
                {
                    payments++;
                    Assert.Equal((2, false), (approvals.Count, approvals.Contains(People[0])));
                }
            }
            claim = after;
        }
        Assert.True(payments <= 1);
    }, times: 2_000);

    [Fact]
    public void A_claim_goes_from_draft_to_paid_by_two_others()
    {
        var claim = ClaimStanding.New(People[0]);
        foreach (var (command, by, state) in ((ClaimCommand, Guid, ClaimState)[])[(ClaimCommand.Submit, People[0], ClaimState.Submitted), (ClaimCommand.Approve, People[1], ClaimState.Submitted),
            (ClaimCommand.Approve, People[2], ClaimState.Approved), (ClaimCommand.Pay, People[3], ClaimState.Paid)])
        {
            (claim, var failure) = claim.Do(command, by);
            Assert.Equal((null, state), (failure, claim.State));
        }
        Assert.Equal(ClaimFailures.NotNow, claim.Do(ClaimCommand.Pay, People[3]).Failure);
    }

    [Theory]
    [InlineData("84.5", 845)]
    [InlineData("0.05", 1)]
    [InlineData("5000", 50_000)]
    [InlineData("5000.1", null)]
    [InlineData("0.04", null)]
    [InlineData("-3", null)]
    public void A_distance_is_tenths_of_a_kilometre(string kilometres, int? expected) => Assert.Equal(expected, Mileage.Hectometres(decimal.Parse(kilometres, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_drive_gives_the_rate_with_halves_of_an_ore_up() =>
        Assert.Equal((21_125L, 1L, 13L), (Mileage.Amount(845, 250), Mileage.Amount(1, 5), Mileage.Amount(5, 25)));

    [Theory]
    [InlineData(nameof(PayToKind.Bankgiro), "5050-1055", "50501055", "Bankgiro ••••1055")]
    [InlineData(nameof(PayToKind.Bankgiro), "5050-1056", null, null)]
    [InlineData(nameof(PayToKind.Plusgiro), "4 15 65-1", null, null)]
    [InlineData(nameof(PayToKind.Plusgiro), "1-8", "18", "Plusgiro ••••8")]
    [InlineData(nameof(PayToKind.Bank), "8327-9, 123 456 789-0", "832791234567890", "Bankkonto ••••7890")]
    [InlineData(nameof(PayToKind.Bank), "1234567", null, null)]
    [InlineData(nameof(PayToKind.Bank), "SE45 5000 0000", null, null)]
    public void An_account_is_digits_that_can_be_one_and_is_shown_by_its_end(string kind, string written, string? number, string? shown)
    {
        var account = PayTo.Of(Enum.Parse<PayToKind>(kind), written);
        Assert.Equal((number, shown), (account?.Number, account?.Hidden));
    }

    [Fact]
    public void Amounts_are_written_to_the_ore() => Assert.Equal(("1234,50", "-0,05", "0.00", "100000000.00"),
        (Money.ForSpreadsheet(123_450), Money.ForSpreadsheet(-5), Money.Plain(0), Money.Plain(Money.Most)));
}
