import { associationId, idOf } from './mockData.ts';

const all = ['register:read', 'register:edit', 'care:work', 'fees:note', 'membership:decide', 'statistics:read'];
const at = (place: string, ...rights: string[]) => rights.map((right) => `${right}@${place}`);
const self = ['member:self@district'];

/** Permissions by demo role, and whether the role needs a second factor. */
export const roles: Record<string, string[]> = {
  member: self,
  'membership-secretary-arvika': [...self, ...at(associationId('1784'), ...all)],
  'association-chair-karlstad': [...self, ...at(associationId('1780'), ...all, 'assignments:manage'), ...at('district', 'plan:read')],
  ombudsman: [...self, ...at('district', ...all, 'handover:manage', 'reports:read', 'plan:read', 'assignments:manage')],
  'district-chair': [...self, ...at('district', ...all, 'reports:read', 'plan:read', 'assignments:manage')],
  'region-councillor': [...self, ...at('district', 'statistics:read', 'plan:read')],
  ops: [...self, ...at('district', 'ops:operate')],
};

export function sessionOf(role: string | undefined) {
  const rights = role === 'setup' || role === 'verify' ? self : role ? (roles[role] ?? self) : [];
  return {
    signedIn: role !== undefined, memberId: role ? idOf(10_000) : null, accountId: role ? idOf(9) : null, permissions: rights,
    secondFactor: { required: role !== undefined && role !== 'member', satisfied: role !== 'setup' && role !== 'verify', totp: role !== 'setup' && role !== 'member', passkeys: 0 },
    antiforgeryToken: 'mock', development: true,
  };
}
