using VpVarmland.Members.Files;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.Profiles;

internal static class ProfileFailures
{
    internal static readonly Failure Unknown = Failure.Missing("profile.unknown", "Profilen finns inte, eller är inte din att ändra.", "The profile does not exist, or is not yours to change.");

    internal static readonly Failure NeedsConsent = Failure.Conflict("profile.needs_consent",
        "Personen har inte godkänt texten. Det görs på Min sida.", "The person has not agreed to the text. That is done on My page.");

    internal static readonly Failure NeedsText = Failure.Conflict("profile.needs_text", "Skriv något om personen först.", "Write something about the person first.");

    internal static readonly Failure Protected = Failure.Conflict("profile.protected", "Den som har skyddad identitet visas inte för allmänheten.", "Somebody with protected identity is not shown to the public.");

    internal static readonly Failure NotShown = Failure.Conflict("profile.not_shown", "Profilen visas inte.", "The profile is not shown.");

    internal static readonly Failure BadPortrait = Failure.Bad("profile.bad_portrait", "Porträttet ska vara en JPEG-bild på högst 300 kB. Inget har sparats.", "The portrait must be a JPEG of at most 300 kB. Nothing was saved.");

    internal static readonly Failure NoPortrait = Failure.Missing("profile.no_portrait", "Det finns inget porträtt.", "There is no portrait.");
}

/// <summary>One's own public profile: written, agreed to, published and withdrawn by the person themself.</summary>
internal static class OwnProfiles
{
    /// <param name="Consents">The person agrees to this being shown to anybody.</param>
    internal sealed record Request(bool Consents) : ProfileText;

