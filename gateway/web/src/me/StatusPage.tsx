import { Title } from '@mantine/core';
import { Link } from 'react-router';
import { useSession } from '../api/session';
import type { Me } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { OwnTransfers } from '../office/OwnTransfers';
import { PlanWaits } from '../plan/PlanWaits';
import { Answered } from '../ui/Answered';
import { Facts } from '../ui/Facts';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { showPhone } from '../ui/phone';
import { useTexts } from '../ui/useTexts';
import { useMe } from './data';
import { Assignments } from './Assignments';
import { OfferHelp } from './OfferHelp';
import { statusOf } from './status';
import classes from './StatusPage.module.css';

/** Min sida: how one stands, in words and with dates, and where one belongs. */
export default function StatusPage() {
  const t = useTexts('me');
  const me = useMe();
  const { data: session } = useSession();
  const locked = session?.secondFactor.required === true && !session.secondFactor.satisfied;
  return (
    <Page title={me.data ? t('me:status.hello', { name: me.data.givenName }) : t('common:area.me')}>
      {locked && (
        <Note kind="information" title={t('me:status.locked')}>
          <Link to="/andra-faktor">{t('me:status.unlock')}</Link>
        </Note>
      )}
      <Answered query={me} rows={3}>
        {(person) => (
          <>
            <Standing person={person} />
            <Assignments assignments={person.assignments} />
            <OwnTransfers />
            <PlanWaits />
            {person.membership.endedOn === null && <OfferHelp />}
            <YourAssociation person={person} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Standing({ person }: { person: Me }) {
  const t = useTexts('me');
  const { longDay } = useFormat();
  const status = statusOf(person.membership);
  const dates = { date: longDay(status.date), paidOn: status.paidOn ? longDay(status.paidOn) : '' };
  return (
    <section className={classes.standing} aria-labelledby="status">
      <h2 id="status" className={classes.title}>
        {t(`me:status.title.${status.title}`, dates)}
      </h2>
      {status.help && <p>{t(`me:status.help.${status.help}`, dates)}</p>}
    </section>
  );
}

function YourAssociation({ person }: { person: Me }) {
  const t = useTexts('me');
  const codes = useCodes();
  const { longDay } = useFormat();
  return (
    <section className="section">
      <Title order={2}>{t('me:about.title')}</Title>
      <Facts
        items={[
          [t('me:about.association'), person.association.name],
          [t('me:about.applied'), longDay(person.membership.appliedOn)],
          [t('me:about.number'), person.memberNumber ?? t('me:about.noNumber')],
          [t('words:person.email'), person.email ?? t('words:person.notStated')],
          [t('words:person.phone'), person.phone ? showPhone(person.phone) : t('words:person.notStated')],
          [t('words:person.helpWith'), person.helpWith.map((way) => codes('helpWay', way)).join(', ') || t('words:person.nothing')],
        ]}
      />
      <p style={{ marginTop: '1rem' }}>
        <Link to="/min-sida/uppgifter">{t('me:about.correct')}</Link>
      </p>
    </section>
  );
}
