import { Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Me } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Facts } from '../ui/Facts';
import { useTexts } from '../ui/useTexts';

const presented = ['memberOfParliament', 'regionCouncillor', 'districtChair', 'districtTreasurer', 'districtBoardMember', 'districtDeputy', 'chair'];

/** The assignments one holds; what they open ends with them. */
export function Assignments({ assignments }: { assignments: Me['assignments'] }) {
  const t = useTexts('me');
  const codes = useCodes();
  const { longDay } = useFormat();
  if (assignments.length === 0) return null;
  return (
    <section className="section">
      <Title order={2}>{t('me:assignments.title')}</Title>
      <Facts
        items={assignments.map((held) => [
          codes('assignment', held.kind),
          <>
            {held.associationName && <div>{held.associationName}</div>}
            <div className="dim">{held.until ? t('me:assignments.term', { from: longDay(held.from), until: longDay(held.until) }) : t('me:assignments.since', { from: longDay(held.from) })}</div>
          </>,
        ])}
      />
      {assignments.some((held) => presented.includes(held.kind)) && (
        <p style={{ marginTop: '1rem' }}>
          <Link to="/min-sida/profil">{t('me:assignments.profile')}</Link>
        </p>
      )}
    </section>
  );
}
