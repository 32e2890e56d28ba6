using VpVarmland.Members.Assignments;
using VpVarmland.Members.Files;
using VpVarmland.Members.RegionGroup.Bodies;

namespace VpVarmland.Members.Demo;

/// <summary>
/// The region group of the demo. The bodies have the names of Region Värmland's own (regionvarmland.se on the assembly; hagfors.se on Värmlandsrådet names the boards); how many places are
/// the party's, the people, the meetings and every text are invented.
/// </summary>
internal sealed class DemoRegion(UnitOfWork work, IReadOnlyList<DemoPerson> people, IReadOnlyList<DemoAssignment> assignments, IReadOnlyDictionary<string, Guid> associations, CancellationToken cancel)
{
    private static readonly (string Name, string About, int Seats, int Substitutes)[] Boards =
    [
        ("Regionstyrelsen", "Leder och samordnar regionens verksamhet och ekonomi.", 1, 1),
        ("Hälso- och sjukvårdsnämnden", "Vårdcentraler, sjukhus och tandvård.", 1, 1),
        ("Kollektivtrafiknämnden", "Bussar, tåg och färdtjänst i länet.", 1, 1),
        ("Kultur- och bildningsnämnden", "Kulturplanen, folkhögskolorna och biblioteksstödet.", 1, 1),
        ("Regionala utvecklingsnämnden", "Näringsliv, kompetensförsörjning och infrastruktur.", 1, 0),
    ];

    private readonly List<Guid> councillors = [.. assignments.Where(one => one.Kind == RegionBodies.Councillor).Select(one => one.PersonId)];
    private readonly HashSet<Guid> taken = [];

    private DateOnly Today => SwedishTime.DateOf(work.Now);

    internal async Task LayOutAsync()
    {
        var assembly = await work.GetAsync<Guid>("update region_bodies set seats = @seats, substitute_seats = 3 where is_assembly returning committee_id", new { seats = councillors.Count + 1 }, cancel);
        var bodies = new Dictionary<string, Guid>(StringComparer.Ordinal) { ["Regionfullmäktige"] = assembly };
        foreach (var (name, about, seats, substitutes) in Boards)
            bodies[name] = await BodyAsync(name, about, seats, substitutes);
        await SeatsAsync(bodies);
        var bus = await PositionsAsync();
        await MeetingsAsync(bodies, bus);
        await MaterialAsync();
    }

    private async Task<Guid> BodyAsync(string name, string about, int seats, int substitutes)
    {
        var id = Guid.CreateVersion7(work.Now);
        await work.ExecuteAsync(
            """
            insert into committees (id, name, purpose, kind) values (@id, @name, @about, 'regionSeat');
            insert into region_bodies (committee_id, seats, substitute_seats) values (@id, @seats, @substitutes)
            """, new { id, name, about, seats, substitutes }, cancel);
        return id;
    }

    /// <summary>The regional development board, one substitute and a place in the assembly are vacant; one term ends soon.</summary>
    private async Task SeatsAsync(Dictionary<string, Guid> bodies)
    {
        for (var substitute = 0; substitute < 2; substitute++)
            await SeatAsync(Free(), RegionBodies.Substitute, null, "substitute", Today.AddYears(2));
        // The account one signs in as sits in the assembly alone.
        var others = councillors.Where(one => one != Person("region-councillor")).ToList();
        foreach (var (body, person, function, until) in ((string, Guid, string, DateOnly)[])
        [
            ("Regionstyrelsen", others[0], "member", Today.AddYears(2)), ("Regionstyrelsen", others[1], "substitute", Today.AddYears(2)),
            ("Hälso- och sjukvårdsnämnden", others[2], "deputyChair", Today.AddYears(2)), ("Hälso- och sjukvårdsnämnden", Free(), "substitute", Today.AddYears(2)),
            ("Kollektivtrafiknämnden", others[3], "member", Today.AddYears(2)), ("Kollektivtrafiknämnden", Free(), "substitute", Today.AddYears(2)),
            ("Kultur- och bildningsnämnden", others[4], "member", Today.AddDays(40)),
        ])
            await SeatAsync(person, RegionBodies.Seat, bodies[body], function, until);
    }

