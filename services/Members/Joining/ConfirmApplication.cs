using VpVarmland.Members.Associations;
using VpVarmland.Members.Care;

namespace VpVarmland.Members.Joining;

/// <summary>
/// The POST from the page that the mailed link opens: the address is confirmed, the applicant recorded, handed over, welcomed. Pressed
/// twice it answers the same and does nothing more.
/// </summary>
internal static class ConfirmApplication
{
    internal sealed record Request([property: NotEmpty, AtMost(200)] string Token);

    internal sealed record Response(string GivenName, string AssociationName);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/applications/confirmation", Handle)
        .AllowAnonymous()
        .WithSummary("Confirm an application by the token of the mailed link");

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Request request, UnitOfWork work, TimeProvider clock, HttpContext http, CancellationToken cancel)
    {
        var application = await work.FindAsync<Application>(
            """
            select id, given_name, family_name, email, phone, postal_code, municipality_code, gender, birth_year, help_with, message, language, expires_at, confirmed_at, association_name
            from applications where token_hash = @hash for update
            """, new { hash = JoinToken.HashOf(request.Token) }, cancel);
        if (application is null || (application.ConfirmedAt is null && application.ExpiresAt <= work.Now))
            return JoinFailures.LinkInvalid.ToProblem(http);
        if (application.ConfirmedAt is not null)
            return TypedResults.Ok(new Response(application.GivenName, application.AssociationName!));

        var association = await ReceivingAssociation.ForAsync(work, application.MunicipalityCode, cancel);
        var known = await FindKnownAsync(application, work, cancel);
        if (known is { HasOpenMembership: true })
            work.Publish(new MemberRecognised(known.Id, application.GivenName, application.Email, application.Language));
        else
            await RecordAsync(application, known?.Id, association, clock.Today(), work, cancel);
        await work.ExecuteAsync("update applications set confirmed_at = @Now, association_name = @Name where id = @Id", new { work.Now, association.Name, application.Id }, cancel);
        return TypedResults.Ok(new Response(application.GivenName, association.Name));
    }

    /// <summary>Somebody in the register with the same address and name. Two confirmations for one address wait for each other.</summary>
    private static async Task<Known?> FindKnownAsync(Application application, UnitOfWork work, CancellationToken cancel)
    {
        await work.ExecuteAsync("select pg_advisory_xact_lock(hashtextextended(@Email, 2))", new { application.Email }, cancel);
        return await work.FindAsync<Known>(
            """
            select id, exists (select from memberships where person_id = people.id and ended_on is null) as has_open_membership
            from people where email = @Email and lower(given_name) = lower(@GivenName) and lower(family_name) = lower(@FamilyName)
            order by has_open_membership desc, created_at limit 1
            """, new { application.Email, application.GivenName, application.FamilyName }, cancel);
    }

    private static async Task RecordAsync(Application application, Guid? knownPerson, ReceivingAssociation association, DateOnly today, UnitOfWork work, CancellationToken cancel)
    {
        var person = knownPerson ?? Guid.CreateVersion7();
        var version = await work.GetAsync<int>(
            """
            insert into people (id, given_name, family_name, email, phone, postal_code, municipality_code, gender, birth_year, language, help_with, association_id, created_at)
            values (@person, @GivenName, @FamilyName, @Email, @Phone, @PostalCode, @MunicipalityCode, @Gender, @BirthYear, @Language, @HelpWith, @AssociationId, @Now)
            on conflict (id) do update set phone = coalesce(excluded.phone, people.phone), postal_code = coalesce(excluded.postal_code, people.postal_code),
                municipality_code = coalesce(excluded.municipality_code, people.municipality_code), language = excluded.language, help_with = excluded.help_with,
                association_id = excluded.association_id, version = people.version + 1
            returning version
            """,
            new
            {
                person, application.GivenName, application.FamilyName, application.Email, application.Phone, application.PostalCode, application.MunicipalityCode,
                application.Gender, application.BirthYear, application.Language, application.HelpWith, AssociationId = association.Id, work.Now,
            }, cancel);
        var membership = Guid.CreateVersion7();
        await work.ExecuteAsync(
            """
            insert into memberships (id, person_id, association_id, state, applied_on, message) values (@membership, @person, @AssociationId, 'applicant', @today, @Message);
            insert into hand_overs (id, membership_id, state, created_at) values (@handOver, @membership, 'toSend', @Now)
            """,
            new { membership, person, AssociationId = association.Id, today, application.Message, handOver = Guid.CreateVersion7(), work.Now }, cancel);
        await CareCases.OpenAsync(work, person, association.Id, CareReason.Welcome, due: null, cancel);
        work.Record("member.joined", person, content: new { association = association.Id, application.Language });
        work.Publish(new MemberJoined(person, application.GivenName, application.FamilyName, application.Email, association.Id, association.Name, application.Language) { Version = version });
    }

    private sealed record Known(Guid Id, bool HasOpenMembership);

    private sealed record Application(
        Guid Id, string GivenName, string FamilyName, string Email, string? Phone, string? PostalCode, string? MunicipalityCode, string Gender, int? BirthYear, string[] HelpWith,
        string? Message, string Language, DateTimeOffset ExpiresAt, DateTimeOffset? ConfirmedAt, string? AssociationName);
}
