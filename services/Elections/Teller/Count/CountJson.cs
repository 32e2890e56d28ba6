using System.Globalization;
using System.Text.Json;
using VpVarmland.Elections.Teller.Output;

namespace VpVarmland.Elections.Teller.Count;

/// <summary>A count as JSON, candidates by their number in the file and amounts as decimal strings. The shape is in docs/counting.md.</summary>
internal static class CountJson
{
    public static void Write(CountResult result, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("method", result.Method.Name());
        json.WriteString("title", result.Election.Title);
        json.WriteNumber("valid", result.Valid);
        json.WriteNumber("invalid", result.Blank + result.Spoilt);
        json.WriteNumber("blank", result.Blank);
        json.WriteNumber("spoilt", result.Spoilt);
        json.WriteNumber("seats", result.Election.Seats);
        Quota(json, result.Quota);
        Decisions(json, "elected", result.Elected);
        Decisions(json, "excluded", result.Excluded);
        Stages(json, result);
        Ranking(json, result.Ranking);
        Places(json, result);
        Ties(json, result);
        Undecided(json, result.Undecided);
        json.WriteEndObject();
    });

    /// <summary>A whole quota is a number; one with decimals is a string, so that no reader rounds it.</summary>
    private static void Quota(Utf8JsonWriter json, Amount? quota)
    {
        if (quota is not { } amount)
        {
            json.WriteNull("quota");
        }
        else if (amount.Decimals == 0)
        {
            json.WriteNumber("quota", (long)amount.Units);
        }
        else
        {
            json.WriteString("quota", amount.ToString());
        }
    }

    private static void Decisions(Utf8JsonWriter json, string name, IReadOnlyList<Decision> decisions)
    {
        json.WriteStartArray(name);
        foreach (var decision in decisions)
        {
            json.WriteStartObject();
            json.WriteNumber("candidate", decision.Candidate);
            json.WriteNumber("stage", decision.Stage);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Stages(Utf8JsonWriter json, CountResult result)
    {
        json.WriteStartArray("stages");
        foreach (var stage in result.Stages)
        {
            json.WriteStartObject();
            json.WriteNumber("stage", stage.Number);
            if (stage.Place is { } place)
            {
                json.WriteNumber("place", place);
            }

            if (stage.Quota is not null)
            {
                Quota(json, stage.Quota);
            }

            json.WriteStartObject("totals");
            foreach (var (candidate, votes) in stage.Totals.OrderBy(t => t.Key))
            {
                json.WriteString(candidate.ToString(CultureInfo.InvariantCulture), votes.ToString());
            }

            json.WriteEndObject();
            json.WriteString("nonTransferable", stage.NonTransferable.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Best first; candidates who are equal at a place are a list of their own there.</summary>
    private static void Ranking(Utf8JsonWriter json, IReadOnlyList<IReadOnlyList<int>> ranking)
    {
        json.WriteStartArray("ranking");
        foreach (var equals in ranking)
        {
            if (equals.Count == 1)
            {
                json.WriteNumberValue(equals[0]);
            }
            else
            {
                Numbers(json, equals);
            }
        }

        json.WriteEndArray();
    }

    private static void Places(Utf8JsonWriter json, CountResult result)
    {
        if (result.Places.Count == 0)
        {
            return;
        }

        json.WriteStartArray("places");
        foreach (var place in result.Places)
        {
            json.WriteStartObject();
            json.WriteNumber("place", place.Place);
            json.WriteNumber("candidate", place.Candidate);
            if (place.Displaced is { } displaced)
            {
                json.WriteNumber("displaced", displaced);
            }

            if (place.Rule is { } rule)
            {
                json.WriteString("rule", rule.English);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>How ties were decided: by the latest earlier stage at which the tied differ, or by a drawn lot.</summary>
    private static void Ties(Utf8JsonWriter json, CountResult result)
    {
        json.WriteStartArray("ties");
        foreach (var (stage, tie) in result.Ties)
        {
            json.WriteStartObject();
            json.WriteNumber("stage", stage);
            json.WriteString("about", About(tie.Kind));
            json.WritePropertyName("candidates");
            Numbers(json, tie.Tied);
            json.WriteNumber("chosen", tie.Chosen);
            if (tie.Stage is { } earlier)
            {
                json.WriteNumber("byStage", earlier);
            }
            else
            {
                json.WriteBoolean("byLot", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string About(TieKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private static void Undecided(Utf8JsonWriter json, Undecided? undecided)
    {
        if (undecided is null)
        {
            json.WriteNull("undecided");
            return;
        }

        json.WriteStartObject("undecided");
        json.WriteNumber("stage", undecided.Stage);
        json.WriteString("about", About(undecided.Kind));
        if (undecided.Place is { } place)
        {
            json.WriteNumber("place", place);
        }

        json.WritePropertyName("candidates");
        Numbers(json, undecided.Candidates);
        json.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter json, IEnumerable<int> numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
