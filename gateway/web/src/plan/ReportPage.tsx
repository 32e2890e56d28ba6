import { Button, InputBase, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { AnnualReport, ReportSection } from '../api/types';
import classes from '../economy/economy.module.css';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Confirm } from '../ui/Confirm';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { forgetDraft, readDraft, useDraft } from '../ui/useDraft';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { AdoptForm } from './AdoptForm';
import { useAddSection, useAdoptReport, useDropReport, useEditSection, useOrderSections, useRefreshReport, useRemoveSection, useReport, useTakeReportBack } from './data';
import table from './report.module.css';

/** The annual report: read, edited section by section until it is adopted, and saved as a page or as PDF. */
export default function ReportPage() {
  const t = useTexts('yearplan');
  const year = Number(useParams().year);
  const found = useReport(year);
  return (
    <Page title={t('yearplan:report.titleOf', { year })} crumbs={[{ label: t('yearplan:titleOf', { year }), to: `/distrikt/plan?ar=${String(year)}` }]}>
      <Answered query={found} rows={8}>{(report) => <Report report={report} />}</Answered>
    </Page>
  );
}

function Report({ report }: { report: AnnualReport }) {
  const t = useTexts('yearplan');
  const { shortDay } = useFormat();
  const { tell } = useNotices();
  const [doing, setDoing] = useState<string>();
  const add = useAddSection(report.year);
  const edits = report.mayManage && !report.adoptedOn;
  const file = (form: string) => `/api/members/plan/${String(report.year)}/report/${form}`;
  return (
    <>
      <p>{report.adoptedOn ? t('yearplan:report.adoptedOn', { date: shortDay(report.adoptedOn) }) : t('yearplan:report.draft')}</p>
      <ul className={`${classes.links ?? ''} no-print`}>
        <li><a href={file('pdf')} download>{t('yearplan:report.pdf')}</a></li>
        <li><a href={file('html')} download>{t('yearplan:report.html')}</a></li>
        {report.documentId && <li><Link to={`/min-sida/dokument/${report.documentId}`}>{t('yearplan:report.archive')}</Link></li>}
      </ul>
      {report.mayManage && doing === undefined && <Manage report={report} />}
      <div lang="sv">
        {report.sections.map((section, index) => (
          <section key={section.sectionId} className="section">
            {doing === section.sectionId ? (
              <Edit report={report} section={section} close={() => setDoing(undefined)} />
            ) : (
              <>
                <Title order={2}>{section.title}</Title>
                {section.text && <div className="measure" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{section.text}</div>}
                <Table section={section} />
                {edits && doing === undefined && <SectionButtons report={report} section={section} index={index} edit={() => setDoing(section.sectionId)} />}
              </>
            )}
          </section>
        ))}
      </div>
      {edits && doing === undefined && <Button variant="default" mt="xl" className="no-print" onClick={() => setDoing('add')}>{t('yearplan:report.addSection')}</Button>}
      {doing === 'add' && (
        <SectionForm
          draft={`berattelse-${String(report.year)}-ny`}
          begin={{ title: '', text: '' }}
          pending={add.isPending}
          error={add.error}
          save={(content, done) => add.mutate({ ...content, read: report.version }, { onSuccess: () => { done(); setDoing(undefined); tell(t('yearplan:report.added')); } })}
          close={() => setDoing(undefined)}
        />
      )}
    </>
  );
}

/** A section's figures. */
function Table({ section }: { section: ReportSection }) {
  if (section.table.headings.length === 0) return null;
  return (
    <table className={table.table}>
      <thead>
        <tr>{section.table.headings.map((heading) => <th key={heading} scope="col">{heading}</th>)}</tr>
      </thead>
      <tbody>
        {section.table.rows.map((row, index) => (
          <tr key={index}>{row.map((cell, column) => <td key={column}>{cell}</td>)}</tr>
        ))}
      </tbody>
    </table>
  );
}

function SectionButtons({ report, section, index, edit }: { report: AnnualReport; section: ReportSection; index: number; edit: () => void }) {
  const t = useTexts('yearplan');
  const { language } = useFormat();
  const { tell } = useNotices();
  const remove = useRemoveSection(report.year);
  const order = useOrderSections(report.year);
  const [asking, setAsking] = useState(false);
  const ids = report.sections.map((one) => one.sectionId);
  const move = (to: number) => order.mutate({ ids: ids.map((id, place) => (place === index ? (ids[to] ?? id) : place === to ? (ids[index] ?? id) : id)), read: report.version });
  return (
    <div lang={language}>
      <div className="row-of-buttons no-print" style={{ marginTop: '0.75rem' }}>
        <Button variant="default" size="sm" aria-label={t('yearplan:report.editNamed', { title: section.title })} onClick={edit}>{t('yearplan:edit')}</Button>
        {index > 0 && <Button variant="default" size="sm" aria-label={t('yearplan:report.upNamed', { title: section.title })} onClick={() => move(index - 1)}>{t('yearplan:report.up')}</Button>}
        {index < ids.length - 1 && <Button variant="default" size="sm" aria-label={t('yearplan:report.downNamed', { title: section.title })} onClick={() => move(index + 1)}>{t('yearplan:report.down')}</Button>}
        <Button variant="default" size="sm" aria-label={t('yearplan:report.removeNamed', { title: section.title })} onClick={() => setAsking(true)}>{t('common:action.remove')}</Button>
      </div>
      {(remove.error ?? order.error) && <ProblemNote error={remove.error ?? order.error} />}
      <Confirm title={t('yearplan:report.removeAsk', { title: section.title })} open={asking} close={() => setAsking(false)}>
        <p>{t(section.source ? 'yearplan:report.removeHelpPlan' : 'yearplan:report.removeHelp')}</p>
        <div className="row-of-buttons" style={{ marginTop: '1rem' }}>
          <Button loading={remove.isPending} onClick={() => remove.mutate(section.sectionId, { onSuccess: () => tell(t('yearplan:report.removed')), onSettled: () => setAsking(false) })}>{t('common:action.remove')}</Button>
          <Button variant="default" onClick={() => setAsking(false)}>{t('common:action.cancel')}</Button>
        </div>
      </Confirm>
    </div>
  );
}

