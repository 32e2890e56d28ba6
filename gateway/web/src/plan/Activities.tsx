import { Button, InputBase, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ActivityContent, Plan, PlanActivity, PlanGoal } from '../api/types';
import classes from '../economy/economy.module.css';
import { useFormat } from '../i18n/dates';
import { DateField } from '../ui/DateField';
import { Empty } from '../ui/Empty';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useAddActivity, useChangeActivity, useRemoveActivity } from './data';
import { OwnerField } from './OwnerField';

const states = ['planned', 'underWay', 'done', 'dropped'] as const;

/** What is done for a goal, and how it goes. */
export function Activities({ plan, goal }: { plan: Plan; goal: PlanGoal }) {
  const t = useTexts('yearplan');
  const { tell } = useNotices();
  const [adding, setAdding] = useState(false);
  const add = useAddActivity(plan.year, goal.code);
  return (
    <>
      {goal.activities.length === 0 ? <Empty title={t('yearplan:activity.none')} /> : <ul className={classes.rows}>{goal.activities.map((one) => <Activity key={one.activityId} plan={plan} goal={goal} one={one} />)}</ul>}
      {goal.mayFollowUp && !adding && <Button variant="default" mt="md" className="no-print" onClick={() => setAdding(true)}>{t('yearplan:activity.add')}</Button>}
      {adding && <ActivityForm plan={plan} pending={add.isPending} error={add.error} save={(content) => add.mutate(content, { onSuccess: () => { setAdding(false); tell(t('yearplan:activity.added')); } })} close={() => setAdding(false)} />}
    </>
  );
}

function Activity({ plan, goal, one }: { plan: Plan; goal: PlanGoal; one: PlanActivity }) {
  const t = useTexts('yearplan');
  const { shortDay } = useFormat();
  const { tell } = useNotices();
  const [editing, setEditing] = useState(false);
  const change = useChangeActivity(one.activityId);
  const remove = useRemoveActivity(one.activityId);
  const restore = useAddActivity(plan.year, goal.code);
  const content: ActivityContent = { title: one.title, ownerId: one.ownerId, due: one.due, state: one.state, doneOn: one.doneOn, note: one.note };
  return (
    <li>
      <div>
        <p><b>{one.title}</b></p>
        <p className="small">{[one.owner ?? t('yearplan:nobody'), t('yearplan:activity.due', { date: shortDay(one.due) })].join(' · ')}</p>
        <p className={one.isLate ? 'late' : one.state === 'done' ? 'good' : undefined}>{one.isLate ? t('yearplan:activity.late') : one.doneOn ? t('yearplan:activity.doneOn', { date: shortDay(one.doneOn) }) : t(`yearplan:state.${one.state}`)}</p>
        {one.note && <p>{one.note}</p>}
        {(change.error ?? remove.error) && !editing && <ProblemNote error={change.error ?? remove.error} />}
        {editing && <ActivityForm plan={plan} one={one} pending={change.isPending} error={change.error} save={(written) => change.mutate({ content: written, read: one.version }, { onSuccess: () => { setEditing(false); tell(t('yearplan:activity.saved')); } })} close={() => setEditing(false)} />}
      </div>
      {goal.mayFollowUp && !editing && (
        <div className="row-of-buttons no-print">
          {(one.state === 'planned' || one.state === 'underWay') && (
            <Button variant="default" size="sm" aria-label={t('yearplan:activity.doneNamed', { title: one.title })} loading={change.isPending} onClick={() => change.mutate({ content: { ...content, state: 'done' }, read: one.version }, { onSuccess: () => tell(t('yearplan:activity.saved')) })}>{t('yearplan:state.done')}</Button>
          )}
          <Button variant="default" size="sm" aria-label={t('yearplan:activity.editNamed', { title: one.title })} onClick={() => setEditing(true)}>{t('yearplan:edit')}</Button>
          <Button variant="default" size="sm" aria-label={t('yearplan:activity.removeNamed', { title: one.title })} onClick={() => remove.mutate(undefined, { onSuccess: () => tell(t('yearplan:activity.removed'), () => restore.mutate(content)) })}>{t('common:action.remove')}</Button>
        </div>
      )}
    </li>
  );
}

function ActivityForm({ plan, one, pending, error, save, close }: { plan: Plan; one?: PlanActivity; pending: boolean; error: unknown; save: (content: ActivityContent) => void; close: () => void }) {
  const t = useTexts('yearplan');
  const form = useFields(
    { title: one?.title ?? '', ownerId: one?.ownerId ?? '', due: one?.due ?? '', state: one?.state ?? 'planned', note: one?.note ?? '' },
    {
      title: (value) => (value.trim() ? null : t('yearplan:fault.title')),
      due: (value) => (value && Math.abs(Number(value.slice(0, 4)) - plan.year) <= 1 ? null : t('yearplan:fault.due')),
    },
  );
  return (
    <form
      className="form no-print"
      noValidate
      onSubmit={form.submit(({ title, ownerId, due, state, note }) => save({ title: title.trim(), ownerId: ownerId || null, due, state, doneOn: state === 'done' ? (one?.doneOn ?? null) : null, note: note.trim() || null }))}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput maxLength={200} label={t('yearplan:activity.what')} {...form.text('title')} />
      {plan.mayManage && <OwnerField value={form.values.ownerId} onChange={(value) => form.set('ownerId', value)} known={one?.ownerId && one.owner ? { id: one.ownerId, name: one.owner } : undefined} />}
      <DateField id="due" label={t('yearplan:activity.dueLabel')} value={form.values.due} onChange={(value) => form.set('due', value)} error={form.errors.due} />
      <NativeSelect label={t('yearplan:activity.state')} value={form.values.state} onChange={(event) => form.set('state', event.currentTarget.value as PlanActivity['state'])} data={states.map((state) => ({ value: state, label: t(`yearplan:state.${state}`) }))} />
      <InputBase component="textarea" multiline rows={3} maxLength={2000} label={t('common:form.optional', { label: t('yearplan:activity.note') })} {...form.text('note')} />
      {error !== null && error !== undefined && <ProblemNote error={error} kept />}
      <SubmitOrCancel verb={t('yearplan:activity.save')} pending={pending} cancel={close} />
    </form>
  );
}
