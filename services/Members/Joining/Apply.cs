using VpVarmland.Members.Register;

namespace VpVarmland.Members.Joining;

/// <summary>
/// Bli medlem: keeps the application and has a confirmation link mailed. The answer is the same whether the address is known or
/// not, and a repeated submit changes nothing.
/// </summary>
internal static class Apply
{
    /// <summary>Within this time a repeated application sends no second mail: it is the same click, or the same impatience.</summary>
    private static readonly TimeSpan SameSubmit = TimeSpan.FromMinutes(10);

    /// <summary>Mails to one address a day: nobody's mailbox can be filled by somebody else.</summary>
    private const int MailsADay = 5;

    internal sealed record Request : PersonalData
    {
        [NotEmpty, Email]
        public string Email { get; init; } = "";

        [AtMost(2000)]
        public string? Message { get; init; }

        /// <summary>Stands behind the party's programme and statutes.</summary>
        public bool AcceptsStatutes { get; init; }
    }

    internal sealed record Response(string Email);

    internal static void Map(IEndpointRouteBuilder api) => api
        .MapPost("/applications", Handle)
        .AllowAnonymous()
        .WithSummary("Apply for membership; a confirmation link is mailed");

    private static async Task<Results<Accepted<Response>, ProblemHttpResult>> Handle(Request request, UnitOfWork work, HttpContext http, CancellationToken cancel)
    {
        if (!request.AcceptsStatutes)
            return JoinFailures.StatutesNotAccepted.ToProblem(http);
        if (await request.CheckMunicipalityAsync(work, cancel) is { } unknown)
            return unknown.ToProblem(http);

        var email = Email.Normalise(request.Email);
        await work.ExecuteAsync("select pg_advisory_xact_lock(hashtextextended(@email, 1))", new { email }, cancel);
        var recent = await work.GetAsync<Recent>(
            """
            select count(*) filter (where created_at > @day) as today,
                count(*) filter (where created_at > @click and confirmed_at is null and lower(given_name) = lower(@GivenName) and lower(family_name) = lower(@FamilyName)) as same
            from applications where email = @email
            """,
            new { email, day = work.Now.AddDays(-1), click = work.Now - SameSubmit, GivenName = request.GivenName.Trim(), FamilyName = request.FamilyName.Trim() }, cancel);
        if (recent is { Same: 0, Today: < MailsADay })
            await KeepAsync(request, email, work, cancel);
        return TypedResults.Accepted((string?)null, new Response(request.Email.Trim()));
    }

    private static async Task KeepAsync(Request request, string email, UnitOfWork work, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7();
        var token = JoinToken.Create();
        var data = request.Normalised();
        var expires = work.Now + JoinToken.Lifetime;
        // The earlier link ends here, but its row stays to be counted: every mail of the day counts against the limit.
        await work.ExecuteAsync(
            """
            update applications set expires_at = @Now
            where email = @email and lower(given_name) = lower(@GivenName) and lower(family_name) = lower(@FamilyName) and confirmed_at is null and expires_at > @Now
            """, new { email, data.GivenName, data.FamilyName, work.Now }, cancel);
        await work.ExecuteAsync(
            """
            insert into applications (id, token_hash, given_name, family_name, email, phone, postal_code, municipality_code, gender, birth_year, help_with, message, language, created_at, expires_at)
            values (@id, @hash, @GivenName, @FamilyName, @email, @Phone, @PostalCode, @MunicipalityCode, @Gender, @BirthYear, @HelpWith, @message, @Language, @Now, @expires)
            """,
            new
            {
                id, hash = JoinToken.HashOf(token), data.GivenName, data.FamilyName, email, data.Phone, data.PostalCode, data.MunicipalityCode, data.Gender, data.BirthYear,
                data.HelpWith, message = request.Message.TrimmedOrNull(), data.Language, work.Now, expires,
            }, cancel);
        work.Publish(new JoinConfirmationRequested(id, data.GivenName, email, token, expires, data.Language));
    }

    private sealed record Recent(long Today, long Same);
}
