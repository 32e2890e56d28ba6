namespace VpVarmland.Elections.Counting.SimpleVotes;

/// <summary>
/// Elections of persons by the party's statutes §22: more than half of the valid votes is needed, so the meeting votes in rounds until
/// the seats are filled. Each round is an election of its own; a paper's votes are its first names, as many as there are seats left.
/// </summary>
public static class MajorityRounds
{
    private static readonly Bilingual Majority = new("har fler än hälften av de giltiga rösterna", "has more than half of the valid votes");
    private static readonly Bilingual ByLot = new("lotten avgjorde mellan två med hälften var", "the lot decided between two with half each");

    /// <summary>Counts the rounds held so far. The first says how many are to be elected; all have the same candidates.</summary>
    public static Outcome<CountResult> Count(IReadOnlyList<Election> rounds, CountOptions options)
    {
        var names = rounds[0].Candidates.Select(c => c.Name).ToList();
        return rounds.FirstOrDefault(r => !r.Candidates.Select(c => c.Name).SequenceEqual(names)) is { } other
            ? new Refusal("majority.other_candidates", new Bilingual(
                $"”{other.Title}” har andra kandidater än första omgången; stryk dem som inte står kvar med minustecken.",
                $"“{other.Title}” has other candidates than the first round; withdraw those who do not go on with a minus sign."))
            : new Rounds(rounds, options).Run();
    }

    private sealed class Rounds(IReadOnlyList<Election> rounds, CountOptions options)
    {
        private readonly List<Decision> _elected = [];
        private readonly List<Stage> _stages = [];
        private NamedVotes.Tally _tally = new([], 0, 0);
        private Undecided? _undecided;
        private long _needed;
        private Election _round = rounds[0];

        private int Left => rounds[0].Seats - _elected.Count;

        private long Valid => _tally.Papers + (options.BlankIsValid ? _round.Blank : 0);

        public CountResult Run()
        {
            foreach (var round in rounds)
            {
                _round = round;
                Hold();
                if (_undecided is null)
                {
                    break;
                }
            }

            return new CountResult(Method.Majority, _round)
            {
                Valid = Valid,
                Blank = _round.Blank,
                Spoilt = _tally.Spoilt,
                Quota = Amount.Whole(_needed),
                Elected = _elected,
                Stages = _stages,
                Undecided = _undecided,
                Remarks = [options.BlankIsValid
                    ? new Bilingual("Blanka röster räknas som giltiga.", "Blank papers count as valid.")
                    : new Bilingual("Blanka röster räknas inte som giltiga.", "Blank papers do not count as valid.")],
            };
        }

        private void Hold()
        {
            var number = _stages.Count + 1;
            var standing = _round.Standing.Except(_elected.Select(e => e.Candidate)).ToList();
            var seats = Left;
            _tally = NamedVotes.Add(_round, (box, group) => FirstNames(box, group, standing, seats));
            _needed = (Valid / 2) + 1;
            var events = new List<CountEvent>
            {
                new Remark(new Bilingual(
                    $"Omgång {number}: {Valid} giltiga röster, fler än hälften är {_needed}.",
                    $"Round {number}: {Valid} valid votes, more than half is {_needed}.")),
            };
            var reached = standing.Where(c => _tally.Votes[c] >= _needed);
            var (elected, tied) = NamedVotes.TakeMost(reached, _tally.Votes, seats, options.Lots, events);
            Elect(elected, number, Majority, events);
            _undecided = tied is not null ? new Undecided(number, TieKind.Election, tied) : null;
            if (tied is null && Left > 0)
            {
                Unfilled(number, [.. standing.Except(elected)], events);
            }

            var lost = rounds[0].Seats == 1 ? Valid - _tally.Votes.Sum() : 0;
            _stages.Add(new Stage(number, NamedVotes.Totals(_round, _tally.Votes), Amount.Whole(lost), events, Amount.Whole(_needed)));
        }

        /// <summary>Two who have half each are tied, and a lot may decide; otherwise the meeting votes again.</summary>
        private void Unfilled(int number, List<int> standing, List<CountEvent> events)
        {
            var half = Left == 1 && standing.Count == 2 && _tally.Votes[standing[0]] == _tally.Votes[standing[1]];
            if (half && options.Lots.Order(standing) is { } order)
            {
                events.Add(new TieResolved(TieKind.Election, standing, order[0], null));
                Elect([order[0]], number, ByLot, events);
            }
            else if (standing.Count > 0)
            {
                _undecided = new Undecided(number, half ? TieKind.Election : TieKind.NoMajority, standing);
            }
        }

        private void Elect(IReadOnlyList<int> elected, int number, Bilingual why, List<CountEvent> events)
        {
            _elected.AddRange(elected.Select(c => new Decision(c, number)));
            events.AddRange(elected.Select(c => new CandidateElected(c, why)));
        }

        /// <summary>The first names on a paper. Equal names count together, when there are votes enough for all of them.</summary>
        private static List<int> FirstNames(BallotBox box, int group, List<int> standing, int seats)
        {
            var names = new List<int>();
            var marks = box.Marks(group);
            for (var at = 0; at < marks.Length && names.Count < seats;)
            {
                var equals = new List<int>();
                do
                {
                    if (standing.Contains(marks[at].Candidate))
                    {
                        equals.Add(marks[at].Candidate);
                    }
                }
                while (++at < marks.Length && marks[at].EqualToPrevious);

                if (names.Count + equals.Count > seats)
                {
                    break;
                }

                names.AddRange(equals);
            }

            return names;
        }
    }
}
