using System.Security.Cryptography;
using System.Text;
using VpVarmland.Members.BoardRoom;
using VpVarmland.Members.Files;

namespace VpVarmland.Members.Demo;

/// <summary>The board room of the demo: a meeting that is locked, one that waits for its adjusters, one that is planned; decisions, an archive, and things from the party centrally.</summary>
internal sealed class DemoBoard(UnitOfWork work, IReadOnlyList<DemoPerson> people, IReadOnlyDictionary<string, Guid> associations, CancellationToken cancel)
{
    private static readonly (string Title, string Said)[] Points =
    [
        ("Mötet öppnas", "Ordföranden hälsade välkommen."), ("Ekonomi", "Kassören gick igenom utfallet mot budgeten."), ("Medlemsläget", "Distriktet växer. Flera föreningar ber om hjälp med att ringa nya medlemmar."),
        ("Kampanjen", "Föreningarna planerar torgmöten."), ("Mötet avslutas", "Ordföranden tackade för i kväll."),
    ];

    private DateOnly Today => SwedishTime.DateOf(work.Now);

    internal async Task LayOutAsync()
    {
        var (locked, waiting) = (await MeetingAsync("Distriktsstyrelsens förra möte", -60, "minuted"), await MeetingAsync("Distriktsstyrelsens senaste möte", -12, "minuted"));
        await DecideAsync(locked, 1, "Kassören tar fram ett förslag till budget för nästa år.", "treasurer", Today.AddDays(-3));
        await DecideAsync(waiting, 3, "Ombudsmannen beställer kampanjmaterial till alla föreningar.", "ombudsman", Today.AddDays(12));
        await LockAsync(locked);
        await MeetingAsync("Distriktsstyrelsens nästa möte", 16, "planned");
        await DocumentAsync("agreement", "Hyresavtal för expeditionen", "board", -400, "Avtalet gäller expeditionen på Exempelgatan 1. Uppsägningstiden är nio månader.");
        await DocumentAsync("plan", "Verksamhetsplan", "members", -250, "Distriktet ska växa i medlemmar, stödja föreningarna i medlemsvården och hålla tematräffar om centrala politiska områden.");
        await DocumentAsync("report", "Så söker föreningen bidrag", "associations", -90, "Ansök när ni planerar något som kostar mer än föreningen har. Redovisa när det är gjort.");
        var file = await StoredFile.StoreAsync(work, "stadgar", FileKind.Of(DemoPaper.Receipt.Span)!, DemoPaper.Page("Stadgar (demo)"), cancel);
        await work.ExecuteAsync("insert into documents (id, kind, title, on_date, file_id, readers, added_at) values (@id, 'statutes', 'Stadgar', @on, @FileId, 'members', @Now)", new { id = Guid.CreateVersion7(), on = Today.AddDays(-700), file.FileId, work.Now }, cancel);
        await RelayAsync("deadline", "Anmäl ombud till kongressen", "Varje förening anmäler sina ombud till partiexpeditionen. Skicka med kontaktuppgifter.", -9, 6, 5, 3);
        await RelayAsync("deadline", "Lämna underlag till verksamhetsberättelsen", "Skriv en halv sida om årets verksamhet.", -40, -4, 12, 9);
        await RelayAsync("material", "Ny mall för flygblad", "Mallen ersätter den gamla. Den finns på intranätet.", -3, null, 2, 0);
    }

