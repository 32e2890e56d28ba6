using VpVarmland.Communications.Mails;
using VpVarmland.Communications.Recipients;
using VpVarmland.ServiceDefaults.Database;

namespace VpVarmland.Communications.Sending;

/// <summary>Whom a mail goes to.</summary>
/// <param name="Name">Stands in the To header; null where nobody has proved to own both name and address.</param>
/// <param name="MemberId">The person, where known.</param>
internal sealed record Addressee(string Address, string? Name = null, Guid? MemberId = null);

/// <summary>
/// Puts mails on their way, in the transaction of the event that wants them. The same event makes the same mail once,
/// whatever delivers it again.
/// </summary>
internal sealed class MailQueue(MailSettings settings)
{
    /// <summary>Wakes the sender at commit.</summary>
    internal const string Channel = "outgoing_mail";

    internal async Task AddAsync(UnitOfWork work, Guid eventId, MailTemplate template, Addressee to, Letter letter, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7();
        await work.ExecuteAsync(
            $"""
            insert into outgoing_mail (id, event_id, template, member_id, address, display_name, language, subject, text, html, message_id, next_at, created_at, queued_at)
            values (@id, @eventId, @template, @MemberId, @Address, @name, @Language, @Subject, @text, @html, @messageId, @Now, @Now, @Now)
            on conflict (event_id, template) do nothing;
            notify {Channel}
            """,
            new
            {
                id,
                eventId,
                template = template.ToText(),
                to.MemberId,
                to.Address,
                name = Phrases.Name(to.Name) is { Length: > 0 } name ? name : null,
                letter.Language,
                letter.Subject,
                text = PlainText.Render(letter),
                html = Html.Render(letter),
                messageId = $"{id:N}@{settings.From.Domain}",
                work.Now,
            }, cancel);
    }

    /// <summary>Queues a letter to a member, unless they have no address.</summary>
    /// <exception cref="InvalidOperationException">The event that carries the member's address has been overtaken by this one, which is tried again later.</exception>
    internal async Task AddToMemberAsync(UnitOfWork work, Guid eventId, MailTemplate template, Guid memberId, Func<Recipient, Letter> write, CancellationToken cancel)
    {
        var member = await Recipient.FindAsync(work, memberId, cancel) ?? throw new InvalidOperationException("The member's address has not arrived yet.");
        if (member.Address is not null)
            await AddAsync(work, eventId, template, new Addressee(member.Address, member.DisplayName, memberId), write(member), cancel);
    }
}
