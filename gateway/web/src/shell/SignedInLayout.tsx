import { Suspense, useEffect } from 'react';
import { Outlet, useMatch } from 'react-router';
import { onSignedOut } from '../api/client';
import { refreshSession } from '../api/session';
import { Loading } from '../ui/Loading';
import { areasOf } from './areas';
import { BottomBar } from './BottomBar';
import { Brand } from './Brand';
import { Choices } from './Choices';
import { OfflineBar } from './OfflineBar';
import { PlaceTabs } from './PlaceTabs';
import { RequireSession } from './RequireSession';
import { SideBar } from './SideBar';
import classes from './SignedInLayout.module.css';
import { SignOut } from './SignOut';
import { SkipLink } from './SkipLink';

/** The inside: the areas one may enter at the side (at the bottom on a phone), and the page. */
export function SignedInLayout() {
  const here = useMatch('/forening/:id/*')?.params.id;
  // A session that has run out is read again; RequireSession then leads by way of signing in and back.
  useEffect(() => onSignedOut(() => void refreshSession()), []);
  return (
    <RequireSession>
      {(session) => {
        const areas = areasOf(session, here);
        return (
          <div className={classes.layout}>
            <SkipLink />
            <SideBar areas={areas} />
            <div className={classes.content}>
              <OfflineBar />
              <header className={classes.top}>
                <Brand />
              </header>
              <PlaceTabs areas={areas} />
              <main id="innehall" tabIndex={-1} className={classes.main}>
                <Suspense fallback={<Loading />}>
                  <Outlet />
                </Suspense>
              </main>
              <footer className={classes.foot}>
                <Choices />
                <SignOut />
              </footer>
            </div>
            <BottomBar areas={areas} />
          </div>
        );
      }}
    </RequireSession>
  );
}
