using VpVarmland.Contracts;
using VpVarmland.Tests.CentralImport;
using VpVarmland.Tests.Joining;
using VpVarmland.Tests.Kit;
using VpVarmland.Tests.Liaisons;
using static VpVarmland.Tests.Access.Elsewhere;
using static VpVarmland.Tests.Access.Requests;

namespace VpVarmland.Tests.Access;

/// <summary>Every operation of Members: which permission it demands, what it is to the same permission elsewhere, and a request that succeeds.</summary>
internal static class AccessTable
{
    internal static readonly IReadOnlyDictionary<string, AccessRow> Rows = new AccessRow[]
    {
        Open("ListMunicipalities", _ => Get("municipalities")),
        Open("FindPostalCode", _ => Get("postal-codes/65224")),
        Open("Apply", _ => Post("applications", Forms.Of($"{Guid.NewGuid():N}@test.example"))),
        Open("ConfirmApplication", async at => Post("applications/confirmation", new { token = await at.JoinTokenAsync() })),

        Row("GetMe", Permission.Self, Same, _ => Get("me")),
        Row("CorrectMe", Permission.Self, Same, async at => Put("me", Forms.OwnData, await at.VersionAsync(AccessGround.Caller))),
        Row("ListMyReads", Permission.Self, Same, _ => Get("me/reads")),

        Row("ListAssociations", Permission.ReadStatistics, OwnFigures, _ => Get("associations")),
        Row("GetAssociation", Permission.ReadStatistics, NotFound, _ => Get($"associations/{Places.Karlstad}")),
        District("FoundAssociation", Permission.ManageAssociations, _ => Post("associations", new { name = $"Vänsterpartiet {Guid.NewGuid():N}", reason = "Tio medlemmar vill." })),
        District("EditAssociation", Permission.ManageAssociations, async at => Put($"associations/{await at.AssociationAsync()}", Associations.Forms.Of($"Vänsterpartiet {Guid.NewGuid():N}"), 1)),
        Row("EditContact", Permission.EditAssociation, NotFound, async at => Put($"associations/{Places.Karlstad}/contact", Associations.Forms.Contact, await at.AssociationVersionAsync())),
        Row("NoteMeeting", Permission.EditAssociation, NotFound, async at => Put($"associations/{Places.Karlstad}/meetings/{at.Today.Year - 1}", new { plannedOn = new DateOnly(at.Today.Year - 1, 2, 2), heldOn = new DateOnly(at.Today.Year - 1, 2, 3) }, await at.AssociationVersionAsync())),
        District("ChangeState", Permission.ManageAssociations, async at => Post($"associations/{await at.AssociationAsync()}/state", new { state = "dormant", since = at.Today, reason = "Ingen styrelse." }, version: 1)),
        Row("ReadHealth", Permission.ReadStatistics, OwnFigures, _ => Get("associations/health")),
        Row("ExportHealth", Permission.ReadStatistics, OwnFigures, _ => Get("associations/health/export")),
        District("HealthLimitsSet", Permission.ManageAssociations, _ => Post("associations/health/limits", new { figure = "growth", amber = 1, red = -3 })),
        District("MergePreview", Permission.ManageAssociations, async at => Post("reorganisations/merge/preview", new { from = new[] { await at.AssociationAsync() }, into = await at.AssociationAsync() })),
        District("Merge", Permission.ManageAssociations, async at => Post("reorganisations/merge", new { from = new[] { await at.PeopledAsync() }, into = await at.AssociationAsync(), assignments = "end", reason = "Årsmötena har beslutat.", people = 1 })),
        District("SplitPreview", Permission.ManageAssociations, async at => Post("reorganisations/split/preview", new { from = await at.PeopledAsync(), postalCodes = new[] { "652" } })),
        District("Split", Permission.ManageAssociations, async at => Post("reorganisations/split", new { from = await at.PeopledAsync(), postalCodes = new[] { "652" }, newName = $"Vänsterpartiet {Guid.NewGuid():N}", assignments = "end", reason = "Årsmötet har beslutat.", people = 1 })),
        District("ListReorganisations", Permission.ManageAssociations, _ => Get("reorganisations")) with { Elsewhere = Nothing },
        District("UndoReorganisation", Permission.ManageAssociations, async at => Post($"reorganisations/{await at.MergedAsync()}/undo")),
        Row("ListCommittees", Permission.ReadStatistics, Same, _ => Get("committees")),
        District("EditCommitteeAdd", Permission.ManageAssignments, _ => Post("committees", new { name = $"Utskottet {Guid.NewGuid():N}", purpose = "Studier.", isNominating = false })),
        District("EditCommittee", Permission.ManageAssignments, async at => Put($"committees/{await at.CommitteeAsync()}", new { name = $"Utskottet {Guid.NewGuid():N}", purpose = "Studier." }, 1)),
        District("EditCommitteeEnd", Permission.ManageAssignments, async at => Post($"committees/{await at.CommitteeAsync()}/end")),
        District("SeatInCommittee", Permission.ManageAssignments, async at => Post($"committees/{await at.CommitteeAsync()}/members", new { memberId = (await at.MemberAsync()).Id, function = "member", from = at.Today })),

        Row("ReadGrowth", Permission.ReadStatistics, OwnFigures, _ => Get("district/growth")),
        Row("ListGoals", Permission.ReadPlan, Same, _ => Get("plan/goals")),

        Row("ListPeople", Permission.ReadRegister, Nothing, _ => Get("people")),
        Row("GetPerson", Permission.ReadRegister, NotFound, async at => Get($"people/{(await at.ApplicantAsync()).Id}")),
        Row("CorrectPerson", Permission.EditRegister, NotFound, async at => Put($"people/{(await at.ApplicantAsync()).Id}", Forms.OwnData, 1)),
        Row("PreviewFileCorrections", Permission.EditRegister, NotFound, async at => PostFile($"associations/{Places.Karlstad}/file-corrections/preview", (await at.CorrectionAsync()).File)),
        Row("ApplyFileCorrections", Permission.EditRegister, NotFound, async at => await at.CorrectionAsync() is var (file, address) ? PostFile(address, file) : null!),
        Row("UndoFileCorrections", Permission.EditRegister, NotFound, async at => Post($"associations/{Places.Karlstad}/file-corrections/{await at.CorrectedAsync()}/undo")),
        Row("ListFileCorrections", Permission.EditRegister, NotFound, _ => Get($"associations/{Places.Karlstad}/file-corrections")),
        Row("ExportPeople", Permission.ExportRegister, Same, _ => Get("people/export?format=csv&purpose=telefonlista")),
        Row("ExportPeopleOfSegment", Permission.ExportRegister, NotFound, async at => Get($"segments/{await at.OwnSegmentAsync()}/export?format=csv&purpose=telefonlista")),
        District("ProtectSet", Permission.ManageProtection, async at => Put($"people/{(await at.ApplicantAsync()).Id}/protection", new { isProtected = true, throughId = await at.OfficerAsync(), reason = "Skyddad folkbokföring." }, 1)),
        District("ProtectList", Permission.ManageProtection, _ => Get("protected-people")) with { Elsewhere = Nothing },
        Row("MovePerson", Permission.EditRegister, NotFound, async at => Post($"people/{(await at.MemberAsync()).Id}/move", new { to = Places.Arvika })),
        Row("UndoMove", Permission.EditRegister, NotFound, async at => Post($"moves/{await at.MovedAsync()}/undo")),
        Row("ListMoves", Permission.ReadRegister, Nothing, _ => Get("moves")),
        Row("ListMovesSeen", Permission.ReadRegister, NotFound, async at => Post($"moves/{await at.MovedAsync()}/seen")),
        Row("AttachmentsAttach", Permission.EditRegister, NotFound, async at => Post($"people/{(await at.MemberAsync()).Id}/attachments", new { associationId = Places.Arvika })),
        Row("AttachmentsDetach", Permission.EditRegister, NotFound, async at => Delete($"people/{await at.AttachedAsync()}/attachments/{Places.Arvika}")),
        Row("AttachmentsList", Permission.ReadRegister, Nothing, _ => Get($"attached?association={Places.Karlstad}")),
        Row("FindDuplicates", Permission.EditRegister, Nothing, _ => Get("duplicates")),
        Row("FindDuplicatesTellApart", Permission.EditRegister, NotFound, async at => Post("duplicates/two", new { one = (await at.MemberAsync()).Id, other = (await at.MemberAsync()).Id })),
        Row("MergePeople", Permission.EditRegister, NotFound, async at => Post("merges", new { kept = (await at.MemberAsync()).Id, absorbed = (await at.MemberAsync()).Id, keptVersion = 1, absorbedVersion = 1 })),
        Row("UndoMergeList", Permission.EditRegister, Nothing, _ => Get("merges")),
        Row("UndoMerge", Permission.EditRegister, NotFound, async at => Post($"merges/{await at.MergedPeopleAsync()}/undo")),
        Row("PreviewSegment", Permission.ReadRegister, OwnFigures, _ => Post("segments/preview", new { filter = AccessGround.Everybody })),
        Row("SavedSegmentsList", Permission.ReadRegister, Nothing, _ => Get("segments")),
        Row("SavedSegmentsSave", Permission.ReadRegister, Same, _ => Post("segments", new { name = "Mina", filter = AccessGround.Everybody, sharing = "own" })),
        Row("SavedSegmentsGet", Permission.ReadRegister, NotFound, async at => Get($"segments/{await at.SegmentAsync()}")),
        Row("SavedSegmentsChange", Permission.ReadRegister, NotFound,
            async at => Put($"segments/{await at.SegmentAsync()}", new { name = "Andra", filter = AccessGround.Everybody, sharing = "association", associationId = Places.Karlstad }, 1)),
        Row("SavedSegmentsRemove", Permission.ReadRegister, NotFound, async at => Delete($"segments/{await at.SegmentAsync()}")),
        Row("ListSegmentPeople", Permission.ReadRegister, NotFound, async at => Get($"segments/{await at.SegmentAsync()}/people")),
        Row("NoteFeeYear", Permission.NoteFees, NotFound, async at => Put($"people/{(await at.MemberAsync()).Id}/fees/{at.Today.Year}", new { paidOn = at.Today }, 1)),
        Row("NoteFeeYearTakeBack", Permission.NoteFees, NotFound, async at => Delete($"people/{(await at.PaidAsync()).Id}/fees/{at.Today.Year}")),
        Row("MembershipRulesRead", Permission.ReadStatistics, Same, _ => Get("membership-rules")),
        District("MembershipRulesSet", Permission.ManageAssociations, async at => Put("membership-rules", new { lapseAfterMonths = 12 }, await at.RulesVersionAsync())),
        Row("NoteEnding", Permission.EditRegister, NotFound, async at => Post($"people/{(await at.MemberAsync()).Id}/ending", new { kind = "left", on = at.Today })),
        Row("NoteEndingUndo", Permission.EditRegister, NotFound, async at => Delete($"people/{await at.EndedAsync()}/ending")),
        Row("LeaveParty", Permission.Self, Same, async at => { await at.CallerIsMemberAsync(); return Post("me/ending", new { reason = "Vill inte vara med längre." }); }),
        Row("NotePayment", Permission.NoteFees, NotFound, async at => Post($"people/{(await at.ApplicantAsync()).Id}/payment", new { paidOn = at.Today })),
        Row("NotePaymentUndo", Permission.NoteFees, NotFound, async at => Delete($"people/{(await at.PaidAsync()).Id}/payment")),
        Row("Refuse", Permission.DecideMembership, NotFound, async at => Post($"people/{(await at.ApplicantAsync()).Id}/refusal", new { reason = "Aktiv i ett annat parti." })),
        Row("Revoke", Permission.DecideMembership, NotFound, async at => Post($"people/{(await at.PaidAsync()).Id}/revocation", new { reason = "Aktiv i ett annat parti." })),
        Row("NoteAppeal", Permission.DecideMembership, NotFound, async at => Post($"people/{(await at.RefusedAsync()).Id}/appeal", new { note = "Har lämnat det partiet." })),

        Row("ListCases", Permission.WorkCare, Nothing, _ => Get("care/cases")),
        Row("OpenCase", Permission.WorkCare, NotFound, async at => Post("care/cases", new { memberId = (await at.ApplicantAsync()).Id, reason = "other" })),
        Row("GetCase", Permission.WorkCare, NotFound, async at => Get($"care/cases/{await at.CaseAsync()}")),
        Row("NoteContact", Permission.WorkCare, NotFound, async at => Post($"care/cases/{await at.CaseAsync()}/contacts", new { outcome = "called", note = "Ringer igen." })),
        Row("UndoContact", Permission.WorkCare, NotFound, async at => await at.ContactAsync() is var (id, contact) ? Delete($"care/cases/{id}/contacts/{contact}") : null!),
        Row("AssignCaseList", Permission.WorkCare, NotFound, async at => Get($"care/cases/{await at.CaseAsync()}/assignees")),
        Row("AssignCase", Permission.WorkCare, NotFound, async at => Post($"care/cases/{await at.CaseAsync()}/assignee", new { memberId = await at.OfficerAsync() })),

        Row("TickStep", Permission.WorkCare, NotFound, async at => Post($"care/cases/{await at.CaseAsync()}/steps", new { step = 0, note = "Gjort." })),
        Row("SnoozeCase", Permission.WorkCare, NotFound, async at => Post($"care/cases/{await at.CaseAsync()}/snooze", new { until = at.Today.AddDays(7), reason = "Bortrest." })),
        Row("SnoozeCaseWake", Permission.WorkCare, NotFound, async at => Delete($"care/cases/{await at.CaseAsync()}/snooze")),
        Row("ReopenCase", Permission.WorkCare, NotFound, async at => Post($"care/cases/{await at.DoneCaseAsync()}/reopen", new { note = "Ringde igen." })),
        Row("ExitTalksList", Permission.HoldExitTalks, Nothing, _ => Get("care/exit-talks")),
        Row("ExitTalksGet", Permission.HoldExitTalks, NotFound, async at => Get($"care/exit-talks/{await at.ExitTalkAsync()}")),
        Row("ExitTalksNote", Permission.HoldExitTalks, NotFound, async at => Post($"care/exit-talks/{await at.ExitTalkAsync()}/contacts", new { outcome = "called", note = "Vill tänka på saken." })),
        Row("CarePlansList", Permission.WorkCare, Same, _ => Get("care/plans")),
        District("CarePlansChange", Permission.ManageCare, async at => Put("care/plans/moved", new { steps = new[] { new { swedish = "Ring", english = "Call", days = 3, kind = "talk" } } }, await at.PlanVersionAsync())),
        District("CarePlansRestore", Permission.ManageCare, _ => Delete("care/plans/moved")),
        District("CarePlansChangeSettings", Permission.ManageCare, async at => Put("care/settings", new { unpaidDays = 30, inactiveMonths = 12, aNight = 3, inactiveOpen = 10 }, await at.CareSettingsVersionAsync())),
        Row("MyCareRead", Permission.WorkCare, Same, _ => Get("care/me")),
        Row("MyCareChange", Permission.WorkCare, Same, at => Put("care/me", new { reminders = false, awayFrom = at.Today, awayUntil = at.Today.AddDays(3) }, 1)),
        Row("MyCareNewCalendar", Permission.WorkCare, Same, _ => Post("care/me/calendar")),
        Row("MyCareNoCalendar", Permission.WorkCare, Same, _ => Delete("care/me/calendar")),
        Open("CareCalendar", async at => Get((await at.CalendarAsync())["/api/members/".Length..])),
        Row("CareStatistics", Permission.ReadStatistics, OwnFigures, _ => Get("care/statistics")),
        Row("CareStatisticsExport", Permission.ReadStatistics, OwnFigures, _ => Get("care/statistics/export")),
        Row("OfferHelpRead", Permission.Self, Same, _ => Get("me/help")),
        Row("OfferHelp", Permission.Self, Same, async at => { await at.CallerIsMemberAsync(); return Post("me/help"); }),
        Row("OfferHelpTakeBack", Permission.Self, Same, _ => Delete("me/help")),

        Row("ReadLadder", Permission.AskForHelp, NotFound, _ => Get($"activation/ladder?association={Places.Karlstad}")),
        Row("ReadLadderExport", Permission.AskForHelp, OwnFigures, _ => Get("activation/ladder/export")),
        Row("ListQuiet", Permission.WorkCare, Nothing, async at => await at.QuietAsync() is var _ ? Get("care/quiet?months=12") : null!),
        Row("OpenForQuiet", Permission.WorkCare, OwnFigures, async at => Post("care/quiet/cases", new { months = 12, memberIds = new[] { await at.QuietAsync() } })),
        Row("OpenForQuietUndo", Permission.WorkCare, NotFound, async at => Delete($"care/quiet/cases/{await at.OpeningAsync()}")),
        Row("AsksPropose", Permission.AskForHelp, NotFound, at => Post("activation/asks/preview", at.AskPreview())),
        Row("AsksSend", Permission.AskForHelp, NotFound, async at => Post("activation/asks", at.Ask(await at.HelperAsync()))),
        Row("AsksList", Permission.AskForHelp, Nothing, async at => await at.AskedAsync() is var _ ? Get("activation/asks") : null!),
        Row("AsksGet", Permission.AskForHelp, NotFound, async at => Get($"activation/asks/{await at.AskedAsync()}")),
        Row("AsksCancel", Permission.AskForHelp, NotFound, async at => Post($"activation/asks/{await at.AskedAsync()}/cancel", new { reason = "Det snöar." })),
        Row("AsksCame", Permission.AskForHelp, NotFound, async at => Post($"activation/asks/{await at.BegunAsync()}/came", new { memberIds = Array.Empty<Guid>() })),
        Open("AnswerAskRead", async at => Get($"activation/answers/{await at.AskTokenAsync()}")),
        Open("AnswerAsk", async at => Post($"activation/answers/{await at.AskTokenAsync()}", new { answer = "yes" })),
        Row("InterestsList", Permission.Self, Same, _ => Get("activation/interests")),
        District("InterestsAdd", Permission.ManageCare, _ => Post("activation/interests", new { kind = "skill", nameSv = $"Svetsa {Guid.NewGuid():N}", nameEn = "Welding" })),
        District("InterestsChange", Permission.ManageCare, async at => Put($"activation/interests/{await at.InterestAsync()}", new { kind = "skill", nameSv = $"Svetsa {Guid.NewGuid():N}", nameEn = "Welding" }, 1)),
        Row("ActivityReadMine", Permission.Self, Same, _ => Get("me/activity")),
        Row("ActivityChangeMine", Permission.Self, Same, _ => Put("me/activity", new { interests = Array.Empty<Guid>(), times = new[] { "weekends" } }, 1)),
        Row("ActivityRead", Permission.ReadRegister, NotFound, async at => Get($"people/{(await at.MemberAsync()).Id}/activity")),
        Row("ActivityChange", Permission.EditRegister, NotFound, async at => Put($"people/{(await at.MemberAsync()).Id}/activity", new { interests = Array.Empty<Guid>(), times = new[] { "weekends" } }, 1)),

        Row("ListHandOvers", Permission.HandOver, Nothing, _ => Get("hand-overs")),
        Row("SendHandOversSend", Permission.HandOver, OwnFigures, async at => Post("hand-overs/sent", new { ids = new[] { (await at.ApplicantAsync()).HandOver } })),
        Row("SendHandOversTakeBack", Permission.HandOver, OwnFigures, async at => Post("hand-overs/to-send", new { ids = new[] { (await at.SentAsync()).HandOver } })),
        Row("ConfirmHandOver", Permission.HandOver, NotFound, async at => Post($"hand-overs/{(await at.SentAsync()).HandOver}/confirmation", new { memberNumber = Forms.NewMemberNumber() })),
        Row("ExportHandOvers", Permission.HandOver, OwnFigures, _ => Get("hand-overs/export")),

        District("LookAtFile", _ => PostFile("central-imports/look", AccessGround.File())),
        District("ReceiveFile", _ => PostFile("central-imports?fileName=medlemmar.csv&" + CentralFile.AllColumns, AccessGround.File())),
        District("ListImports", _ => Get("central-imports")),
        District("GetImport", async at => Get($"central-imports/{await at.ImportAsync()}")),
        District("WatchImport", async at => Get($"central-imports/{await at.ImportAsync()}/progress")),
        District("ListDifferences", async at => Get($"central-imports/{await at.ImportAsync()}/differences?kind=new")),
        District("DecideDifferences", async at => Post($"central-imports/{await at.ImportAsync()}/decisions", new { kind = "new", decision = "leaveOut", rows = new[] { 2 } })),
        District("ApplyImport", async at => Post($"central-imports/{await at.ImportAsync()}/apply", new { ended = 0 }, version: 2)),
        District("UndoImport", async at => Post($"central-imports/{await at.AppliedAsync()}/undo")),
        District("DiscardImport", async at => Delete($"central-imports/{await at.ImportAsync()}")),
        District("MastersList", _ => Get("central-masters")),
        District("MastersSet", _ => Put("central-masters", new { ours = new[] { "phone" } }, 1)),
        District("MastersCorrections", async at => Get($"central-imports/{await at.ImportAsync()}/corrections")),
        District("ExportRegister", _ => Get("central-imports/register")),

        Row("ListReports", Permission.ReadReports, Nothing, _ => Get("district/reports")),
        Row("ListReportsSeen", Permission.ReadReports, NotFound, async at => Post($"district/reports/{await at.ReportAsync()}/seen", new { note = "Behandlad på styrelsemötet." })),

        Row("ListAssignments", Permission.ManageAssignments, Nothing, _ => Get("assignments")),
        Row("ListAssignmentsKinds", Permission.ManageAssignments, Same, _ => Get("assignments/kinds")),
        Row("StartAssignment", Permission.ManageAssignments, NotFound,
            async at => Post("assignments", new { memberId = (await at.MemberAsync()).Id, kind = "boardMember", associationId = Places.Karlstad, from = at.Today })),
        Row("EndAssignment", Permission.ManageAssignments, NotFound, async at => Post($"assignments/{await at.AssignmentAsync()}/end", new { reason = "Avgick." })),

        Row("ListLiaisons", Permission.WorkLiaison, Nothing, async at => await at.LiaisonAsync() is var _ ? Get("liaisons/associations") : null!),
        Row("GetLiaisonAssociation", Permission.WorkLiaison, NotFound, async at => Get($"liaisons/associations/{await at.LiaisonAsync()}")),
        Row("GetLiaisonAssociationEdit", Permission.WorkLiaison, NotFound, async at => Put($"liaisons/associations/{await at.LiaisonAsync()}", new { rhythmDays = 30, note = "Ny styrelse." }, await at.SettingsVersionAsync())),
        Row("ContactLogList", Permission.WorkLiaison, NotFound, async at => Get($"liaisons/associations/{await at.LiaisonAsync()}/contacts")),
        Row("ContactLogAdd", Permission.WorkLiaison, NotFound, async at => Post($"liaisons/associations/{await at.LiaisonAsync()}/contacts", LiaisonForms.Contact(at.Today))),
        Row("ContactLogCorrect", Permission.WorkLiaison, NotFound, async at => Put($"liaisons/contacts/{await at.LoggedAsync()}", LiaisonForms.Contact(at.Today), 1)),
        Row("ContactLogUndo", Permission.WorkLiaison, NotFound, async at => Delete($"liaisons/contacts/{await at.LoggedAsync()}")),
        Row("PromisesList", Permission.WorkLiaison, Nothing, async at => await at.LiaisonAsync() is var _ ? Get("liaisons/promises") : null!),
        Row("PromisesKeep", Permission.WorkLiaison, NotFound, async at => Post($"liaisons/promises/{await at.PromiseAsync()}/done")),
        Row("PromisesReopen", Permission.WorkLiaison, NotFound, async at => Delete($"liaisons/promises/{await at.PromiseAsync()}/done")),
        Row("LiaisonMessagesList", Permission.WorkLiaison, NotFound, async at => Get($"liaisons/associations/{await at.LiaisonAsync()}/messages")),
        Row("LiaisonMessagesSend", Permission.WorkLiaison, NotFound, async at => Post($"liaisons/associations/{await at.LiaisonAsync()}/messages", new { text = "Hur gick mötet?", wantsAnswer = true })),
        Row("LiaisonMessagesSettle", Permission.WorkLiaison, NotFound, async at => Post($"liaisons/associations/{Places.Karlstad}/messages/{await at.QuestionAsync(toLiaison: true)}/settled")),
        Row("LiaisonMessagesReopen", Permission.WorkLiaison, NotFound, async at => Delete($"liaisons/associations/{Places.Karlstad}/messages/{await at.QuestionAsync(toLiaison: true)}/settled")),
        Row("StandInsList", Permission.WorkLiaison, Nothing, async at => await at.StandInAsync() is var _ ? Get("liaisons/stand-ins") : null!),
        Row("StandInsStart", Permission.WorkLiaison, NotFound, async at => Post("liaisons/stand-ins", await at.AbsenceAsync())),
        Row("StandInsEnd", Permission.WorkLiaison, NotFound, async at => Delete($"liaisons/stand-ins/{await at.StandInAsync()}")),
        Row("Board", Permission.WorkLiaison, Same, _ => Get("liaisons/board")),
        Managed("ProposeLiaisons", _ => Task.FromResult(Get("liaisons/proposal"))),
        Managed("AppointLiaisons", async at => await at.AppointmentAsync() is var (body, version) ? Post("liaisons/appointments", body, version) : null!),
        Managed("AppointLiaisonsUndo", async at => Post($"liaisons/appointments/{await at.AppointedAsync()}/undo")),
        Managed("ExportLiaisonsCoverage", _ => Task.FromResult(Get("liaisons/export"))),
        Managed("ExportLiaisonsLog", _ => Task.FromResult(Get("liaisons/contacts/export"))),
        Row("OurLiaison", Permission.AskLiaison, NotFound, _ => Get($"associations/{Places.Karlstad}/liaison")),
        Row("OurLiaisonContacts", Permission.AskLiaison, NotFound, _ => Get($"associations/{Places.Karlstad}/liaison/contacts")),
        Row("OurLiaisonList", Permission.AskLiaison, NotFound, _ => Get($"associations/{Places.Karlstad}/liaison/messages")),
        Row("OurLiaisonSend", Permission.AskLiaison, NotFound, _ => Post($"associations/{Places.Karlstad}/liaison/messages", new { text = "Kan du komma på vårt möte?", wantsAnswer = true })),
        Row("OurLiaisonSettle", Permission.AskLiaison, NotFound, async at => Post($"associations/{Places.Karlstad}/liaison/messages/{await at.QuestionAsync(toLiaison: false)}/settled")),
        Row("OurLiaisonReopen", Permission.AskLiaison, NotFound, async at => Delete($"associations/{Places.Karlstad}/liaison/messages/{await at.QuestionAsync(toLiaison: false)}/settled")),

        Ops("OpsDoorRead"), Ops("OpsDoorJobs"), Ops("OpsDoorActions"), Ops("MessagesList"), Ops("MessagesSendBack"), Ops("MessagesDrop"), Ops("ResendsList"), Ops("ResendsAsk"),
    }.Concat(EconomyRows.All).Concat(BoardRows.All).Concat(OfficeRows.All).Concat(PrivacyRows.All).Concat(PlanRows.All).Concat(RegionRows.All).ToDictionary(row => row.Operation, StringComparer.Ordinal);

