using System.Text;

namespace VpVarmland.Elections.Counting.Ballots;

/// <summary>
/// Reads the BLT format (Hill, Wichmann and Woodall 1987, as used by OpenSTV, OpaVote and the Scottish councils): candidates and
/// seats; withdrawn candidates as negative numbers; papers as <c>weight first second … 0</c>, equal ranks as <c>a=b</c>, a skipped
/// rank as <c>-</c>; a line <c>0</c>; the names and the title in quotation marks. Comments run from # to the end of the line.
/// A missing 0 at the end of a paper or of the papers is accepted. Anything else refuses the whole file with the line's number.
/// </summary>
public sealed class BltReader
{
    // A longer number is no weight and no candidate.
    private const int MaxDigits = 18;

    private readonly BltText _text;
    private readonly BallotBox.Builder _box;
    private readonly HashSet<int> _withdrawn = [];
    private readonly List<string> _names = [];
    private Mark[] _paper = [];
    private int[] _seenOnLine = [];
    private int _candidates;
    private int _seats;
    private long _blank;
    private bool _anyPaper;
    private string? _title;
    private Refusal? _refusal;

    // A name takes some three bytes.
    private BltReader(ReadOnlyMemory<byte> file) => (_text, _box) = (new BltText(file), new BallotBox.Builder(file.Length / 3));

    /// <summary>Reads a whole file. Nothing is counted from a file with an error in it.</summary>
    public static Outcome<Election> Read(ReadOnlyMemory<byte> file) => new BltReader(file).Read();

    /// <summary>Reads a file from its text.</summary>
    public static Outcome<Election> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private Outcome<Election> Read()
    {
        if (!_text.TryNext(out var line))
        {
            return Wrong("blt.empty", "filen är tom", "the file is empty");
        }

        if (!Header(line))
        {
            return _refusal!;
        }

        var inNames = false;
        while (_refusal is null && _text.TryNext(out line))
        {
            if (line[0] == '"')
            {
                inNames = true;
                QuotedLine(line);
            }
            else if (inNames && _title is not null)
            {
                // What follows the title is the maker's own notes.
                break;
            }
            else if (inNames)
            {
                Wrong("blt.name", "ett namn inom citattecken väntades", "a name in quotation marks was expected");
            }
            else if (line is [(byte)'0'])
            {
                inNames = true;
            }
            else if (line[0] == '-')
            {
                Withdrawal(line);
            }
            else
            {
                Paper(line);
            }
        }

        return _refusal is null ? Finish() : _refusal;
    }

    private Outcome<Election> Finish()
    {
        if (_names.Count < _candidates)
        {
            return Wrong(
                "blt.names_missing",
                $"filen har {_candidates} kandidater men {_names.Count} namn",
                $"the file has {_candidates} candidates but {_names.Count} names");
        }

        var candidates = _names.Select((name, i) => new Candidate(i + 1, name, _withdrawn.Contains(i + 1))).ToList();
        return new Election(_title ?? string.Empty, _seats, candidates, _box.Build(), _blank);
    }

    private bool Header(ReadOnlySpan<byte> line)
    {
        if (!TakeNumber(ref line, out var candidates) || !TakeNumber(ref line, out var seats) || !line.IsEmpty
            || candidates is < 1 or > Mark.MaxCandidate || seats is < 1 or > Mark.MaxCandidate)
        {
            Wrong(
                "blt.header",
                "första raden ska vara två tal: antal kandidater och antal platser, båda minst 1",
                "the first line must be two numbers: candidates and seats, both at least 1");
            return false;
        }

        (_candidates, _seats) = ((int)candidates, (int)seats);
        _paper = new Mark[_candidates];
        _seenOnLine = new int[_candidates + 1];
        return true;
    }

    private void Withdrawal(ReadOnlySpan<byte> line)
    {
        if (_anyPaper)
        {
            Wrong("blt.withdrawn_late", "avsägelser ska stå före valsedlarna", "withdrawals must stand before the papers");
            return;
        }

        while (!line.IsEmpty)
        {
            if (line[0] != '-')
            {
                Unreadable(line);
                return;
            }

            line = line[1..];
            if (!TakeNumber(ref line, out var number))
            {
                Unreadable(line);
                return;
            }

            if (!Known(number))
            {
                return;
            }

            _withdrawn.Add((int)number);
        }
    }

    private void Paper(ReadOnlySpan<byte> line)
    {
        _anyPaper = true;
        if (line[0] == '(' && line.IndexOf((byte)')') is > 0 and var close)
        {
            line = line[(close + 1)..].AfterSpace();
        }

        if (!TakeNumber(ref line, out var weight))
        {
            Unreadable(line);
            return;
        }

        if (weight < 1)
        {
            Wrong("blt.weight", "antalet valsedlar ska vara minst 1", "the number of papers must be at least 1");
            return;
        }

        if (!TryNames(line, out var names))
        {
            return;
        }

        if (names == 0)
        {
            _blank += weight;
        }

        if (weight > BallotBox.Builder.MaxPapers - _blank || (names > 0 && !_box.TryAdd(weight, _paper.AsSpan(0, names))))
        {
            Wrong(
                "blt.too_many_papers",
                $"fler än {BallotBox.Builder.MaxPapers} valsedlar kan inte räknas",
                $"more than {BallotBox.Builder.MaxPapers} papers cannot be counted");
        }
    }

