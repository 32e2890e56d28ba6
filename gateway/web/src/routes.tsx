import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { Route, Routes, useLocation, useNavigationType } from 'react-router';
import { Loading } from './ui/Loading';
import { PublicLayout } from './shell/PublicLayout';

/** A page in a file of its own, read when it is first opened. */
const page = (file: () => Promise<{ default: ComponentType }>) => {
  const Page = lazy(file);
  return <Page />;
};

const WithQueries = lazy(async () => ({ default: (await import('./api/WithQueries')).WithQueries }));
const SignedInLayout = lazy(async () => ({ default: (await import('./shell/SignedInLayout')).SignedInLayout }));

/** Every address of the web app. The addresses are Swedish: people read them out to each other. Made once: a page made anew in each rendering would never be loaded. */
const table = (
  <>
    <Route element={<PublicLayout />}>
      <Route path="/" element={page(() => import('./public/HomePage'))} />
      <Route path="/bli-medlem" element={page(() => import('./public/JoinPage'))} />
      <Route path="/bli-medlem/tack" element={page(() => import('./public/ThanksPage'))} />
      <Route path="/bli-medlem/bekrafta/:token" element={page(() => import('./public/ConfirmPage'))} />
      <Route element={<WithQueries />}>
        <Route path="/logga-in" element={page(() => import('./account/SignInPage'))} />
        <Route path="/logga-in/:token" element={page(() => import('./account/SignInLinkPage'))} />
        <Route path="/andra-faktor" element={page(() => import('./account/SecondFactorPage'))} />
      </Route>
      <Route path="/om-uppgifter" element={page(() => import('./public/PrivacyPage'))} />
      <Route path="*" element={page(() => import('./shell/NotFoundPage'))} />
    </Route>
    <Route element={<WithQueries />}>
      <Route element={<SignedInLayout />}>
        <Route path="/min-sida" element={page(() => import('./me/StatusPage'))} />
        <Route path="/min-sida/uppgifter" element={page(() => import('./me/DetailsPage'))} />
        <Route path="/min-sida/lasningar" element={page(() => import('./me/ReadsPage'))} />
        <Route path="/min-sida/sakerhet" element={page(() => import('./account/SecurityPage'))} />
        <Route path="/forening/:id" element={page(() => import('./association/NowPage'))} />
        <Route path="/forening/:id/arenden" element={page(() => import('./association/CasesPage'))} />
        <Route path="/forening/:id/arenden/:caseId" element={page(() => import('./association/CasePage'))} />
        <Route path="/forening/:id/medlemmar" element={page(() => import('./association/PeoplePage'))} />
        <Route path="/forening/:id/medlemmar/:memberId" element={page(() => import('./association/PersonPage'))} />
        <Route path="/distrikt" element={page(() => import('./district/OverviewPage'))} />
        <Route path="/distrikt/overlamning" element={page(() => import('./district/HandOverPage'))} />
        <Route path="/distrikt/import" element={page(() => import('./import/ImportsPage'))} />
        <Route path="/distrikt/import/:importId" element={page(() => import('./import/ImportPage'))} />
        <Route path="/distrikt/rapporter" element={page(() => import('./district/ReportsPage'))} />
        <Route path="/distrikt/uppdrag" element={page(() => import('./district/AssignmentsPage'))} />
        <Route path="/distrikt/plan" element={page(() => import('./district/PlanPage'))} />
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
  </>
);

/** A new page starts at its top; going back, the browser itself returns to where one was. */
function useTopOfPage() {
  const { pathname } = useLocation();
  const how = useNavigationType();
  useEffect(() => {
    if (how !== 'POP') window.scrollTo(0, 0);
  }, [pathname, how]);
}

export function AppRoutes() {
  useTopOfPage();
  return (
    <Suspense fallback={<Loading />}>
      <Routes>{table}</Routes>
    </Suspense>
  );
}
