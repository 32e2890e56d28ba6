using VpVarmland.Members.Assignments;
using VpVarmland.Members.Profiles;
using VpVarmland.Members.Transfers;

namespace VpVarmland.Members.Demo;

/// <summary>
/// What the demo knows of assignments besides who holds them: the boards before these, hand-overs under way and one that is late, public profiles, and the internal feminist work
/// of this year and the last. Everybody here is invented.
/// </summary>
internal sealed class DemoOffice(UnitOfWork work, IReadOnlyList<DemoPerson> people, IReadOnlyList<DemoAssignment> assignments, IReadOnlyDictionary<string, Guid> associations, CancellationToken cancel)
{
    private static readonly (string Area, string Text)[] Texts =
    [
        ("Hälso- och sjukvård", "Jag arbetar för fler vårdplatser och för att den som arbetar i vården ska orka stanna kvar."),
        ("Kollektivtrafik", "Bussen ska gå ofta nog för att den ska gå att leva med, också utanför tätorten."),
        ("Kultur och bildning", "Folkhögskolor, bibliotek och scener ska finnas i hela länet."),
        ("Regional utveckling", "Arbete och bostäder där människor bor, och en omställning som alla har råd med."),
    ];

    private static readonly string[] BoardOfThree = ["chair", "treasurer", "boardMember"];

    private DateOnly Today => SwedishTime.DateOf(work.Now);

    internal async Task LayOutAsync()
    {
        await EarlierBoardsAsync();
        await HandOverAsync("study-organiser", Today.AddDays(12), done: 2, confirmed: 1);
        await LateAsync();
        await PresentAsync();
        await DeskAsync();
    }

    /// <summary>Two years of the boards before these, with fewer women; somebody left each third one early.</summary>
    private async Task EarlierBoardsAsync()
    {
        var from = assignments[0].FromDate.AddYears(-2);
        var free = new Queue<DemoPerson>(people.Where(one => one.Role is null && one.Membership.State == MembershipState.Member && one.Membership.EffectiveOn <= from && assignments.All(held => held.PersonId != one.Id)));
        var index = 0;
        foreach (var (kind, association) in associations.Where(one => one.Key != "district").SelectMany(one => BoardOfThree.Select(kind => (Kind: kind, Association: (Guid?)one.Value)))
            .Concat(Enumerable.Range(0, 9).Select(place => (Kind: place == 0 ? "districtChair" : place == 1 ? "districtTreasurer" : "districtBoardMember", Association: (Guid?)null))))
        {
            // Two men to each woman.
            var wanted = index % 3 == 0 ? "woman" : "man";
            if (free.FirstOrDefault(one => one.Gender == wanted && (association is null || one.AssociationId == association)) is not { } person)
                continue;
            free = new Queue<DemoPerson>(free.Where(one => one.Id != person.Id));
            var last = from.AddYears(2).AddDays(-1);
            await AddAsync(person.Id, kind, association, from, last, index++ % 9 == 4 ? last.AddMonths(-8) : last);
        }
    }

    /// <summary>A demo account hands over: it sees its list on its start page.</summary>
    private async Task HandOverAsync(string role, DateOnly last, int done, int confirmed)
    {
        var leaver = people.Single(one => one.Role == role);
        var held = assignments.First(one => one.PersonId == leaver.Id);
        var successor = people.First(one => one.Role is null && one.AssociationId == leaver.AssociationId && one.Membership.State == MembershipState.Member && assignments.All(other => other.PersonId != one.Id));
        await work.ExecuteAsync("update assignments set until_date = @last where id = @Id", new { held.Id, last }, cancel);
        var next = await AddAsync(successor.Id, held.Kind, held.AssociationId, last.AddDays(1), last.AddYears(2), null);
        await AssignmentEvents.PublishStartAsync(work, next, cancel);
        await SucceedAsync(held.Id, next, held.Kind, done, confirmed);
    }

    /// <summary>In Kristinehamn the chair before this one has not handed everything over.</summary>
    private async Task LateAsync()
    {
        var chair = assignments.First(one => one.Kind == "chair" && one.AssociationId == associations["1781"]);
        var (last, before) = (Today.AddDays(-21), people.First(one => one.Role is null && one.AssociationId == associations["1781"] && one.Membership.State == MembershipState.Member && assignments.All(other => other.PersonId != one.Id)));
        await work.ExecuteAsync("update assignments set from_date = @from where id = @Id", new { chair.Id, from = last.AddDays(1) }, cancel);
        var held = await AddAsync(before.Id, "chair", chair.AssociationId, chair.FromDate, last, last);
        await SucceedAsync(held, chair.Id, "chair", done: 4, confirmed: 3);
    }

