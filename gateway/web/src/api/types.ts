import type { paths as CommunicationsPaths } from './generated/communications';
import type { paths as GatewayPaths } from './generated/gateway';
import type { paths as MembersPaths } from './generated/members';

// Types are taken from what an address answers, not from schema names: an address is a contract, a schema's name is not.
type Good = 200 | 201 | 202;
type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;
type Answer<P, Path extends keyof P, Method extends string> = P[Path] extends { [M in Method]: { responses: infer R } } ? Json<R[Good & keyof R]> : never;
type Body<P, Path extends keyof P, Method extends string> = P[Path] extends { [M in Method]: { requestBody: infer R } } ? Json<R> : never;

export type Session = Answer<GatewayPaths, '/auth/session', 'get'>;
export type OwnSession = Answer<GatewayPaths, '/auth/sessions', 'get'>[number];
export type OwnEvent = Answer<GatewayPaths, '/auth/events', 'get'>['items'][number];
export type Account = Answer<GatewayPaths, '/auth/accounts/{id}', 'get'>;
export type FactorReset = Answer<GatewayPaths, '/auth/factor-resets', 'get'>['items'][number];
export type PartnerClient = Answer<GatewayPaths, '/auth/clients', 'get'>['clients'][number];
export type ClientEdit = Body<GatewayPaths, '/auth/clients/{id}', 'put'>;
export type SigningKey = Answer<GatewayPaths, '/auth/keys', 'get'>['keys'][number];
export type LogEntry = Answer<GatewayPaths, '/auth/security-log', 'get'>['items'][number];
export type Passkey = Answer<GatewayPaths, '/auth/passkeys', 'get'>[number];

export type Municipality = Answer<MembersPaths, '/api/members/municipalities', 'get'>[number];
export type Application = Body<MembersPaths, '/api/members/applications', 'post'>;
export type HelpWay = NonNullable<Application['helpWith']>[number];
export type Gender = NonNullable<Application['gender']>;

export type Me = Answer<MembersPaths, '/api/members/me', 'get'>;
export type PersonEdit = Body<MembersPaths, '/api/members/me', 'put'>;
export type Membership = Me['membership'];
export type MembershipState = Membership['state'];
export type CareReason = NonNullable<Body<MembersPaths, '/api/members/care/cases', 'post'>['reason']>;
export type Read = Answer<MembersPaths, '/api/members/me/reads', 'get'>['items'][number];

export type Association = Answer<MembersPaths, '/api/members/associations', 'get'>[number];
export type PersonRow = Answer<MembersPaths, '/api/members/people', 'get'>['items'][number];
export type Person = Answer<MembersPaths, '/api/members/people/{id}', 'get'>;
export type Move = Answer<MembersPaths, '/api/members/moves', 'get'>['items'][number];
export type DuplicatePair = Answer<MembersPaths, '/api/members/duplicates', 'get'>['items'][number];
export type MergedPair = Answer<MembersPaths, '/api/members/merges', 'get'>['items'][number];
export type MergeEdit = Body<MembersPaths, '/api/members/merges', 'post'>;
export type Ending = Body<MembersPaths, '/api/members/people/{id}/ending', 'post'>;
export type CaseRow = Answer<MembersPaths, '/api/members/care/cases', 'get'>['items'][number];
export type Case = Answer<MembersPaths, '/api/members/care/cases/{id}', 'get'>;
export type Contact = Case['contacts'][number];
export type Outcome = NonNullable<Body<MembersPaths, '/api/members/care/cases/{id}/contacts', 'post'>['outcome']>;

export type HandOver = Answer<MembersPaths, '/api/members/hand-overs', 'get'>['items'][number];
export type Growth = Answer<MembersPaths, '/api/members/district/growth', 'get'>;
export type Report = Answer<MembersPaths, '/api/members/district/reports', 'get'>['items'][number];
export type AssignmentRow = Answer<MembersPaths, '/api/members/assignments', 'get'>['items'][number];
export type AssignmentKind = Answer<MembersPaths, '/api/members/assignments/kinds', 'get'>[number];
export type NewAssignment = Body<MembersPaths, '/api/members/assignments', 'post'>;

