using VpVarmland.Members.Activation;
using VpVarmland.Members.Activation.Ladder;
using VpVarmland.Members.Assignments;
using VpVarmland.Members.Associations;
using VpVarmland.Members.Balance;
using VpVarmland.Members.BoardRoom;
using VpVarmland.Members.Care;
using VpVarmland.Members.Care.Quiet;
using VpVarmland.Members.CentralImport;
using VpVarmland.Members.CentralLink;
using VpVarmland.Members.Committees;
using VpVarmland.Members.Demo;
using VpVarmland.Members.District;
using VpVarmland.Members.Duplicates;
using VpVarmland.Members.Economy.Budgets;
using VpVarmland.Members.Economy.Claims;
using VpVarmland.Members.Economy.Grants;
using VpVarmland.Members.Economy.Ledger;
using VpVarmland.Members.Economy.Payments;
using VpVarmland.Members.Feminism;
using VpVarmland.Members.HandOvers;
using VpVarmland.Members.Health;
using VpVarmland.Members.Joining;
using VpVarmland.Members.Liaisons;
using VpVarmland.Members.Memberships;
using VpVarmland.Members.Moves;
using VpVarmland.Members.PersonalNumbers;
using VpVarmland.Members.Plan;
using VpVarmland.Members.Plan.Report;
using VpVarmland.Members.Privacy;
using VpVarmland.Members.Profiles;
using VpVarmland.Members.RegionGroup.Bodies;
using VpVarmland.Members.RegionGroup.Material;
using VpVarmland.Members.RegionGroup.Meetings;
using VpVarmland.Members.RegionGroup.Positions;
using VpVarmland.Members.RegionGroup.Report;
using VpVarmland.Members.Register;
using VpVarmland.Members.Register.FileCorrections;
using VpVarmland.Members.Reorganisations;
using VpVarmland.Members.Segments;
using VpVarmland.Members.Transfers;
using VpVarmland.ServiceDefaults;
using VpVarmland.ServiceDefaults.Jobs;
using VpVarmland.ServiceDefaults.Ops;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("members", typeof(Program).Assembly);
builder.Services.AddJob<ApplicationsExpire>();
builder.Services.AddJob<MembershipTakesEffect>();
builder.Services.AddJob<TermsEnd>();
builder.Services.AddJob<NamesForgotten>();
builder.Services.AddJob<MergesSettle>();
builder.Services.AddJob<RightsAreTold>();
builder.Services.AddJob<CasesFromFacts>();
builder.Services.AddJob<RemindOfCare>();
builder.Services.AddJob<RemindOfLiaisons>();
builder.Services.AddFilters();
builder.Services.AddState<AssociationsState>();
builder.Services.AddState<PeopleState>();
builder.Services.AddState<AssignmentsState>();
builder.Services.AddState<ProfilesState>();
builder.Services.AddSingleton<PayToVault>();
builder.Services.AddJob<DocumentsExpire>();
builder.Services.AddJob<PrivacyFollowUp>();
builder.Services.AddJob<Retention>();
builder.Services.AddSingleton<NumberVault>();
builder.Services.AddJob<SealNumbersAnew>();
builder.Services.AddFigure("vpvarmland.privacy.late", "{request}", "select null::text as label, count(*) as value from privacy_requests where state in ('open', 'working') and due_on < @now::date");
builder.Services.AddFigure("vpvarmland.privacy.unconfirmed", "s", "select null::text as label, coalesce(extract(epoch from @now - min(answered_at)), 0)::bigint as value from privacy_requests where state = 'working' and kind = 'erasure'");
builder.Services.AddJob<ImportsExpire>();
builder.Services.AddJob<FileCorrectionsExpire>();
builder.Services.AddJob<KeepReadings>();
builder.Services.AddSingleton<ImportWorker>().AddHostedService(services => services.GetRequiredService<ImportWorker>());

