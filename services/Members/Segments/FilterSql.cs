using System.Text;
using Dapper;
using static VpVarmland.Members.Segments.Filter;

namespace VpVarmland.Members.Segments;

/// <summary>A filter as a condition over <c>person</c> and <c>membership</c>. Every value is a parameter; nothing that somebody wrote becomes SQL.</summary>
internal sealed class FilterSql
{
    private readonly StringBuilder sql = new();
    private readonly DateOnly today;

    private FilterSql(DateOnly today) => this.today = today;

    /// <summary>Who is meant, whatever the filter says: those who are here now, within reach.</summary>
    internal const string From =
        """
        from people person
        join memberships membership on membership.person_id = person.id and membership.ended_on is null
        join associations association on association.id = person.association_id
        where (@District or person.association_id = any(@Ids)) and
        """;

    /// <summary>The values of the condition.</summary>
    internal DynamicParameters Values { get; } = new();

    internal string Condition => sql.ToString();

    /// <param name="filter">One that <see cref="FilterRules.Check"/> has let through.</param>
    internal static FilterSql Of(Filter filter, Reach reach, DateOnly today)
    {
        var written = new FilterSql(today);
        written.Values.AddDynamicParams(new { reach.District, reach.Ids });
        written.Write(filter);
        return written;
    }

    private void Write(Filter filter)
    {
        switch (filter)
        {
            case All all:
                Join(all.Of!, " and ", "true");
                break;
            case Any any:
                Join(any.Of!, " or ", "false");
                break;
            case Not not:
                // What is not known of somebody does not hold, and so its opposite does.
                sql.Append("(not coalesce(");
                Write(not.Of!);
                sql.Append(", false))");
                break;
            case InAssociation { Ids: { } ids }:
                Say($"person.association_id = any({Value(ids.ToArray())})");
                break;
            case LivesIn { Codes: { } codes }:
                // Where somebody with protected identity lives, and how to reach them, is nothing that a list tells.
                Say($"not person.is_protected and person.municipality_code = any({Value(codes.ToArray())})");
                break;
            case Standing { States: { } states }:
                Say($"membership.state = any({Value(states.Select(state => state.ToText()).ToArray())})");
                break;
            case MemberSince { From: var from, Until: var until }:
                Say($"membership.effective_on between coalesce({Value(from)}::date, '-infinity') and least({Value(until)}::date, {Value(today)}::date)");
                break;
            case HoldsAssignment { Kinds: { } kinds }:
                Say($"""
                    exists (select from assignments held where held.person_id = person.id and held.ended_on is null and held.from_date <= {Value(today)}::date
                        and ({Value(kinds.Count == 0)} or held.kind = any({Value(kinds.ToArray())})))
                    """);
                break;
            case WantsToHelp { Ways: { } ways }:
                Say(ways.Count == 0 ? "cardinality(person.help_with) > 0" : $"person.help_with && {Value(ways.Select(way => way.ToText()).ToArray())}");
                break;
            case HasInterest { Ids: { } interests }:
                Say($"exists (select from people_interests has where has.person_id = person.id and has.interest_id = any({Value(interests.ToArray())}))");
                break;
            case BornBetween { From: var first, Until: var last }:
                Say($"person.birth_year between coalesce({Value(first)}::int, 0) and coalesce({Value(last)}::int, 9999)");
                break;
            case OfGender { Genders: { } genders }:
                Say($"person.gender = any({Value(genders.Select(gender => gender.ToText()).ToArray())})");
                break;
            case Speaks { Language: { } language }:
                Say($"person.language = {Value(language)}");
                break;
            case ReachedBy { Way: var way }:
                Say(way switch
                {
                    ContactWay.Email => "not person.is_protected and person.email is not null",
                    ContactWay.Phone => "not person.is_protected and person.phone is not null",
                    _ => "not person.is_protected and person.postal_code is not null",
                });
                break;
            case HasOpenCase:
                Say("exists (select from care_cases open_case where open_case.person_id = person.id and open_case.state = 'open')");
                break;
            case NotHeardFrom { Months: { } months }:
                Say($"""
                    not exists (select from care_contacts heard join care_cases about on about.id = heard.case_id
                        where about.person_id = person.id and heard.outcome <> 'noAnswer' and heard.at >= {Value(SwedishTime.StartOf(today.AddMonths(-months)))})
                    """);
                break;
            case Came { Months: { } months }:
                Say($"exists (select from attendances where attendances.person_id = person.id and came and came_on between {Value(today.AddMonths(-months))}::date and {Value(today)}::date)");
                break;
            case Helped { Months: { } months }:
                Say($"""
                    exists (select from ask_people helper join asks ask on ask.id = helper.ask_id
                        where helper.person_id = person.id and helper.came and ask.starts_at >= {Value(SwedishTime.StartOf(today.AddMonths(-months)))})
                    """);
                break;
            default:
                throw new NotSupportedException($"No condition is written for {filter.GetType().Name}.");
        }
    }

    private void Join(IReadOnlyList<Filter> filters, string by, string none)
    {
        sql.Append('(');
        for (var one = 0; one < filters.Count; one++)
        {
            sql.Append(one == 0 ? "" : by);
            Write(filters[one]);
        }
        sql.Append(filters.Count == 0 ? none : "").Append(')');
    }

    private void Say(string condition) => sql.Append('(').Append(condition).Append(')');

    private string Value(object? value)
    {
        var name = $"v{Values.ParameterNames.Count()}";
        Values.Add(name, value);
        return '@' + name;
    }
}
