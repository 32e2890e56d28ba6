import { associations, cases, contacts, day, detailsOf, hours, idOf, municipalityRows, people, personOf } from './mockData.ts';
import { MockFailure, type MockRequest } from './mockRequest.ts';
import { sessionOf } from './mockRoles.ts';

interface Route {
  pattern: RegExp;
  handle: (request: MockRequest) => unknown;
}

const route = (method: string, path: string, handle: Route['handle']): Route => ({ pattern: new RegExp(`^${method} ${path.replace(/:\w+/g, '([^/]+)')}$`), handle });
const page = <T>({ query, empty }: MockRequest, rows: T[]) => {
  const size = Number(query.get('size') ?? 50);
  const start = Number(query.get('after') ?? 0);
  return empty ? { items: [], next: null } : { items: rows.slice(start, start + size), next: start + size < rows.length ? String(start + size) : null };
};
const months = Array.from({ length: 24 }, (_, index) => new Date(Date.UTC(2024, 11 + index, 15)).toISOString().slice(0, 7));
let me = { ...personOf(idOf(10_003)), givenName: 'Karin', familyName: 'Åberg', version: 1 };
const missing = new MockFailure(404, 'request.not_found', 'Det du söker finns inte, eller så har du inte behörighet att se det.');

const caseOf = (id: string) => {
  const found = cases.find((one) => one.caseId === id);
  return found ? { case: found, member: { name: found.memberName, email: 'namn@exempel.se', phone: '+46701740605', helpWith: ['leaflets', 'events'], message: 'Ring gärna efter klockan 17.', language: 'sv' }, contacts: [...(contacts.get(id) ?? [])].reverse(), version: 1 } : missing;
};

