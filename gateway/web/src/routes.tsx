import { lazy, Suspense, useEffect } from 'react';
import { Route, Routes, useLocation, useNavigationType } from 'react-router';
import { Loading } from './ui/Loading';
import { page } from './page';
import { PublicLayout } from './shell/PublicLayout';

const WithQueries = lazy(async () => ({ default: (await import('./api/WithQueries')).WithQueries }));

/** The open addresses, which a phone on a slow net must have soon; all others are in a file of their own. They are Swedish: people read them out to each other. Made once: a page made anew in each rendering would never be loaded. */
const table = (
  <>
    <Route element={<PublicLayout />}>
      <Route path="/" element={page(() => import('./public/HomePage'))} />
      <Route path="/bli-medlem" element={page(() => import('./public/JoinPage'))} />
      <Route path="/bli-medlem/tack" element={page(() => import('./public/ThanksPage'))} />
      <Route path="/bli-medlem/bekrafta/:token" element={page(() => import('./public/ConfirmPage'))} />
      <Route path="/svara/:token" element={page(() => import('./public/AnswerPage'))} />
      <Route element={<WithQueries />}>
        <Route path="/logga-in" element={page(() => import('./account/SignInPage'))} />
        <Route path="/logga-in/:token" element={page(() => import('./account/SignInLinkPage'))} />
        <Route path="/andra-faktor" element={page(() => import('./account/SecondFactorPage'))} />
      </Route>
      <Route path="/politiker" element={page(() => import('./public/PoliticiansPage'))} />
      <Route path="/om-uppgifter" element={page(() => import('./public/PrivacyPage'))} />
    </Route>
    <Route path="*" element={page(() => import('./signedInRoutes'))} />
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
