import { Title } from '@mantine/core';
import { useParams } from 'react-router';
import { ActivityForm } from '../activation/ActivityForm';
import { useAssociationNames } from '../api/associations';
import { may } from '../api/rights';
import { useSession } from '../api/session';
import type { Person } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Belonging } from '../register/Belonging';
import { Consent } from '../privacy/Consent';
import { PersonalNumber } from '../privacy/PersonalNumber';
import { EndMembership } from '../register/EndMembership';
import { FeeYears } from '../register/FeeYears';
import { ProtectedIdentity, ProtectedNote } from '../register/ProtectedIdentity';
import { Answered } from '../ui/Answered';
import { Facts } from '../ui/Facts';
import { Page } from '../ui/Page';
import { showPhone } from '../ui/phone';
import { useTexts } from '../ui/useTexts';
import { Correction } from './Correction';
import { usePerson } from './data';
import { Decisions } from './Decisions';
import { OpenCases } from './OpenCases';
import { Payment } from './Payment';
import { Standing } from './Standing';

/** One person of the association: how they stand, what can be done, how to reach them, what has happened. */
export default function PersonPage() {
  const t = useTexts('association');
  const { id = '', memberId = '' } = useParams();
  const nameOf = useAssociationNames();
  const found = usePerson(memberId, 'register');
  const name = found.data && `${found.data.person.givenName} ${found.data.person.familyName}`;
  const crumbs = [
    { label: nameOf(id), to: `/forening/${id}` },
    { label: t('common:place.people'), to: `/forening/${id}/medlemmar` },
  ];
  return (
    <Page title={name ?? t('association:person.title')} crumbs={crumbs}>
      <Answered query={found}>{(details) => <Details details={details} />}</Answered>
    </Page>
  );
}

function Details({ details }: { details: Person }) {
  const { data: session } = useSession();
  const { person } = details;
  const where = person.association.id;
  return (
    <>
      <ProtectedNote person={person} />
      <Standing details={details} />
      {may(session, 'fees:note', where) && <Payment person={person} />}
      <FeeYears details={details} mayNote={may(session, 'fees:note', where)} />
      <ContactWays details={details} />
      {may(session, 'care:work', where) && <OpenCases details={details} />}
      {may(session, 'register:edit', where) && <ActivityForm member={person.memberId} />}
      {may(session, 'register:edit', where) && <Correction person={person} />}
      <Belonging person={person} mayEdit={may(session, 'register:edit', where)} />
      {may(session, 'membership:decide', where) && <Decisions person={person} />}
      {may(session, 'register:edit', where) && <EndMembership person={person} />}
      <ProtectedIdentity person={person} />
      {may(session, 'register:edit', where) && !person.protection?.isHidden && (
        <>
          <PersonalNumber person={person.memberId} />
          <Consent person={person.memberId} />
        </>
      )}
      <Earlier earlier={details.earlier} />
      <History history={details.history} />
    </>
  );
}

function ContactWays({ details: { person, message } }: { details: Person }) {
  const t = useTexts('association');
  const codes = useCodes();
  return (
    <section className="section">
      <Title order={2}>{t('association:person.reach')}</Title>
      <Facts
        items={[
          [t('words:person.phone'), person.phone ? <a href={`tel:${person.phone}`}>{showPhone(person.phone)}</a> : t('words:person.notStated')],
          [t('words:person.email'), person.email ? <a href={`mailto:${person.email}`}>{person.email}</a> : t('words:person.notStated')],
          [t('words:person.helpWith'), person.helpWith.map((way) => codes('helpWay', way)).join(', ') || t('words:person.nothing')],
          ...(message ? [[t('association:case.message'), message] satisfies [string, string]] : []),
          ...person.assignments.map((held): [string, string] => [codes('assignment', held.kind), held.associationName ?? t('common:area.district')]),
        ]}
      />
    </section>
  );
}

function Earlier({ earlier }: { earlier: Person['earlier'] }) {
  const t = useTexts('people');
  const codes = useCodes();
  const { longDay } = useFormat();
  if (earlier.length === 0) return null;
  return (
    <section className="section">
      <Title order={2}>{t('people:earlier.title')}</Title>
      <Facts
        items={earlier.map((one) => [
          `${longDay(one.effectiveOn ?? one.appliedOn)}–${one.endedOn ? longDay(one.endedOn) : ''}`,
          t('people:earlier.row', { state: codes('membership', one.state), association: one.associationName }),
        ])}
      />
    </section>
  );
}

function History({ history }: { history: Person['history'] }) {
  const t = useTexts('association');
  const codes = useCodes();
  const { dayAndTime } = useFormat();
  return (
    <section className="section">
      <Title order={2}>{t('association:person.history')}</Title>
      {history.length === 0 ? (
        <p className="dim">{t('association:person.noHistory')}</p>
      ) : (
        <Facts
          items={history.map((entry) => [
            dayAndTime(entry.at),
            <>
              {codes('history', entry.action)}
              {entry.reason && <div className="dim">{entry.reason}</div>}
            </>,
          ])}
        />
      )}
    </section>
  );
}
