import { Button, InputBase, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { ConferenceReport } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Confirm } from '../ui/Confirm';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useAdoptReport, useDropReport, useReport, useUnadoptReport, useWriteReport } from './data';
import { ReportText } from './ReportText';

/** A report to the annual conference: read, edited until it is adopted. */
export default function ReportPage() {
  const t = useTexts('feminism');
  const { reportId = '' } = useParams();
  const report = useReport(reportId);
  return (
    <Page title={report.data?.title ?? t('feminism:report.one')} crumbs={[{ label: t('common:area.district'), to: '/distrikt' }, { label: t('feminism:title'), to: '/distrikt/internfeminism' }]}>
      <Answered query={report}>{(known) => <Report key={known.version} report={known} />}</Answered>
    </Page>
  );
}

function Report({ report }: { report: ConferenceReport }) {
  const t = useTexts('feminism');
  const { dayAndTime, shortDay } = useFormat();
  const [doing, setDoing] = useState<'write' | 'adopt' | 'drop'>();
  const close = () => setDoing(undefined);
  if (doing === 'write') return <Write report={report} close={close} />;
  return (
    <>
      <p className={report.adoptedAt ? 'good' : 'dim'}>
        {report.adoptedAt ? t('feminism:reports.adopted', { date: shortDay(report.adoptedAt) }) : t('feminism:reports.draft')} · {report.editedBy ? t('feminism:report.edited', { time: dayAndTime(report.editedAt), name: report.editedBy }) : t('feminism:report.editedBy', { time: dayAndTime(report.editedAt) })}
      </p>
      <ReportText body={report.body} />
      {report.adoptedAt ? (
        <Adopted report={report} />
      ) : (
        <div className="row-of-buttons no-print" style={{ marginTop: '2rem' }}>
          <Button onClick={() => setDoing('write')}>{t('feminism:report.edit')}</Button>
          <Button variant="default" onClick={() => setDoing('adopt')}>{t('feminism:report.adopt')}</Button>
          <Button variant="default" onClick={() => setDoing('drop')}>{t('feminism:report.drop')}</Button>
        </div>
      )}
      {doing === 'adopt' && <Adopt report={report} close={close} />}
      {doing === 'drop' && <Drop id={report.reportId} close={close} />}
    </>
  );
}

function Adopted({ report }: { report: ConferenceReport }) {
  const t = useTexts('feminism');
  const { tell } = useNotices();
  const unadopt = useUnadoptReport(report.reportId);
  return (
    <div className="row-of-buttons no-print" style={{ marginTop: '2rem' }}>
      {report.documentId && <Link to={`/min-sida/dokument/${report.documentId}`}>{t('feminism:report.see')}</Link>}
      <Button variant="default" size="sm" loading={unadopt.isPending} onClick={() => void unadopt.mutateAsync(undefined).then(() => tell(t('feminism:report.unadopted')), () => tell(t('feminism:report.late')))}>{t('feminism:report.unadopt')}</Button>
    </div>
  );
}

function Adopt({ report, close }: { report: ConferenceReport; close: () => void }) {
  const t = useTexts('feminism');
  const { tell } = useNotices();
  const adopt = useAdoptReport(report.reportId);
  const unadopt = useUnadoptReport(report.reportId);
  const takeBack = () => void unadopt.mutateAsync(undefined).then(() => tell(t('feminism:report.unadopted')), () => tell(t('feminism:report.late')));
  return (
    <Confirm title={t('feminism:report.adoptAsk')} open close={close}>
      <p>{t('feminism:report.adoptHelp')}</p>
      {adopt.error && <ProblemNote error={adopt.error} />}
      <div className="row-of-buttons" style={{ marginTop: '1rem' }}>
        <Button loading={adopt.isPending} onClick={() => void adopt.mutateAsync(report.version).then(() => tell(t('feminism:report.adoptDone'), takeBack), () => undefined)}>{t('feminism:report.adopt')}</Button>
        <Button variant="default" onClick={close}>{t('common:action.cancel')}</Button>
      </div>
    </Confirm>
  );
}

function Drop({ id, close }: { id: string; close: () => void }) {
  const t = useTexts('feminism');
  const { tell } = useNotices();
  const go = useNavigate();
  const drop = useDropReport(id);
  return (
    <Confirm title={t('feminism:report.dropAsk')} open close={close}>
      <p>{t('feminism:report.dropHelp')}</p>
      {drop.error && <ProblemNote error={drop.error} />}
      <div className="row-of-buttons" style={{ marginTop: '1rem' }}>
        <Button
          loading={drop.isPending}
          onClick={() =>
            void drop.mutateAsync(undefined).then(
              () => {
                tell(t('feminism:report.dropped'));
                void go('/distrikt/internfeminism');
              },
              () => undefined,
            )
          }
        >
          {t('feminism:report.drop')}
        </Button>
        <Button variant="default" onClick={close}>{t('common:action.cancel')}</Button>
      </div>
    </Confirm>
  );
}

function Write({ report, close }: { report: ConferenceReport; close: () => void }) {
  const t = useTexts('feminism');
  const { tell } = useNotices();
  const write = useWriteReport(report.reportId);
  const form = useFields({ title: report.title, body: report.body }, { title: (value) => (value.trim() ? null : t('feminism:report.nameFault')), body: (value) => (value.trim() ? null : t('feminism:report.bodyFault')) });
  return (
    <form
      className="form"
      noValidate
      onSubmit={form.submit(({ title, body }) =>
        write.mutate(
          { title: title.trim(), body: body.trim(), read: report.version },
          {
            onSuccess: () => {
              close();
              tell(t('feminism:report.saved'));
            },
          },
        ),
      )}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput label={t('feminism:report.name')} maxLength={200} {...form.text('title')} />
      <InputBase component="textarea" multiline rows={24} maxLength={100_000} label={t('feminism:report.body')} description={t('feminism:report.bodyHelp')} {...form.text('body')} />
      {write.error && <ProblemNote error={write.error} kept />}
      <SubmitOrCancel verb={t('feminism:report.save')} pending={write.isPending} cancel={close} />
    </form>
  );
}
