using System.Text;
using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>The wire shape of every event is pinned: a service of the last release reads what one of this release says. Change is additive only.</summary>
public sealed class ContractTests
{
    [Fact]
    public void Events_look_as_they_did()
    {
        var events = typeof(IntegrationEvent).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(IntegrationEvent))).OrderBy(type => type.Name, StringComparer.Ordinal).ToList();
        Assert.NotEmpty(events);
        var shape = new StringBuilder();
        foreach (var one in events)
        {
            shape.Append(one.Name).Append('\n');
            foreach (var property in one.GetProperties().Where(property => property.Name != "EqualityContract").OrderBy(property => property.Name, StringComparer.Ordinal))
                shape.Append("  ").Append(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Append(": ").Append(NameOf(property.PropertyType)).Append('\n');
        }
        Snapshots.Check(Path.Combine(Platform.Root, "tests", "Architecture.Tests", "contracts.txt"), shape.ToString());
    }

    private static string NameOf(Type type) => type switch
    {
        { IsEnum: true } => $"{type.Name} ({string.Join(" | ", Enum.GetNames(type))})",
        { IsGenericType: true } when Nullable.GetUnderlyingType(type) is { } inner => NameOf(inner) + "?",
        { IsGenericType: true } => $"list of {NameOf(type.GetGenericArguments()[0])}",
        _ when type.Namespace == typeof(IntegrationEvent).Namespace => $"{{ {string.Join(", ", type.GetProperties().Where(property => property.Name != "EqualityContract").Select(property => $"{property.Name}: {NameOf(property.PropertyType)}"))} }}",
        _ => type.Name,
    };
}