var app = builder.Build();
app.MapService("members",
    ListMunicipalities.Map, FindPostalCode.Map, ListAssociations.Map,
    GetAssociation.Map, FoundAssociation.Map, EditAssociation.Map, EditContact.Map, NoteMeeting.Map, ChangeState.Map,
    ReadHealth.Map, ExportHealth.Map, HealthLimits.Map,
    Merge.Map, Split.Map, ListReorganisations.Map, UndoReorganisation.Map,
    ListCommittees.Map, EditCommittee.Map, SeatInCommittee.Map,
    Apply.Map, ConfirmApplication.Map,
    GetMe.Map, CorrectMe.Map, ListMyReads.Map,
    ListPeople.Map, GetPerson.Map, CorrectPerson.Map, Protect.Map, ExportPeople.Map,
    PreviewFileCorrections.Map, ApplyFileCorrections.Map, UndoFileCorrections.Map, ListFileCorrections.Map,
    MovePerson.Map, UndoMove.Map, ListMoves.Map, Attachments.Map,
    FindDuplicates.Map, MergePeople.Map, UndoMerge.Map,
    PreviewSegment.Map, SavedSegments.Map, ListSegmentPeople.Map,
    NotePayment.Map, NoteFeeYear.Map, MembershipRules.Map, Refuse.Map, Revoke.Map, NoteAppeal.Map, NoteEnding.Map, LeaveParty.Map,
    OpenCase.Map, ListCases.Map, GetCase.Map, NoteContact.Map, UndoContact.Map, AssignCase.Map, TickStep.Map, SnoozeCase.Map, ReopenCase.Map,
    ExitTalks.Map, CarePlans.Map, MyCare.Map, CareCalendar.Map, CareStatistics.Map, OfferHelp.Map,
    ListQuiet.Map, OpenForQuiet.Map,
    Asks.Map, AnswerAsk.Map, Interests.Map, Activity.Map, ReadLadder.Map,
    ListHandOvers.Map, SendHandOvers.Map, ConfirmHandOver.Map, ExportHandOvers.Map,
    LookAtFile.Map, ReceiveFile.Map, ListImports.Map, GetImport.Map, WatchImport.Map, ListDifferences.Map, DecideDifferences.Map, ApplyImport.Map, UndoImport.Map, DiscardImport.Map,
    Masters.Map, ExportRegister.Map,
    ReadGrowth.Map, ListReports.Map,
    ListAssignments.Map, StartAssignment.Map, EndAssignment.Map, RenewTerm.Map, NameSuccessor.Map, Terms.Map,
    OwnTransfers.Map, ListTransfers.Map, TransferTemplates.Map, OwnProfiles.Map, ManageProfiles.Map, ReadBalance.Map, PreviewBalance.Map,
    FeministDesk.Map, PlanItems.Map, NominationChecks.Map, FeministReports.Map,
    ListLiaisons.Map, GetLiaisonAssociation.Map, ContactLog.Map, Promises.Map, LiaisonMessages.Map, StandIns.Map, Board.Map,
    ProposeLiaisons.Map, AppointLiaisons.Map, ExportLiaisons.Map, OurLiaison.Map,
    OwnClaims.Map, Receipts.Map, DecideClaims.Map, PaymentLists.Map, EditBudget.Map, Costs.Map, LedgerPlaces.Map, ExportLedger.Map, AssociationGrants.Map, DecideGrants.Map,
    Meetings.Map, Agenda.Map, CallMeeting.Map, Minutes.Map, BoardDecisions.Map, Archive.Map, CentralItems.Map, OurCentral.Map,
    ListGoals.Map,
    OwnPrivacy.Map, PrivacyDesk.Map, RetentionDesk.Map, Consents.Map, GivenNumbers.Map,
    ReadPlan.Map, OwnGoals.Map, WritePlan.Map, FollowUp.Map, WriteReport.Map,
    RegionPositions.Map, DecidePositions.Map, RegionBodies.Map, RegionMeetings.Map, RegionMatters.Map, RegionMaterial.Map, OurRegion.Map, RegionReports.Map);
await app.RunServiceAsync(args, app.Environment.IsDevelopment() ? DemoDistrict.LayOutAsync : null);
