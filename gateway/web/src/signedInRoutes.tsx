import { Route, Routes } from 'react-router';
import { WithQueries } from './api/WithQueries';
import { page } from './page';
import { PublicLayout } from './shell/PublicLayout';
import { SignedInLayout } from './shell/SignedInLayout';

/** Every address for those who are signed in, and the answer to what is no address. */
const table = (
  <>
    <Route element={<WithQueries />}>
      <Route element={<SignedInLayout />}>
        <Route path="/min-sida" element={page(() => import('./me/StatusPage'))} />
        <Route path="/min-sida/uppgifter" element={page(() => import('./me/DetailsPage'))} />
        <Route path="/min-sida/lasningar" element={page(() => import('./me/ReadsPage'))} />
        <Route path="/min-sida/uppgifter-om-mig" element={page(() => import('./privacy/MyDataPage'))} />
        <Route path="/min-sida/uppgifter-om-mig/:requestId" element={page(() => import('./privacy/MyCopyPage'))} />
        <Route path="/distrikt/dataskydd" element={page(() => import('./privacy/DeskPage'))} />
        <Route path="/distrikt/dataskydd/gallring" element={page(() => import('./privacy/RetentionPage'))} />
        <Route path="/distrikt/dataskydd/:requestId" element={page(() => import('./privacy/RequestPage'))} />
        <Route path="/distrikt/dataskydd/:requestId/kopia" element={page(() => import('./privacy/DeskCopyPage'))} />
        <Route path="/min-sida/sakerhet" element={page(() => import('./account/SecurityPage'))} />
        <Route path="/forening/:id" element={page(() => import('./association/NowPage'))} />
        <Route path="/forening/:id/arenden" element={page(() => import('./care/CasesPage'))} />
        <Route path="/forening/:id/arenden/:caseId" element={page(() => import('./care/CasePage'))} />
        <Route path="/mina-arenden" element={page(() => import('./care/MyCasesPage'))} />
        <Route path="/avslutssamtal/:caseId" element={page(() => import('./care/ExitTalkPage'))} />
        <Route path="/forening/:id/hjalp" element={page(() => import('./activation/AsksPage'))} />
        <Route path="/forening/:id/hjalp/ny" element={page(() => import('./activation/NewAskPage'))} />
        <Route path="/forening/:id/hjalp/:askId" element={page(() => import('./activation/AskPage'))} />
        <Route path="/forening/:id/engagemang" element={page(() => import('./activation/LadderPage'))} />
        <Route path="/distrikt/engagemang" element={page(() => import('./activation/LadderPage'))} />
        <Route path="/forening/:id/inte-horts-av" element={page(() => import('./care/QuietPage'))} />
        <Route path="/distrikt/inte-horts-av" element={page(() => import('./care/QuietPage'))} />
        <Route path="/forening/:id/medlemsvard" element={page(() => import('./care/StatisticsPage'))} />
        <Route path="/distrikt/medlemsvard" element={page(() => import('./care/StatisticsPage'))} />
        <Route path="/distrikt/medlemsvard/planer" element={page(() => import('./care/PlansPage'))} />
        <Route path="/forening/:id/medlemmar" element={page(() => import('./association/PeoplePage'))} />
        <Route path="/forening/:id/medlemmar/:memberId" element={page(() => import('./association/PersonPage'))} />
        <Route path="/forening/:id/rattelser" element={page(() => import('./corrections/CorrectionsPage'))} />
        <Route path="/forening/:id/om" element={page(() => import('./associations/AssociationPage'))} />
        <Route path="/distrikt/foreningar" element={page(() => import('./associations/HealthPage'))} />
        <Route path="/distrikt/utskott" element={page(() => import('./associations/CommitteesPage'))} />
        <Route path="/distrikt/sammanslagning" element={page(() => import('./associations/ReorganisePage'))} />
        <Route path="/forening/:id/listor" element={page(() => import('./segments/SegmentsPage'))} />
        <Route path="/forening/:id/listor/:segmentId" element={page(() => import('./segments/SegmentPage'))} />
        <Route path="/forening/:id/fadder" element={page(() => import('./liaisons/OurLiaisonPage'))} />
        <Route path="/distrikt" element={page(() => import('./district/OverviewPage'))} />
        <Route path="/distrikt/medlemmar" element={page(() => import('./register/RegisterPage'))} />
        <Route path="/distrikt/medlemmar/dubbletter" element={page(() => import('./register/DuplicatesPage'))} />
        <Route path="/distrikt/medlemmar/skyddade" element={page(() => import('./register/ProtectedPage'))} />
        <Route path="/distrikt/listor" element={page(() => import('./segments/SegmentsPage'))} />
        <Route path="/distrikt/listor/:segmentId" element={page(() => import('./segments/SegmentPage'))} />
        <Route path="/distrikt/overlamning" element={page(() => import('./district/HandOverPage'))} />
        <Route path="/distrikt/import" element={page(() => import('./import/ImportsPage'))} />
        <Route path="/distrikt/import/regler" element={page(() => import('./register/RulesPage'))} />
        <Route path="/distrikt/import/:importId" element={page(() => import('./import/ImportPage'))} />
        <Route path="/distrikt/rapporter" element={page(() => import('./district/ReportsPage'))} />
        <Route path="/distrikt/uppdrag" element={page(() => import('./district/AssignmentsPage'))} />
        <Route path="/forening/:id/uppdrag" element={page(() => import('./district/AssignmentsPage'))} />
        <Route path="/forening/:id/uppdrag/historik" element={page(() => import('./office/HistoryPage'))} />
        <Route path="/min-sida/profil" element={page(() => import('./office/OwnProfilePage'))} />
        <Route path="/distrikt/profiler" element={page(() => import('./office/ProfilesPage'))} />
        <Route path="/distrikt/jamstalldhet" element={page(() => import('./office/BalancePage'))} />
        <Route path="/forening/:id/jamstalldhet" element={page(() => import('./office/BalancePage'))} />
        <Route path="/distrikt/internfeminism" element={page(() => import('./feminism/DeskPage'))} />
        <Route path="/distrikt/internfeminism/rapport/:reportId" element={page(() => import('./feminism/ReportPage'))} />
        <Route path="/forening/:id/internfeminism" element={page(() => import('./feminism/DeskPage'))} />
        <Route path="/distrikt/uppdrag/overlamning" element={page(() => import('./office/TransfersPage'))} />
        <Route path="/distrikt/uppdrag/historik" element={page(() => import('./office/HistoryPage'))} />
        <Route path="/distrikt/faddrar" element={page(() => import('./liaisons/LiaisonsPage'))} />
        <Route path="/distrikt/faddrar/forslag" element={page(() => import('./liaisons/ProposalPage'))} />
        <Route path="/distrikt/faddrar/:id" element={page(() => import('./liaisons/WorkPage'))} />
        <Route path="/distrikt/plan" element={page(() => import('./plan/PlanPage'))} />
        <Route path="/distrikt/plan/:year/berattelse" element={page(() => import('./plan/ReportPage'))} />
        <Route path="/distrikt/plan/:year/:code" element={page(() => import('./plan/GoalPage'))} />
        <Route path="/min-sida/utlagg" element={page(() => import('./economy/ClaimsPage'))} />
        <Route path="/min-sida/utlagg/:claimId" element={page(() => import('./economy/ClaimPage'))} />
        <Route path="/forening/:id/bidrag" element={page(() => import('./economy/OurGrantsPage'))} />
        <Route path="/distrikt/ekonomi" element={page(() => import('./economy/EconomyPage'))} />
        <Route path="/distrikt/ekonomi/utlagg/:claimId" element={page(() => import('./economy/ApprovePage'))} />
        <Route path="/distrikt/ekonomi/budget/:year" element={page(() => import('./economy/BudgetPage'))} />
        <Route path="/distrikt/ekonomi/kostnader" element={page(() => import('./economy/CostsPage'))} />
        <Route path="/distrikt/ekonomi/bidrag" element={page(() => import('./economy/GrantsPage'))} />
        <Route path="/distrikt/ekonomi/betalningar" element={page(() => import('./economy/PaymentsPage'))} />
        <Route path="/distrikt/ekonomi/installningar" element={page(() => import('./economy/PlacesPage'))} />
        <Route path="/min-sida/dokument" element={page(() => import('./boardroom/ArchivePage'))} />
        <Route path="/min-sida/dokument/:documentId" element={page(() => import('./boardroom/DocumentPage'))} />
        <Route path="/distrikt/styrelse" element={page(() => import('./boardroom/BoardPage'))} />
        <Route path="/distrikt/styrelse/:meetingId" element={page(() => import('./boardroom/MeetingPage'))} />
        <Route path="/distrikt/centralt" element={page(() => import('./central/CentralPage'))} />
        <Route path="/distrikt/centralt/:itemId" element={page(() => import('./central/CentralItemPage'))} />
        <Route path="/forening/:id/centralt" element={page(() => import('./central/OurCentralPage'))} />
        <Route path="/region" element={page(() => import('./region/RegionPage'))} />
        <Route path="/region/standpunkter" element={page(() => import('./region/PositionsPage'))} />
        <Route path="/region/standpunkter/:positionId" element={page(() => import('./region/PositionPage'))} />
        <Route path="/region/platser" element={page(() => import('./region/SeatsPage'))} />
        <Route path="/region/moten" element={page(() => import('./region/MeetingsPage'))} />
        <Route path="/region/moten/:meetingId" element={page(() => import('./region/MeetingPage'))} />
        <Route path="/region/underlag" element={page(() => import('./region/MaterialsPage'))} />
        <Route path="/region/underlag/:materialId" element={page(() => import('./region/MaterialPage'))} />
        <Route path="/region/rapport" element={page(() => import('./region/ReportsPage'))} />
        <Route path="/region/rapport/:reportId" element={page(() => import('./region/ReportPage'))} />
        <Route path="/forening/:id/region" element={page(() => import('./region/OurRegionPage'))} />
        <Route path="/administration" element={page(() => import('./admin/ResetsPage'))} />
        <Route path="/administration/konton" element={page(() => import('./admin/AccountsPage'))} />
        <Route path="/administration/konton/:id" element={page(() => import('./admin/AccountPage'))} />
        <Route path="/administration/partner" element={page(() => import('./admin/ClientsPage'))} />
        <Route path="/administration/nycklar" element={page(() => import('./admin/KeysPage'))} />
        <Route path="/administration/logg" element={page(() => import('./admin/LogPage'))} />
        <Route path="/drift" element={page(() => import('./ops/OverviewPage'))} />
        <Route path="/drift/meddelanden" element={page(() => import('./ops/MessagesPage'))} />
        <Route path="/drift/mejl" element={page(() => import('./ops/MailPage'))} />
        <Route path="/drift/jobb" element={page(() => import('./ops/JobsPage'))} />
        <Route path="/drift/logg" element={page(() => import('./ops/ActionsPage'))} />
      </Route>
    </Route>
    <Route element={<PublicLayout />}>
      <Route path="*" element={page(() => import('./shell/NotFoundPage'))} />
    </Route>
  </>
);

export default function SignedInRoutes() {
  return <Routes>{table}</Routes>;
}
