using System.Globalization;
using VpVarmland.Elections.Counting.Seats;
using VpVarmland.Elections.Teller.Output;

namespace VpVarmland.Elections.Teller.Seats;

/// <summary>Seats for people: totals, seats by constituency (fixed + adjustment), lists, what-if and the account.</summary>
internal sealed class SeatsReport(SeatsCommand.Answer answer, Terminal terminal, Language language)
{
    private TextWriter Out => terminal.Out;

    public void Write()
    {
        Totals();
        Constituencies();
        Lists();
        WhatIfTable();
        Account();
    }

    private string Say(string swedish, string english) => language == Language.Swedish ? swedish : english;

    private void Line(string text, int indent = 0) => Wrapped.Write(Out, text, terminal.Width, indent);

    private static string Text(int number) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);

    private void Totals()
    {
        var parties = answer.Result.Totals.OrderByDescending(t => t.Value).ToList();
        var table = new Table(Say("Parti", "Party"), [.. parties.Select(p => p.Key).Append(Say("Summa", "Sum"))]);
        table.Add(Say("Fasta", "Fixed"), Column(c => c.Fixed));
        table.Add(Say("Utjämning", "Adjustment"), Column(c => c.Adjustment));
        table.Add(Say("Mandat", "Seats"), [.. parties.Select(p => Text(p.Value)).Append(Text(parties.Sum(p => p.Value)))]);
        table.Write(Out, terminal.Width);

        List<string> Column(Func<ConstituencySeats, IReadOnlyDictionary<string, int>> seats)
        {
            var sums = parties.Select(p => answer.Result.Constituencies.Sum(c => seats(c).GetValueOrDefault(p.Key))).ToList();
            return [.. sums.Append(sums.Sum()).Select(Text)];
        }
    }

    private void Constituencies()
    {
        if (answer.Result.Constituencies.Count == 1)
        {
            return;
        }

        Line(terminal.Strong(Say("Valkretsar: fasta + utjämningsmandat", "Constituencies: fixed + adjustment seats")));
        var table = new Table(Say("Valkrets", "Constituency"), [.. answer.Result.Constituencies.Select(c => c.Name)]);
        foreach (var party in answer.Result.Totals.OrderByDescending(t => t.Value).Select(t => t.Key))
        {
            table.Add(party, [.. answer.Result.Constituencies.Select(c =>
                Text(c.Fixed.GetValueOrDefault(party)) + (c.Adjustment.GetValueOrDefault(party) is > 0 and var more ? $"+{more}" : string.Empty))]);
        }

        table.Write(Out, terminal.Width);
    }

    private void Lists()
    {
        foreach (var filled in answer.Lists)
        {
            Line(terminal.Strong($"{filled.List.Party}, {filled.List.Constituency}: {filled.Seats}"));
            foreach (var (index, name) in filled.Elected.Index())
            {
                Line($"{index + 1}. {name}", 2);
            }

            if (filled.Empty > 0)
            {
                Line(Say($"{filled.Empty} tomma platser: listan är slut", $"{filled.Empty} empty seats: the list has ended"), 2);
            }
        }

        if (answer.Lists.Count > 0)
        {
            Line(ListPlaces.Note.In(language));
            Out.WriteLine();
        }
    }

    private void WhatIfTable()
    {
        if (answer.Party is null)
        {
            return;
        }

        Line(terminal.Strong(Say($"Om {answer.Party} får fler eller färre röster", $"If {answer.Party} has more or fewer votes")));
        var steps = new Table(Say("Procent av rösterna", "Per cent of the votes"), [.. answer.WhatIf.Select(s => s.Percent.Truncate(2).In(language))]);
        steps.Add(Say("Andel %", "Share %"), [.. answer.WhatIf.Select(s => (s.Share * 100).Truncate(2).In(language))]);
        steps.Add(Say("Mandat", "Seats"), [.. answer.WhatIf.Select(s => s.Total is { } total ? Text(total) : Say("lott", "lot"))]);
        steps.Write(Out, terminal.Width);
        var electable = WhatIf.Electable(answer.Election, answer.WhatIf);
        var places = new Table(Say("Listplatser", "List places"), [.. electable.Select(e => e.Constituency)]);
        places.Add(Say("Säkra", "Certain"), [.. electable.Select(e => Text(e.Certain))]);
        places.Add(Say("Möjliga", "Possible"), [.. electable.Select(e => Text(e.Possible))]);
        places.Write(Out, terminal.Width);
    }

    private void Account()
    {
        foreach (var sentence in answer.Result.Account)
        {
            Line("- " + sentence.In(language));
        }

        Line(answer.Result.Undecided
            ? terminal.Warning(Say("Fördelningen är inte avgjord.", "The allocation is not decided."))
            : terminal.Good(Say("Fördelningen är avgjord.", "The allocation is decided.")));
    }
}