    private async Task<Guid> AddAsync(Guid person, string kind, Guid? association, DateOnly from, DateOnly until, DateOnly? ended)
    {
        var id = Guid.CreateVersion7(SwedishTime.StartOf(from < Today ? from : Today));
        await work.ExecuteAsync(
            "insert into assignments (id, person_id, kind, association_id, from_date, until_date, ended_on) values (@id, @person, @kind, @association, @from, @until, @ended)", new { id, person, kind, association, from, until, ended }, cancel);
        return id;
    }

    private async Task SucceedAsync(Guid held, Guid next, string kind, int done, int confirmed)
    {
        await work.ExecuteAsync("insert into assignment_successions (assignment_id, successor_id, was_open_ended, named_at) values (@held, @next, false, @at)", new { held, next, at = work.Now.AddDays(-25) }, cancel);
        await TransferTemplates.BeginAsync(work, held, kind, cancel);
        await work.ExecuteAsync(
            """
            update transfer_points set done_at = case when place <= @done then @Now - interval '3 days' end, confirmed_at = case when place <= @confirmed then @Now - interval '1 day' end,
                note = case place when 1 then 'Finns i den gröna pärmen på expeditionen.' end where assignment_id = @held
            """, new { held, done, confirmed, work.Now }, cancel);
    }

    /// <summary>Four are shown; one has written and not yet agreed; one has agreed to an earlier text.</summary>
    private async Task PresentAsync()
    {
        var elected = assignments.Where(one => one.Kind is "memberOfParliament" or "regionCouncillor").OrderBy(one => one.Kind, StringComparer.Ordinal).ToList();
        foreach (var (index, one) in elected.Take(5).Index())
        {
            var (area, text) = Texts[index % Texts.Length];
            await work.ExecuteAsync(
                """
                insert into public_profiles (assignment_id, area, about, email, consented_at, edited_at, edited_by) values (@Id, @area, @text, @email, case when @agreed then @at::timestamptz end, @at, @PersonId)
                """, new { one.Id, one.PersonId, area, text, email = $"politiker{index + 1}@demo.example", agreed = index < 4, at = work.Now.AddDays(-30) }, cancel);
            if (index < 4)
                await work.ExecuteAsync($"update public_profiles one set published = {ProfileState.Shown}, published_at = edited_at where assignment_id = @Id", new { one.Id }, cancel);
        }
        await ProfileState.TellAsync(work, "one.published is not null", new { }, cancel);
    }

    private async Task DeskAsync()
    {
        var (district, karlstad, officer) = (associations["district"], associations["1780"], people.Single(one => one.Role == "feminist-officer").Id);
        var chair = people.Single(one => one.Role == "district-chair").Id;
        foreach (var (place, owner) in ((Guid, Guid)[])[(district, chair), (karlstad, officer)])
        {
            await ItemAsync(place, 1, "Mäta talartiden på årsmötet", owner, "done", "Resultatet presenterades på styrelsemötet.");
            await ItemAsync(place, 2, "Separatistisk träff inför kongressen", owner, "done", null);
            await ItemAsync(place, 3, "Gå igenom valberedningens checklista", owner, "ongoing", "Tre punkter är kvar.");
            await ItemAsync(place, 4, "Ringa kvinnor som har lämnat uppdrag", null, "planned", null);
        }
        foreach (var point in (string[])["balanceKnown", "womenAskedFirst", "soughtWidely"])
            await work.ExecuteAsync("insert into nomination_checks (association_id, year, point, done_at, done_by) values (@district, @year, @point, @at, @chair)", new { district, year = Today.Year, point, at = work.Now.AddDays(-14), chair }, cancel);
    }

    private Task ItemAsync(Guid place, int quarter, string title, Guid? owner, string state, string? note) => work.ExecuteAsync(
        "insert into feminist_items (id, association_id, year, quarter, title, owner_id, state, note) values (@id, @place, @year, @quarter, @title, @owner, @state, @note)",
        new { id = Guid.CreateVersion7(work.Now), place, year = Today.Year, quarter, title, owner, state, note }, cancel);
}
