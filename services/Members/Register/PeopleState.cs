using VpVarmland.ServiceDefaults.Ops;

namespace VpVarmland.Members.Register;

/// <summary>Everybody in the register, sent again after a restore.</summary>
internal sealed class PeopleState : StateSource
{
    public override string Kind => "people";

    public override async Task<(Guid Last, int Count)> SendAsync(UnitOfWork work, Guid after, Guid through, int floor, int most, CancellationToken cancel)
    {
        var people = await work.ListAsync<Row>(
            """
            with page as (select id from people where merged_into is null and id > @after and id <= @through order by id limit @most for update), raised as (
                update people person set version = greatest(person.version + 1, @floor) from page where person.id = page.id
                returning person.id, person.version, person.given_name, person.family_name, case when not person.mail_stopped then person.email end as email, person.association_id, person.language,
                    (select state from memberships where person_id = person.id order by ended_on is null desc, applied_on desc, memberships.id desc limit 1) as state)
            select * from raised order by id
            """, new { after, through, floor, most }, cancel);
        foreach (var person in people)
        {
            work.Publish(new MemberChanged(person.Id, person.GivenName, person.FamilyName, person.Email, person.AssociationId, person.State, person.Language)
            {
                Version = person.Version,
            });
        }
        return (people.Count > 0 ? people[^1].Id : after, people.Count);
    }

    private sealed record Row(Guid Id, int Version, string GivenName, string FamilyName, string? Email, Guid AssociationId, string Language, MembershipState State);
}
