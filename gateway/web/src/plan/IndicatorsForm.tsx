import { Button, NativeSelect, TextInput, Title } from '@mantine/core';
import type { IndicatorContent, Plan, PlanGoal } from '../api/types';
import classes from '../economy/economy.module.css';
import { Answered } from '../ui/Answered';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useMeasures, useWriteIndicators } from './data';
import { readNumber } from './values';

type Measure = NonNullable<IndicatorContent['measure']>;

/** What a goal of a draft is measured by, each with its target. */
export function IndicatorsForm({ plan, goal, close }: { plan: Plan; goal: PlanGoal; close: () => void }) {
  const t = useTexts('yearplan');
  const { tell } = useNotices();
  const measures = useMeasures();
  const write = useWriteIndicators(plan.year, goal.code);
  const form = useFields(
    { items: goal.indicators.map((one) => ({ indicatorId: one.indicatorId as string | null, measure: one.measure as Measure | '', title: one.measure === 'manual' ? one.name : '', target: String(one.target) })) },
    {
      items: (items) =>
        items.every((one) => one.measure && readNumber(one.target) !== null && (one.measure !== 'manual' || one.title.trim())) && new Set(items.filter((one) => one.measure !== 'manual').map((one) => one.measure)).size === items.filter((one) => one.measure !== 'manual').length
          ? null
          : t('yearplan:fault.indicators'),
    },
  );
  const { items } = form.values;
  const set = (index: number, part: Partial<(typeof items)[number]>) => form.set('items', items.map((one, place) => (place === index ? { ...one, ...part } : one)));
  return (
    <form
      className="form no-print"
      noValidate
      onSubmit={form.submit(({ items: written }) => {
        write.mutate(
          { items: written.map((one) => ({ indicatorId: one.indicatorId, measure: one.measure as Measure, title: one.measure === 'manual' ? one.title.trim() : null, target: readNumber(one.target) })), read: plan.version },
          {
            onSuccess: () => {
              close();
              tell(t('yearplan:indicator.saved'));
            },
          },
        );
      })}
    >
      <Title order={2}>{t('yearplan:indicator.edit')}</Title>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Answered query={measures} rows={2}>
        {(known) => (
          <fieldset id="items" tabIndex={-1} className="form">
            <legend>{t('yearplan:indicator.title')}</legend>
            {items.map((one, index) => (
              <div key={index} className={classes.part} role="group" aria-label={t('yearplan:indicator.number', { number: index + 1 })}>
                <NativeSelect id={`measure-${String(index)}`} label={t('yearplan:indicator.measure')} value={one.measure} onChange={(event) => set(index, { measure: event.currentTarget.value as Measure })} data={[{ value: '', label: t('yearplan:choose') }, ...known.map((measure) => ({ value: measure.measure, label: measure.name })), { value: 'manual', label: t('yearplan:indicator.own') }]} />
                {one.measure === 'manual' && <TextInput id={`title-${String(index)}`} maxLength={100} label={t('yearplan:indicator.name')} value={one.title} onChange={(event) => set(index, { title: event.currentTarget.value })} />}
                <TextInput id={`target-${String(index)}`} inputMode="decimal" maxLength={10} label={t('yearplan:indicator.target')} value={one.target} onChange={(event) => set(index, { target: event.currentTarget.value })} />
                <div>
                  <Button variant="default" size="sm" aria-label={t('yearplan:indicator.remove', { number: index + 1 })} onClick={() => form.set('items', items.filter((_, place) => place !== index))}>{t('common:action.remove')}</Button>
                </div>
              </div>
            ))}
            {form.errors.items && <p className="error-text">{form.errors.items}</p>}
            <div>
              <Button variant="default" size="sm" onClick={() => form.set('items', [...items, { indicatorId: null, measure: '', title: '', target: '' }])}>{t('yearplan:indicator.add')}</Button>
            </div>
          </fieldset>
        )}
      </Answered>
      {write.error && <ProblemNote error={write.error} kept />}
      <SubmitOrCancel verb={t('yearplan:indicator.save')} pending={write.isPending} cancel={close} />
    </form>
  );
}