function Edit({ report, section, close }: { report: AnnualReport; section: ReportSection; close: () => void }) {
  const t = useTexts('yearplan');
  const { tell } = useNotices();
  const edit = useEditSection(report.year, section.sectionId);
  return (
    <SectionForm
      draft={`berattelse-${section.sectionId}`}
      begin={section}
      pending={edit.isPending}
      error={edit.error}
      save={(content, done) => edit.mutate({ ...content, read: report.version }, { onSuccess: () => { done(); close(); tell(t('yearplan:report.saved')); } })}
      close={close}
    />
  );
}

interface SectionFormProps {
  draft: string;
  begin: { title: string; text: string };
  pending: boolean;
  error: unknown;
  save: (content: { title: string; text: string }, done: () => void) => void;
  close: () => void;
}

function SectionForm({ draft, begin, pending, error, save, close }: SectionFormProps) {
  const t = useTexts('yearplan');
  const form = useFields({ title: begin.title, text: begin.text, ...readDraft<{ title: string; text: string }>(draft) }, { title: (value) => (value.trim() ? null : t('yearplan:fault.title')) });
  useDraft(draft, form.values);
  return (
    <form className="form no-print" noValidate onSubmit={form.submit(({ title, text }) => save({ title: title.trim(), text: text.trim() }, () => forgetDraft(draft)))}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput maxLength={200} label={t('yearplan:report.sectionTitle')} {...form.text('title')} />
      <InputBase component="textarea" multiline rows={12} maxLength={20_000} label={t('yearplan:report.sectionText')} description={t('yearplan:report.sectionHelp')} {...form.text('text')} />
      {error !== null && error !== undefined && <ProblemNote error={error} kept />}
      <SubmitOrCancel verb={t('yearplan:report.saveSection')} pending={pending} cancel={() => { forgetDraft(draft); close(); }} />
    </form>
  );
}

function Manage({ report }: { report: AnnualReport }) {
  const t = useTexts('yearplan');
  const { tell } = useNotices();
  const go = useNavigate();
  const [doing, setDoing] = useState<'adopt' | 'drop'>();
  const refresh = useRefreshReport(report.year);
  const adopt = useAdoptReport(report.year);
  const takeBack = useTakeReportBack(report.year);
  const drop = useDropReport(report.year);
  const error = refresh.error ?? adopt.error ?? takeBack.error ?? drop.error;
  const close = () => setDoing(undefined);
  return (
    <>
      {error && <ProblemNote error={error} />}
      {doing !== 'adopt' && (
        <div className="row-of-buttons no-print">
          {report.adoptedOn ? (
            <Button variant="default" loading={takeBack.isPending} onClick={() => takeBack.mutate(undefined, { onSuccess: () => tell(t('yearplan:report.takenBack')) })}>{t('yearplan:adopt.takeBack')}</Button>
          ) : (
            <>
              <Button onClick={() => setDoing('adopt')}>{t('yearplan:report.adopt')}</Button>
              <Button variant="default" loading={refresh.isPending} onClick={() => refresh.mutate(undefined, { onSuccess: () => tell(t('yearplan:report.refreshed')) })}>{t('yearplan:report.refresh')}</Button>
              <Button variant="default" onClick={() => setDoing('drop')}>{t('yearplan:report.drop')}</Button>
            </>
          )}
        </div>
      )}
      {doing === 'adopt' && <AdoptForm title={t('yearplan:report.adopt')} pending={adopt.isPending} close={close} adopt={(on) => adopt.mutate({ on, read: report.version }, { onSuccess: () => { close(); tell(t('yearplan:report.adopted')); } })} />}
      <Confirm title={t('yearplan:report.dropAsk', { year: report.year })} open={doing === 'drop'} close={close}>
        <p>{t('yearplan:report.dropHelp')}</p>
        <div className="row-of-buttons" style={{ marginTop: '1rem' }}>
          <Button loading={drop.isPending} onClick={() => void drop.mutateAsync(undefined).then(() => { tell(t('yearplan:report.dropped')); void go(`/distrikt/plan?ar=${String(report.year)}`); }, close)}>{t('yearplan:report.drop')}</Button>
          <Button variant="default" onClick={close}>{t('common:action.cancel')}</Button>
        </div>
      </Confirm>
    </>
  );
}
