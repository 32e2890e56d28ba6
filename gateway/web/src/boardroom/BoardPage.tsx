import { Button, InputBase, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useNow } from '../api/clock';
import { onceKey } from '../api/onceKey';
import { asProblem, fieldErrors } from '../api/problem';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import classes from '../economy/economy.module.css';
import { addDays, dateOf, useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DateField } from '../ui/DateField';
import { Empty } from '../ui/Empty';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { ShowMore } from '../ui/ShowMore';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { instantOf } from './instant';
import { useDecisions, useMeetings, usePlanMeeting, useTemplate, useWriteTemplate } from './data';
import { DecisionLine } from './DecisionLine';

/** The board room: what waits for me, decisions that are not done, and the meetings. */
export default function BoardPage() {
  const t = useTexts('boardroom');
  const { dayAndTime } = useFormat();
  const { data: session } = useSession();
  // Asked here, so that the day is known when a form opens.
  useNow();
  const meetings = useMeetings();
  const decisions = useDecisions();
  const [doing, setDoing] = useState<'plan' | 'template'>();
  const manages = mayInDistrict(session, 'board:manage');
  return (
    <Page title={t('boardroom:page.title')} lead={<Link to="/min-sida/dokument">{t('boardroom:archive.go')}</Link>} wide>
      {manages && doing === undefined && (
        <div className="row-of-buttons no-print">
          <Button onClick={() => setDoing('plan')}>{t('boardroom:meeting.plan')}</Button>
          <Button variant="default" onClick={() => setDoing('template')}>{t('boardroom:template.open')}</Button>
        </div>
      )}
      {doing === 'plan' && <Plan close={() => setDoing(undefined)} />}
      {doing === 'template' && <Template close={() => setDoing(undefined)} />}
      <section className="section">
        <Title order={2}>{t('boardroom:decision.open')}</Title>
        <Answered query={decisions} rows={3}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={t('boardroom:decision.none')} />
            ) : (
              <>
                <ul className={classes.rows}>{rows.map((row) => <DecisionLine key={row.decisionId} decision={row} withMeeting />)}</ul>
                <ShowMore query={decisions} shown={rows.length} />
              </>
            )
          }
        </Answered>
      </section>
      <section className="section">
        <Title order={2}>{t('boardroom:meeting.all')}</Title>
        <Answered query={meetings}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={t('boardroom:meeting.none')}>{t('boardroom:meeting.noneHelp')}</Empty>
            ) : (
              <>
                <ul className={classes.rows}>
                  {rows.map((row) => (
                    <li key={row.meetingId}>
                      <div>
                        <p><Link to={`/distrikt/styrelse/${row.meetingId}`}><b>{row.title}</b></Link></p>
                        <p className="small">{[dayAndTime(row.startsAt), row.place].filter(Boolean).join(' · ')}</p>
                        <p className={row.waitsForMe ? 'late' : row.state === 'locked' ? 'good' : undefined}>{t(row.waitsForMe ? 'boardroom:meeting.waitsForMe' : `boardroom:state.${row.state}`)}</p>
                      </div>
                    </li>
                  ))}
                </ul>
                <ShowMore query={meetings} shown={rows.length} />
              </>
            )
          }
        </Answered>
      </section>
    </Page>
  );
}

function Plan({ close }: { close: () => void }) {
  const t = useTexts('boardroom');
  const { tell } = useNotices();
  const go = useNavigate();
  const today = dateOf(useNow());
  const plan = usePlanMeeting();
  const [keyFor] = useState(onceKey);
  const form = useFields(
    { title: t('boardroom:meeting.usual'), on: addDays(today, 14), clock: '18.00', place: '', link: '' },
    {
      title: (value) => (value.trim() ? null : t('boardroom:fault.title')),
      on: (value) => (value >= today ? null : t('boardroom:fault.on')),
      clock: (value, all) => (instantOf(all.on || today, value) ? null : t('boardroom:fault.clock')),
      place: (value, all) => (value.trim() || all.link.trim() ? null : t('boardroom:fault.place')),
    },
  );
  return (
    <form
      className="form no-print"
      noValidate
      onSubmit={form.submit(({ title, on, clock, place, link }) => {
        const meeting = { title: title.trim(), startsAt: instantOf(on, clock), place: place.trim() || null, link: link.trim() || null };
        plan.mutateAsync({ meeting, key: keyFor(meeting) }).then(
          (made) => {
            close();
            tell(t('boardroom:meeting.planned'));
            void go(`/distrikt/styrelse/${made.meeting.meetingId}`);
          },
          (error: unknown) => form.refuse(fieldErrors(asProblem(error))),
        );
      })}
    >
      <Title order={2}>{t('boardroom:meeting.plan')}</Title>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput label={t('boardroom:meeting.title')} maxLength={200} {...form.text('title')} />
      <DateField id="on" label={t('boardroom:meeting.on')} min={today} value={form.values.on} onChange={(value) => form.set('on', value)} error={form.errors.on} />
      <TextInput label={t('boardroom:meeting.clock')} maxLength={5} {...form.text('clock')} />
      <TextInput label={t('boardroom:meeting.place')} maxLength={200} {...form.text('place')} />
      <TextInput type="url" label={t('common:form.optional', { label: t('boardroom:meeting.link') })} maxLength={300} {...form.text('link')} />
      {plan.error && Object.keys(form.errors).length === 0 && <ProblemNote error={plan.error} kept />}
      <SubmitOrCancel verb={t('boardroom:meeting.planVerb')} pending={plan.isPending} cancel={close} />
    </form>
  );
}

function Template({ close }: { close: () => void }) {
  const template = useTemplate();
  return <Answered query={template} rows={2}>{({ titles }) => <TemplateForm titles={titles} close={close} />}</Answered>;
}

function TemplateForm({ titles, close }: { titles: string[]; close: () => void }) {
  const t = useTexts('boardroom');
  const { tell } = useNotices();
  const write = useWriteTemplate();
  const lines = (text: string) => text.split('\n').map((line) => line.trim()).filter(Boolean);
  const form = useFields({ titles: titles.join('\n') }, { titles: (value) => (lines(value).length > 0 ? null : t('boardroom:fault.title')) });
  return (
    <form
      className="form no-print"
      noValidate
      onSubmit={form.submit(({ titles: written }) => {
        write.mutate(lines(written), {
          onSuccess: () => {
            close();
            tell(t('boardroom:template.saved'));
          },
        });
      })}
    >
      <InputBase component="textarea" multiline rows={10} label={t('boardroom:template.title')} description={t('boardroom:template.help')} {...form.text('titles')} />
      {write.error && <ProblemNote error={write.error} kept />}
      <SubmitOrCancel verb={t('boardroom:save')} pending={write.isPending} cancel={close} />
    </form>
  );
}
