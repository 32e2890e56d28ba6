namespace VpVarmland.ServiceDefaults.Validation;

/// <summary>Refuses what is merely the default: an empty <see cref="Guid"/>, an empty or blank text, an empty list, null.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NotEmptyAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value switch
    {
        null => false,
        Guid id => id != Guid.Empty,
        string text => !string.IsNullOrWhiteSpace(text),
        DateOnly date => date != default,
        System.Collections.ICollection list => list.Count > 0,
        _ => true,
    };
}

/// <summary>Refuses an enum value that is missing or has no name.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DefinedAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is Enum known && Enum.IsDefined(known.GetType(), known);
}

/// <summary>An e-mail address as the mail system takes it: one @, a dotted domain, at most 254 characters, no spaces. Nothing at all is left to others.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class EmailAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null or "" || (value is string text && Email.IsValid(text));
}

/// <summary>A text of at most so many characters, after trimming. Null is left to others.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class AtMostAttribute(int characters) : ValidationAttribute
{
    /// <summary>The greatest length in characters.</summary>
    public int Characters { get; } = characters;

    public override bool IsValid(object? value) => value is null || (value is string text && text.Trim().Length <= Characters);
}

/// <summary>The camelCase name of one of an enum's values, where a text is what the address or the database holds. Null is left to others.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NameOfAttribute(Type values) : ValidationAttribute
{
    /// <summary>The enum.</summary>
    public Type Values { get; } = values;

    public override bool IsValid(object? value) => value is null
        || (value is string text && Enum.GetNames(Values).Any(name => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name) == text));
}

/// <summary>How many rows a page may be asked for.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PageSizeAttribute() : RangeAttribute(1, Web.Cursor.Most);
