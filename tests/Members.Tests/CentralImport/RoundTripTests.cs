using FsCheck;
using FsCheck.Fluent;
using VpVarmland.Tests.Kit;
using VpVarmland.Tests.Rules;

namespace VpVarmland.Tests.CentralImport;

/// <summary>What holds for any file: what is exported and imported again changes nothing; applied, again, and undone leaves what was.</summary>
public sealed class RoundTripTests(MembersFixture fixture) : IClassFixture<MembersFixture>
{
    private const int Times = 12;
    private readonly Importing importing = new(fixture.Host);

    [Fact]
    public async Task The_register_exported_and_imported_again_differs_in_nothing()
    {
        var id = await importing.PreviewAsync(await importing.ExportAsync());
        Assert.Equal("{}", (await importing.GetAsync(id)).GetProperty("counts").GetRawText());
        Assert.True((await importing.GetAsync(id)).GetProperty("rows").GetInt32() > 800);
        var before = await importing.RegisterAsync();
        await importing.ApplyAsync(id);
        Assert.Equal(before, await importing.RegisterAsync());
    }

    [Fact]
    public async Task Any_file_applied_is_exported_as_it_is_is_empty_the_second_time_and_can_be_undone()
    {
        foreach (var people in ForAll.Sample(Files(), Times))
        {
            var before = await importing.RegisterAsync();
            var id = await importing.PreviewAsync(CentralFile.Utf8(people));
            // Whoever is like somebody in the demo is that person, unless another row is too.
            foreach (var row in await importing.DifferencesAsync(id, "doubtful"))
                await importing.DecideAsync(id, "doubtful", "new", row.GetProperty("no").GetInt32()).ReadAsync();
            await importing.ApplyAsync(id);
            var after = await importing.RegisterAsync();

            foreach (var file in new[] { CentralFile.Utf8(people), await importing.ExportAsync() })
            {
                var again = await importing.PreviewAsync(file);
                Assert.DoesNotContain(await importing.CountsAsync(again), count => count.Key != "gone");
                await importing.ApplyAsync(again);
                Assert.Equal(after, await importing.RegisterAsync());
            }
            Assert.Empty(await importing.DifferencesAsync(await importing.PreviewAsync(await importing.ExportAsync()), "gone"));
            await importing.UndoAsync(id);
            Assert.Equal(before, await importing.RegisterAsync());
        }
    }

    /// <summary>Some people of the demo with other values, and some that are new; with names that quote, separate and look like formulas.</summary>
    private static Gen<CentralPerson[]> Files()
    {
        var name = Gen.Elements("Åsa", "Björn-Erik", "O'Hara", "von \"Essen\"", "Ek; Berg", "=cmd", "+46", "-", "@anna", "'t Hooft", "Ö", "李");
        var text = Gen.Elements<string?>(null, "070-174 06 31", "+47 22 00 00 00", "054-10 00 00");
        var person =
            from number in Gen.Choose(0, 40)
            from demo in Gen.Elements(true, false)
            from given in name
            from family in name
            from email in Gen.Elements<string?>(null, "x@test.example", "y.z@test.example")
            from phone in text
            from postal in Gen.Elements<string?>(null, "652 24", "67131")
            from municipality in Gen.Elements<string?>(null, "Karlstad", "Arvika", "Oslo")
            from association in Gen.Elements<string?>(null, "Karlstad", "Vänsterpartiet Arvika")
            from gender in Gen.Elements<string?>(null, "Kvinna", "man", "Annat")
            from year in Gen.Elements<string?>(null, "1960", "2001-05-06")
            from since in Gen.Elements<string?>(null, "2012-01-31", "2027-01-15")
            from until in Gen.Elements<string?>(null, "2026-12-31")
            select new CentralPerson(
                demo ? $"{4_100_000 + (number * 3)}" : $"{90_000_000 + number}", given, family, email, phone, postal, municipality, association, gender, year, since, until);
        return Gen.ListOf(person, 15).Select(people => people.DistinctBy(one => one.Number).ToArray());
    }
}