    internal static void Map(IEndpointRouteBuilder api)
    {
        const string one = "/me/profiles/{id:guid}";
        api.MapGet("/me/profiles", List).RequirePermission(Permission.Self).WithSummary("The public profiles of one's own assignments");
        api.MapPut(one, Write).RequirePermission(Permission.Self).WithSummary("Write one's own profile, and agree to it or not");
        api.MapPost(one + "/portrait", SetPortrait).RequirePermission(Permission.Self).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(Portrait.Largest + 1))
            .WithSummary("Put up one's own portrait").WithDescription("The body is a JPEG of at most 300 kB. What the camera noted in it is removed.");
        api.MapGet(one + "/portrait", GetPortrait).RequirePermission(Permission.Self).WithSummary("One's own portrait");
        api.MapDelete(one + "/portrait", RemovePortrait).RequirePermission(Permission.Self).WithSummary("Take one's own portrait away");
        api.MapPost(one + "/publication", Publish).RequirePermission(Permission.Self).WithSummary("Show one's own profile to the public");
        api.MapDelete(one + "/publication", Withdraw).RequirePermission(Permission.Self).WithSummary("Withdraw one's own profile at once");
    }

    private static async Task<Ok<IReadOnlyList<Profile>>> List(Caller caller, UnitOfWork work, CancellationToken cancel) =>
        TypedResults.Ok(await Profile.ListAsync(work, "held.person_id = @me", new { me = caller.RequireMemberId() }, cancel));

    private static async Task<Results<Ok<Profile>, ProblemHttpResult>> Write(Guid id, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await Profile.LockAsync(work, id, caller.RequireMemberId(), cancel) is { } profile
            ? await ProfileWork.WriteAsync(work, profile, request, request.Consents, http, cancel)
            : ProfileFailures.Unknown.ToProblem(http);

    private static async Task<Results<Ok<Profile>, ProblemHttpResult>> SetPortrait(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await Profile.LockAsync(work, id, caller.RequireMemberId(), cancel) is null)
            return ProfileFailures.Unknown.ToProblem(http);
        if (await FileBody.ReadAsync(http.Request, Portrait.Largest, cancel) is not { } file || Portrait.Clean(file.Span) is not { } portrait)
            return ProfileFailures.BadPortrait.ToProblem(http);
        return await ProfileWork.SetPortraitAsync(work, id, portrait, cancel);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> GetPortrait(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await Profile.LockAsync(work, id, caller.RequireMemberId(), cancel) is not null ? await ProfileWork.SendPortraitAsync(work, id, http, cancel) : ProfileFailures.Unknown.ToProblem(http);

    private static async Task<Results<Ok<Profile>, ProblemHttpResult>> RemovePortrait(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await Profile.LockAsync(work, id, caller.RequireMemberId(), cancel) is not null ? await ProfileWork.SetPortraitAsync(work, id, null, cancel) : ProfileFailures.Unknown.ToProblem(http);

    private static async Task<Results<Ok<Profile>, ProblemHttpResult>> Publish(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await Profile.LockAsync(work, id, caller.RequireMemberId(), cancel) is { } profile ? await ProfileWork.PublishAsync(work, profile, http, cancel) : ProfileFailures.Unknown.ToProblem(http);

    private static async Task<Results<Ok<Profile>, ProblemHttpResult>> Withdraw(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await Profile.LockAsync(work, id, caller.RequireMemberId(), cancel) is { } profile ? await ProfileWork.WithdrawAsync(work, profile, http, cancel) : ProfileFailures.Unknown.ToProblem(http);
}

/// <summary>The district's part: helps with the texts, publishes what is agreed to, withdraws.</summary>
internal static class ManageProfiles
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        const string one = "/profiles/{id:guid}";
        api.MapGet("/profiles", List).ForTheDistrict(Permission.ManageAssignments, ProfileFailures.Unknown).WithSummary("Those who are elected, with their public profiles");
        api.MapPut(one, Write).ForTheDistrict(Permission.ManageAssignments, ProfileFailures.Unknown).WithSummary("Write somebody's profile; they have to agree to it before it is shown");
        api.MapGet(one + "/portrait", GetPortrait).ForTheDistrict(Permission.ManageAssignments, ProfileFailures.Unknown).WithSummary("Somebody's portrait");
        api.MapPost(one + "/publication", Publish).ForTheDistrict(Permission.ManageAssignments, ProfileFailures.Unknown).WithSummary("Show a profile that the person has agreed to");
        api.MapDelete(one + "/publication", Withdraw).ForTheDistrict(Permission.ManageAssignments, ProfileFailures.Unknown).WithSummary("Withdraw a profile at once");
    }

    private static async Task<Ok<IReadOnlyList<Profile>>> List(UnitOfWork work, CancellationToken cancel) => TypedResults.Ok(await Profile.ListAsync(work, "true", new { }, cancel));

    private static async Task<Results<Ok<Profile>, ProblemHttpResult>> Write(Guid id, ProfileText request, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await Profile.LockAsync(work, id, null, cancel) is { } profile ? await ProfileWork.WriteAsync(work, profile, request, null, http, cancel) : ProfileFailures.Unknown.ToProblem(http);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> GetPortrait(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await Profile.LockAsync(work, id, null, cancel) is not null ? await ProfileWork.SendPortraitAsync(work, id, http, cancel) : ProfileFailures.Unknown.ToProblem(http);

    private static async Task<Results<Ok<Profile>, ProblemHttpResult>> Publish(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await Profile.LockAsync(work, id, null, cancel) is { } profile ? await ProfileWork.PublishAsync(work, profile, http, cancel) : ProfileFailures.Unknown.ToProblem(http);

    private static async Task<Results<Ok<Profile>, ProblemHttpResult>> Withdraw(Guid id, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await Profile.LockAsync(work, id, null, cancel) is { } profile ? await ProfileWork.WithdrawAsync(work, profile, http, cancel) : ProfileFailures.Unknown.ToProblem(http);
}

/// <summary>What the person and the district do in the same way.</summary>
internal static class ProfileWork
{
    /// <param name="consents">What the person says; null where somebody else writes: then it is agreed to only as long as nothing changes.</param>
    internal static async Task<Results<Ok<Profile>, ProblemHttpResult>> WriteAsync(UnitOfWork work, Profile profile, ProfileText request, bool? consents, HttpContext http, CancellationToken cancel)
    {
        if (http.CheckVersion(profile.Version) is { } stale)
            return stale.ToProblem(http);
        var (area, text, email, web) = (Trimmed(request.Area), Trimmed(request.Text) ?? "", Trimmed(request.Email), Trimmed(request.Web));
        var phone = Trimmed(request.Phone) is { } number ? PersonalData.NormalisePhone(number) : null;
        var isSame = (area, text, email, phone, web) == (profile.Area, profile.Text, profile.Email, profile.Phone, profile.Web);
        var agreed = consents ?? (isSame && profile.HasConsent);
        if (!isSame || agreed != profile.HasConsent)
        {
            await work.ExecuteAsync(
                """
                insert into public_profiles (assignment_id, area, about, email, phone, web, consented_at, edited_at, edited_by)
                values (@ProfileId, @area, @text, @email, @phone, @web, case when @agreed then @Now::timestamptz end, @Now, @MemberId)
                on conflict (assignment_id) do update set area = excluded.area, about = excluded.about, email = excluded.email, phone = excluded.phone, web = excluded.web,
                    consented_at = case when @agreed then coalesce(public_profiles.consented_at, @Now) end, edited_at = @Now, edited_by = @MemberId, version = public_profiles.version + 1
                """, new { profile.ProfileId, area, text, email, phone, web, agreed, work.Now, work.Caller.MemberId }, cancel);
            work.Record("profile.edited", profile.ProfileId, content: new { area, text, email, phone, web, agreed });
            // Whoever no longer agrees is no longer shown.
            if (consents == false)
                await ProfileState.WithdrawAsync(work, [profile.ProfileId], cancel);
        }
        return await AnswerAsync(work, profile.ProfileId, http, cancel);
    }

    internal static async Task<Results<Ok<Profile>, ProblemHttpResult>> SetPortraitAsync(UnitOfWork work, Guid id, byte[]? portrait, CancellationToken cancel)
    {
        await work.ExecuteAsync(
            """
            insert into public_profiles (assignment_id, portrait, edited_at, edited_by) values (@id, @portrait::bytea, @Now, @MemberId)
            on conflict (assignment_id) do update set portrait = excluded.portrait, edited_at = @Now, edited_by = @MemberId, version = public_profiles.version + 1
            """, new { id, portrait, work.Now, work.Caller.MemberId }, cancel);
        work.Record(portrait is null ? "profile.portrait_removed" : "profile.portrait_set", id);
        return TypedResults.Ok((await Profile.FindAsync(work, id, cancel))!);
    }

    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> SendPortraitAsync(UnitOfWork work, Guid id, HttpContext http, CancellationToken cancel)
    {
        if (await work.FindAsync<byte[]>("select portrait from public_profiles where assignment_id = @id and portrait is not null", new { id }, cancel) is not { } portrait)
            return ProfileFailures.NoPortrait.ToProblem(http);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(portrait, "image/jpeg");
    }

    internal static async Task<Results<Ok<Profile>, ProblemHttpResult>> PublishAsync(UnitOfWork work, Profile profile, HttpContext http, CancellationToken cancel)
    {
        if (profile.Text.Length == 0)
            return ProfileFailures.NeedsText.ToProblem(http);
        if (!profile.HasConsent)
            return ProfileFailures.NeedsConsent.ToProblem(http);
        if (await work.GetAsync<bool>("select is_protected from people where id = @MemberId", new { profile.MemberId }, cancel))
            return ProfileFailures.Protected.ToProblem(http);
        await work.ExecuteAsync($"update public_profiles one set published = {ProfileState.Shown}, published_at = @Now where assignment_id = @ProfileId", new { profile.ProfileId, work.Now }, cancel);
        await ProfileState.TellAsync(work, "one.assignment_id = @ProfileId", new { profile.ProfileId }, cancel);
        work.Record("profile.published", profile.ProfileId);
        return await AnswerAsync(work, profile.ProfileId, http, cancel);
    }

    internal static async Task<Results<Ok<Profile>, ProblemHttpResult>> WithdrawAsync(UnitOfWork work, Profile profile, HttpContext http, CancellationToken cancel)
    {
        if (profile.PublishedAt is null)
            return ProfileFailures.NotShown.ToProblem(http);
        await ProfileState.WithdrawAsync(work, [profile.ProfileId], cancel);
        return await AnswerAsync(work, profile.ProfileId, http, cancel);
    }

    private static async Task<Results<Ok<Profile>, ProblemHttpResult>> AnswerAsync(UnitOfWork work, Guid id, HttpContext http, CancellationToken cancel)
    {
        var profile = (await Profile.FindAsync(work, id, cancel))!;
        http.SendVersion(profile.Version);
        return TypedResults.Ok(profile);
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
