import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Plan, PlanGoal, PlanIndicator } from '../api/types';
import { Mark } from '../associations/Mark';
import classes from '../economy/economy.module.css';
import { Empty } from '../ui/Empty';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useNoteReading } from './data';
import { readNumber, useValues } from './values';

/** What a goal is measured by: the number, the rule that gave it its light, and what it was at each quarter's end. */
export function Indicators({ plan, goal }: { plan: Plan; goal: PlanGoal }) {
  const t = useTexts('yearplan');
  if (goal.indicators.length === 0) return <Empty title={t('yearplan:indicator.none')} />;
  return <ul className={classes.rows}>{goal.indicators.map((one) => <Indicator key={one.indicatorId} plan={plan} goal={goal} one={one} />)}</ul>;
}

function Indicator({ plan, goal, one }: { plan: Plan; goal: PlanGoal; one: PlanIndicator }) {
  const t = useTexts('yearplan');
  const { valueOf, ruleOf, show } = useValues();
  const [noting, setNoting] = useState(false);
  return (
    <li>
      <div>
        <p><b>{one.name}</b>: {valueOf(one)}</p>
        <p className="dim small">{ruleOf(one)}</p>
        {one.readings.length > 0 && <p className="small">{one.readings.map((reading) => `${t('yearplan:quarter', { quarter: reading.quarter })}: ${show(reading.value, one.isShare)}`).join(' · ')}</p>}
        {noting && <NoteForm plan={plan} one={one} close={() => setNoting(false)} />}
      </div>
      <div className="row-of-buttons">
        <Mark light={one.light} />
        {one.measure === 'manual' && goal.mayFollowUp && plan.quarter > 0 && !noting && <Button className="no-print" variant="default" size="sm" aria-label={t('yearplan:reading.openNamed', { name: one.name })} onClick={() => setNoting(true)}>{t('yearplan:reading.open')}</Button>}
      </div>
    </li>
  );
}

function NoteForm({ plan, one, close }: { plan: Plan; one: PlanIndicator; close: () => void }) {
  const t = useTexts('yearplan');
  const { tell } = useNotices();
  const note = useNoteReading(one.indicatorId);
  const form = useFields({ quarter: String(plan.quarter), value: '' }, { value: (value) => (readNumber(value) === null ? t('yearplan:fault.number') : null) });
  return (
    <form className="form no-print" noValidate onSubmit={form.submit(({ quarter, value }) => note.mutate({ quarter: Number(quarter), value: readNumber(value) ?? 0 }, { onSuccess: () => { close(); tell(t('yearplan:reading.saved')); } }))}>
      <NativeSelect label={t('yearplan:reading.quarter')} value={form.values.quarter} onChange={(event) => form.set('quarter', event.currentTarget.value)} data={[1, 2, 3, 4].filter((quarter) => quarter <= plan.quarter).map((quarter) => ({ value: String(quarter), label: t('yearplan:quarter', { quarter }) }))} />
      <TextInput inputMode="decimal" maxLength={10} label={t('yearplan:reading.value')} description={t('yearplan:reading.help')} {...form.text('value')} />
      {note.error && <ProblemNote error={note.error} kept />}
      <SubmitOrCancel verb={t('yearplan:reading.save')} pending={note.isPending} cancel={close} />
    </form>
  );
}
