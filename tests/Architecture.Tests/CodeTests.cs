using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using VpVarmland.Contracts;

namespace VpVarmland.Tests;

/// <summary>How the code is written, where a compiler does not say.</summary>
public sealed partial class CodeTests
{
    private const int LongestFile = 400, LargestShared = 1_999;

    [Fact]
    public void No_file_is_too_long_to_read()
    {
        var files = Platform.Files(".", ".cs", ".ts", ".tsx");
        Assert.Empty(files.Where(file => File.ReadLines(file).Count() > LongestFile).Select(file => Path.GetRelativePath(Platform.Root, file)));
    }

    [Fact]
    public void The_shared_part_stays_small() =>
        Assert.InRange(Platform.Files("ServiceDefaults", ".cs").Sum(file => File.ReadLines(file).Count()), 1, LargestShared);

    [Fact]
    public void Types_are_internal_and_sealed()
    {
        foreach (var service in Platform.WebProjects)
        {
            var types = Platform.Load(service).GetTypes()
                .Where(type => type.Namespace?.StartsWith("VpVarmland", StringComparison.Ordinal) == true && !type.IsDefined(typeof(CompilerGeneratedAttribute))).ToList();
            Assert.NotEmpty(types);
            Assert.Empty(types.Where(type => type.IsVisible && type.Name != "Program").Select(type => type.FullName));
            var bases = types.Select(type => type.BaseType).Where(type => type is not null).Select(type => type!.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();
            Assert.Empty(types.Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract && !bases.Contains(type)).Select(type => type.FullName));
        }
    }

    [Fact]
    public void Time_comes_from_the_clock_that_is_given()
    {
        var files = Platform.Files("services", ".cs").Concat(Platform.Files("gateway/Gateway", ".cs"))
            // The mailbox of Development and the machine's own time are named as what they are.
            .Where(file => MachineTime.IsMatch(File.ReadAllText(file)));
        Assert.Empty(files.Select(file => Path.GetRelativePath(Platform.Root, file)));
    }

    [Fact]
    public void Business_tables_do_not_ask_the_database_what_time_it_is()
    {
        var files = Platform.Services.SelectMany(service => Platform.Files("services/" + service, ".cs", ".sql")).Where(file => SqlTime.IsMatch(File.ReadAllText(file)));
        Assert.Empty(files.Select(file => Path.GetRelativePath(Platform.Root, file)));
    }

    [Fact]
    public void Every_permission_that_an_assignment_gives_exists()
    {
        var tables = Platform.Files("services/Members/Database", ".sql").Select(File.ReadAllText);
        var given = tables.SelectMany(table => PermissionNames.Matches(table)).Select(match => match.Groups["name"].Value).Distinct().ToList();
        Assert.NotEmpty(given);
        Assert.Empty(given.Except(Permission.All.Keys));
    }

    [Fact]
    public void Failures_have_codes_of_their_own()
    {
        var codes = Platform.WebProjects.Append("ServiceDefaults").SelectMany(project => Platform.Load(project).GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(ServiceDefaults.Problems.Failure))
            .Select(field => ((ServiceDefaults.Problems.Failure)field.GetValue(null)!).Code).ToList();
        Assert.NotEmpty(codes);
        Assert.Empty(codes.GroupBy(code => code, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.All(codes, code => Assert.Matches("^[a-z]+\\.[a-z_]+$", code));
    }

    [GeneratedRegex(@"DateTime\.(?:UtcNow|Now|Today)|DateTimeOffset\.(?:UtcNow|Now)", RegexOptions.NonBacktracking)]
    private static partial Regex MachineTime { get; }

    [GeneratedRegex(@"\bnow\(\)|current_timestamp|current_date", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex SqlTime { get; }

    [GeneratedRegex(@"'(?<name>[a-z]+:[a-z]+)'", RegexOptions.NonBacktracking)]
    private static partial Regex PermissionNames { get; }
}
