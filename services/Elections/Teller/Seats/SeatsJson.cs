using System.Text.Json;
using VpVarmland.Elections.Counting.Seats;
using VpVarmland.Elections.Teller.Output;

namespace VpVarmland.Elections.Teller.Seats;

/// <summary>Seats as JSON. The shape is in docs/counting.md.</summary>
internal static class SeatsJson
{
    public static void Write(SeatsCommand.Answer answer, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        Seats(json, "totals", answer.Result.Totals);
        Constituencies(json, answer.Result.Constituencies);
        Returned(json, answer.Result.Returned);
        Ties(json, answer.Result.Ties);
        if (answer.Lists.Count > 0)
        {
            Lists(json, answer.Lists);
            json.WriteString("listsNote", ListPlaces.Note.English);
        }

        if (answer.Party is not null)
        {
            WhatIfSteps(json, answer);
        }

        json.WriteEndObject();
    });

    private static void Seats(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, int> seats)
    {
        json.WriteStartObject(name);
        foreach (var (party, number) in seats)
        {
            json.WriteNumber(party, number);
        }

        json.WriteEndObject();
    }

    private static void Constituencies(Utf8JsonWriter json, IReadOnlyList<ConstituencySeats> constituencies)
    {
        json.WriteStartArray("constituencies");
        foreach (var constituency in constituencies)
        {
            json.WriteStartObject();
            json.WriteString("name", constituency.Name);
            Seats(json, "fixed", constituency.Fixed);
            Seats(json, "adjustment", constituency.Adjustment);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Returned(Utf8JsonWriter json, IReadOnlyList<ReturnedSeat> returned)
    {
        json.WriteStartArray("returned");
        foreach (var seat in returned)
        {
            json.WriteStartObject();
            json.WriteString("constituency", seat.Constituency);
            json.WriteString("from", seat.From);
            json.WriteString("to", seat.To);
            json.WriteString("number", seat.Number.Truncate(5).ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Ties(Utf8JsonWriter json, IReadOnlyList<SeatTie> ties)
    {
        json.WriteStartArray("ties");
        foreach (var tie in ties)
        {
            json.WriteStartObject();
            json.WriteString("where", tie.Where.Swedish);
            json.WriteNumber("seats", tie.Seats);
            Names(json, "tied", tie.Tied);
            Names(json, "chosen", tie.Chosen);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Lists(Utf8JsonWriter json, IReadOnlyList<FilledList> lists)
    {
        json.WriteStartArray("lists");
        foreach (var filled in lists)
        {
            json.WriteStartObject();
            json.WriteString("constituency", filled.List.Constituency);
            json.WriteString("party", filled.List.Party);
            json.WriteNumber("seats", filled.Seats);
            Names(json, "elected", filled.Elected);
            json.WriteNumber("empty", filled.Empty);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WhatIfSteps(Utf8JsonWriter json, SeatsCommand.Answer answer)
    {
        json.WriteStartObject("whatIf");
        json.WriteString("party", answer.Party);
        json.WriteStartArray("steps");
        foreach (var step in answer.WhatIf)
        {
            json.WriteStartObject();
            json.WriteString("percent", step.Percent.Truncate(2).ToString());
            json.WriteString("share", (step.Share * 100).Truncate(2).ToString());
            if (step.Total is { } total)
            {
                json.WriteNumber("seats", total);
            }
            else
            {
                json.WriteNull("seats");
            }

            Seats(json, "constituencies", step.ByConstituency);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("electable");
        foreach (var places in WhatIf.Electable(answer.Election, answer.WhatIf))
        {
            json.WriteStartObject();
            json.WriteString("constituency", places.Constituency);
            json.WriteNumber("certain", places.Certain);
            json.WriteNumber("possible", places.Possible);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Names(Utf8JsonWriter json, string name, IReadOnlyList<string> names)
    {
        json.WriteStartArray(name);
        foreach (var one in names)
        {
            json.WriteStringValue(one);
        }

        json.WriteEndArray();
    }
}
