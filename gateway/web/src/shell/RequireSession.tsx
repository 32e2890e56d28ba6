import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useSession } from '../api/session';
import type { Session } from '../api/types';
import { Answered } from '../ui/Answered';
import { signInAddress } from './returning';

/** Lets the signed-in through; others go by way of signing in, and come back to where they were going. */
export function RequireSession({ children }: { children: (session: Session) => ReactNode }) {
  const session = useSession();
  const { pathname, search } = useLocation();
  const here = pathname + search;
  return (
    <Answered query={session}>
      {(known) => {
        if (!known.signedIn) return <Navigate to={signInAddress(here)} replace />;
        // The own page is open without it; what opens the register is not.
        if (known.secondFactor.required && !known.secondFactor.satisfied && !pathname.startsWith('/min-sida')) return <Navigate to={`/andra-faktor?vidare=${encodeURIComponent(here)}`} replace />;
        return children(known);
      }}
    </Answered>
  );
}
