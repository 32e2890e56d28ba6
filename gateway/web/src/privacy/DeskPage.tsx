import { Title } from '@mantine/core';
import { Link } from 'react-router';
import type { PrivacyRequest } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { useDesk } from './data';
import { MakeRequest } from './MakeRequest';

/** The desk: what people ask about their data, the shortest time first. */
export default function DeskPage() {
  const t = useTexts('privacy');
  const { longDay } = useFormat();
  const desk = useDesk();
  return (
    <Page title={t('privacy:desk.title')} lead={t('privacy:desk.lead')} wide>
      <Answered query={desk} rows={4}>
        {({ open, late, closed }) => (
          <>
            <p>
              <Link to="/distrikt/dataskydd/gallring">{t('privacy:retention.link')}</Link>
            </p>
            {late > 0 && <Note kind="problem" title={t('privacy:desk.late', { count: late })} />}
            <section className="section">
              <Title order={2}>{t('privacy:desk.open')}</Title>
              {open.length === 0 ? (
                <Empty title={t('privacy:desk.empty')}>{t('privacy:desk.emptyHelp')}</Empty>
              ) : (
                <Requests title={t('privacy:desk.open')} rows={open} when={t('privacy:desk.due')} whenOf={(row) => longDay(row.dueOn)} />
              )}
            </section>
            <MakeRequest />
            <section className="section">
              <Title order={2}>{t('privacy:desk.closed')}</Title>
              {closed.length === 0 ? (
                <p className="dim">{t('privacy:desk.closedEmpty')}</p>
              ) : (
                <Requests title={t('privacy:desk.closed')} rows={closed} when={t('privacy:desk.answered')} whenOf={(row) => (row.answeredAt ? longDay(row.answeredAt.slice(0, 10)) : '–')} />
              )}
            </section>
          </>
        )}
      </Answered>
    </Page>
  );
}

function Requests({ title, rows, when, whenOf }: { title: string; rows: PrivacyRequest[]; when: string; whenOf: (row: PrivacyRequest) => string }) {
  const t = useTexts('privacy');
  const codes = useCodes();
  const what = (row: PrivacyRequest) => codes('privacyKind', row.kind);
  const state = (row: PrivacyRequest) => codes('privacyState', row.state);
  return (
    <DataTable
      caption={title}
      rows={rows}
      rowKey={(row) => row.requestId}
      columns={[
        { key: 'who', header: t('privacy:desk.who'), cell: (row) => <Link to={`/distrikt/dataskydd/${row.requestId}`}>{row.name ?? t('privacy:desk.erased')}</Link> },
        { key: 'what', header: t('privacy:desk.what'), cell: what },
        { key: 'state', header: t('privacy:desk.state'), cell: state },
        { key: 'when', header: when, cell: whenOf },
      ]}
      secondLine={(row) => `${what(row)} · ${state(row)} · ${when} ${whenOf(row)}`}
    />
  );
}
