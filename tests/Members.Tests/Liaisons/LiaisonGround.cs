using System.Text.Json;
using VpVarmland.Tests.Kit;

namespace VpVarmland.Tests.Liaisons;

/// <summary>Boards and liaisons as a test wants them.</summary>
internal static class LiaisonGround
{
    /// <summary>Puts the person on the district board from today, if not there already.</summary>
    internal static async Task<Guid> SeatAsync(this MembersHost host, Guid person, string kind = "districtBoardMember")
    {
        await host.ExecuteAsync("insert into assignments (id, person_id, kind, from_date) values (@id, @person, @kind, @from) on conflict do nothing",
            new { id = Guid.CreateVersion7(), person, kind, from = host.Today().AddYears(-1) });
        return person;
    }

    /// <summary>A new member of the association, on the district board.</summary>
    internal static async Task<Guid> AddBoardMemberAsync(this MembersHost host, Guid association, string kind = "districtBoardMember") => await host.SeatAsync((await host.AddMemberAsync(association)).Id, kind);

    /// <summary>The person answers for the association since <paramref name="days"/> days, whoever did before.</summary>
    internal static async Task AppointAsync(this MembersHost host, Guid association, Guid person, int days = 0) => await host.ExecuteAsync(
        """
        update liaison_terms set until_date = greatest(from_date, @from) where association_id = @association and until_date is null and person_id <> @person;
        insert into liaison_terms (id, association_id, person_id, from_date) values (@id, @association, @person, @from) on conflict do nothing
        """, new { id = Guid.CreateVersion7(), association, person, from = host.Today().AddDays(-days) });

    /// <summary>Nothing has been said with the association yet.</summary>
    internal static Task ForgetAsync(this MembersHost host, Guid association) => host.ExecuteAsync(
        """
        delete from liaison_contacts where association_id = @association;
        delete from liaison_messages where association_id = @association;
        delete from liaison_settings where association_id = @association
        """, new { association });

    /// <summary>Somebody of the board, with the right that goes with it.</summary>
    internal static HttpClient AsLiaison(this MembersHost host, Guid person) => host.As(person, "liaison:work@district");

    internal static Task<JsonElement> ReadAsync(this HttpClient client, string path) => client.GetAsync(new Uri("/api/members/" + path, UriKind.Relative)).ReadAsync();
}

/// <summary>What a liaison writes.</summary>
internal static class LiaisonForms
{
    /// <summary>A call with a promise of the district's, due in a week.</summary>
    internal static object Contact(DateOnly on, string summary = "Gick igenom läget.", string kind = "call") => new
    {
        kind, on, summary, promises = new[] { new { side = "district", text = "Skicka mallen.", due = on.AddDays(7) } },
    };
}
