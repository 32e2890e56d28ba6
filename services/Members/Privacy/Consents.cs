using VpVarmland.Members.Register;

namespace VpVarmland.Members.Privacy;

/// <summary>How a consent was given.</summary>
internal enum ConsentWay
{
    SignedIn,
    Paper,
    Phone,
    Meeting,
}

/// <summary>
/// Explicit consent to be kept and contacted without being a member (GDPR art. 9.2 a): with the words that were agreed to, when and how. Withdrawn as easily as given; nothing else about the person hangs on it.
/// </summary>
internal static class Consents
{
    /// <summary>The words, by version: a new wording is a new version, and whoever agreed to an older one has agreed to that.</summary>
    internal static readonly IReadOnlyList<InBoth> Texts =
    [
        new("Jag vill att Vänsterpartiet Värmland sparar mina kontaktuppgifter och får höra av sig till mig, också när jag inte är medlem. Jag vet att det avslöjar en politisk åsikt och att jag kan ta tillbaka samtycket när jag vill.",
            "I want Vänsterpartiet Värmland to keep my contact details and to get in touch with me, also when I am not a member. I know that this reveals a political opinion, and that I can withdraw the consent whenever I want."),
    ];

    /// <param name="Text">The words that were agreed to.</param>
    internal sealed record Row(Guid ConsentId, int TextVersion, string Text, ConsentWay How, DateTimeOffset GivenAt, DateTimeOffset? WithdrawnAt);

    /// <param name="NewestText">The words that somebody who consents now agrees to.</param>
    internal sealed record Response(IReadOnlyList<Row> Consents, int NewestVersion, string NewestText);

    /// <param name="TextVersion">Of the words that were read: the newest.</param>
    internal sealed record Request([property: System.ComponentModel.DataAnnotations.Range(1, 1000)] int TextVersion, ConsentWay? How);

    private static readonly Failure OldText = Failure.Conflict("consent.old_text", "Texten har ändrats. Läs den nya först.", "The text has changed. Read the new one first.");

    private static readonly Failure NoWay = Failure.Bad("consent.no_way", "Säg hur samtycket gavs.", "Say how the consent was given.");

    private sealed record Stored(Guid Id, int TextVersion, ConsentWay How, DateTimeOffset GivenAt, DateTimeOffset? WithdrawnAt);

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/me/consents", ReadMine).RequirePermission(Permission.Self).WithSummary("What I have consented to");
        api.MapPost("/me/consents", GiveMine).RequirePermission(Permission.Self).WithSummary("Consent to be kept and contacted when I am no member");
        api.MapDelete("/me/consents", WithdrawMine).RequirePermission(Permission.Self).WithSummary("Withdraw my consent");
        api.MapGet("/people/{id:guid}/consents", Read).RequirePermission(Permission.EditRegister).WithSummary("What somebody has consented to");
        api.MapPost("/people/{id:guid}/consents", Give).RequirePermission(Permission.EditRegister).WithSummary("Note a consent given on paper, by phone or at a meeting");
        api.MapDelete("/people/{id:guid}/consents", Withdraw).RequirePermission(Permission.EditRegister).WithSummary("Note that a consent is withdrawn");
    }

    private static async Task<Ok<Response>> ReadMine(Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) => TypedResults.Ok(await ShowAsync(work, caller.RequireMemberId(), http, cancel));

    private static Task<Results<Ok<Response>, ProblemHttpResult>> GiveMine(Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        GiveAsync(caller.RequireMemberId(), request.TextVersion, ConsentWay.SignedIn, work, http, cancel);

    private static async Task<Ok<Response>> WithdrawMine(Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) => TypedResults.Ok(await WithdrawAsync(caller.RequireMemberId(), work, http, cancel));

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Read(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await PersonView.ShowAsync(work, id, caller.Reach(Permission.EditRegister), null, cancel) is null ? RegisterFailures.Unknown.ToProblem(http) : TypedResults.Ok(await ShowAsync(work, id, http, cancel));

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Give(Guid id, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await PersonView.ShowAsync(work, id, caller.Reach(Permission.EditRegister), null, cancel) is null)
            return RegisterFailures.Unknown.ToProblem(http);
        return request.How is { } how and not ConsentWay.SignedIn ? await GiveAsync(id, request.TextVersion, how, work, http, cancel) : NoWay.ToProblem(http);
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Withdraw(Guid id, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        await PersonView.ShowAsync(work, id, caller.Reach(Permission.EditRegister), null, cancel) is null ? RegisterFailures.Unknown.ToProblem(http) : TypedResults.Ok(await WithdrawAsync(id, work, http, cancel));

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> GiveAsync(Guid person, int version, ConsentWay how, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (version != Texts.Count)
            return OldText.ToProblem(http);
        var given = await work.ExecuteAsync(
            "insert into consents (id, person_id, text_version, how, given_at) values (@id, @person, @version, @way, @Now) on conflict (person_id) where withdrawn_at is null do nothing",
            new { id = Guid.CreateVersion7(), person, version, way = how.ToText(), work.Now }, cancel);
        if (given > 0)
            work.Record("consent.given", person, content: new { version, how });
        return TypedResults.Ok(await ShowAsync(work, person, http, cancel));
    }

    private static async Task<Response> WithdrawAsync(Guid person, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await work.ExecuteAsync("update consents set withdrawn_at = @Now where person_id = @person and withdrawn_at is null", new { person, work.Now }, cancel) > 0)
            work.Record("consent.withdrawn", person);
        return await ShowAsync(work, person, http, cancel);
    }

    private static async Task<Response> ShowAsync(UnitOfWork work, Guid person, HttpContext http, CancellationToken cancel)
    {
        var language = Language.Of(http);
        var rows = await work.ListAsync<Stored>("select id, text_version, how, given_at, withdrawn_at from consents where person_id = @person order by given_at desc, id desc", new { person }, cancel);
        return new Response([.. rows.Select(row => new Row(row.Id, row.TextVersion, Texts[row.TextVersion - 1].In(language), row.How, row.GivenAt, row.WithdrawnAt))], Texts.Count, Texts[^1].In(language));
    }
}
