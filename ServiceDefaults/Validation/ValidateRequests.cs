using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VpVarmland.ServiceDefaults.Problems;

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
        return HasRules(parameter.ParameterType, []) ? (value, refuse) => CheckObject(value, "", refuse) : null;
    }

    // Types may lead back to themselves: each is looked at once.
    private static bool HasRules(Type type, HashSet<Type> seen) => IsOurs(type) && seen.Add(type) && PropertiesOf(type)
        .Any(property => property.IsDefined(typeof(ValidationAttribute)) || HasRules(property.PropertyType, seen) || HasRules(ElementOf(property.PropertyType), seen));

    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0);

    private static bool IsOurs(Type type) =>
        type is { IsClass: true, IsEnum: false } && type.Namespace?.StartsWith("VpVarmland", StringComparison.Ordinal) == true;

    private static Type ElementOf(Type type) => type.IsGenericType ? type.GetGenericArguments()[0] : typeof(object);

    private static void CheckObject(object? value, string path, Action<string, ValidationAttribute> refuse)
    {
        if (value is null)
            return;
        foreach (var property in PropertiesOf(value.GetType()))
        {
            var name = path + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var current = property.GetValue(value);
            Apply(property.GetCustomAttributes<ValidationAttribute>(), current, name, refuse);
            if (HasRules(property.PropertyType, []))
                CheckObject(current, name + ".", refuse);
            else if (current is System.Collections.IEnumerable list and not string && HasRules(ElementOf(property.PropertyType), []))
                foreach (var (index, element) in list.Cast<object?>().Index())
                    CheckObject(element, $"{name}[{index}].", refuse);
        }
    }

    private static void Apply(IEnumerable<ValidationAttribute> rules, object? value, string field, Action<string, ValidationAttribute> refuse)
    {
        foreach (var rule in rules.Where(rule => !rule.IsValid(value)))
            refuse(field, rule);
    }
}
