import type { Decision, DifferenceKind } from '../api/types';

/** What has to be decided first, then what matters most. */
export const kinds: DifferenceKind[] = ['doubtful', 'gone', 'new', 'confirmed', 'changed'];

/** What can be decided about a difference. Whoever is in the register by number and was refused can come back, but not become somebody new. */
export function choices(kind: DifferenceKind, cause?: string | null): Decision[] {
  if (kind === 'doubtful') return cause === 'ended' ? ['same', 'leaveOut'] : ['same', 'new', 'leaveOut'];
  return kind === 'gone' ? ['keep', 'left', 'lapsed'] : ['take', 'leaveOut'];
}
