import type { Session } from './types';

/**
 * Whether a right is held. `district` covers every association.
 * @param where an association's id; leave it out to ask "anywhere".
 */
export function may(session: Session | undefined, permission: string, where?: string): boolean {
  return (session?.permissions ?? []).some((held) => {
    const [name, scope] = held.split('@');
    return name === permission && (where === undefined || scope === 'district' || scope === where);
  });
}

/** True when the right holds in the whole district. */
export function mayInDistrict(session: Session | undefined, permission: string): boolean {
  return may(session, permission, 'district');
}

/** The associations in which the right holds by name (not those reached through the district). */
export function scopesOf(session: Session | undefined, permission: string): string[] {
  return (session?.permissions ?? []).flatMap((held) => {
    const [name, scope] = held.split('@');
    return name === permission && scope && scope !== 'district' ? [scope] : [];
  });
}