    private async Task SeatAsync(Guid person, string kind, Guid? body, string function, DateOnly until)
    {
        var (id, from) = (Guid.CreateVersion7(work.Now), Today.AddMonths(-10));
        await work.ExecuteAsync(
            """
            insert into assignments (id, person_id, kind, from_date, until_date, committee_id, committee_function) values (@id, @person, @kind, @from, @until, @body, case when @body::uuid is not null then @function end)
            """, new { id, person, kind, from, until, body, function }, cancel);
        await AssignmentEvents.PublishStartAsync(work, id, cancel);
    }

    /// <returns>The one about buses.</returns>
    private async Task<Guid> PositionsAsync()
    {
        var bus = await PositionAsync("publicTransport", "Bussen ska gå kvällar och helger", "Varje tätort med mer än 200 invånare ska ha en buss som går morgon, eftermiddag och kväll, också på helgen. Den som saknar körkort ska kunna arbeta, studera och hälsa på sina vänner.", "Motion om landsbygdstrafiken", "adopted", 160);
        await PositionAsync("care", "Vårdcentralerna drivs av regionen", "Vårdcentraler ska drivas i egen regi och ha öppet även kvällstid på de största orterna. Ingen ort ska stå utan läkare på plats.", "Regiongruppens vårdprogram", "adopted", 220);
        await PositionAsync("care", "Fast läkare i hela länet", "Alla som vill ska ha en fast läkarkontakt. Hyrläkare ska ersättas av anställda.", null, "draft", 6);
        await PositionAsync("culture", "Folkhögskolorna är kvar på sina orter", "Regionens folkhögskolor ska finnas kvar där de är och få ersättning för ökade hyror.", "Motion om folkbildningen", "adopted", 95);
        await PositionAsync("staff", "Arbetstidsförkortning prövas i vården", "Vi vill pröva sex timmars arbetsdag på två avdelningar och följa upp sjukfrånvaron.", "Budgetförslaget", "adopted", 40);
        var energy = await PositionAsync("climate", "Fossilfria transporter i regionens egen regi", "Regionens bilar och upphandlade bussar ska vara fossilfria.", null, "adopted", 300);
        await work.ExecuteAsync("update region_positions set state = 'withdrawn', adopted_on = null, before_version = standing_version, standing_version = null, version = version + 1, edited_at = @at where id = @energy", new { energy, at = work.Now.AddDays(-20) }, cancel);
        // It is being changed; what was adopted holds meanwhile.
        await work.ExecuteAsync(
            "update region_positions set state = 'draft', adopted_on = null, text = text || E'\\n\\nAnropsstyrd trafik ersätter inte en linje som behövs varje dag.', version = version + 1, edited_at = @at where id = @bus", new { bus, at = work.Now.AddDays(-4) }, cancel);
        return bus;
    }

    private async Task<Guid> PositionAsync(string area, string title, string text, string? source, string state, int daysAgo)
    {
        var id = Guid.CreateVersion7(work.Now);
        var at = work.Now.AddDays(-daysAgo);
        await work.ExecuteAsync(
            "insert into region_positions (id, area, title, text, source, state, edited_at, edited_by) values (@id, @area, @title, @text, @source, 'draft', @at, @me)", new { id, area, title, text, source, at, me = Person("region-councillor") }, cancel);
        if (state == "adopted")
            await work.ExecuteAsync("update region_positions set state = 'adopted', adopted_on = @on, standing_version = version + 1, version = version + 1, edited_at = @at where id = @id", new { id, on = Today.AddDays(-daysAgo), at }, cancel);
        return id;
    }

