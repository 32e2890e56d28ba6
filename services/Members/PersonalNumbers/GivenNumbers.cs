using VpVarmland.Members.Privacy;
using VpVarmland.Members.Register;

namespace VpVarmland.Members.PersonalNumbers;

/// <summary>
/// Giving, removing and reading a personnummer. Optional, and the person's own to give and take back; shown masked to everybody, and whole only to whoever has that right and says why, which the person sees.
/// It is in no export, search, event or log.
/// </summary>
internal static class GivenNumbers
{
    /// <param name="Shown">The day of birth and dots; null: none is given.</param>
    internal sealed record Masked(string? Shown, DateTimeOffset? GivenAt);

    internal sealed record Request([property: NotEmpty, AtMost(20)] string Number);

    internal sealed record RevealRequest([property: NotEmpty, AtMost(200)] string Reason);

    internal sealed record Whole(string Number);

    private static readonly Failure Wrong = Failure.Bad("number.wrong",
        "Det är inget personnummer eller samordningsnummer. Kontrollera siffrorna.", "That is no personnummer or samordningsnummer. Check the digits.");

    private static readonly Failure Taken = Failure.Conflict("number.taken",
        "Numret står redan på en annan post. Se efter bland dubbletterna.", "The number is on another entry already. Look among the duplicates.");

    private static readonly Failure Closed = Failure.Conflict("number.closed",
        "Plattformen kan inte ta emot personnummer, eftersom nycklarna saknas.", "The platform cannot take personnummer, since its keys are missing.");

    private static readonly Failure None = Failure.Missing("number.none", "Det finns inget personnummer.", "There is no personnummer.");

    private sealed record Stored(Guid Id, byte[] Sealed, string KeyId);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/me/personal-number", ReadMine).RequirePermission(Permission.Self).WithSummary("My personnummer, masked");
        api.MapPut("/me/personal-number", GiveMine).RequirePermission(Permission.Self).WithSummary("Give my personnummer");
        api.MapDelete("/me/personal-number", RemoveMine).RequirePermission(Permission.Self).WithSummary("Remove my personnummer");
        api.MapGet("/people/{id:guid}/personal-number", Read).RequirePermission(Permission.EditRegister).WithSummary("A person's personnummer, masked");
        api.MapPut("/people/{id:guid}/personal-number", Give).RequirePermission(Permission.EditRegister).WithSummary("Note a person's personnummer");
        api.MapDelete("/people/{id:guid}/personal-number", Remove).RequirePermission(Permission.EditRegister).WithSummary("Remove a person's personnummer");
        api.MapPost("/people/{id:guid}/personal-number/reveal", Reveal).RequirePermission(Permission.ReadPersonalNumber).WithSummary("Read a person's personnummer, for a reason that the person sees");
    }

    private static async Task<Ok<Masked>> ReadMine(Caller caller, UnitOfWork work, CancellationToken cancel) => TypedResults.Ok(await ShowAsync(work, caller.RequireMemberId(), cancel));

    private static Task<Results<Ok<Masked>, ProblemHttpResult>> GiveMine(Request request, Caller caller, UnitOfWork work, NumberVault vault, HttpContext http, CancellationToken cancel) =>
        GiveAsync(caller.RequireMemberId(), request.Number, byDesk: false, work, vault, http, cancel);

    private static async Task<Ok<Masked>> RemoveMine(Caller caller, UnitOfWork work, CancellationToken cancel) => TypedResults.Ok(await RemoveAsync(work, caller.RequireMemberId(), cancel));

    private static async Task<Results<Ok<Masked>, ProblemHttpResult>> Read(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await MayAsync(id, Permission.EditRegister, caller, work, cancel) ? TypedResults.Ok(await ShowAsync(work, id, cancel)) : RegisterFailures.Unknown.ToProblem(http);

    private static async Task<Results<Ok<Masked>, ProblemHttpResult>> Give(Guid id, Request request, Caller caller, UnitOfWork work, NumberVault vault, HttpContext http, CancellationToken cancel) =>
        await MayAsync(id, Permission.EditRegister, caller, work, cancel) ? await GiveAsync(id, request.Number, byDesk: true, work, vault, http, cancel) : RegisterFailures.Unknown.ToProblem(http);

    private static async Task<Results<Ok<Masked>, ProblemHttpResult>> Remove(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await MayAsync(id, Permission.EditRegister, caller, work, cancel) ? TypedResults.Ok(await RemoveAsync(work, id, cancel)) : RegisterFailures.Unknown.ToProblem(http);

    private static async Task<Results<Ok<Whole>, ProblemHttpResult>> Reveal(Guid id, RevealRequest request, Caller caller, UnitOfWork work, NumberVault vault, HttpContext http, CancellationToken cancel)
    {
        if (await PersonView.FindAsync(work, id, caller.Reach(Permission.ReadPersonalNumber), cancel) is not { Protection: not { IsHidden: true } })
            return RegisterFailures.Unknown.ToProblem(http);
        if (await work.FindAsync<Stored>("select id, sealed, key_id from personal_numbers where person_id = @id", new { id }, cancel) is not { } stored || vault.Open(stored.Sealed, stored.KeyId, stored.Id) is not { } number)
            return None.ToProblem(http);
        await ReadLog.WriteAsync(work, [id], ReadKind.PersonalNumber, request.Reason.Trim(), cancel);
        work.Record("personal_number.read", id, request.Reason.Trim());
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Whole(number.Whole));
    }

    private static async Task<bool> MayAsync(Guid id, Permission permission, Caller caller, UnitOfWork work, CancellationToken cancel) =>
        await PersonView.ShowAsync(work, id, caller.Reach(permission), null, cancel) is { Protection: not { IsHidden: true } };

    private static async Task<Results<Ok<Masked>, ProblemHttpResult>> GiveAsync(Guid person, string text, bool byDesk, UnitOfWork work, NumberVault vault, HttpContext http, CancellationToken cancel)
    {
        if (!vault.IsOpen)
            return Closed.ToProblem(http);
        if (PersonalNumber.Of(text, SwedishTime.DateOf(work.Now)) is not { } number)
            return Wrong.ToProblem(http);
        var id = Guid.CreateVersion7();
        var (closed, keyId, hash) = vault.Close(number, id);
        if (byDesk && await work.GetAsync<bool>("select exists (select from personal_numbers where hash = @hash and person_id <> @person)", new { hash, person }, cancel))
            return Taken.ToProblem(http);
        await work.ExecuteAsync(
            """
            delete from personal_numbers where person_id = @person;
            insert into personal_numbers (id, person_id, sealed, key_id, hash, shown, by_desk, given_at) values (@id, @person, @closed, @keyId, @hash, @Shown, @byDesk, @Now)
            """, new { id, person, closed, keyId, hash, number.Shown, byDesk, work.Now }, cancel);
        work.Record("personal_number.given", person);
        return TypedResults.Ok(await ShowAsync(work, person, cancel));
    }

    private static async Task<Masked> RemoveAsync(UnitOfWork work, Guid person, CancellationToken cancel)
    {
        if (await work.ExecuteAsync("delete from personal_numbers where person_id = @person", new { person }, cancel) > 0)
            work.Record("personal_number.removed", person);
        return new Masked(null, null);
    }

    private static async Task<Masked> ShowAsync(UnitOfWork work, Guid person, CancellationToken cancel) =>
        await work.FindAsync<Masked>("select shown, given_at from personal_numbers where person_id = @person", new { person }, cancel) ?? new Masked(null, null);
}
