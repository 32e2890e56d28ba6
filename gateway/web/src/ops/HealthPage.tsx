import { Title } from '@mantine/core';
import { may } from '../api/rights';
import { useSession } from '../api/session';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Icon } from '../ui/Icon';
import { Missing } from '../ui/Missing';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { useHealth } from './data';
import { MailQueue } from './MailQueue';

/** For the volunteer at 23.00: what does not work, then what does, then the mail. */
export default function HealthPage() {
  const t = useTexts('ops');
  const { data: session } = useSession();
  if (!may(session, 'ops:operate')) return <Page title={t('common:missing.title')}><Missing /></Page>;
  return (
    <Page title={t('common:area.ops')} wide>
      <Parts />
      <MailQueue />
    </Page>
  );
}

function Parts() {
  const t = useTexts('ops');
  const codes = useCodes();
  const { dayAndTime } = useFormat();
  const health = useHealth();
  return (
    <section aria-labelledby="halsa">
      <Title order={2} id="halsa" mb="md">
        {t('ops:health.title')}
      </Title>
      <Answered query={health} rows={6}>
        {({ entries }) => {
          const rows = Object.entries(entries).map(([name, entry]) => ({ name, ...entry }));
          const unwell = rows.filter((row) => row.status !== 'healthy');
          return (
            <div className="flow">
              <Note kind={unwell.length === 0 ? 'success' : 'problem'} title={unwell.length === 0 ? t('ops:health.allWell') : t('ops:health.unwell', { parts: unwell.map((row) => codes('part', row.name)).join(', ') })}>
                <p>{t('ops:health.asked', { time: dayAndTime(new Date(health.dataUpdatedAt).toISOString()) })}</p>
                {health.isRefetchError && <p>{t('ops:health.silent')}</p>}
              </Note>
              <DataTable
                caption={t('ops:health.title')}
                rows={[...unwell, ...rows.filter((row) => row.status === 'healthy')]}
                rowKey={(row) => row.name}
                columns={[
                  { key: 'part', header: t('ops:health.part'), cell: (row) => codes('part', row.name) },
                  {
                    key: 'status',
                    header: t('ops:health.status'),
                    onPhone: true,
                    cell: (row) => (
                      <span className={row.status === 'healthy' ? 'good' : 'late'}>
                        <Icon name={row.status === 'healthy' ? 'tick' : 'attention'} size={16} /> {codes('health', row.status)}
                      </span>
                    ),
                  },
                  { key: 'why', header: t('ops:health.says'), cell: (row) => row.description ?? '–' },
                ]}
                secondLine={(row) => row.description}
              />
            </div>
          );
        }}
      </Answered>
    </section>
  );
}
