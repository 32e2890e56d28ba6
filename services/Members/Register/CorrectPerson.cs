namespace VpVarmland.Members.Register;

/// <summary>Corrects a person's own data, by the person or by somebody entitled; one way of doing it for both.</summary>
internal static class CorrectPerson
{
    internal sealed record Request : PersonalData;

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPut("/people/{id:guid}", Handle)
        .RequirePermission(Permission.EditRegister)
        .WithSummary("Correct a person's data");

    private static Task<Results<Ok<PersonView>, ProblemHttpResult>> Handle(
        Guid id, Request request, Caller caller, UnitOfWork work, HttpContext http, CancellationToken cancel) =>
        ApplyAsync(id, request, caller.Reach(Permission.EditRegister), work, http, cancel);

    /// <summary>Applies the correction to the version the caller has read; says nothing when nothing changed.</summary>
    internal static async Task<Results<Ok<PersonView>, ProblemHttpResult>> ApplyAsync(
        Guid id, PersonalData data, Reach reach, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (await PersonView.FindAsync(work, id, reach, cancel) is not { } before)
            return RegisterFailures.Unknown.ToProblem(http);
        // The row stays locked from here: two who edit the same version cannot both succeed.
        var version = await work.GetAsync<int>("select version from people where id = @id for update", new { id }, cancel);
        if (http.CheckVersion(version) is { } stale)
            return stale.ToProblem(http);
        if (await data.CheckMunicipalityAsync(work, cancel) is { } unknown)
            return unknown.ToProblem(http);

        var stored = data.Normalised();
        // Whoever does not see how somebody is reached cannot have meant to empty it.
        var hidden = before.Protection is { IsHidden: true };
        if (hidden)
            stored = stored with { Phone = null, PostalCode = null, MunicipalityCode = null };
        await WriteAsync(work, id, StoredPersonalData.Of(before), stored, hidden, "person.corrected", null, cancel);
        var after = (await PersonView.ShowAsync(work, id, reach, null, cancel))!;
        http.SendVersion(after.Version);
        return TypedResults.Ok(after);
    }

    /// <summary>
    /// Writes what differs, records it and tells the other services; the person's version is one higher then, and stays where nothing differs. The caller holds the lock of the person's row.
    /// </summary>
    /// <param name="contactIsHidden">True: how somebody is reached stays as it is.</param>
    /// <param name="action">As the person's history calls it.</param>
    internal static async Task WriteAsync(
        UnitOfWork work, Guid id, StoredPersonalData before, StoredPersonalData after, bool contactIsHidden, string action, string? reason, CancellationToken cancel)
    {
        var changed = await work.ExecuteAsync(
            """
            update people set given_name = @GivenName, family_name = @FamilyName, phone = case when @contactIsHidden then phone else @Phone end, postal_code = case when @contactIsHidden then postal_code else @PostalCode end,
                municipality_code = case when @contactIsHidden then municipality_code else @MunicipalityCode end, gender = @Gender, birth_year = @BirthYear, help_with = @HelpWith, language = @Language
            where id = @id and ((given_name, family_name, gender, birth_year, help_with, language) is distinct from (@GivenName, @FamilyName, @Gender, @BirthYear::int, @HelpWith, @Language)
                or not @contactIsHidden and (phone, postal_code, municipality_code) is distinct from (@Phone, @PostalCode, @MunicipalityCode))
            """,
            new
            {
                id, contactIsHidden, after.GivenName, after.FamilyName, after.Phone, after.PostalCode, after.MunicipalityCode, after.Gender, after.BirthYear, after.HelpWith, after.Language,
            }, cancel);
        if (changed == 0)
            return;
        work.Record(action, id, reason, new { before, after });
        await PersonEvents.PublishChangeAsync(work, id, cancel);
    }
}
