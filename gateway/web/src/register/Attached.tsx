import { Title } from '@mantine/core';
import { Link } from 'react-router';
import { useFormat } from '../i18n/dates';
import { useTexts } from '../ui/useTexts';
import { useAttached } from './data';

/** Those who take part in the association and vote in another. Nothing where there is nobody. */
export function Attached({ association }: { association: string }) {
  const t = useTexts('people');
  const { longDay } = useFormat();
  const { data: people = [] } = useAttached(association);
  if (people.length === 0) return null;
  return (
    <section className="section">
      <Title order={2}>{t('people:attached.title')}</Title>
      <ul className="plain-list" style={{ display: 'grid', gap: '0.5rem' }}>
        {people.map((person) => (
          <li key={person.memberId}>
            <Link to={`/forening/${association}/medlemmar/${person.memberId}`}>{person.name}</Link>
            <div className="dim small">
              {t('people:attached.votesIn', { association: person.votesIn })}, {t('people:attached.since', { date: longDay(person.since) })}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
