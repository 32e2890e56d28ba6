import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useAssociationNames } from '../api/associations';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Facts } from '../ui/Facts';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { showPhone } from '../ui/phone';
import { useTexts } from '../ui/useTexts';
import { ContactList } from './ContactList';
import { useOurLiaison } from './data';
import { Promises } from './Promises';
import { Talk } from './Talk';

/** Who on the district board answers for us: how to reach them, what they ask, what was said and promised. */
export default function OurLiaisonPage() {
  const t = useTexts('liaisons');
  const { id = '' } = useParams();
  const { shortDay } = useFormat();
  const nameOf = useAssociationNames();
  const found = useOurLiaison(id);
  return (
    <Page title={t('liaisons:ours.title')} lead={t('liaisons:ours.lead')} crumbs={[{ label: nameOf(id), to: `/forening/${id}` }]}>
      <Answered query={found}>
        {({ liaison, standIn, standInUntil, since, lastContact, due, promises }) => (
          <>
            {liaison ? (
              <Facts
                items={[
                  [t('liaisons:work.liaison'), since ? t('liaisons:work.since', { name: liaison.name, date: shortDay(since) }) : liaison.name],
                  [t('liaisons:ours.reach'), <Reach key="reach" {...liaison} />],
                  ...(standIn
                    ? ([
                        [t('liaisons:work.standIn'), t('liaisons:work.until', { name: standIn.name, date: standInUntil ? shortDay(standInUntil) : '' })],
                        [t('liaisons:ours.reachStandIn'), <Reach key="standIn" {...standIn} />],
                      ] as [string, ReactNode][])
                    : []),
                  [t('liaisons:work.last'), lastContact ? shortDay(lastContact) : t('liaisons:coverage.never')],
                  [t('liaisons:ours.next'), due ? shortDay(due) : t('words:person.notStated')],
                ]}
              />
            ) : (
              <Note kind="information" title={t('liaisons:ours.nobody')}>
                <p>{t('liaisons:ours.nobodyHelp')}</p>
              </Note>
            )}
            <section className="section">
              <Title order={2}>{t('liaisons:talk.titleOurs')}</Title>
              <Talk associationId={id} ours />
            </section>
            {promises.length > 0 && (
              <section className="section">
                <Title order={2}>{t('liaisons:promise.title')}</Title>
                <Promises rows={promises} readOnly />
              </section>
            )}
            <section className="section">
              <Title order={2}>{t('liaisons:contacts.title')}</Title>
              <ContactList associationId={id} ours />
            </section>
          </>
        )}
      </Answered>
    </Page>
  );
}

function Reach({ email, phone }: { email: string | null; phone: string | null }) {
  const t = useTexts('liaisons');
  if (!email && !phone) return <>{t('words:person.notStated')}</>;
  return (
    <>
      {phone && <a href={`tel:${phone}`}>{showPhone(phone)}</a>}
      {phone && email && ' · '}
      {email && <a href={`mailto:${email}`}>{email}</a>}
    </>
  );
}
