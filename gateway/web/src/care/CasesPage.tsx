import { Checkbox } from '@mantine/core';
import { Link, useParams } from 'react-router';
import type { CaseRow } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { FilterChips } from '../ui/FilterChips';
import { Page } from '../ui/Page';
import { ShowMore } from '../ui/ShowMore';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { type CaseFilter, useCases, useNextStep } from './data';
import { PromisedBy } from './PromisedBy';

const shownIn = (asked: string): CaseFilter => (asked === 'late' || asked === 'snoozed' || asked === 'done' ? asked : 'open');

/** Every care case of the association, by how it stands. */
export default function CasesPage() {
  const t = useTexts('association');
  const c = useTexts('cases');
  const codes = useCodes();
  const { dayAndTime, language } = useFormat();
  const nextStep = useNextStep();
  const { id = '' } = useParams();
  const address = useAddress();
  const shown: CaseFilter = shownIn(address.get('visa'));
  const mine = address.get('mina') === 'ja';
  const cases = useCases(id, shown, mine);
  const when = (row: CaseRow) => (row.state === 'done' ? row.closedAt && dayAndTime(row.closedAt) : <PromisedBy due={row.due} />);
  const what = (row: CaseRow) => {
    const step = nextStep(row);
    if (row.state === 'done') return row.result ? codes('careResult', row.result) : t('association:case.isDone');
    return step ? (language === 'en' ? step.english : step.swedish) : '–';
  };
  return (
    <Page title={t('association:cases.title')} wide>
      <div className="flow no-print" style={{ marginBottom: '1.5rem' }}>
        <FilterChips
          label={t('association:cases.filter')}
          value={shown}
          onChange={(value) => address.set('visa', value === 'open' ? '' : value)}
          options={[
            ['open', t('association:cases.open')],
            ['late', t('association:cases.late')],
            ['snoozed', t('association:cases.snoozed')],
            ['done', t('association:cases.done')],
          ]}
        />
        <Checkbox label={t('association:cases.mine')} checked={mine} onChange={(event) => address.set('mina', event.currentTarget.checked ? 'ja' : '')} />
      </div>
      <Answered query={cases}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t(`association:cases.empty.${shown}`)}>{t('association:cases.emptyHelp')}</Empty>
          ) : (
            <>
              <DataTable
                caption={t('association:cases.title')}
                rows={rows}
                rowKey={(row) => row.caseId}
                columns={[
                  { key: 'name', header: t('association:cases.name'), cell: (row) => <Link to={`/forening/${id}/arenden/${row.caseId}`}>{row.memberName}</Link> },
                  { key: 'reason', header: t('association:cases.reason'), cell: (row) => codes('careReason', row.reason) },
                  { key: 'when', header: shown === 'done' ? t('association:cases.closed') : t('association:cases.promised'), cell: when },
                  { key: 'who', header: t('association:cases.assignee'), cell: (row) => row.assigneeName ?? t('association:case.nobody') },
                  { key: 'what', header: shown === 'done' ? t('association:cases.result') : t('association:cases.next'), cell: what },
                ]}
                secondLine={(row) => (
                  <>
                    {codes('careReason', row.reason)} · {what(row)} · {when(row)}
                  </>
                )}
              />
              <ShowMore query={cases} shown={rows.length} />
            </>
          )
        }
      </Answered>
      <p className="section">
        <Link to={`/forening/${id}/medlemsvard`}>{t('association:cases.statistics')}</Link>
        {' · '}
        <Link to={`/forening/${id}/inte-horts-av`}>{c('cases:quiet.link')}</Link>
      </p>
    </Page>
  );
}
