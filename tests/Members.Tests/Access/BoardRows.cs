using VpVarmland.Contracts;
using VpVarmland.Tests.BoardRoom;
using VpVarmland.Tests.Economy;
using VpVarmland.Tests.Kit;
using static VpVarmland.Tests.Access.AccessTable;
using static VpVarmland.Tests.Access.Elsewhere;
using static VpVarmland.Tests.Access.Requests;

namespace VpVarmland.Tests.Access;

/// <summary>The rows of the board room, the archive and the link to the party centrally.</summary>
internal static class BoardRows
{
    private static readonly Guid Chair = People.IdOf("district-chair"), Treasurer = People.IdOf("treasurer");

    internal static readonly IReadOnlyList<AccessRow> All =
    [
        AccessTable.District("MeetingsList", Permission.ReadBoard, _ => Get("board/meetings")),
        AccessTable.District("MeetingsGet", Permission.ReadBoard, async at => Get($"board/meetings/{await At(at).PlannedAsync()}")),
        AccessTable.District("MeetingsPlan", Permission.ManageBoard, at => Post("board/meetings", At(at).Plan())),
        AccessTable.District("MeetingsChange", Permission.ManageBoard, async at => Put($"board/meetings/{await At(at).PlannedAsync()}", At(at).Plan("Extra möte"), 1)),
        AccessTable.District("MeetingsCancel", Permission.ManageBoard, async at => Delete($"board/meetings/{await At(at).PlannedAsync()}")),
        AccessTable.District("AgendaWrite", Permission.ManageBoard, async at => Put($"board/meetings/{await At(at).PlannedAsync()}/agenda", new { items = new[] { new { title = "Budgeten", proposal = "Att anta den." } } }, 1)),
        AccessTable.District("AgendaAddPaper", Permission.ManageBoard, async at => PostFile($"board/items/{await At(at).ItemAsync(await At(at).PlannedAsync())}/papers?fileName=budget.pdf", ClaimForms.Pdf)),
        AccessTable.District("AgendaGetPaper", Permission.ReadBoard, async at => await At(at).PaperAsync() is var (item, file) ? Get($"board/items/{item}/papers/{file}") : null!),
        AccessTable.District("AgendaRemovePaper", Permission.ManageBoard, async at => await At(at).PaperAsync() is var (item, file) ? Delete($"board/items/{item}/papers/{file}") : null!),
        AccessTable.District("AgendaReadTemplate", Permission.ReadBoard, _ => Get("board/agenda-template")),
        AccessTable.District("AgendaWriteTemplate", Permission.ManageBoard, _ => Put("board/agenda-template", new { titles = new[] { "Mötet öppnas", "Mötet avslutas" } }, 1)),
        AccessTable.District("CallMeeting", Permission.ManageBoard, async at => Post($"board/meetings/{await At(at).PlannedAsync()}/notice")),
        AccessTable.District("MinutesWrite", Permission.ManageBoard, async at => await At(at).CalledAsync() is var meeting
            ? Put($"board/meetings/{meeting}/minutes", new { items = new[] { new { itemId = await At(at).ItemAsync(meeting), said = "Mötet öppnades." } }, present = new[] { Chair, Treasurer }, adjusters = new[] { Chair, Treasurer } }, 2) : null!),
        AccessTable.District("MinutesFinish", Permission.ManageBoard, async at => Post($"board/meetings/{await At(at).WrittenAsync(Chair, Treasurer)}/adjusting")),
        AccessTable.District("MinutesReopen", Permission.ManageBoard, async at => Delete($"board/meetings/{await At(at).MinutedAsync(Chair, Treasurer)}/adjusting")),
        AccessTable.District("MinutesAdjust", Permission.ReadBoard, async at => await AdjustingAsync(at)),
        AccessTable.District("BoardDecisionsList", Permission.ReadBoard, _ => Get("board/decisions")),
        AccessTable.District("BoardDecisionsAdd", Permission.ManageBoard, async at => Post($"board/items/{await At(at).ItemAsync(await At(at).CalledAsync())}/decisions", new { text = "Boka lokalen.", ownerId = Chair, due = at.Today.AddDays(7) })),
        AccessTable.District("BoardDecisionsRemove", Permission.ManageBoard, async at => Delete($"board/decisions/{await At(at).DecisionAsync()}")),
        AccessTable.District("BoardDecisionsDo", Permission.ReadBoard, async at => Post($"board/decisions/{await At(at).DecisionAsync()}/done")),
        AccessTable.District("BoardDecisionsUndo", Permission.ReadBoard, async at => Delete($"board/decisions/{await At(at).DecisionAsync()}/done")),

        Row("ArchiveList", Permission.Self, Same, _ => Get("documents?text=lokal")),
        Row("ArchiveGet", Permission.Self, Same, async at => Get($"documents/{await At(at).DocumentAsync()}")),
        Row("ArchiveGetFile", Permission.Self, Same, async at => Get($"documents/{await At(at).FileAsync()}/file")),
        AccessTable.District("ArchiveAdd", Permission.ManageBoard, at => Post("documents", At(at).Text())),
        AccessTable.District("ArchiveAddFile", Permission.ManageBoard, at => PostFile(At(at).Upload["/api/members/".Length..], ClaimForms.Pdf)),
        AccessTable.District("ArchiveRemove", Permission.ManageBoard, async at => Delete($"documents/{await At(at).DocumentAsync()}")),

        AccessTable.District("CentralItemsList", Permission.RelayCentral, _ => Get("central/items")),
        AccessTable.District("CentralItemsGet", Permission.RelayCentral, async at => Get($"central/items/{await At(at).RelayedAsync()}")),
        AccessTable.District("CentralItemsRelay", Permission.RelayCentral, at => Post("central/items", At(at).Deadline())),
        AccessTable.District("CentralItemsChange", Permission.RelayCentral, async at => Put($"central/items/{await At(at).RelayedAsync()}", At(at).Deadline(Places.Karlstad), 1)),
        AccessTable.District("CentralItemsTakeBack", Permission.RelayCentral, async at => Delete($"central/items/{await At(at).RelayedAsync()}")),
        AccessTable.District("CentralItemsRemind", Permission.RelayCentral, async at => Post($"central/items/{await At(at).RelayedAsync(Places.Karlstad)}/reminders")),
        AccessTable.District("CentralItemsReport", Permission.RelayCentral, async at => Put($"central/items/{await At(at).RelayedAsync()}/report", new { text = "Alla har anmält.", on = at.Today }, 1)),
        Row("OurCentralList", Permission.ReadCentral, NotFound, _ => Get($"associations/{Places.Karlstad}/central")),
        Row("OurCentralRead", Permission.ReadCentral, NotFound, async at => Post($"associations/{Places.Karlstad}/central/{await At(at).RelayedAsync(Places.Karlstad)}/read")),
        Row("OurCentralDo", Permission.ReadCentral, NotFound, async at => Post($"associations/{Places.Karlstad}/central/{await At(at).RelayedAsync(Places.Karlstad)}/done", new { note = "Anmälda." })),
        Row("OurCentralUndo", Permission.ReadCentral, NotFound, async at => Delete($"associations/{Places.Karlstad}/central/{await At(at).DoneAsync()}/done")),
    ];

    private static BoardGround At(AccessGround at) => new(at.Host);

    /// <summary>Minutes that wait for the caller of the test, who has a seat on the board for it.</summary>
    private static async Task<Func<HttpRequestMessage>> AdjustingAsync(AccessGround at)
    {
        await at.Host.ExecuteAsync(
            """
            insert into assignments (id, person_id, kind, from_date) values (gen_random_uuid(), @Caller, 'districtDeputy', @today) on conflict do nothing
            """, new { AccessGround.Caller, today = at.Today.AddDays(-30) });
        var ground = At(at);
        var meeting = await ground.MinutedAsync(AccessGround.Caller, Chair);
        return PostNothing($"board/meetings/{meeting}/adjustment", await ground.VersionAsync(meeting));
    }
}
