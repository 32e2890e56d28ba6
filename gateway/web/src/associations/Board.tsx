import { Title } from '@mantine/core';
import { Link } from 'react-router';
import { may } from '../api/rights';
import { useSession } from '../api/session';
import type { Profile } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { Note } from '../ui/Note';
import { useTexts } from '../ui/useTexts';
import { assignmentsAt } from './figures';

/** Who sits on the board and until when, what is vacant, and how many are women. */
export function Board({ profile }: { profile: Profile }) {
  const t = useTexts('associations');
  const codes = useCodes();
  const { longDay, number } = useFormat();
  const { data: session } = useSession();
  const { board, vacancies, balance } = profile;
  const manages = assignmentsAt(profile.id, session);
  const total = balance.women + balance.men + balance.others;
  return (
    <section className="section" id="styrelse">
      <Title order={2}>{t('associations:board.title')}</Title>
      {vacancies.length > 0 && (
        <div style={{ marginBottom: '1rem' }}>
          <Note kind="problem" title={t('associations:board.vacant', { kinds: vacancies.map((kind) => codes('assignment', kind).toLowerCase()).join(', ') })} />
        </div>
      )}
      {board.length === 0 ? (
        <Empty title={t('associations:board.empty')}>{t('associations:board.emptyHelp')}</Empty>
      ) : (
        <>
          <DataTable
            caption={t('associations:board.title')}
            rows={board}
            rowKey={(row) => row.assignmentId}
            columns={[
              { key: 'name', header: t('associations:board.name'), cell: (row) => (may(session, 'register:read', profile.id) ? <Link to={`/forening/${profile.id}/medlemmar/${row.memberId}`}>{row.name}</Link> : row.name) },
              { key: 'kind', header: t('associations:board.kind'), cell: (row) => codes('assignment', row.kind) },
              { key: 'from', header: t('associations:board.from'), cell: (row) => longDay(row.from) },
              { key: 'until', header: t('associations:board.until'), cell: (row) => <Until until={row.until} soon={row.endsSoon} /> },
            ]}
            secondLine={(row) => (
              <>
                {codes('assignment', row.kind)} · <Until until={row.until} soon={row.endsSoon} />
              </>
            )}
          />
          <p className={balance.meetsFloor ? 'dim' : 'late'} style={{ marginTop: '0.75rem' }}>
            {t('associations:board.balance', { women: number(balance.women), total: number(total) })} {balance.meetsFloor ? t('associations:board.meets') : t('associations:board.below')}
          </p>
        </>
      )}
      {manages && (
        <p className="no-print" style={{ marginTop: '0.75rem' }}>
          <Link to={profile.isDistrict ? '/distrikt/uppdrag' : manages}>{t('associations:board.manage')}</Link>
        </p>
      )}
    </section>
  );
}

/** A term's last day; marked where it is near. */
export function Until({ until, soon }: { until?: string | null; soon: boolean }) {
  const t = useTexts('associations');
  const { longDay } = useFormat();
  if (!until) return <>{t('associations:board.untilFurther')}</>;
  return soon ? (
    <span className="late">
      {longDay(until)}, {t('associations:board.soon')}
    </span>
  ) : (
    <>{longDay(until)}</>
  );
}
