using System.Text.Json;
using VpVarmland.ServiceDefaults.Messaging;

namespace VpVarmland.Members.Privacy;

/// <summary>Everything that is held about somebody, from every service, with what it is and why: for reading, and for other programs.</summary>
internal sealed record PersonCopy(Guid RequestId, string? Name, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, IReadOnlyList<PersonCopy.Part> Parts)
{
    /// <summary>How long a copy can be fetched.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    /// <param name="Role"><c>about</c>: rows about the person; <c>by</c>: that the person has done something, only counted.</param>
    internal sealed record Part(string Service, PersonDataKind Kind, string Name, string What, string Purpose, string Basis, string Kept, string Table, string Role, long Count, JsonElement Rows);

    private sealed record Given(string Service, string Content);

    private sealed record Raw(PersonDataKind Kind, string Table, string Role, long Count, JsonElement Rows);

    /// <summary>Null while parts are missing, and once it has expired.</summary>
    internal static async Task<PersonCopy?> ReadAsync(UnitOfWork work, PrivacyRequest request, IConfiguration configuration, string language, CancellationToken cancel)
    {
        if (request is not { State: PrivacyRequestState.Done, ExpiresAt: { } expires } || expires <= work.Now)
            return null;
        var order = PlatformServices.Of(configuration["Messaging:Services"]).ToList();
        var given = await work.ListAsync<Given>("select service, content::text as content from privacy_answers where request_id = @RequestId and content is not null", new { request.RequestId }, cancel);
        var parts = given.OrderBy(one => order.IndexOf(one.Service)).SelectMany(one => JsonSerializer.Deserialize<Raw[]>(one.Content, Json.Options)!.Select(raw => (one.Service, raw)))
            .Join(DataKind.All, one => one.raw.Kind, kind => kind.Kind, (one, kind) => new Part(
                one.Service, kind.Kind, kind.Name.In(language), kind.What.In(language), kind.Purpose.In(language), kind.Basis.In(language), kind.Kept.In(language), one.raw.Table, one.raw.Role, one.raw.Count, one.raw.Rows));
        return new PersonCopy(request.RequestId, request.Name, request.AnsweredAt!.Value, expires, [.. parts]);
    }
}

/// <summary>A service's part has come. When all are there the copy is ready, and the person is told.</summary>
internal sealed class GatherCopies(IConfiguration configuration) : IConsume<PersonDataGiven>
{
    public async Task HandleAsync(PersonDataGiven message, UnitOfWork work, CancellationToken cancel)
    {
        if (await PrivacyRequest.FindAsync(work, message.RequestId, cancel) is not { Kind: PrivacyRequestKind.Access, State: PrivacyRequestState.Working } request)
            return;
        await work.ExecuteAsync(
            "insert into privacy_answers (request_id, service, at, content) values (@RequestId, @Service, @Now, @content::jsonb) on conflict do nothing",
            new { message.RequestId, message.Service, work.Now, content = message.Parts.GetRawText() }, cancel);
        if ((await PrivacyRequest.PartsAsync(work, request.RequestId, configuration, cancel)).Any(part => part.At is null))
            return;
        await PrivacyRequest.CloseAsync(work, request.RequestId, PrivacyRequestState.Done, null, cancel);
        await work.ExecuteAsync("update privacy_requests set expires_at = @expires where id = @RequestId", new { request.RequestId, expires = work.Now + PersonCopy.Kept }, cancel);
        work.Record("privacy.copy_made", request.MemberId, content: new { request.RequestId });
        await PrivacyRequest.TellAsync(work, request.MemberId, PrivacyLetterKind.CopyReady, null, cancel);
    }
}
