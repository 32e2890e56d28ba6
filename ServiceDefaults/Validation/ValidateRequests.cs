using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace VpVarmland.ServiceDefaults.Validation;

/// <summary>
/// Checks every argument that carries rules before the handler sees it: request bodies, <c>[AsParameters]</c> records, and single
/// query values. The first look at an endpoint finds what has rules; endpoints without any pay nothing.
/// </summary>
internal static class ValidateRequests
{
    internal static RouteGroupBuilder WithValidation(this RouteGroupBuilder group)
    {
        group.AddEndpointFilterFactory((context, next) =>
        {
            var checks = context.MethodInfo.GetParameters().Select(Check).ToArray();
            return checks.All(check => check is null) ? next : async call =>
            {
                var errors = new Dictionary<string, List<string>>(StringComparer.Ordinal);
                var language = Language.Of(call.HttpContext);
                for (var position = 0; position < checks.Length; position++)
                    checks[position]?.Invoke(call.Arguments[position], (field, rule) => Add(errors, field, ValidationTexts.For(rule, language)));
                return errors.Count == 0
                    ? await next(call)
                    : CommonFailures.Invalid.ToProblem(call.HttpContext, errors.ToDictionary(field => field.Key, field => field.Value.ToArray(), StringComparer.Ordinal));
            };
        });
        return group;
    }

    private static void Add(Dictionary<string, List<string>> errors, string field, string text)
    {
        if (!errors.TryGetValue(field, out var texts))
            errors[field] = texts = [];
        texts.Add(text);
    }

    private static Action<object?, Action<string, ValidationAttribute>>? Check(ParameterInfo parameter)
    {
        var own = parameter.GetCustomAttributes<ValidationAttribute>().ToArray();
        if (own.Length > 0)
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            return (value, refuse) => Apply(own, value, name, refuse);
        }
        var rules = RulesOf(parameter.ParameterType);
        return rules.Length == 0 ? null : (value, refuse) =>
        {
            foreach (var (property, name, ofProperty) in rules)
                Apply(ofProperty, value is null ? null : property.GetValue(value), name, refuse);
        };
    }

    /// <summary>The properties of a request type of ours that have rules, looked up once.</summary>
    private static (PropertyInfo Property, string Name, ValidationAttribute[] Rules)[] RulesOf(Type type) =>
        type.Namespace?.StartsWith("VpVarmland", StringComparison.Ordinal) != true ? [] :
        [.. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            let rules = property.GetCustomAttributes<ValidationAttribute>().ToArray()
            where rules.Length > 0
            select (property, JsonNamingPolicy.CamelCase.ConvertName(property.Name), rules)];

    private static void Apply(IEnumerable<ValidationAttribute> rules, object? value, string field, Action<string, ValidationAttribute> refuse)
    {
        foreach (var rule in rules.Where(rule => !rule.IsValid(value)))
            refuse(field, rule);
    }
}
