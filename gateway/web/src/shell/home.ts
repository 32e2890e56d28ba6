import { may, mayInDistrict, scopesOf } from '../api/rights';
import type { Session } from '../api/types';

/** Where a person lands after signing in: where somebody may be waiting for them. */
export function homeOf(session: Session): string {
  const care = scopesOf(session, 'care:work')[0];
  if (care) return `/forening/${care}`;
  if (mayInDistrict(session, 'statistics:read')) return '/distrikt';
  if (may(session, 'admin:accounts')) return '/administration';
  if (may(session, 'ops:operate')) return '/drift';
  return '/min-sida';
}
