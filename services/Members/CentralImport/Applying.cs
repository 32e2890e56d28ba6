using System.Text.Json;
using VpVarmland.Members.Assignments;
using VpVarmland.Members.Care;
using VpVarmland.Members.Memberships;

namespace VpVarmland.Members.CentralImport;

/// <summary>
/// Applies what was decided, in one transaction: all of it or nothing. If the register has changed in the rows concerned since the preview was
/// made, or a day has begun, nothing is applied: the preview is made again, and somebody looks at it again. What was there before is kept for an hour.
/// </summary>
internal static class Applying
{
    internal const int Steps = 6;

    /// <summary>Whoever became a member longer ago than this is not greeted as new: a first import would otherwise ask for a call to everybody.</summary>
    private const int DaysNew = 60;

    internal static async Task RunAsync(Guid import, UnitOfWork work, ImportProgress progress, CancellationToken cancel)
    {
        var file = await work.GetAsync<File>("select file_name, compared_on from central_imports where id = @import", new { import }, cancel);
        var p = new
        {
            import, work.Now, work.Caller.MemberId, today = SwedishTime.DateOf(work.Now), DaysNew, MembershipClock.DaysToEffect,
        };
        await progress.StepAsync("locking", cancel);
        await work.ExecuteAsync(ApplyingSql.Lock, p, cancel);
        if (file.ComparedOn != p.today || await work.GetAsync<bool>(ApplyingSql.HasMoved, p, cancel))
        {
            await work.ExecuteAsync("update central_imports set state = 'comparing', is_outdated = true where id = @import", p, cancel);
            return;
        }
        await progress.StepAsync("people", cancel);
        await work.ExecuteAsync(ApplyingSql.KeepImages, p, cancel);
        await work.ExecuteAsync(ApplyingSql.People, p, cancel);
        await progress.StepAsync("memberships", cancel);
        await work.ExecuteAsync(ApplyingSql.Memberships, p, cancel);
        await progress.StepAsync("care", cancel);
        var greeted = await CareCases.OpenAsync(work, [.. (await work.ListAsync<ToGreet>(ApplyingSql.ToGreet, p, cancel)).Select(one => new CareCases.Wanted(one.PersonId, one.AssociationId, one.Reason))], null, cancel);
        await work.ExecuteAsync(ApplyingSql.KeepOpened, new { import, cases = greeted.Select(one => one.CaseId).ToArray() }, cancel);
        var ended = await work.ListAsync<Guid>("select id from central_images where import_id = @import and what = 'assignments'", p, cancel);
        await EndAssignment.EndAsync(work, [.. ended], p.today, null, cancel);
        await progress.StepAsync("events", cancel);
        var done = await work.ListAsync<Done>(ApplyingSql.Result, p, cancel);
        foreach (var one in done)
            Tell(one, import, file.FileName, p.today, work);
        await progress.StepAsync("saving", cancel);
        var outcome = done.GroupBy(one => one.Kind).ToDictionary(group => JsonNamingPolicy.CamelCase.ConvertName(group.Key.ToString()), group => group.Count());
        if (done.Count > 0)
            work.Record("import.applied", import, file.FileName, outcome);
        await work.ExecuteAsync(
            "update central_imports set state = 'applied', applied_at = @Now, applied_by = @MemberId, is_outdated = false, outcome = @outcome::jsonb, version = version + 1 where id = @import",
            new { import, work.Now, work.Caller.MemberId, outcome = JsonSerializer.Serialize(outcome, Json.Options) }, cancel);
    }

    private static void Tell(Done one, Guid import, string fileName, DateOnly today, UnitOfWork work)
    {
        work.Record(one.Kind switch { DoneKind.Added => "central.added", DoneKind.Changed => "central.changed", DoneKind.Confirmed => "central.confirmed", _ => "central.ended" },
            one.Id, fileName, new { import, changes = one.Changes is null ? (JsonElement?)null : JsonSerializer.Deserialize<JsonElement>(one.Changes) });
        work.Publish(new MemberChanged(one.Id, one.GivenName, one.FamilyName, one.Email, one.AssociationId, one.State, one.Language) { Version = one.Version });
        if (one.Kind == DoneKind.Ended)
            work.Publish(new MemberLeft(one.Id, one.AssociationId, one.State, today));
        // Those who have long been members get no mail that says they have become one.
        else if (one is { StateBefore: MembershipState.Applicant or MembershipState.Paid, State: MembershipState.Member, EffectiveOn: { } effective })
            work.Publish(new MemberActivated(one.Id, effective));
    }

    internal enum DoneKind
    {
        Added,
        Changed,
        Confirmed,
        Ended,
    }

    private sealed record ToGreet(Guid PersonId, Guid AssociationId, CareReason Reason);

    private sealed record File(string FileName, DateOnly? ComparedOn);

    private sealed record Done(
        DoneKind Kind, Guid Id, string GivenName, string FamilyName, string? Email, Guid AssociationId, string Language, int Version, MembershipState State, MembershipState? StateBefore,
        DateOnly? EffectiveOn, string? Changes);
}