    private bool TryNames(ReadOnlySpan<byte> line, out int names)
    {
        names = 0;
        var equal = false;
        while (!line.IsEmpty)
        {
            if (!equal)
            {
                TakePlainNames(ref line, ref names);
                if (line.IsEmpty)
                {
                    break;
                }
            }

            if (!equal && line[0] == '-' && (line.Length == 1 || line[1] is (byte)' ' or (byte)'\t'))
            {
                line = line[1..].AfterSpace();
                continue;
            }

            if (!TakeNumber(ref line, out var number, stopAtEquals: true))
            {
                return Unreadable(line);
            }

            if (number == 0 && !equal)
            {
                return line.IsEmpty || Wrong(
                    "blt.after_end", "det står något efter slutmärket 0", "something follows the end mark 0") is null;
            }

            if (!Known(number))
            {
                return false;
            }

            if (_seenOnLine[number] == _text.Line)
            {
                return Wrong(
                    "blt.twice", $"kandidat {number} står två gånger på valsedeln", $"candidate {number} is named twice on the paper") is null;
            }

            _seenOnLine[number] = _text.Line;
            _paper[names++] = new Mark((int)number, equal);
            equal = !line.IsEmpty && line[0] == '=';
            if (equal)
            {
                line = line[1..].AfterSpace();
            }
        }

        return !equal || Unreadable("="u8);
    }

    /// <summary>
    /// Takes the names up to the first thing that is not a plain name: an end mark, an equal or skipped rank, a mistake. A large file has
    /// ten million names and most are plain.
    /// </summary>
    private void TakePlainNames(ref ReadOnlySpan<byte> line, ref int names)
    {
        var taken = 0;
        for (var at = 0; at < line.Length;)
        {
            var number = 0;
            while (at < line.Length && number <= _candidates && char.IsAsciiDigit((char)line[at]))
            {
                number = (number * 10) + (line[at++] - '0');
            }

            var ends = at == line.Length || line[at] is (byte)' ' or (byte)'\t';
            while (at < line.Length && (line[at] is (byte)' ' or (byte)'\t'))
            {
                at++;
            }

            if (!ends || number < 1 || number > _candidates || _seenOnLine[number] == _text.Line || (at < line.Length && line[at] == '='))
            {
                break;
            }

            _seenOnLine[number] = _text.Line;
            _paper[names++] = new Mark(number);
            taken = at;
        }

        line = line[taken..];
    }

    private void QuotedLine(ReadOnlySpan<byte> line)
    {
        var first = true;
        while (!line.IsEmpty)
        {
            var close = line[0] == '"' ? line[1..].IndexOf((byte)'"') : -1;
            if (close < 0)
            {
                Wrong("blt.quote", "citattecken saknas", "a quotation mark is missing");
                return;
            }

            // What follows a name on its line, such as a party, is not the name.
            if (first && _names.Count < _candidates)
            {
                _names.Add(BltText.Name(line.Slice(1, close)));
            }
            else if (first)
            {
                _title ??= BltText.Name(line.Slice(1, close));
            }

            first = false;
            line = line[(close + 2)..].TrimStart(" \t,"u8);
        }
    }

    private bool Known(long number) => (number >= 1 && number <= _candidates) || Wrong(
        "blt.unknown_candidate",
        $"kandidat {number} finns inte; filen har kandidaterna 1–{_candidates}",
        $"there is no candidate {number}; the file has candidates 1–{_candidates}") is null;

    /// <summary>Takes a number from the front of a line. Written out, since a large file has ten million of them.</summary>
    private static bool TakeNumber(ref ReadOnlySpan<byte> line, out long number, bool stopAtEquals = false)
    {
        number = 0;
        var at = 0;
        while (at < line.Length && at < MaxDigits && char.IsAsciiDigit((char)line[at]))
        {
            number = (number * 10) + (line[at++] - '0');
        }

        if (at == 0 || (at < line.Length && line[at] is not ((byte)' ' or (byte)'\t') && !(stopAtEquals && line[at] == '=')))
        {
            return false;
        }

        line = line[at..].AfterSpace();
        return true;
    }

    private bool Unreadable(ReadOnlySpan<byte> rest)
    {
        var text = BltText.Name(rest.Length > 20 ? rest[..20] : rest);
        return Wrong("blt.unreadable", $"”{text}” går inte att läsa som ett tal", $"“{text}” cannot be read as a number") is null;
    }

    private Refusal Wrong(string code, string swedish, string english) => _refusal = new Refusal(
        code, new Bilingual($"Rad {_text.Line}: {swedish}.", $"Line {_text.Line}: {english}."), _text.Line);
}

/// <summary>Spans of a line.</summary>
internal static class LineSpans
{
    /// <summary>What follows the spaces at the front.</summary>
    public static ReadOnlySpan<byte> AfterSpace(this ReadOnlySpan<byte> line)
    {
        var at = 0;
        while (at < line.Length && (line[at] is (byte)' ' or (byte)'\t'))
        {
            at++;
        }

        return line[at..];
    }
}
