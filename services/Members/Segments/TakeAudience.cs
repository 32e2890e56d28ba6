using VpVarmland.ServiceDefaults.Messaging;

namespace VpVarmland.Members.Segments;

/// <summary>
/// Answers who a locked mailing goes to: those whom a saved list means at this instant, within the reach of whoever sends it. Whoever has no e-mail address, or protected identity,
/// gets no mail and is not in it.
/// </summary>
internal sealed class TakeAudience : IConsume<AudienceRequested>
{
    /// <summary>People in one event: some 40 kB.</summary>
    internal const int PartSize = 1_000;

    public async Task HandleAsync(AudienceRequested message, UnitOfWork work, CancellationToken cancel)
    {
        var reach = new Reach(message.District, message.AssociationIds);
        if (await Segment.FindAsync(work, message.RequestedBy, reach, message.ListId, cancel) is not { } list)
        {
            work.Publish(new AudienceRefused(message.MailingId, message.EventId));
            return;
        }
        var filter = FilterSql.Of(new Filter.All([list.Filter, new Filter.ReachedBy(ContactWay.Email)]), reach, SwedishTime.DateOf(work.Now));
        var people = await work.ListAsync<Guid>($"select person.id {FilterSql.From} {filter.Condition} order by person.id", filter.Values, cancel);
        var parts = people.Chunk(PartSize).DefaultIfEmpty([]).ToList();
        foreach (var (at, part) in parts.Index())
            work.Publish(new AudienceTaken(message.MailingId, message.EventId, people.Count, at + 1, parts.Count, part));
        work.Record("audience.taken", message.MailingId, list.Name, new { message.ListId, message.RequestedBy, people.Count });
    }
}
