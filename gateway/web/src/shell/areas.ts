import { may, mayInDistrict, scopesOf } from '../api/rights';
import type { Session } from '../api/types';
import type { IconName } from '../ui/Icon';

/** A place one can go, by the key of its name among the texts. */
export interface Place {
  to: string;
  label: 'overview' | 'myCases' | 'care' | 'asks' | 'engagement' | 'details' | 'reads' | 'myData' | 'privacy' | 'security' | 'now' | 'cases' | 'people' | 'lists' | 'handOver' | 'import' | 'reports' | 'assignments' | 'associations' | 'committees' | 'balance' | 'feminism' | 'profile' | 'liaisons' | 'liaison' | 'plan' | 'claims' | 'documents' | 'board' | 'central' | 'region' | 'ourRegion' | 'regionNow' | 'positions' | 'seats' | 'meetings' | 'material' | 'conference' | 'economy' | 'grants' | 'messages' | 'mail' | 'jobs' | 'actions' | 'resets' | 'accounts' | 'clients' | 'keys' | 'log';
}

export interface Area {
  kind: 'me' | 'association' | 'district' | 'region' | 'ops' | 'admin';
  icon: IconName;
  /** Which association, when the area is one. */
  associationId?: string;
  to: string;
  places: Place[];
}

const associationRights = ['register:read', 'care:work'];
const districtRights = ['statistics:read', 'reports:read', 'handover:manage', 'assignments:manage', 'liaison:work', 'economy:read'];

/**
 * The areas a person sees in the side bar: by permission, and never more than five, since they are the bottom bar on a phone.
 * @param here the association in view; those who work in the whole district see it as an area only while they are in it.
 */
export function areasOf(session: Session, here?: string): Area[] {
  const own = [...new Set([...associationRights, 'statistics:read'].flatMap((right) => scopesOf(session, right)))];
  const visited = here !== undefined && !own.includes(here) && associationRights.some((right) => mayInDistrict(session, right)) ? [here] : [];
  const district = districtRights.some((right) => mayInDistrict(session, right));
  const operator = may(session, 'ops:operate');
  const administrator = may(session, 'admin:accounts');
  const region = mayInDistrict(session, 'region:work');
  const room = 4 - Number(district) - Number(region) - Number(operator) - Number(administrator);

  return [
    { kind: 'me', icon: 'person', to: '/min-sida', places: may(session, 'care:work') || may(session, 'care:exit') ? [...mePlaces.slice(0, 1), { to: '/mina-arenden', label: 'myCases' }, ...mePlaces.slice(1)] : mePlaces },
    ...[...visited, ...own].slice(0, room).map((id) => associationArea(session, id)),
    ...(district ? [{ kind: 'district' as const, icon: 'map' as const, to: '/distrikt', places: districtPlaces(session) }] : []),
    ...(region ? [{ kind: 'region' as const, icon: 'people' as const, to: '/region', places: regionPlaces }] : []),
    ...(operator ? [{ kind: 'ops' as const, icon: 'pulse' as const, to: '/drift', places: opsPlaces }] : []),
    ...(administrator ? [{ kind: 'admin' as const, icon: 'key' as const, to: '/administration', places: adminPlaces }] : []),
  ];
}

const mePlaces: Place[] = [
  { to: '/min-sida', label: 'overview' },
  { to: '/min-sida/uppgifter', label: 'details' },
  { to: '/min-sida/utlagg', label: 'claims' },
  { to: '/min-sida/dokument', label: 'documents' },
  { to: '/min-sida/lasningar', label: 'reads' },
  { to: '/min-sida/uppgifter-om-mig', label: 'myData' },
  { to: '/min-sida/sakerhet', label: 'security' },
];

const regionPlaces: Place[] = [
  { to: '/region', label: 'regionNow' },
  { to: '/region/standpunkter', label: 'positions' },
  { to: '/region/platser', label: 'seats' },
  { to: '/region/moten', label: 'meetings' },
  { to: '/region/underlag', label: 'material' },
  { to: '/region/rapport', label: 'conference' },
];

