namespace VpVarmland.Elections.Counting.Lists;

/// <summary>Refuses rules that cannot be met, before anything is counted, with the reason.</summary>
internal static class RuleCheck
{
    /// <summary>The length of the list: its places, or all who stand when they are fewer.</summary>
    public static int Places(Election election) => Math.Min(election.Seats, election.Standing.Count());

    /// <summary>Null when some list meets the rules.</summary>
    public static Refusal? Check(Election election, ListRules rules)
    {
        var places = Places(election);
        var standing = election.Standing.ToList();
        var unknown = rules.Fixed.Concat(rules.Reserved.SelectMany(r => r.Candidates ?? [])).Concat(rules.Genders.Keys)
            .Where(c => c < 1 || c > election.Candidates.Count).ToList();
        if (unknown.Count > 0)
        {
            return Refuse("unknown_candidate", $"kandidat {unknown[0]} finns inte", $"there is no candidate {unknown[0]}");
        }

        if (rules.Fixed.FirstOrDefault(c => election[c].Withdrawn) is > 0 and var gone)
        {
            return Refuse("withdrawn", $"{election[gone].Name} på fast plats har avsagt sig", $"{election[gone].Name} in a fixed place has withdrawn");
        }

        if (rules.Fixed.Distinct().Count() < rules.Fixed.Count || rules.Fixed.Count > places)
        {
            return Refuse(
                "fixed",
                $"de fasta platserna ska vara olika kandidater och högst {places}",
                $"the fixed places must be different candidates and at most {places}");
        }

        if (rules.Reserved.FirstOrDefault(r => r.Place < 1 || r.Place > places) is { } outside)
        {
            return Refuse("reserved", $"plats {outside.Place} finns inte på listan", $"the list has no place {outside.Place}");
        }

        foreach (var (rule, name) in rules.Parts().Where(p => !Feasibility.CanComplete(p.Rule, places, [], standing)))
        {
            return Refuse(
                "infeasible",
                $"regeln ”{name.Swedish}” kan inte uppfyllas på {places} platser: {Who(rules, standing).Swedish}",
                $"the rule “{name.English}” cannot be met on {places} places: {Who(rules, standing).English}");
        }

        return Feasibility.CanComplete(rules, places, [], standing)
            ? null
            : Refuse(
                "infeasible",
                $"reglerna kan inte uppfyllas tillsammans på {places} platser: {Who(rules, standing).Swedish}",
                $"the rules cannot be met together on {places} places: {Who(rules, standing).English}");
    }

    private static Bilingual Who(ListRules rules, List<int> standing)
    {
        int Count(Gender gender) => standing.Count(c => rules.GenderOf(c) == gender);
        var neither = Count(Gender.Other) + Count(Gender.NotStated);
        return new Bilingual(
            $"det finns {Count(Gender.Woman)} kvinnor, {Count(Gender.Man)} män och {neither} med annat eller inget uppgivet kön",
            $"there are {Count(Gender.Woman)} women, {Count(Gender.Man)} men and {neither} of other or no stated gender");
    }

    private static Refusal Refuse(string code, string swedish, string english) =>
        new("rules." + code, new Bilingual($"Listreglerna: {swedish}.", $"The list rules: {english}."));
}