export type Profile = Answer<MembersPaths, '/api/members/associations/{id}', 'get'>;
export type AssociationEdit = Body<MembersPaths, '/api/members/associations/{id}', 'put'>;
export type ContactEdit = Body<MembersPaths, '/api/members/associations/{id}/contact', 'put'>;
export type StateChange = Body<MembersPaths, '/api/members/associations/{id}/state', 'post'>;
export type Health = Answer<MembersPaths, '/api/members/associations/health', 'get'>;
export type HealthRow = Health['associations'][number];
export type HealthValue = HealthRow['figures'][number];
export type HealthLimit = Health['limits'][number];
export type HealthFigure = HealthValue['figure'];
export type Light = HealthValue['light'];
export type Committee = Answer<MembersPaths, '/api/members/committees', 'get'>[number];
export type NewCommittee = Body<MembersPaths, '/api/members/committees', 'post'>;
export type NewSeat = Body<MembersPaths, '/api/members/committees/{id}/members', 'post'>;
export type MergeRequest = Body<MembersPaths, '/api/members/reorganisations/merge', 'post'>;
export type SplitRequest = Body<MembersPaths, '/api/members/reorganisations/split', 'post'>;
export type Moving = Answer<MembersPaths, '/api/members/reorganisations/split/preview', 'post'>;
export type Reorganisation = Answer<MembersPaths, '/api/members/reorganisations', 'get'>['items'][number];
export type Segment = Answer<MembersPaths, '/api/members/segments/{id}', 'get'>;
export type SegmentEdit = Body<MembersPaths, '/api/members/segments', 'post'>;
export type LiaisonRow = Answer<MembersPaths, '/api/members/liaisons/associations', 'get'>['items'][number];
export type LiaisonAssociation = Answer<MembersPaths, '/api/members/liaisons/associations/{id}', 'get'>;
export type LiaisonContact = Answer<MembersPaths, '/api/members/liaisons/associations/{id}/contacts', 'get'>['items'][number];
export type NewContact = Body<MembersPaths, '/api/members/liaisons/associations/{id}/contacts', 'post'>;
export type LiaisonPromise = Answer<MembersPaths, '/api/members/liaisons/promises', 'get'>['items'][number];
export type LiaisonMessage = Answer<MembersPaths, '/api/members/liaisons/associations/{id}/messages', 'get'>['items'][number];
export type LiaisonProposal = Answer<MembersPaths, '/api/members/liaisons/proposal', 'get'>;
export type Appointee = Body<MembersPaths, '/api/members/liaisons/appointments', 'post'>['choices'][number];
export type BoardMember = Answer<MembersPaths, '/api/members/liaisons/board', 'get'>[number];
export type StandIn = Answer<MembersPaths, '/api/members/liaisons/stand-ins', 'get'>[number];
export type NewStandIn = Body<MembersPaths, '/api/members/liaisons/stand-ins', 'post'>;

export type Mail = Answer<CommunicationsPaths, '/api/communications/mails', 'get'>['items'][number];
export type MailState = Mail['state'];

export type Import = Answer<MembersPaths, '/api/members/central-imports/{id}', 'get'>;
export type FileLook = Answer<MembersPaths, '/api/members/central-imports/look', 'post'>;
export type FileHeading = FileLook['headings'][number];
export type CentralField = NonNullable<FileHeading['field']>;
export type Difference = Answer<MembersPaths, '/api/members/central-imports/{id}/differences', 'get'>['items'][number];
export type DifferenceKind = NonNullable<Body<MembersPaths, '/api/members/central-imports/{id}/decisions', 'post'>['kind']>;
export type Decision = NonNullable<Difference['decision']>;

export type Platform = Answer<GatewayPaths, '/api/gateway/platform', 'get'>;
export type Trouble = Platform['troubles'][number];
export type PlatformHistory = Answer<GatewayPaths, '/api/gateway/platform/history', 'get'>;
export type OpsMessage = Answer<MembersPaths, '/api/members/ops/messages', 'get'>['items'][number];
export type OpsJob = Answer<MembersPaths, '/api/members/ops/jobs', 'get'>[number];
export type OpsAction = Answer<MembersPaths, '/api/members/ops/actions', 'get'>['items'][number];
export type OpsResend = Answer<MembersPaths, '/api/members/ops/resends', 'get'>[number];

export type ClaimRow = Answer<MembersPaths, '/api/members/claims', 'get'>['items'][number];
export type ClaimState = ClaimRow['state'];
export type Claim = Answer<MembersPaths, '/api/members/claims/{id}', 'get'>;
export type ClaimContent = Body<MembersPaths, '/api/members/claims', 'post'>;
export type ClaimLine = Claim['lines'][number];
export type ReceiptFile = Claim['receipts'][number];
export type ClaimChoices = Answer<MembersPaths, '/api/members/claims/choices', 'get'>;
export type EconomyYear = Answer<MembersPaths, '/api/members/economy/years/{year}', 'get'>;
export type OutcomeLine = EconomyYear['lines'][number];
export type BudgetLine = Body<MembersPaths, '/api/members/economy/years/{year}/budget', 'put'>['lines'][number];
export type EconomyPlaces = Answer<MembersPaths, '/api/members/economy/places', 'get'>;
export type Cost = Answer<MembersPaths, '/api/members/economy/costs', 'get'>['items'][number];
export type NewCost = Body<MembersPaths, '/api/members/economy/costs', 'post'>;
export type PaymentListRow = Answer<MembersPaths, '/api/members/economy/payment-lists', 'get'>['items'][number];
export type Grant = Answer<MembersPaths, '/api/members/economy/grants', 'get'>['items'][number];
export type GrantState = Grant['state'];
