import type { OpsJob } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Icon } from '../ui/Icon';
import { useTexts } from '../ui/useTexts';
import { useJobs } from './data';
import { OpsPage, Silent } from './OpsPage';

/** What the services do by the clock: those that fail first. */
export default function JobsPage() {
  const t = useTexts('ops');
  const codes = useCodes();
  const { dayAndTime } = useFormat();
  const jobs = useJobs();
  const state = (job: OpsJob) => (job.failures > 0 ? t('ops:job.failed', { count: job.failures, fault: job.fault ?? '' }) : job.lastRunAt ? t('ops:job.well') : t('ops:job.notYet'));
  const last = (job: OpsJob) => (job.lastRunAt ? dayAndTime(job.lastRunAt) : '–');
  return (
    <OpsPage title={t('ops:job.title')} lead={t('ops:job.lead')}>
      <Answered query={jobs} rows={8}>
        {({ items, silent }) => (
          <div className="flow">
            <Silent services={silent} />
            <DataTable
              caption={t('ops:job.title')}
              rows={[...items].sort((one, other) => other.failures - one.failures)}
              rowKey={(job) => `${job.service} ${job.name}`}
              columns={[
                { key: 'name', header: t('ops:job.what'), cell: (job) => codes('job', job.name) },
                { key: 'service', header: t('ops:parts.part'), cell: (job) => codes('part', job.service) },
                {
                  key: 'state',
                  header: t('ops:parts.state'),
                  onPhone: true,
                  cell: (job) => (
                    <span className={job.failures > 0 ? 'late' : 'good'} style={job.failures > 0 ? undefined : { whiteSpace: 'nowrap' }}>
                      <Icon name={job.failures > 0 ? 'attention' : 'tick'} size={16} /> {state(job)}
                    </span>
                  ),
                },
                { key: 'last', header: t('ops:job.last'), cell: last },
                { key: 'next', header: t('ops:job.next'), cell: (job) => dayAndTime(job.nextRunAt) },
              ]}
              secondLine={(job) => t('ops:job.line', { part: codes('part', job.service), last: last(job), next: dayAndTime(job.nextRunAt) })}
            />
          </div>
        )}
      </Answered>
    </OpsPage>
  );
}
