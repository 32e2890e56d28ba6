using System.Globalization;
using VpVarmland.Elections.Teller.Output;

namespace VpVarmland.Elections.Teller.Count;

/// <summary>A count for people: the result, a table of the stages, and the account stage by stage.</summary>
internal sealed class CountReport(CountResult result, Terminal terminal, Language language)
{
    private TextWriter Out => terminal.Out;

    public void Write()
    {
        Heading();
        Result();
        StageTable();
        PairwiseTable();
        Account();
    }

    private string Say(string swedish, string english) => language == Language.Swedish ? swedish : english;

    private void Line(string text, int indent = 0) => Wrapped.Write(Out, text, terminal.Width, indent);

    private void Heading()
    {
        Line(terminal.Strong(result.Election.Title.Length > 0 ? result.Election.Title : Say("Val", "Election")));
        Line($"{Say("Metod", "Method")}: {result.Method.Name()} – {MethodTexts.Of(result.Method).In(language)}");
        Line(Say(
            $"Giltiga: {result.Valid}   Blanka: {result.Blank}   Ogiltiga: {result.Spoilt}   Platser: {result.Election.Seats}",
            $"Valid: {result.Valid}   Blank: {result.Blank}   Spoilt: {result.Spoilt}   Seats: {result.Election.Seats}"));
        if (result.Quota is { } quota)
        {
            Line(Say("Röster som krävs", "Votes needed") + ": " + quota.In(language));
        }

        if (result.Election.Candidates.Where(c => c.Withdrawn).Select(c => c.Name).ToList() is { Count: > 0 } withdrawn)
        {
            Line(Say("Har avsagt sig", "Withdrawn") + ": " + string.Join(", ", withdrawn));
        }

        Out.WriteLine();
    }

    private void Result()
    {
        Line(terminal.Strong(result.Places.Count > 0 ? Say("Listan", "The list") : Say("Valda", "Elected")));
        foreach (var (index, decision) in result.Elected.Index())
        {
            var place = result.Places.Count > 0 ? result.Places[index] : null;
            var stage = result.Stages.Count > 0 ? $" ({Say("steg", "stage")} {decision.Stage})" : string.Empty;
            Line(place is null
                ? $"{index + 1}. {result.Election[decision.Candidate].Name} [{decision.Candidate}]{stage}"
                : place.Tell(result.Election).In(language), 2);
        }

        if (result.Elected.Count == 0)
        {
            Line(Say("ingen", "nobody"), 2);
        }

        Line(result.Undecided is { } undecided
            ? terminal.Warning(undecided.Tell(result.Election).In(language))
            : terminal.Good(Say("Räkningen är avgjord.", "The count is decided.")));
        Out.WriteLine();
    }

    private void StageTable()
    {
        if (result.Stages.Count == 0)
        {
            return;
        }

        var standing = result.Election.Standing.ToList();
        var rows = standing.Select(Label).Append(Say("Ej överförbart", "Non-transferable")).ToList();
        var table = new Table(Say("Röster efter steg", "Votes after stage"), rows);
        foreach (var stage in result.Stages)
        {
            table.Add(
                stage.Place is { } place ? $"p{place}:{stage.Number}" : $"{stage.Number}",
                [.. standing.Select(c => stage.Totals.TryGetValue(c, out var votes) ? votes.In(language) : "–"), stage.NonTransferable.In(language)]);
        }

        table.Write(Out, terminal.Width);
    }

    private void PairwiseTable()
    {
        if (result.Pairwise is not { } pairwise)
        {
            return;
        }

        Line(terminal.Strong(Say("Rangordning", "Ranking")) + ": " + string.Join(" > ", result.Ranking.Select(r => string.Join(" = ", r))));
        Out.WriteLine();
        Write(pairwise.Votes, Say("Föredrar raden", "Prefer the row"));
        Write(pairwise.Strengths, Say("Starkaste väg", "Strongest path"));

        void Write(long[,] numbers, string corner)
        {
            var standing = result.Election.Standing.ToList();
            var table = new Table(corner, [.. standing.Select(Label)]);
            foreach (var column in standing)
            {
                table.Add($"{column}", [.. standing.Select(row =>
                    row == column ? "–" : numbers[row - 1, column - 1].ToString(CultureInfo.InvariantCulture))]);
            }

            table.Write(Out, terminal.Width);
        }
    }

    private void Account()
    {
        Line(terminal.Strong(Say("Så gick räkningen till", "How the count went")));
        foreach (var stage in result.Stages)
        {
            var place = stage.Place is { } p ? Say($", plats {p}", $", place {p}") : string.Empty;
            var quota = stage.Quota is { } q ? Say($", kvot {q.In(language)}", $", quota {q}") : string.Empty;
            Line($"{Say("Steg", "Stage")} {stage.Number}{place}{quota}");
            foreach (var what in stage.Events)
            {
                Line("- " + what.Tell(result.Election).In(language), 2);
            }
        }

        foreach (var remark in result.TiesOutsideStages.Select(t => t.Tell(result.Election)).Concat(result.Remarks))
        {
            Line("- " + remark.In(language), 2);
        }
    }

    private string Label(int candidate) => $"{candidate} {result.Election[candidate].Name}";
}
