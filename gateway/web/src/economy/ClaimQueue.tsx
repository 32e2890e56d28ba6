import { Link } from 'react-router';
import type { ClaimState } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { FilterChips } from '../ui/FilterChips';
import { SearchField } from '../ui/SearchField';
import { ShowMore } from '../ui/ShowMore';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { Amount } from './Amount';
import { useClaims } from './data';
import { ClaimStanding } from './States';

const states = ['submitted', 'approved', 'paid', 'refused'] as const;

/** Claims that are handed in: those that wait first, the oldest on top. */
export function ClaimQueue() {
  const t = useTexts('economy');
  const { shortDay } = useFormat();
  const { get, set } = useAddress();
  const state = states.find((one) => one === get('visa')) ?? 'submitted';
  const claims = useClaims(state as ClaimState, get('sok'));
  return (
    <>
      <div style={{ marginBottom: '1rem' }}>
        <FilterChips label={t('economy:claim.standing')} value={state} onChange={(value) => set('visa', value === 'submitted' ? '' : value)} options={states.map((one) => [one, t(`economy:claim.state.${one}`)])} />
      </div>
      {(state !== 'submitted' || get('sok')) && <SearchField label={t('economy:queue.search')} value={get('sok')} onSearch={(value) => set('sok', value)} />}
      <Answered query={claims} rows={3}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t(`economy:queue.empty.${state}`)} />
          ) : (
            <>
              <DataTable
                caption={t(`economy:claim.state.${state}`)}
                rows={rows}
                rowKey={(row) => row.claimId}
                columns={[
                  { key: 'purpose', header: t('economy:claim.purpose'), cell: (row) => <Link to={`/distrikt/ekonomi/utlagg/${row.claimId}`}>{row.purpose}</Link> },
                  { key: 'who', header: t('economy:claim.claimant'), cell: (row) => (row.isMine ? t('economy:claim.mine') : row.claimant) },
                  { key: 'day', header: t('economy:claim.submitted'), cell: (row) => (row.submittedAt ? shortDay(row.submittedAt) : '') },
                  { key: 'state', header: t('economy:claim.standing'), cell: (row) => (row.state === 'submitted' && row.approvedByMe ? t('economy:claim.approvedByMe') : <ClaimStanding claim={row} />) },
                  { key: 'total', header: t('economy:claim.total'), cell: (row) => <Amount ore={row.total} />, numeric: true, onPhone: true },
                ]}
                secondLine={(row) => (
                  <>
                    {row.isMine ? t('economy:claim.mine') : row.claimant} · {row.state === 'submitted' && row.approvedByMe ? t('economy:claim.approvedByMe') : <ClaimStanding claim={row} />}
                  </>
                )}
              />
              <ShowMore query={claims} shown={rows.length} />
            </>
          )
        }
      </Answered>
    </>
  );
}
