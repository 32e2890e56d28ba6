namespace VpVarmland.Tests;

/// <summary>Who may know whom.</summary>
public sealed class DependencyTests
{
    [Fact]
    public void A_service_knows_what_is_shared_and_no_other_service()
    {
        foreach (var service in Platform.WebProjects)
        {
            string[] allowed = service == "Elections" ? ["Contracts", "ServiceDefaults", "Elections.Counting"] : ["Contracts", "ServiceDefaults"];
            var known = Platform.Neighbours(Platform.Load(service));
            Assert.NotEmpty(known);
            Assert.Empty(known.Except(allowed));
        }
    }

    [Fact]
    public void What_services_say_to_each_other_depends_on_nothing_of_ours() =>
        Assert.Empty(Platform.Neighbours(Platform.Load("Contracts")));

    [Fact]
    public void What_services_share_knows_the_events_and_what_stands_in_for_a_package() =>
        Assert.Empty(Platform.Neighbours(Platform.Load("ServiceDefaults")).Except(["Contracts", "Embedded.Clients"]));

    [Fact]
    public void Only_the_shared_part_knows_the_bus()
    {
        Assert.Contains(Platform.References(Platform.Load("ServiceDefaults")), name => name.StartsWith("MassTransit", StringComparison.Ordinal));
        foreach (var project in Platform.WebProjects)
            Assert.DoesNotContain(Platform.References(Platform.Load(project)), name => name.StartsWith("MassTransit", StringComparison.Ordinal));
        var files = Platform.Files("ServiceDefaults", ".cs").Where(file => File.ReadAllText(file).Contains("using MassTransit", StringComparison.Ordinal)).ToList();
        Assert.Equal(["MassTransitBus.cs"], files.Select(Path.GetFileName));
    }

    [Fact]
    public void Only_the_gateway_uses_entity_framework()
    {
        Assert.Contains(Platform.References(Platform.Load("Gateway")), name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
        foreach (var service in Platform.Services.Append("ServiceDefaults"))
            Assert.DoesNotContain(Platform.References(Platform.Load(service)), name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Platform.Root, "VpVarmland.sln")).Replace('\\', '/');
        foreach (var project in Platform.Files(".", ".csproj"))
            Assert.Contains(Path.GetRelativePath(Platform.Root, project), solution, StringComparison.Ordinal);
    }
}
