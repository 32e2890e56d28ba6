import { describe, expect, it } from 'vitest';
import type { Session } from '../api/types';
import { may, scopesOf } from '../api/rights';
import { areasOf } from './areas';
import { homeOf } from './home';

function holding(...permissions: string[]): Session {
  return { signedIn: true, permissions, secondFactor: { required: false, satisfied: true, totp: false, passkeys: 0 }, antiforgeryToken: '', development: false } as Session;
}

const kinds = (session: Session, here?: string) => areasOf(session, here).map((area) => area.kind);

describe('a right', () => {
  it('in the district covers every association', () => {
    expect(may(holding('register:read@district'), 'register:read', 'karlstad')).toBe(true);
  });

  it('in one association does not reach another', () => {
    expect(may(holding('register:read@arvika'), 'register:read', 'karlstad')).toBe(false);
    expect(may(holding('register:read@arvika'), 'register:read')).toBe(true);
  });

  it('is not held because a similar one is', () => {
    expect(may(holding('register:readers@district'), 'register:read')).toBe(false);
    expect(scopesOf(holding('care:work@arvika', 'care:work@district'), 'care:work')).toEqual(['arvika']);
  });
});

describe('the areas', () => {
  it('of a member are the own page alone', () => {
    expect(kinds(holding('member:self'))).toEqual(['me']);
    expect(homeOf(holding('member:self'))).toBe('/min-sida');
  });

  it('of a membership secretary start where members wait', () => {
    const session = holding('member:self', 'register:read@arvika', 'care:work@arvika');
    expect(kinds(session)).toEqual(['me', 'association']);
    expect(homeOf(session)).toBe('/forening/arvika');
  });

  it('show only the pages that the rights open', () => {
    const [, association] = areasOf(holding('register:read@arvika'));
    expect(association?.places.map((place) => place.label)).toEqual(['now', 'people', 'lists']);
    const district = areasOf(holding('statistics:read@district', 'plan:read@district')).find((area) => area.kind === 'district');
    expect(district?.places.map((place) => place.label)).toEqual(['overview', 'associations', 'care', 'committees', 'balance', 'plan']);
  });

  it('of a board member without the register hold the association alone, and open on it', () => {
    const [, association] = areasOf(holding('statistics:read@arvika'));
    expect(association).toMatchObject({ to: '/forening/arvika/om', places: [{ label: 'profile' }, { label: 'balance' }] });
  });

  it('of a deputy include the liaisons, and of a chair the own one', () => {
    const district = areasOf(holding('statistics:read@district', 'liaison:work@district')).find((area) => area.kind === 'district');
    expect(district?.places.map((place) => place.to)).toContain('/distrikt/faddrar');
    const [, association] = areasOf(holding('register:read@arvika', 'liaison:ask@arvika'));
    expect(association?.places.map((place) => place.to)).toContain('/forening/arvika/fadder');
  });

  it('of a chair hold the assignments of the own association, and of the rest of the board do not', () => {
    const [, chair] = areasOf(holding('register:read@arvika', 'assignments:manage@arvika'));
    expect(chair?.places.map((place) => place.to)).toContain('/forening/arvika/uppdrag');
    const [, other] = areasOf(holding('register:read@arvika', 'assignments:manage@karlstad'));
    expect(other?.places.map((place) => place.label)).not.toContain('assignments');
    expect(kinds(holding('register:read@arvika', 'assignments:manage@arvika'))).toEqual(['me', 'association']);
  });

  it('of the ombudsman include an association only while in it', () => {
    const session = holding('register:read@district', 'care:work@district', 'statistics:read@district');
    expect(kinds(session)).toEqual(['me', 'district']);
    expect(kinds(session, 'kil')).toEqual(['me', 'association', 'district']);
    expect(homeOf(session)).toBe('/distrikt');
  });

  it('never open an association to somebody without a right in it', () => {
    expect(kinds(holding('statistics:read@district'), 'kil')).toEqual(['me', 'district']);
  });

  it('of an administrator include the accounts, where requests may wait', () => {
    const session = holding('member:self', 'admin:accounts@district', 'assignments:manage@district', 'ops:operate@district');
    expect(kinds(session)).toEqual(['me', 'district', 'ops', 'admin']);
    expect(homeOf(session)).toBe('/administration');
  });

  it('are at most five', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((id) => `care:work@${id}`);
    expect(kinds(holding(...many, 'statistics:read@district', 'ops:operate@district', 'admin:accounts@district'))).toHaveLength(5);
  });
});
