using VpVarmland.Communications.Sending;
using VpVarmland.Contracts;
using VpVarmland.ServiceDefaults.Database;
using VpVarmland.ServiceDefaults.Messaging;
using VpVarmland.ServiceDefaults.Problems;

namespace VpVarmland.Communications.Mails;

/// <summary>Tells a person that the membership has taken effect (statutes §3) and what it opens: motions (§65), nominations (§136).</summary>
internal sealed class MembershipInEffect(MailQueue queue, Pages pages) : IConsume<MemberActivated>
{
    public Task HandleAsync(MemberActivated message, UnitOfWork work, CancellationToken cancel) => queue.AddToMemberAsync(
        work, message.EventId, MailTemplate.MembershipInEffect, message.MemberId, to => Write(message, to.GivenName, to.Language, pages), cancel);

    internal static Letter Write(MemberActivated activated, string? givenName, string language, Pages pages)
    {
        var day = Phrases.On(language, activated.EffectiveOn);
        return language == Language.English
            ? new Letter(language, "You are now a member of the Left Party",
                Phrases.Greeting(language, givenName),
                new Paragraph($"Your membership is in effect from {day}. Welcome, in earnest."),
                new Paragraph("As a member you can take part and decide in your local association, put forward motions, and nominate people for assignments and candidate lists."),
                new Link("Go to my page", pages.MyPage),
                new Note("On your own page you see your association and your details. If anything is wrong, you can correct it there."))
            : new Letter(language, "Nu är du medlem i Vänsterpartiet",
                Phrases.Greeting(language, givenName),
                new Paragraph($"Ditt medlemskap gäller från och med den {day}. Välkommen, på riktigt."),
                new Paragraph("Som medlem kan du vara med och besluta i din partiförening, skriva motioner och nominera till förtroendeuppdrag och kandidatlistor."),
                new Link("Gå till Min sida", pages.MyPage),
                new Note("På Min sida ser du din partiförening och dina uppgifter. Är något fel kan du rätta det där."));
    }
}
