/** Synthetic people and associations. Every name is put together from lists; none is anybody's. */
export const municipalities = [
  ['1784', 'Arvika'], ['1730', 'Eda'], ['1782', 'Filipstad'], ['1763', 'Forshaga'], ['1764', 'Grums'], ['1783', 'Hagfors'], ['1761', 'Hammarö'], ['1780', 'Karlstad'],
  ['1715', 'Kil'], ['1781', 'Kristinehamn'], ['1762', 'Munkfors'], ['1760', 'Storfors'], ['1766', 'Sunne'], ['1785', 'Säffle'], ['1737', 'Torsby'], ['1765', 'Årjäng'],
] as const;

const dormant = new Set(['1730', '1762']);
export const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const district = { id: idOf(1), name: 'Vänsterpartiet Värmland' };
export const associationId = (code: string) => idOf(Number(code));
export const now = new Date();
export const day = (offset: number) => new Date(now.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
export const hours = (offset: number) => new Date(now.getTime() + offset * 3_600_000).toISOString();

const given = ['Åsa', 'Bilal', 'Cecilia', 'Daniel', 'Elin', 'Farah', 'Gunnar', 'Hanna', 'Ingrid', 'Jonas', 'Karin', 'Leyla', 'Maja', 'Nils', 'Olga', 'Per', 'Rosa', 'Sven', 'Tova', 'Ulla'];
const family = ['Andersson', 'Berglund', 'Dahl', 'Ek', 'Forsberg', 'Granqvist', 'Hedlund', 'Isaksson', 'Jansson', 'Kvist', 'Lindmark', 'Mossberg', 'Nyström', 'Ohlsson', 'Rask', 'Sandell', 'Torell', 'Vallin', 'Åberg', 'Östlund'];
const states = ['member', 'member', 'member', 'paid', 'applicant', 'member', 'lapsed', 'member', 'left', 'refused'] as const;

export const associations = [
  { ...district, municipalityCode: null, state: 'active', isDistrict: true, members: 14, joinedThisYear: 3, leftThisYear: 0, openCases: 1, lateCases: 0 },
  ...municipalities.map(([code, name], index) => ({
    id: associationId(code), name: `Vänsterpartiet ${name}`, municipalityCode: code, state: dormant.has(code) ? 'dormant' : 'active', isDistrict: false,
    members: dormant.has(code) ? 0 : 18 + ((index * 37) % 140) + (code === '1780' ? 260 : 0), joinedThisYear: dormant.has(code) ? 0 : 2 + ((index * 5) % 9), leftThisYear: index % 4, openCases: dormant.has(code) ? 0 : index % 5, lateCases: index % 5 === 4 ? 2 : 0,
  })),
];

export const municipalityRows = municipalities.map(([code, name]) => dormant.has(code)
  ? { code, name, associationId: district.id, associationName: district.name, isActive: false }
  : { code, name, associationId: associationId(code), associationName: `Vänsterpartiet ${name}`, isActive: true });

export const people = Array.from({ length: 300 }, (_, index) => {
  const [code, place] = municipalities[index % 3 === 0 ? 7 : index % municipalities.length] ?? municipalities[0];
  const name = index === 7 ? 'Maximiliana Wilhelmina Bernadotte-Österberg von Grevenhielm-Fryksdalen' : `${given[(index * 7) % given.length] ?? ''} ${family[(index * 3 + Math.floor(index / 20)) % family.length] ?? ''}`;
  return { memberId: idOf(10_000 + index), name, associationId: associationId(code), associationName: `Vänsterpartiet ${place}`, state: states[index % states.length] ?? 'member', since: day(-30 - index * 9), hasOpenCase: index % 11 === 0 };
});

export const cases = Array.from({ length: 9 }, (_, index) => {
  const person = people[index * 3] ?? people[0];
  const due = [-52, -5, 3, 20, 40, 46, 70, 96, 140][index] ?? 48;
  return {
    caseId: idOf(20_000 + index), reason: ['welcome', 'welcome', 'unpaidFee', 'welcome', 'wantsToHelp'][index % 5] ?? 'welcome', memberId: person?.memberId ?? '', memberName: person?.name ?? '', associationId: person?.associationId ?? '', associationName: person?.associationName ?? '',
    assigneeId: index % 3 === 2 ? null : idOf(10_000), assigneeName: index % 3 === 2 ? null : 'Ingrid Mossberg', closedAt: null as string | null, openedAt: hours(due - 48), due: hours(due), isLate: due < 0, state: 'open' as 'open' | 'done', lastOutcome: index % 4 === 1 ? 'noAnswer' : null as string | null, attempts: index % 4 === 1 ? 1 : 0,
  };
});
export const contacts = new Map<string, { contactId: string; at: string; outcome: string; note: string | null; by: string; canUndo: boolean }[]>();

export function personOf(memberId: string) {
  const row = people.find((person) => person.memberId === memberId) ?? people[0];
  const [givenName = '', ...rest] = (row?.name ?? '').split(' ');
  const state = row?.state ?? 'member';
  return {
    memberId, givenName, familyName: rest.join(' '), email: 'namn@exempel.se', phone: '+46701740605', postalCode: '652 24', municipalityCode: '1780', gender: 'woman', birthYear: 1988, language: 'sv', helpWith: ['leaflets', 'events'],
    association: { id: row?.associationId ?? '', name: row?.associationName ?? '' },
    membership: { state, appliedOn: day(-12), paidOn: state === 'applicant' ? null : day(-8), effectiveOn: state === 'applicant' ? null : day(22), isForecast: true, revocableUntil: state === 'applicant' ? null : day(82), endedOn: ['left', 'lapsed', 'refused'].includes(state) ? day(-2) : null, endReason: null, appealedOn: null },
    assignments: [] as unknown[], version: 3, memberNumber: state === 'member' ? '104233' : null,
  };
}

export function detailsOf(memberId: string) {
  const person = personOf(memberId);
  return {
    person, handOverState: person.membership.state === 'member' ? 'confirmed' : 'toSend', message: 'Ring gärna efter klockan 17.',
    history: [{ at: hours(-24 * 8), action: 'membership.paid', reason: null }, { at: hours(-24 * 10), action: 'care.called', reason: null }, { at: hours(-24 * 12), action: 'member.joined', reason: null }],
    openCases: people.find((row) => row.memberId === memberId)?.hasOpenCase ? [{ caseId: cases[0]?.caseId ?? '', reason: 'welcome', due: hours(-5) }] : [],
  };
}