export const routes: Route[] = [
  route('GET', '/auth/session', ({ role }) => sessionOf(role)),
  route('POST', '/auth/sign-in', () => undefined),
  route('POST', '/auth/sign-in/complete', ({ body, setRole }) => {
    if (body.token === 'anvand') return new MockFailure(400, 'auth.link_invalid', 'Länken går inte att använda. Den gäller i 15 minuter och bara en gång.');
    setRole('member');
    return sessionOf('member');
  }),
  route('POST', '/auth/sign-out', ({ setRole }) => setRole(undefined)),
  route('POST', '/auth/totp/begin', () => ({ secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', uri: 'otpauth://totp/x', qrSvg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h3v3H1zM5 1h3v3H5zM1 5h3v3H1zM6 6h1v1H6z"/></svg>' })),
  route('POST', '/auth/totp/confirm', () => ({ recoveryCodes: Array.from({ length: 10 }, (_, index) => `7k3m-${String(1041 + index * 611)}`) })),
  route('POST', '/auth/totp/verify', ({ body, setRole }) => {
    if (body.code === '000000') return new MockFailure(400, 'auth.code_wrong', 'Koden stämmer inte. Vänta på nästa kod och försök igen.');
    setRole('ombudsman');
    return sessionOf('ombudsman');
  }),
  route('POST', '/auth/totp/remove', () => undefined),
  route('GET', '/auth/passkeys', ({ empty }) => (empty ? [] : [{ id: 'a', name: 'Min telefon', createdAt: hours(-900) }])),
  route('DELETE', '/auth/passkeys/:id', () => undefined),
  route('POST', '/dev/users/:role/sign-in', ({ path, setRole }) => setRole(path[0])),
  route('GET', '/dev/clock', () => ({ now: hours(0), aheadSeconds: 0 })),
  route('GET', '/health', () => ({ status: 'degraded', entries: { members: { status: 'healthy' }, events: { status: 'healthy' }, communications: { status: 'unhealthy', description: 'Did not answer within 2 s.' }, elections: { status: 'healthy' }, database: { status: 'healthy' }, broker: { status: 'degraded' } } })),
  route('GET', '/api/communications/mails', (request) => page(request, request.query.get('state') === 'sent' ? [] : [
    { id: idOf(61), template: 'welcome', state: 'failed', attempts: 12, createdAt: hours(-90), ageSeconds: 324_000, nextAttemptAt: null, sentAt: null, reason: 'smtp_550' },
    { id: idOf(62), template: 'signInLink', state: 'queued', attempts: 1, createdAt: hours(-0.2), ageSeconds: 720, nextAttemptAt: hours(0.1), sentAt: null, reason: 'connect' },
  ].filter((mail) => !request.query.get('state') || mail.state === request.query.get('state')))),
  route('POST', '/api/communications/mails/:id/retry', () => ({})),
  route('GET', '/api/events/calendar', (request) => page(request, [
    { id: '1', titleSv: 'Öppet möte om sjukvården på landsbygden', titleEn: 'Open meeting on rural health care', startsAt: hours(100), place: 'Folkets hus, Arvika', associationName: 'Vänsterpartiet Arvika' },
    { id: '2', titleSv: 'Studiecirkel: Så styrs regionen', titleEn: 'Study circle: How the region is governed', startsAt: hours(170), place: null, associationName: 'Vänsterpartiet Värmland' },
    { id: '3', titleSv: 'Fika för nya medlemmar', titleEn: 'Coffee for new members', startsAt: hours(260), place: 'Expeditionen, Karlstad', associationName: 'Vänsterpartiet Karlstad' },
  ])),

  route('GET', '/api/members/municipalities', () => municipalityRows),
  route('GET', '/api/members/postal-codes/:code', ({ path }) => ({ municipalityCode: path[0]?.startsWith('65') ? '1780' : path[0]?.startsWith('671') ? '1784' : null })),
  route('POST', '/api/members/applications', ({ body }) => (String(body.email).endsWith('@fel.se') ? new MockFailure(400, 'request.invalid', 'Några uppgifter behöver rättas. Inget har sparats.', { email: ['Adressen går inte att nå.'] }) : { email: body.email })),
  route('POST', '/api/members/applications/confirmation', ({ body }) => (body.token === 'anvand' ? new MockFailure(400, 'join.link_invalid', 'Länken går inte att använda. Den kan vara för gammal eller redan använd.') : { givenName: 'Karin', associationName: 'Vänsterpartiet Karlstad' })),
  route('GET', '/api/members/me', () => me),
  route('PUT', '/api/members/me', ({ body }) => (me = { ...me, ...body, version: me.version + 1 } as typeof me)),
  route('GET', '/api/members/me/reads', (request) => page(request, [
    { id: 2, at: hours(-3), assignment: 'membershipSecretary', associationName: 'Vänsterpartiet Karlstad', what: 'details', purpose: 'care' },
    { id: 1, at: hours(-300), assignment: 'ombudsman', associationName: null, what: 'list', purpose: null },
  ])),
  route('GET', '/api/members/associations', () => associations),
  route('GET', '/api/members/people', (request) => {
    const { query } = request;
    const word = (query.get('q') ?? '').toLowerCase();
    return page(request, people.filter((row) => (!word || row.name.toLowerCase().includes(word)) && (!query.get('association') || row.associationId === query.get('association')) && (!query.get('state') || row.state === query.get('state'))));
  }),
  route('GET', '/api/members/people/:id', ({ path }) => (people.some((row) => row.memberId === path[0]) ? detailsOf(path[0] ?? '') : missing)),
  route('PUT', '/api/members/people/:id', ({ path, body }) => ({ ...personOf(path[0] ?? ''), ...body })),
  route('POST', '/api/members/people/:id/payment', ({ body }) => ({ state: 'paid', paidOn: body.paidOn, effectiveOn: day(30), isForecast: true })),
  route('DELETE', '/api/members/people/:id/payment', () => undefined),
  route('POST', '/api/members/people/:id/(refusal|revocation|appeal)', () => undefined),
  route('GET', '/api/members/care/cases', (request) => {
    const { query } = request;
    const wanted = query.get('state') ?? 'open';
    return page(request, cases.filter((one) => (wanted === 'late' ? one.isLate && one.state === 'open' : one.state === wanted)).map((one) => (query.get('association') ? { ...one, associationId: query.get('association') } : one)));
  }),
  route('GET', '/api/members/care/cases/:id', ({ path }) => caseOf(path[0] ?? '')),
  route('POST', '/api/members/care/cases', () => ({ caseId: cases[0]?.caseId, due: hours(48) })),
  route('POST', '/api/members/care/cases/:id/contacts', ({ path, body }) => {
    const id = path[0] ?? '';
    contacts.set(id, [...(contacts.get(id) ?? []), { contactId: idOf(Date.now() % 100_000), at: hours(0), outcome: String(body.outcome), note: (body.note as string | undefined) ?? null, by: 'Ingrid Mossberg', canUndo: true }]);
    const found = cases.find((one) => one.caseId === id);
    if (found) Object.assign(found, { attempts: found.attempts + 1, lastOutcome: body.outcome, state: body.outcome === 'done' ? 'done' : 'open' });
    return caseOf(id);
  }),
  route('DELETE', '/api/members/care/cases/:id/contacts/:contact', ({ path }) => {
    const id = path[0] ?? '';
    contacts.set(id, (contacts.get(id) ?? []).filter((one) => one.contactId !== path[1]));
    const found = cases.find((one) => one.caseId === id);
    if (found) Object.assign(found, { state: 'open', attempts: Math.max(0, found.attempts - 1) });
    return caseOf(id);
  }),
  route('POST', '/api/members/care/cases/:id/assignee', ({ path }) => caseOf(path[0] ?? '')),
  route('GET', '/api/members/care/cases/:id/assignees', () => [{ memberId: idOf(10_000), name: 'Ingrid Mossberg', assignment: 'membershipSecretary' }, { memberId: idOf(10_001), name: 'Per Granqvist', assignment: 'chair' }]),
  route('GET', '/api/members/hand-overs/export', () => 'name;association;joined'),
  route('GET', '/api/members/hand-overs', (request) => {
    const state = request.query.get('state') ?? 'toSend';
    return page(request, people.slice(0, 60).filter((_, index) => ['toSend', 'sent', 'confirmed'][index % 3] === state).map((row, index) => ({ handOverId: idOf(30_000 + index), memberId: row.memberId, name: row.name, associationName: row.associationName, joinedOn: row.since, state, createdAt: hours(-100), sentAt: state === 'toSend' ? null : hours(-200 + index), confirmedAt: state === 'confirmed' ? hours(-50) : null, memberNumber: state === 'confirmed' ? String(104_000 + index) : null, isOverdue: state === 'sent' && index < 2 })));
  }),
  route('POST', '/api/members/hand-overs/.*', ({ body }) => ({ changed: Array.isArray(body.ids) ? body.ids.length : 1 })),
  route('GET', '/api/members/district/growth', ({ empty }) => ({
    membersNow: empty ? 0 : 1248, applicants: empty ? 0 : 9, joinedThisYear: empty ? 0 : 163, leftThisYear: empty ? 0 : 71, joinedSamePeriodLastYear: empty ? 0 : 131,
    months: months.map((month, index) => ({ name: month, joined: empty ? 0 : 6 + ((index * 7) % 13) + (index > 18 ? 9 : 0), left: empty ? 0 : 2 + ((index * 5) % 6), members: empty ? 0 : 1080 + index * 7 })),
    associations: empty ? [] : associations,
  })),
  route('GET', '/api/members/district/reports', (request) => page(request, [
    { reportId: idOf(41), kind: 'revocation', memberId: idOf(10_004), memberName: 'Olga Rask', associationName: 'Vänsterpartiet Kil', note: null, reportedAt: hours(-30), reason: 'Styrelsen beslutade den 3 november att återkalla medlemskapet, eftersom personen är medlem i ett annat parti.', seenAt: null },
    { reportId: idOf(42), kind: 'refusal', memberId: idOf(10_009), memberName: 'Sven Torell', associationName: 'Vänsterpartiet Arvika', note: null, reportedAt: hours(-500), reason: 'Personen arbetar mot partiets grundsyn.', seenAt: hours(-450) },
  ])),
  route('POST', '/api/members/district/reports/:id/seen', () => undefined),
  route('GET', '/api/members/plan/goals', ({ empty }) => (empty ? [] : [
    ['G1', 'Växa i antal medlemmar'], ['G2', 'Stödja partiföreningarna i medlemsvård och medlemsadministration'], ['G3', 'Aktivera medlemmarna tillsammans med partiföreningarna'], ['G8', 'Hålla regionala temaseminarier'], ['A1', 'Hålla valkonferens i december'], ['A3', 'Samordna förvalskampanjen'],
  ].map(([code = '', title]) => ({ year: 2026, code, kind: code.startsWith('A') ? 'activity' : 'standing', title })))),
  route('GET', '/api/members/assignments/kinds', () => ['chair', 'treasurer', 'membershipSecretary', 'boardMember', 'districtChair', 'districtBoardMember', 'ombudsman'].map((kind) => ({ name: kind, scope: kind.startsWith('district') || kind === 'ombudsman' ? 'district' : 'association', permissions: ['register:read'] }))),
  route('GET', '/api/members/assignments', (request) => page(request, people.slice(0, 12).map((row, index) => ({ assignmentId: idOf(50_000 + index), memberId: row.memberId, memberName: row.name, kind: ['districtChair', 'ombudsman', 'chair', 'treasurer', 'membershipSecretary'][index % 5], associationId: index % 5 < 2 ? null : row.associationId, associationName: index % 5 < 2 ? null : row.associationName, from: day(-200), until: index % 4 === 0 ? null : day(165), endedOn: null })))),
  route('POST', '/api/members/assignments', ({ body }) => ({ ...body, assignmentId: idOf(50_999), memberName: 'Ny Person' })),
  route('POST', '/api/members/assignments/:id/end', () => undefined),
];
