namespace VpVarmland.ServiceDefaults.Validation;

/// <summary>Checks every argument that carries rules before the handler sees it: request bodies, <c>[AsParameters]</c> records, and single
/// query values. The first look at an endpoint finds what has rules; endpoints without any pay nothing.</summary>
internal static class ValidateRequests
{
    internal static RouteGroupBuilder WithValidation(this RouteGroupBuilder group)
    {
        group.AddEndpointFilterFactory((context, next) =>
        {
            var checks = context.MethodInfo.GetParameters().Select(Check).ToArray();
            return checks.All(check => check is null) ? next : async call =>
            {
                var language = Language.Of(call.HttpContext);
                var errors = checks.SelectMany((check, position) => check?.Invoke(call.Arguments[position]) ?? [])
                    .GroupBy(broken => broken.Field, broken => ValidationTexts.For(broken.Rule, language), StringComparer.Ordinal)
                    .ToDictionary(field => field.Key, field => field.ToArray(), StringComparer.Ordinal);
                return errors.Count == 0 ? await next(call) : CommonFailures.Invalid.ToProblem(call.HttpContext, errors);
            };
        });
        return group;
    }

    private static Func<object?, IEnumerable<(string Field, ValidationAttribute Rule)>>? Check(ParameterInfo parameter)
    {
        var own = parameter.GetCustomAttributes<ValidationAttribute>().ToArray();
        if (own.Length > 0)
            return value => Broken(own, value, JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!));
        var rules = RulesOf(parameter.ParameterType);
        return rules.Length == 0 ? null : value => rules.SelectMany(one => Broken(one.Rules, value is null ? null : one.Property.GetValue(value), one.Name));
    }

    /// <summary>The properties of a request type of ours that have rules, looked up once.</summary>
    private static (PropertyInfo Property, string Name, ValidationAttribute[] Rules)[] RulesOf(Type type) =>
        type.Namespace?.StartsWith("VpVarmland", StringComparison.Ordinal) != true ? [] :
        [.. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            let rules = property.GetCustomAttributes<ValidationAttribute>().ToArray()
            where rules.Length > 0
            select (property, JsonNamingPolicy.CamelCase.ConvertName(property.Name), rules)];

    private static IEnumerable<(string Field, ValidationAttribute Rule)> Broken(ValidationAttribute[] rules, object? value, string field) =>
        rules.Where(rule => !rule.IsValid(value)).Select(rule => (field, rule));
}