const opsPlaces: Place[] = [
  { to: '/drift', label: 'overview' },
  { to: '/drift/meddelanden', label: 'messages' },
  { to: '/drift/mejl', label: 'mail' },
  { to: '/drift/jobb', label: 'jobs' },
  { to: '/drift/logg', label: 'actions' },
];

const adminPlaces: Place[] = [
  { to: '/administration', label: 'resets' },
  { to: '/administration/konton', label: 'accounts' },
  { to: '/administration/partner', label: 'clients' },
  { to: '/administration/nycklar', label: 'keys' },
  { to: '/administration/logg', label: 'log' },
];

function associationArea(session: Session, id: string): Area {
  const to = `/forening/${id}`;
  const places: Place[] = [];
  if (associationRights.some((right) => may(session, right, id))) places.push({ to, label: 'now' });
  if (may(session, 'care:work', id)) places.push({ to: `${to}/arenden`, label: 'cases' });
  if (may(session, 'register:read', id)) places.push({ to: `${to}/medlemmar`, label: 'people' }, { to: `${to}/listor`, label: 'lists' });
  if (may(session, 'activation:work', id)) places.push({ to: `${to}/hjalp`, label: 'asks' }, { to: `${to}/engagemang`, label: 'engagement' });
  if (may(session, 'liaison:ask', id)) places.push({ to: `${to}/fadder`, label: 'liaison' });
  if (may(session, 'central:read', id)) places.push({ to: `${to}/centralt`, label: 'central' }, { to: `${to}/region`, label: 'ourRegion' });
  if (may(session, 'grants:apply', id)) places.push({ to: `${to}/bidrag`, label: 'grants' });
  if (may(session, 'statistics:read', id)) places.push({ to: `${to}/om`, label: 'profile' }, { to: `${to}/jamstalldhet`, label: 'balance' });
  if (may(session, 'assignments:manage', id)) places.push({ to: `${to}/uppdrag`, label: 'assignments' });
  if (may(session, 'feminism:work', id)) places.push({ to: `${to}/internfeminism`, label: 'feminism' });
  return { kind: 'association', icon: 'people', associationId: id, to: places[0]?.to ?? to, places };
}

function districtPlaces(session: Session): Place[] {
  const places: [right: string, place: Place][] = [
    ['statistics:read', { to: '/distrikt', label: 'overview' }],
    ['statistics:read', { to: '/distrikt/foreningar', label: 'associations' }],
    ['statistics:read', { to: '/distrikt/medlemsvard', label: 'care' }],
    ['activation:work', { to: '/distrikt/engagemang', label: 'engagement' }],
    ['register:read', { to: '/distrikt/medlemmar', label: 'people' }],
    ['register:read', { to: '/distrikt/listor', label: 'lists' }],
    ['handover:manage', { to: '/distrikt/overlamning', label: 'handOver' }],
    ['handover:manage', { to: '/distrikt/import', label: 'import' }],
    ['reports:read', { to: '/distrikt/rapporter', label: 'reports' }],
    ['assignments:manage', { to: '/distrikt/uppdrag', label: 'assignments' }],
    ['statistics:read', { to: '/distrikt/utskott', label: 'committees' }],
    ['statistics:read', { to: '/distrikt/jamstalldhet', label: 'balance' }],
    ['feminism:work', { to: '/distrikt/internfeminism', label: 'feminism' }],
    ['liaison:work', { to: '/distrikt/faddrar', label: 'liaisons' }],
    ['board:read', { to: '/distrikt/styrelse', label: 'board' }],
    ['central:relay', { to: '/distrikt/centralt', label: 'central' }],
    // Those who are of the group have it as an area of their own.
    ...(mayInDistrict(session, 'region:work') ? [] : [['region:read', { to: '/region', label: 'region' }] as [string, Place]]),
    ['economy:read', { to: '/distrikt/ekonomi', label: 'economy' }],
    ['privacy:manage', { to: '/distrikt/dataskydd', label: 'privacy' }],
    ['plan:read', { to: '/distrikt/plan', label: 'plan' }],
  ];
  return places.filter(([right]) => mayInDistrict(session, right)).map(([, place]) => place);
}