    private async Task<Guid> MeetingAsync(string title, int days, string state)
    {
        var starts = SwedishTime.StartOf(Today.AddDays(days)).AddHours(18);
        var id = Guid.CreateVersion7(starts < work.Now ? starts.AddDays(-14) : work.Now);
        await work.ExecuteAsync("insert into board_meetings (id, title, starts_at, place, link, state, called_at) values (@id, @title, @starts, 'Expeditionen', 'https://mote.example/styrelsen', @state, @called)",
            new { id, title, starts, state, called = state == "planned" ? (DateTimeOffset?)null : starts.AddDays(-10) }, cancel);
        foreach (var (index, point) in Points.Index())
            await work.ExecuteAsync("insert into board_items (id, meeting_id, place, title, proposal, minutes) values (@item, @id, @place, @Title, @proposal, @said)",
                new { item = Guid.CreateVersion7(), id, place = index + 1, point.Title, proposal = index == 3 ? "Att distriktet beställer gemensamt material." : null, said = state == "planned" ? null : point.Said }, cancel);
        if (state == "planned")
            return id;
        await work.ExecuteAsync(
            $"""
            insert into board_called (meeting_id, person_id, kind, is_present) select distinct on (held.person_id) @id, held.person_id, held.kind, true from assignments held where held.kind in {MeetingView.Kinds} order by held.person_id, held.kind;
            insert into board_adjusters (meeting_id, person_id) values (@id, @chair), (@id, @treasurer)
            """, new { id, chair = Person("district-chair"), treasurer = Person("treasurer") }, cancel);
        return id;
    }

    private Task DecideAsync(Guid meeting, int point, string text, string owner, DateOnly due) => work.ExecuteAsync(
        "insert into board_decisions (id, meeting_id, item_id, text, owner_id, due_on) select @id, @meeting, item.id, @text, @owner, @due from board_items item where item.meeting_id = @meeting and item.place = @place",
        new { id = Guid.CreateVersion7(), meeting, text, owner = Person(owner), due, place = point + 1 }, cancel);

    private async Task LockAsync(Guid meeting)
    {
        await work.ExecuteAsync("update board_adjusters set approved_at = @at where meeting_id = @meeting", new { meeting, at = work.Now.AddDays(-50) }, cancel);
        var view = (await MeetingView.FindAsync(work, meeting, cancel))!;
        var text = MinutesText.Of(view);
        await work.ExecuteAsync(
            """
            update board_meetings set state = 'locked', locked_at = @at, content_hash = @hash where id = @meeting;
            insert into documents (id, kind, title, on_date, body, meeting_id, readers, added_at) values (@id, 'minutes', @title, @on, @text, @meeting, 'board', @at)
            """, new { meeting, at = work.Now.AddDays(-50), hash = SHA256.HashData(Encoding.UTF8.GetBytes(text)), id = Guid.CreateVersion7(), title = "Protokoll: " + view.Meeting.Title, on = SwedishTime.DateOf(view.Meeting.StartsAt), text }, cancel);
    }

    private Task DocumentAsync(string kind, string title, string readers, int days, string body) => work.ExecuteAsync(
        """
        insert into documents (id, kind, title, on_date, body, readers, keep_until, added_at)
        select @id, kind, @title, @on, @body, @readers, make_date(extract(year from @on)::int + keep_years, 12, 31), @Now from document_kinds where kind = @kind
        """, new { id = Guid.CreateVersion7(), kind, title, on = Today.AddDays(days), body, readers, work.Now }, cancel);

    /// <summary>The first associations have read it, and the first of those are done.</summary>
    private async Task RelayAsync(string kind, string title, string body, int days, int? due, int read, int done)
    {
        var (id, at) = (Guid.CreateVersion7(work.Now.AddDays(days)), work.Now.AddDays(days));
        await work.ExecuteAsync("insert into central_items (id, kind, title, body, due_on, received_on, recorded_at, recorded_by) values (@id, @kind, @title, @body, @due, @on, @at, @by)",
            new { id, kind, title, body, due = due is { } days2 ? Today.AddDays(days2) : (DateOnly?)null, on = Today.AddDays(days), at, by = Person("ombudsman") }, cancel);
        // Karlstad last: those whom one can sign in as have something to do.
        foreach (var (index, association) in associations.Where(one => one.Key != "district").OrderBy(one => one.Key == "1780").ThenBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Value).Index())
            await work.ExecuteAsync("insert into central_relays (item_id, association_id, read_at, done_at) values (@id, @association, @readAt, @doneAt)",
                new { id, association, readAt = index < read ? at.AddDays(1) : (DateTimeOffset?)null, doneAt = index < done ? at.AddDays(2) : (DateTimeOffset?)null }, cancel);
    }

    private Guid Person(string role) => people.Single(one => one.Role == role).Id;
}
