namespace VpVarmland.ServiceDefaults.Messaging;

/// <summary>The service's queue, by which the others know it.</summary>
internal sealed record QueueName(string Service);

/// <summary>What every service answers about people: what it holds of somebody, and that it has erased them. Where, its table <c>person_data</c> says.</summary>
internal sealed class AboutPeople(QueueName queue) : IConsume<PersonDataWanted>, IConsume<PersonErased>, IConsume<StateWanted>
{
    public async Task HandleAsync(PersonDataWanted message, UnitOfWork work, CancellationToken cancel) => work.Publish(new PersonDataGiven(
        message.RequestId, queue.Service, JsonElement.Parse(await work.GetAsync<string>("select person_copy(@MemberId, true)::text", message, cancel))));

    public async Task HandleAsync(PersonErased message, UnitOfWork work, CancellationToken cancel) => work.Publish(new PersonErasureDone(
        message.MemberId, queue.Service, JsonElement.Parse(await work.GetAsync<string>("select erase_person(@MemberId, @Now)::text", new { message.MemberId, work.Now }, cancel))));

    // A restored service may hold people again who were erased since: whoever knows of them says so.
    public async Task HandleAsync(StateWanted message, UnitOfWork work, CancellationToken cancel)
    {
        foreach (var id in await work.ListAsync<Guid>("select person_id from erased_people order by person_id", null, cancel))
            work.Publish(new PersonErased(id));
    }
}
