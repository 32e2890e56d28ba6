import { Button, InputBase, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Plan, PlanGoal, PlanStatus } from '../api/types';
import { Mark } from '../associations/Mark';
import classes from '../economy/economy.module.css';
import { useFormat } from '../i18n/dates';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { forgetDraft, readDraft, useDraft } from '../ui/useDraft';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useWriteStatus } from './data';

/** Quarter by quarter, what the owner says; written when the quarter has begun. */
export function Statuses({ plan, goal }: { plan: Plan; goal: PlanGoal }) {
  const t = useTexts('yearplan');
  const { shortDay } = useFormat();
  const [writing, setWriting] = useState<number>();
  return (
    <ul className={classes.rows}>
      {[1, 2, 3, 4].map((quarter) => {
        const told = goal.statuses.find((one) => one.quarter === quarter);
        const missing = goal.missing.includes(quarter);
        return (
          <li key={quarter}>
            <div>
              <p><b>{t('yearplan:quarter', { quarter })}</b>{told && <> · <Mark light={told.light} /></>}</p>
              {told ? <p className="measure">{told.text}</p> : <p className={missing ? 'late' : 'dim'}>{t(missing ? 'yearplan:status.missing' : quarter > plan.quarter ? 'yearplan:status.ahead' : 'yearplan:status.none')}</p>}
              {told && <p className="dim small">{[told.by, shortDay(told.at)].filter(Boolean).join(' · ')}</p>}
              {writing === quarter && <StatusForm plan={plan} goal={goal} quarter={quarter} told={told} close={() => setWriting(undefined)} />}
            </div>
            {goal.mayFollowUp && quarter <= plan.quarter && writing === undefined && (
              <Button className="no-print" variant="default" size="sm" aria-label={t(told ? 'yearplan:status.editNamed' : 'yearplan:status.writeNamed', { quarter })} onClick={() => setWriting(quarter)}>{t(told ? 'yearplan:edit' : 'yearplan:status.write')}</Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function StatusForm({ plan, goal, quarter, told, close }: { plan: Plan; goal: PlanGoal; quarter: number; told?: PlanStatus; close: () => void }) {
  const t = useTexts('yearplan');
  const { tell } = useNotices();
  const draft = `plan-${String(plan.year)}-${goal.code}-${String(quarter)}`;
  const write = useWriteStatus(plan.year, goal.code);
  const form = useFields(
    { light: (told?.light ?? 'green') as 'green' | 'amber' | 'red', text: told?.text ?? '', ...readDraft<{ light: 'green' | 'amber' | 'red'; text: string }>(draft) },
    { text: (value) => (value.trim() ? null : t('yearplan:fault.text')) },
  );
  useDraft(draft, form.values);
  return (
    <form
      className="form no-print"
      noValidate
      onSubmit={form.submit(({ light, text }) => {
        write.mutate(
          { quarter, light, text: text.trim(), read: told?.version ?? 0 },
          {
            onSuccess: () => {
              forgetDraft(draft);
              close();
              tell(t('yearplan:status.saved'));
            },
          },
        );
      })}
    >
      <NativeSelect label={t('yearplan:status.light')} value={form.values.light} onChange={(event) => form.set('light', event.currentTarget.value as 'green' | 'amber' | 'red')} data={(['green', 'amber', 'red'] as const).map((light) => ({ value: light, label: t(`yearplan:status.${light}`) }))} />
      <InputBase component="textarea" multiline rows={5} maxLength={4000} label={t('yearplan:status.text')} description={t('yearplan:status.help')} {...form.text('text')} />
      {write.error && <ProblemNote error={write.error} kept />}
      <SubmitOrCancel verb={t('yearplan:status.save')} pending={write.isPending} cancel={() => { forgetDraft(draft); close(); }} />
    </form>
  );
}
