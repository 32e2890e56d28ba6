using VpVarmland.ServiceDefaults.Jobs;

namespace VpVarmland.Members.Register;

/// <summary>Takes out of the index of names those that nobody has any more: a rare name alone tells who was here.</summary>
internal sealed class NamesForgotten : Job
{
    public override TimeSpan Every => TimeSpan.FromDays(1);

    // Whoever adds a person at the same time waits, else the new person's name could be found missing.
    public override Task RunAsync(UnitOfWork work, CancellationToken cancel) => work.ExecuteAsync(
        """
        lock table name_words in share row exclusive mode;
        delete from name_words where not exists (select from people_words where people_words.word = name_words.word)
        """, null, cancel);
}
