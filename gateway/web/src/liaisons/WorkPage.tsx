import { Title } from '@mantine/core';
import { useParams } from 'react-router';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { LiaisonAssociation } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Facts } from '../ui/Facts';
import { Page } from '../ui/Page';
import { showPhone } from '../ui/phone';
import { useTexts } from '../ui/useTexts';
import { ContactList } from './ContactList';
import { useLiaisonAssociation } from './data';
import { HandOver } from './HandOver';
import classes from './liaisons.module.css';
import { LogContact } from './LogContact';
import { Promises } from './Promises';
import { Settings } from './Settings';
import { Standing } from './Standing';
import { Talk } from './Talk';

/** One association as its liaison works with it: whom to call, what waits, and what was said. */
export default function WorkPage() {
  const t = useTexts('liaisons');
  const { id = '' } = useParams();
  const found = useLiaisonAssociation(id);
  return (
    <Page title={found.data?.association.name ?? t('common:area.association')} crumbs={[{ label: t('common:area.district'), to: '/distrikt' }, { label: t('liaisons:page.title'), to: '/distrikt/faddrar' }]}>
      <Answered query={found}>{(answered) => <Work answered={answered} />}</Answered>
    </Page>
  );
}

function Work({ answered }: { answered: LiaisonAssociation }) {
  const t = useTexts('liaisons');
  const codes = useCodes();
  const { shortDay } = useFormat();
  const { data: session } = useSession();
  const { association: row, officers, promises, history } = answered;
  return (
    <>
      <Facts
        items={[
          [t('liaisons:work.liaison'), row.liaison ? t('liaisons:work.since', { name: row.liaison.name, date: shortDay(row.liaison.since) }) : t('liaisons:coverage.nobody')],
          ...(row.standIn ? [[t('liaisons:work.standIn'), t('liaisons:work.until', { name: row.standIn.name, date: shortDay(row.standIn.until) })] as [string, string]] : []),
          [t('liaisons:work.last'), row.lastContact ? shortDay(row.lastContact) : t('liaisons:coverage.never')],
          [t('liaisons:work.next'), <Standing key="next" row={row} under />],
        ]}
      />
      <div style={{ marginTop: '1.5rem' }}>
        <LogContact associationId={row.associationId} name={row.name} />
      </div>
      <section className="section">
        <Title order={2}>{t('liaisons:talk.titleTheirs')}</Title>
        <Talk associationId={row.associationId} ours={false} />
      </section>
      {promises.length > 0 && (
        <section className="section">
          <Title order={2}>{t('liaisons:promise.title')}</Title>
          <Promises rows={promises} />
        </section>
      )}
      <section className="section">
        <Title order={2}>{t('liaisons:work.officers')}</Title>
        {officers.length === 0 ? (
          <p className="dim">{t('liaisons:work.noOfficers')}</p>
        ) : (
          <ul className={classes.rows}>
            {officers.map((officer) => (
              <li key={officer.memberId + officer.assignment}>
                <div>
                  <p>
                    <b>{officer.name}</b> <span className="dim small">{codes('assignment', officer.assignment)}</span>
                  </p>
                  <p className="small">
                    {officer.phone && <a href={`tel:${officer.phone}`}>{showPhone(officer.phone)}</a>}
                    {officer.phone && officer.email && ' · '}
                    {officer.email && <a href={`mailto:${officer.email}`}>{officer.email}</a>}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="section">
        <Title order={2}>{t('liaisons:contacts.title')}</Title>
        <ContactList associationId={row.associationId} ours={false} />
      </section>
      <Settings key={answered.version} answered={answered} />
      <section className="section">
        <Title order={2}>{t('liaisons:work.history')}</Title>
        <ul className={classes.rows}>
          {history.map((term) => (
            <li key={term.name + term.from}>
              <div>
                <p>
                  <b>{term.name}</b> <span className="dim small">{term.until ? t('liaisons:work.term', { from: shortDay(term.from), until: shortDay(term.until) }) : t(row.liaison ? 'liaisons:work.sinceDay' : 'liaisons:work.leftBoard', { date: shortDay(term.from) })}</span>
                </p>
                {term.handOverNote && <p>{t('liaisons:work.note', { note: term.handOverNote })}</p>}
              </div>
            </li>
          ))}
        </ul>
        {mayInDistrict(session, 'liaison:manage') && <HandOver row={row} />}
      </section>
    </>
  );
}
