using System.Globalization;
using VpVarmland.Elections.Counting.Lists;

namespace VpVarmland.Elections.Counting.Files;

/// <summary>The rules of a count, from a file: of an ordered list, and whether blank papers count in a majority.</summary>
public sealed record Rules(ListRules List, bool BlankIsValid);

/// <summary>
/// Reads rules from JSON, an object with any of: <c>halfWomen</c> (true), <c>halfWomenFromPlace</c> (a place), <c>alternate</c> (true),
/// <c>alternateFirst</c> (<c>woman</c> or <c>man</c>), <c>reserved</c> (a list of <c>place</c> with <c>gender</c> and/or <c>candidates</c>),
/// <c>fixed</c> (candidates from the top), <c>genders</c> (by candidate number: <c>woman</c>, <c>man</c>, <c>other</c>, <c>notStated</c>) and
/// <c>blankIsValid</c> (true). An unknown key is refused: a rule that was misspelt must not be silently left out.
/// </summary>
public static class RulesFile
{
    private static readonly string[] Known =
        ["halfWomen", "halfWomenFromPlace", "alternate", "alternateFirst", "reserved", "fixed", "genders", "blankIsValid"];

    /// <summary>Reads a file; a file in error is refused with the reason.</summary>
    public static Outcome<Rules> Read(ReadOnlyMemory<byte> file) =>
        JsonInput.Read(file, new Bilingual("Regelfilen", "The rules file"), Read);

    private static Rules Read(JsonInput input)
    {
        var unknown = input.Keys.FirstOrDefault(k => !Known.Contains(k));
        JsonInput.Require(
            unknown is null,
            $"”{unknown}” är ingen regel; reglerna är {string.Join(", ", Known)}",
            $"“{unknown}” is no rule; the rules are {string.Join(", ", Known)}");
        return new Rules(
            new ListRules
            {
                HalfWomen = input.Flag("halfWomen") ?? false,
                HalfWomenFromPlace = Place(input, "halfWomenFromPlace"),
                Alternate = input.Flag("alternate") ?? false,
                AlternateFirst = First(input),
                Reserved = [.. (input.Objects("reserved") ?? []).Select(Reserved)],
                Fixed = input.Numbers("fixed") ?? [],
                Genders = Genders(input),
            },
            input.Flag("blankIsValid") ?? false);
    }

    private static int? Place(JsonInput input, string key)
    {
        var place = input.Whole(key);
        JsonInput.Require(place is null or (>= 1 and <= Mark.MaxCandidate), $"”{key}” ska vara en plats", $"“{key}” must be a place");
        return (int?)place;
    }

    private static Gender? First(JsonInput input)
    {
        var first = input.Text("alternateFirst") is { } text ? GenderFrom(text) : (Gender?)null;
        JsonInput.Require(
            first is null or Gender.Woman or Gender.Man, "”alternateFirst” ska vara woman eller man", "“alternateFirst” must be woman or man");
        return first;
    }

    private static Reservation Reserved(JsonInput input)
    {
        var gender = input.Text("gender") is { } text ? GenderFrom(text) : (Gender?)null;
        var candidates = input.Numbers("candidates");
        JsonInput.Require(
            gender is not null || candidates is not null,
            "en reserverad plats behöver gender eller candidates",
            "a reserved place needs gender or candidates");
        return new Reservation(JsonInput.Required(Place(input, "place"), "place"), gender, candidates);
    }

    private static Dictionary<int, Gender> Genders(JsonInput input)
    {
        var genders = new Dictionary<int, Gender>();
        foreach (var key in input.Inner("genders") is { } inner ? inner.Keys : [])
        {
            var known = int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            JsonInput.Require(known, $"”{key}” är inget kandidatnummer", $"“{key}” is no candidate number");
            genders[number] = GenderFrom(input.Inner("genders")!.Value.Text(key) ?? string.Empty);
        }

        return genders;
    }

    private static Gender GenderFrom(string text)
    {
        Gender? gender = text switch
        {
            "woman" or "kvinna" => Gender.Woman,
            "man" => Gender.Man,
            "other" or "annat" => Gender.Other,
            "notStated" or "ej angivet" or "" => Gender.NotStated,
            _ => null,
        };
        JsonInput.Require(
            gender is not null,
            $"kön ska vara woman, man, other eller notStated, inte ”{text}”",
            $"gender must be woman, man, other or notStated, not “{text}”");
        return gender.GetValueOrDefault();
    }
}
