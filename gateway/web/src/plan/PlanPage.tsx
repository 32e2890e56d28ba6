import { Button, NativeSelect, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useNow } from '../api/clock';
import { asProblem, fieldErrors } from '../api/problem';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { Plan, PlanGoal } from '../api/types';
import { Mark } from '../associations/Mark';
import classes from '../economy/economy.module.css';
import { dateOf, useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Confirm } from '../ui/Confirm';
import { Empty } from '../ui/Empty';
import { ErrorSummary } from '../ui/ErrorSummary';
import { Note } from '../ui/Note';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { AdoptForm } from './AdoptForm';
import { useAdoptPlan, useBeginPlan, useDropPlan, useMakeReport, usePlan, usePlanYears, useTakePlanBack } from './data';
import { GoalForm } from './GoalForm';
import { useValues } from './values';

/** A year's operating plan: every goal with its light, its numbers and who answers for it. */
export default function PlanPage() {
  const t = useTexts('yearplan');
  const years = usePlanYears();
  const [query] = useSearchParams();
  const asked = Number(query.get('ar'));
  const now = useNow().getFullYear();
  const shown = years.data && (years.data.find((one) => one.number === asked) ?? years.data.find((one) => one.number <= now) ?? years.data[0])?.number;
  const plan = usePlan(shown);
  return (
    <Page title={shown ? t('yearplan:titleOf', { year: shown }) : t('yearplan:title')} lead={t('yearplan:lead')} wide>
      <Answered query={years}>
        {(known) => (
          <>
            {known.length > 1 && (
              <nav aria-label={t('yearplan:years')} className="no-print">
                <ul className={classes.links}>
                  {known.map((one) => (
                    <li key={one.number}>{one.number === shown ? <b aria-current="page">{one.number}</b> : <Link to={`/distrikt/plan?ar=${String(one.number)}`}>{one.number}</Link>}</li>
                  ))}
                </ul>
              </nav>
            )}
            {known.length === 0 ? (
              <>
                <Empty title={t('yearplan:empty')}>{t('yearplan:emptyHelp')}</Empty>
                <Manage years={[]} />
              </>
            ) : (
              <Answered query={plan} rows={8}>{(view) => <Shown key={view.year} plan={view} years={known.map((one) => one.number)} />}</Answered>
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}

const kinds = ['standing', 'activity'] as const;

function Shown({ plan, years }: { plan: Plan; years: number[] }) {
  const t = useTexts('yearplan');
  const { shortDay } = useFormat();
  const mine = plan.goals.filter((goal) => goal.mayFollowUp && !plan.mayManage && goal.missing.length > 0);
  const missing = plan.mayManage ? plan.goals.filter((goal) => goal.missing.length > 0) : mine;
  return (
    <>
      <p style={{ marginBottom: '1rem' }}>{plan.adoptedOn ? t('yearplan:adoptedOn', { date: shortDay(plan.adoptedOn) }) : t('yearplan:draft')}</p>
      {missing.length > 0 && (
        <Note kind="information" title={t(plan.mayManage ? 'yearplan:missing.all' : 'yearplan:missing.mine')}>
          <p>{missing.map((goal) => `${goal.code} (${goal.missing.map((quarter) => t('yearplan:quarter', { quarter })).join(', ')})`).join(' · ')}</p>
        </Note>
      )}
      {kinds.map((kind) => {
        const goals = plan.goals.filter((goal) => goal.kind === kind);
        return (
          goals.length > 0 && (
            <section key={kind} className="section">
              <Title order={2}>{t(`yearplan:kind.${kind}`)}</Title>
              <ul className={classes.rows}>{goals.map((goal) => <GoalLine key={goal.code} year={plan.year} goal={goal} />)}</ul>
            </section>
          )
        );
      })}
      <p className="dim small measure" style={{ marginTop: '1.5rem' }}>{t('yearplan:rule.all')}</p>
      <ul className={`${classes.links ?? ''} no-print`}>
        {plan.hasReport && <li><Link to={`/distrikt/plan/${String(plan.year)}/berattelse`}>{t('yearplan:report.go', { year: plan.year })}</Link></li>}
        <li><a href={`/api/members/plan/${String(plan.year)}/export`} download>{t('yearplan:export')}</a></li>
      </ul>
      <Manage plan={plan} years={years} />
    </>
  );
}

function GoalLine({ year, goal }: { year: number; goal: PlanGoal }) {
  const t = useTexts('yearplan');
  const { valueOf } = useValues();
  const late = goal.activities.filter((activity) => activity.isLate).length;
  return (
    <li>
      <div>
        <p><Link to={`/distrikt/plan/${String(year)}/${goal.code}`}><b>{goal.code} {goal.title}</b></Link></p>
        {goal.indicators.length > 0 && <p className="small">{goal.indicators.map((one) => `${one.name}: ${valueOf(one)}`).join(' · ')}</p>}
        <p className="dim small">{[goal.owner ?? t('yearplan:nobody'), late > 0 && t('yearplan:activity.lateCount', { count: late })].filter(Boolean).join(' · ')}</p>
      </div>
      <div><Mark light={goal.light} /></div>
    </li>
  );
}

/** What those who manage the plan do with it: begin, add goals, adopt, take back, drop, write the report. */
function Manage({ plan, years }: { plan?: Plan; years: number[] }) {
  const t = useTexts('yearplan');
  const { tell } = useNotices();
  const { data: session } = useSession();
  const go = useNavigate();
  const year = plan?.year ?? 0;
  const adopt = useAdoptPlan(year);
  const takeBack = useTakePlanBack(year);
  const drop = useDropPlan(year);
  const make = useMakeReport(year);
  const [doing, setDoing] = useState<'begin' | 'goal' | 'adopt' | 'drop'>();
  if (!mayInDistrict(session, 'plan:manage')) return null;
  const error = adopt.error ?? takeBack.error ?? drop.error ?? make.error;
  const close = () => setDoing(undefined);
  return (
    <>
      {error && <ProblemNote error={error} />}
      {(doing === undefined || doing === 'drop') && (
        <div className="row-of-buttons no-print" style={{ marginTop: '1.25rem' }}>
          <Button variant="default" onClick={() => setDoing('begin')}>{t('yearplan:begin.open')}</Button>
          {plan && !plan.adoptedOn && <Button variant="default" onClick={() => setDoing('goal')}>{t('yearplan:goal.add')}</Button>}
          {plan && !plan.adoptedOn && plan.goals.length > 0 && <Button onClick={() => setDoing('adopt')}>{t('yearplan:adopt.open')}</Button>}
          {plan?.adoptedOn && <Button variant="default" loading={takeBack.isPending} onClick={() => takeBack.mutate(undefined, { onSuccess: () => tell(t('yearplan:adopt.takenBack')) })}>{t('yearplan:adopt.takeBack')}</Button>}
          {plan && !plan.hasReport && plan.goals.length > 0 && (
            <Button variant="default" loading={make.isPending} onClick={() => make.mutate(undefined, { onSuccess: () => void go(`/distrikt/plan/${String(year)}/berattelse`) })}>{t('yearplan:report.make')}</Button>
          )}
          {plan && !plan.adoptedOn && !plan.hasReport && <Button variant="default" onClick={() => setDoing('drop')}>{t('yearplan:drop.open')}</Button>}
        </div>
      )}
      {doing === 'begin' && <Begin years={years} close={close} />}
      {doing === 'goal' && plan && <GoalForm plan={plan} close={close} />}
      {doing === 'adopt' && plan && (
        <AdoptForm title={t('yearplan:adopt.title', { year })} pending={adopt.isPending} close={close} adopt={(on) => adopt.mutate({ on, read: plan.version }, { onSuccess: () => { close(); tell(t('yearplan:adopt.done')); } })} />
      )}
      <Confirm title={t('yearplan:drop.ask', { year })} open={doing === 'drop'} close={close}>
        <p>{t('yearplan:drop.help')}</p>
        <div className="row-of-buttons" style={{ marginTop: '1rem' }}>
          <Button loading={drop.isPending} onClick={() => void drop.mutateAsync(undefined).then(() => { tell(t('yearplan:drop.done')); void go('/distrikt/plan'); }, close)}>{t('yearplan:drop.open')}</Button>
          <Button variant="default" onClick={close}>{t('common:action.cancel')}</Button>
        </div>
      </Confirm>
    </>
  );
}

function Begin({ years, close }: { years: number[]; close: () => void }) {
  const t = useTexts('yearplan');
  const { tell } = useNotices();
  const go = useNavigate();
  const begin = useBeginPlan();
  const thisYear = Number(dateOf(useNow()).slice(0, 4));
  const next = years[0] ? years[0] + 1 : thisYear;
  const form = useFields({ year: String(next), from: String(years[0] ?? '') }, { year: (value) => (/^20\d\d$/.test(value) ? (years.includes(Number(value)) ? t('yearplan:fault.taken') : null) : t('yearplan:fault.year')) });
  return (
    <form
      className="form no-print"
      noValidate
      onSubmit={form.submit(({ year, from }) => {
        begin.mutate(
          { year: Number(year), from: from ? Number(from) : null },
          {
            onSuccess: () => {
              close();
              tell(t('yearplan:begin.done', { year }));
              void go(`/distrikt/plan?ar=${year}`);
            },
            onError: (error) => form.refuse(fieldErrors(asProblem(error))),
          },
        );
      })}
    >
      <Title order={2}>{t('yearplan:begin.open')}</Title>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput inputMode="numeric" maxLength={4} label={t('yearplan:begin.year')} {...form.text('year')} />
      <NativeSelect label={t('yearplan:begin.from')} value={form.values.from} onChange={(event) => form.set('from', event.currentTarget.value)} data={[...years.map((year) => ({ value: String(year), label: t('yearplan:begin.fromYear', { year }) })), { value: '', label: t('yearplan:begin.empty') }]} />
      {begin.error && Object.keys(form.errors).length === 0 && <ProblemNote error={begin.error} kept />}
      <SubmitOrCancel verb={t('yearplan:begin.verb')} pending={begin.isPending} cancel={close} />
    </form>
  );
}