    private async Task MeetingsAsync(Dictionary<string, Guid> bodies, Guid bus)
    {
        var me = Person("region-councillor");
        var care = await MeetingAsync(bodies["Hälso- och sjukvårdsnämnden"], 6, 9);
        await MatterAsync(care, "Svar på remissen om vårdcentralernas öppettider", "Stäm av med föreningarna som har svarat.", me, 3, false, null);
        await MatterAsync(care, "Fråga om väntetiderna i tandvården", null, me, -2, false, null);
        await MatterAsync(care, "Läsa delårsrapporten", null, councillors[1], 2, true, null);
        var traffic = await MeetingAsync(bodies["Kollektivtrafiknämnden"], 13, 13);
        await MatterAsync(traffic, "Yrkande om kvällsturerna", "Utgå från ståndpunkten.", councillors[^1], 9, false, bus);
        var assembly = await MeetingAsync(bodies["Regionfullmäktige"], 24, 10);
        await MatterAsync(assembly, "Anförande om budgeten", null, null, 20, false, null);
        foreach (var (body, days) in ((string, int)[])[("Regionstyrelsen", 9), ("Regionfullmäktige", -35), ("Hälso- och sjukvårdsnämnden", -28), ("Kollektivtrafiknämnden", -42)])
            await MeetingAsync(bodies[body], days, 9);
    }

    private async Task<Guid> MeetingAsync(Guid body, int days, int hour)
    {
        var id = Guid.CreateVersion7(work.Now);
        await work.ExecuteAsync("insert into region_meetings (id, body_id, starts_at, place) values (@id, @body, @at, 'Regionens hus, Karlstad')", new { id, body, at = SwedishTime.StartOf(Today.AddDays(days)).AddHours(hour) }, cancel);
        return id;
    }

    private Task MatterAsync(Guid meeting, string title, string? note, Guid? owner, int due, bool done, Guid? position) => work.ExecuteAsync(
        "insert into region_matters (id, meeting_id, title, note, owner_id, due_on, position_id, done_at, done_by) values (@id, @meeting, @title, @note, @owner, @on, @position, case when @done then @at::timestamptz end, case when @done then @owner::uuid end)",
        new { id = Guid.CreateVersion7(work.Now), meeting, title, note, owner, on = Today.AddDays(due), position, done, at = work.Now.AddDays(-1) }, cancel);

    private async Task MaterialAsync()
    {
        var file = await StoredFile.StoreAsync(work, "flygblad", FileKind.Of(DemoPaper.Receipt.Span)!, DemoPaper.Page("Rädda kvällsturerna (demo)"), cancel);
        await PublishAsync("publicTransport", "Rädda kvällsturerna: flygblad och talepunkter", "Nämnden beslutar om turerna nästa månad. Skriv ut flygbladet och berätta för oss vad ni hör på torget.", -5, 30, file.FileId, 5);
        await PublishAsync("care", "Så svarar vi om vårdcentralerna", "Tre frågor som vi ofta får, och vad vi svarar. Använd dem i insändare.", -26, null, null, 11);
        await PublishAsync("economy", "Regionens budget på en sida", "Siffrorna bakom vårt budgetförslag förra året.", -380, -40, null, 13);
    }

    /// <summary>The first associations have read it; Karlstad last, so that those whom one can sign in as have something to read.</summary>
    private async Task PublishAsync(string area, string title, string body, int days, int? until, Guid? file, int read)
    {
        var (id, at) = (Guid.CreateVersion7(work.Now), work.Now.AddDays(days));
        await work.ExecuteAsync("insert into region_material (id, area, title, body, file_id, valid_until, published_at, published_by) values (@id, @area, @title, @body, @file, @last, @at, @by)",
            new { id, area, title, body, file, last = until is { } ahead ? Today.AddDays(ahead) : (DateOnly?)null, at, by = Person("region-councillor") }, cancel);
        foreach (var association in associations.Where(one => one.Key != "district").OrderBy(one => one.Key == "1780").ThenBy(one => one.Key, StringComparer.Ordinal).Take(read).Select(one => one.Value))
            await work.ExecuteAsync("insert into region_material_reads (material_id, association_id, read_at) values (@id, @association, @on)", new { id, association, on = at.AddDays(2) }, cancel);
    }

    /// <summary>Somebody who has no assignment.</summary>
    private Guid Free()
    {
        var person = people.Skip(people.Count / 2).First(one => one.Role is null && one.Membership.State == MembershipState.Member && one.Email is not null && !taken.Contains(one.Id) && assignments.All(other => other.PersonId != one.Id)).Id;
        taken.Add(person);
        return person;
    }

    private Guid Person(string role) => people.Single(one => one.Role == role).Id;
}
