namespace VpVarmland.ServiceDefaults.Validation;

/// <summary>What a refused field tells a person, by the rule it broke.</summary>
internal static class ValidationTexts
{
    internal static string For(ValidationAttribute rule, string language)
    {
        var (swedish, english) = rule switch
        {
            NotEmptyAttribute or RequiredAttribute => ("Fyll i det här.", "Fill this in."),
            DefinedAttribute => ("Välj ett av alternativen.", "Choose one of the options."),
            EmailAttribute => ("Skriv en e-postadress, till exempel namn@exempel.se.", "Write an e-mail address, such as name@example.org."),
            AtMostAttribute limit => ($"Högst {limit.Characters} tecken.", $"At most {limit.Characters} characters."),
            RangeAttribute range => ($"Skriv ett värde från {range.Minimum} till {range.Maximum}.", $"Give a value from {range.Minimum} to {range.Maximum}."),
            _ => ("Det här går inte att använda.", "This cannot be used."),
        };
        return language == Language.English ? english : swedish;
    }
}