    /// <summary>The same requests, for the kit that all services share.</summary>
    internal static IReadOnlyList<Attempt> Attempts(MembersHost host) => [.. Rows.Values.Select(row => new Attempt(row.Operation, () => row.Prepare(new AccessGround(host))))];

    internal static AccessRow Open(string operation, Func<AccessGround, Func<HttpRequestMessage>> request) => Open(operation, ground => Task.FromResult(request(ground)));

    internal static AccessRow Open(string operation, Func<AccessGround, Task<Func<HttpRequestMessage>>> prepare) => new(operation, null, Same, prepare);

    internal static AccessRow Ops(string operation) => Row(operation, Permission.Operate, Same, ground => ground.OpsAsync(operation));

    /// <summary>About the whole district: whoever holds the right in one association only does not see it.</summary>
    internal static AccessRow District(string operation, Func<AccessGround, Func<HttpRequestMessage>> request) => District(operation, ground => Task.FromResult(request(ground)));

    internal static AccessRow District(string operation, Func<AccessGround, Task<Func<HttpRequestMessage>>> prepare) => District(operation, Permission.HandOver, prepare);

    internal static AccessRow District(string operation, Permission permission, Func<AccessGround, Func<HttpRequestMessage>> request) => District(operation, permission, ground => Task.FromResult(request(ground)));

    internal static AccessRow District(string operation, Permission permission, Func<AccessGround, Task<Func<HttpRequestMessage>>> prepare) => new(operation, permission, NotFound, prepare, InDistrict: true);

    internal static AccessRow Managed(string operation, Func<AccessGround, Task<Func<HttpRequestMessage>>> prepare) => new(operation, Permission.ManageLiaisons, NotFound, prepare, InDistrict: true);

    internal static AccessRow Row(string operation, Permission permission, Elsewhere elsewhere, Func<AccessGround, Func<HttpRequestMessage>> request) =>
        Row(operation, permission, elsewhere, ground => Task.FromResult(request(ground)));

    internal static AccessRow Row(string operation, Permission permission, Elsewhere elsewhere, Func<AccessGround, Task<Func<HttpRequestMessage>>> prepare) =>
        new(operation, permission, elsewhere, prepare);
}
