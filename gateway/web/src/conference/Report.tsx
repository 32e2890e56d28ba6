import { Button, InputBase, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { ConferenceReport } from '../api/types';
import classes from '../economy/economy.module.css';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Confirm } from '../ui/Confirm';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { type Crumb, Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { type ReportKind, useAdoptReport, useDropReport, useReport, useUnadoptReport, useWriteReport, writes } from './data';
import { ReportText } from './ReportText';

/** A report to the annual conference: read, edited until it is adopted, and saved as a page or as PDF. */
export function Report({ kind, home }: { kind: ReportKind; home: Crumb }) {
  const t = useTexts('conference');
  const { reportId = '' } = useParams();
  const { data: session } = useSession();
  const report = useReport(kind, reportId);
  return (
    <Page title={report.data?.title ?? t('conference:report.one')} crumbs={[home]}>
      <Answered query={report}>{(known) => <Text key={known.version} of={{ kind, report: known, home, writes: mayInDistrict(session, writes[kind]) }} />}</Answered>
    </Page>
  );
}

interface Known {
  kind: ReportKind;
  report: ConferenceReport;
  home: Crumb;
  writes: boolean;
}

function Text({ of }: { of: Known }) {
  const t = useTexts('conference');
  const { dayAndTime, shortDay } = useFormat();
  const [doing, setDoing] = useState<'write' | 'adopt' | 'drop'>();
  const close = () => setDoing(undefined);
  const { kind, report } = of;
  const file = (form: string) => `/api/members/${kind}/reports/${report.reportId}/${form}`;
  if (doing === 'write') return <Write of={of} close={close} />;
  return (
    <>
      <p className={report.adoptedAt ? 'good' : 'dim'}>
        {report.adoptedAt ? t('conference:list.adopted', { date: shortDay(report.adoptedAt) }) : t('conference:list.draft')} · {report.editedBy ? t('conference:report.edited', { time: dayAndTime(report.editedAt), name: report.editedBy }) : t('conference:report.editedBy', { time: dayAndTime(report.editedAt) })}
      </p>
      <ul className={`${classes.links ?? ''} no-print`}>
        <li><a href={file('pdf')} download>{t('conference:report.pdf')}</a></li>
        <li><a href={file('html')} download>{t('conference:report.html')}</a></li>
        {report.documentId && <li><Link to={`/min-sida/dokument/${report.documentId}`}>{t('conference:report.see')}</Link></li>}
      </ul>
      <div lang="sv">
        <ReportText body={report.body} />
      </div>
      {of.writes && report.adoptedAt && <Adopted of={of} />}
      {of.writes && !report.adoptedAt && (
        <div className="row-of-buttons no-print" style={{ marginTop: '2rem' }}>
          <Button onClick={() => setDoing('write')}>{t('conference:report.edit')}</Button>
          <Button variant="default" onClick={() => setDoing('adopt')}>{t('conference:report.adopt')}</Button>
          <Button variant="default" onClick={() => setDoing('drop')}>{t('conference:report.drop')}</Button>
        </div>
      )}
      {doing === 'adopt' && <Adopt of={of} close={close} />}
      {doing === 'drop' && <Drop of={of} close={close} />}
    </>
  );
}

function Adopted({ of: { kind, report } }: { of: Known }) {
  const t = useTexts('conference');
  const { tell } = useNotices();
  const unadopt = useUnadoptReport(kind, report.reportId);
  return (
    <div className="row-of-buttons no-print" style={{ marginTop: '2rem' }}>
      <Button variant="default" size="sm" loading={unadopt.isPending} onClick={() => void unadopt.mutateAsync(undefined).then(() => tell(t('conference:report.unadopted')), () => tell(t('conference:report.late')))}>{t('conference:report.unadopt')}</Button>
    </div>
  );
}

function Adopt({ of: { kind, report }, close }: { of: Known; close: () => void }) {
  const t = useTexts('conference');
  const { tell } = useNotices();
  const adopt = useAdoptReport(kind, report.reportId);
  const unadopt = useUnadoptReport(kind, report.reportId);
  const takeBack = () => void unadopt.mutateAsync(undefined).then(() => tell(t('conference:report.unadopted')), () => tell(t('conference:report.late')));
  return (
    <Confirm title={t('conference:report.adoptAsk')} open close={close}>
      <p>{t('conference:report.adoptHelp')}</p>
      {adopt.error && <ProblemNote error={adopt.error} />}
      <div className="row-of-buttons" style={{ marginTop: '1rem' }}>
        <Button loading={adopt.isPending} onClick={() => void adopt.mutateAsync(report.version).then(() => tell(t('conference:report.adoptDone'), takeBack), () => undefined)}>{t('conference:report.adopt')}</Button>
        <Button variant="default" onClick={close}>{t('common:action.cancel')}</Button>
      </div>
    </Confirm>
  );
}

function Drop({ of: { kind, report, home }, close }: { of: Known; close: () => void }) {
  const t = useTexts('conference');
  const { tell } = useNotices();
  const go = useNavigate();
  const drop = useDropReport(kind, report.reportId);
  return (
    <Confirm title={t('conference:report.dropAsk')} open close={close}>
      <p>{t('conference:report.dropHelp')}</p>
      {drop.error && <ProblemNote error={drop.error} />}
      <div className="row-of-buttons" style={{ marginTop: '1rem' }}>
        <Button
          loading={drop.isPending}
          onClick={() =>
            void drop.mutateAsync(undefined).then(
              () => {
                tell(t('conference:report.dropped'));
                void go(home.to);
              },
              () => undefined,
            )
          }
        >
          {t('conference:report.drop')}
        </Button>
        <Button variant="default" onClick={close}>{t('common:action.cancel')}</Button>
      </div>
    </Confirm>
  );
}

function Write({ of: { kind, report }, close }: { of: Known; close: () => void }) {
  const t = useTexts('conference');
  const { tell } = useNotices();
  const write = useWriteReport(kind, report.reportId);
  const form = useFields({ title: report.title, body: report.body }, { title: (value) => (value.trim() ? null : t('conference:report.nameFault')), body: (value) => (value.trim() ? null : t('conference:report.bodyFault')) });
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
              tell(t('conference:report.saved'));
            },
          },
        ),
      )}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput label={t('conference:report.name')} maxLength={200} {...form.text('title')} />
      <InputBase component="textarea" multiline rows={24} maxLength={100_000} label={t('conference:report.body')} description={t('conference:report.bodyHelp')} {...form.text('body')} />
      {write.error && <ProblemNote error={write.error} kept />}
      <SubmitOrCancel verb={t('conference:report.save')} pending={write.isPending} cancel={close} />
    </form>
  );
}
