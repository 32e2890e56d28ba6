using System.Globalization;
using VpVarmland.Members.Privacy;
using VpVarmland.ServiceDefaults.Jobs;

namespace VpVarmland.Members.Register.FileCorrections;

/// <summary>Takes corrections from a file back within an hour: everybody whom nobody has edited since is as before; the others are kept as they are now, and named.</summary>
internal static class UndoFileCorrections
{
    internal static readonly TimeSpan Undoable = TimeSpan.FromHours(1);

    private static readonly StringComparer Swedish = StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: true);

    /// <summary>Somebody who has been edited since, by name.</summary>
    internal sealed record Person(Guid MemberId, string Name);

    /// <param name="Restored">How many are as before.</param>
    internal sealed record Response(int Restored, IReadOnlyList<Person> Kept);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/associations/{id:guid}/file-corrections/{correction:guid}/undo", Handle)
        .RequirePermission(Permission.EditRegister)
        .WithSummary("Undo corrections from a file within an hour");

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, Guid correction, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!await Correctable.ReachesAsync(work, id, cancel)
            || await work.FindAsync<Made>("select file_name, made_at, undone_at from file_corrections where id = @correction and association_id = @id for update", new { correction, id }, cancel) is not { } made)
            return FileCorrectionFailures.Unknown.ToProblem(http);
        if (made.UndoneAt is not null || made.MadeAt + Undoable <= work.Now)
            return FileCorrectionFailures.TooLateToUndo.ToProblem(http);
        var images = await work.ListAsync<Image>(
            "select person_id, version, given_name, family_name, phone, postal_code, municipality_code, birth_year from file_correction_people where correction_id = @correction", new { correction }, cancel);
        var people = (await Correctable.ListAsync(work, id, null, [.. images.Select(image => image.PersonId)], locked: true, cancel)).ToDictionary(person => person.Id);
        var untouched = images.Where(image => people.TryGetValue(image.PersonId, out var person) && person.Version == image.Version).OrderBy(image => image.PersonId).ToList();
        foreach (var image in untouched)
        {
            var now = people[image.PersonId].Data;
            await CorrectPerson.WriteAsync(work, image.PersonId, now, image.Onto(now), contactIsHidden: false, "person.correction_undone", made.FileName, cancel);
        }
        var kept = people.Values.Where(person => untouched.TrueForAll(image => image.PersonId != person.Id))
            .OrderBy(person => person.FamilyName, Swedish).ThenBy(person => person.GivenName, Swedish).ToList();
        await ReadLog.WriteAsync(work, kept.Select(person => person.Id), ReadKind.List, "corrections", cancel);
        await work.ExecuteAsync(
            """
            delete from file_correction_people where correction_id = @correction;
            update file_corrections set undone_at = @Now, undone_by = @MemberId, kept = @kept where id = @correction
            """, new { correction, work.Now, work.Caller.MemberId, kept = images.Count - untouched.Count }, cancel);
        work.Record("corrections.undone", correction, made.FileName, new { association = id, restored = untouched.Count });
        return TypedResults.Ok(new Response(untouched.Count, [.. kept.Select(person => new Person(person.Id, $"{person.GivenName} {person.FamilyName}"))]));
    }

    private sealed record Made(string FileName, DateTimeOffset MadeAt, DateTimeOffset? UndoneAt);

    private sealed record Image(Guid PersonId, int Version, string GivenName, string FamilyName, string? Phone, string? PostalCode, string? MunicipalityCode, int? BirthYear)
    {
        internal StoredPersonalData Onto(StoredPersonalData now) => now with
        {
            GivenName = GivenName,
            FamilyName = FamilyName,
            Phone = Phone,
            PostalCode = PostalCode,
            MunicipalityCode = MunicipalityCode,
            BirthYear = BirthYear,
        };
    }
}

/// <summary>Forgets how people were before corrections that can no longer be undone. That they were made, by whom, when and how many, stays.</summary>
internal sealed class FileCorrectionsExpire : Job
{
    public override TimeSpan Every => TimeSpan.FromMinutes(30);

    public override Task RunAsync(UnitOfWork work, CancellationToken cancel) => work.ExecuteAsync(
        "delete from file_correction_people where correction_id in (select id from file_corrections where made_at <= @before)", new { before = work.Now - UndoFileCorrections.Undoable }, cancel);
}
