import { Button, NativeSelect, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { InterestsEditor } from '../activation/InterestsEditor';
import type { CarePlan, CarePlans, PlanStep } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useTexts } from '../ui/useTexts';
import { useChangePlan, useChangeSettings, usePlans, useRestorePlan } from './data';
import classes from './plans.module.css';

const kinds: PlanStep['kind'][] = ['talk', 'meet', 'task'];

/** The steps that each reason asks for, and when cases open by themselves. The district decides. */
export default function PlansPage() {
  const t = useTexts('cases');
  const plans = usePlans();
  return (
    <Page
      title={t('cases:plans.title')}
      lead={t('cases:plans.lead')}
      crumbs={[
        { label: t('common:area.district'), to: '/distrikt' },
        { label: t('cases:statistics.title'), to: '/distrikt/medlemsvard' },
      ]}
      wide
    >
      <Answered query={plans} rows={8}>
        {(known) => (
          <>
            {known.plans.map((plan) => (
              <Plan key={`${plan.reason}-${String(plan.version)}`} plan={plan} />
            ))}
            <Settings key={known.settingsVersion} known={known} />
            <InterestsEditor />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Plan({ plan }: { plan: CarePlan }) {
  const t = useTexts('cases');
  const codes = useCodes();
  const { language } = useFormat();
  const { tell } = useNotices();
  const restore = useRestorePlan();
  const change = useChangePlan();
  const [open, setOpen] = useState(false);
  const name = codes('careReason', plan.reason);
  return (
    <section className={classes.plan} aria-label={name}>
      <Title order={2} size="h3">
        {name}
      </Title>
      {open ? (
        <Edit plan={plan} close={() => setOpen(false)} />
      ) : (
        <>
          <ol>
            {plan.steps.map((step) => (
              <li key={step.swedish}>
                {language === 'en' ? step.english : step.swedish} <span className="dim small">{t(`cases:plans.within.${step.kind}`, { count: step.days })}</span>
              </li>
            ))}
          </ol>
          <div className="row-of-buttons no-print">
            <Button variant="default" size="sm" aria-label={t('cases:plans.editNamed', { name })} onClick={() => setOpen(true)}>
              {t('cases:plans.edit')}
            </Button>
            {plan.version > 0 && (
              <Button
                variant="default"
                size="sm"
                aria-label={t('cases:plans.restoreNamed', { name })}
                loading={restore.isPending}
                onClick={() => restore.mutate(plan.reason, { onSuccess: () => tell(t('cases:plans.restored', { name }), () => change.mutate({ reason: plan.reason, steps: plan.steps, read: 0 })) })}
              >
                {t('cases:plans.restore')}
              </Button>
            )}
          </div>
          {restore.error && <ProblemNote error={restore.error} />}
        </>
      )}
    </section>
  );
}

function Edit({ plan, close }: { plan: CarePlan; close: () => void }) {
  const t = useTexts('cases');
  const codes = useCodes();
  const { tell } = useNotices();
  const change = useChangePlan();
  const [steps, setSteps] = useState(plan.steps);
  const set = (index: number, part: Partial<PlanStep>) => setSteps(steps.map((step, place) => (place === index ? { ...step, ...part } : step)));
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(
          { reason: plan.reason, steps, read: plan.version },
          {
            onSuccess: () => {
              close();
              tell(t('cases:plans.saved', { name: codes('careReason', plan.reason) }));
            },
          },
        );
      }}
    >
      {steps.map((step, index) => (
        <fieldset key={index} className={classes.step}>
          <legend>{t('cases:plans.step', { number: index + 1 })}</legend>
          <TextInput label={t('cases:plans.swedish')} required withAsterisk={false} maxLength={120} value={step.swedish} onChange={(event) => set(index, { swedish: event.currentTarget.value })} />
          <TextInput label={t('cases:plans.english')} required withAsterisk={false} maxLength={120} value={step.english} onChange={(event) => set(index, { english: event.currentTarget.value })} />
          <TextInput label={t('cases:plans.days')} required withAsterisk={false} type="number" min={1} max={365} value={step.days || ''} onChange={(event) => set(index, { days: Number.isInteger(event.currentTarget.valueAsNumber) ? event.currentTarget.valueAsNumber : 0 })} />
          <NativeSelect label={t('cases:plans.doneBy')} value={step.kind} onChange={(event) => set(index, { kind: event.currentTarget.value as PlanStep['kind'] })} data={kinds.map((kind) => ({ value: kind, label: t(`cases:plans.kind.${kind}`) }))} />
          {steps.length > 1 && (
            <Button variant="default" size="sm" aria-label={t('cases:plans.removeNamed', { number: index + 1 })} onClick={() => setSteps(steps.filter((_, place) => place !== index))}>
              {t('common:action.remove')}
            </Button>
          )}
        </fieldset>
      ))}
      {steps.length < 10 && (
        <div>
          <Button variant="default" size="sm" onClick={() => setSteps([...steps, { swedish: '', english: '', days: 14, kind: 'task' }])}>
            {t('cases:plans.add')}
          </Button>
        </div>
      )}
      {change.error && <ProblemNote error={change.error} kept />}
      <SubmitOrCancel verb={t('cases:plans.save')} pending={change.isPending} cancel={close} />
    </form>
  );
}

function Settings({ known }: { known: CarePlans }) {
  const t = useTexts('cases');
  const { tell } = useNotices();
  const change = useChangeSettings();
  const [settings, setSettings] = useState(known.settings);
  const before = known.settings;
  const field = (name: keyof typeof settings, min: number, max: number) => (
    <TextInput
      label={t(`cases:settings.${name}`)}
      type="number"
      required
      withAsterisk={false}
      min={min}
      max={max}
      value={settings[name]}
      onChange={(event) => setSettings({ ...settings, [name]: Number.isInteger(event.currentTarget.valueAsNumber) ? event.currentTarget.valueAsNumber : min })}
    />
  );
  return (
    <section className="section" aria-labelledby="sjalva">
      <Title order={2} id="sjalva">
        {t('cases:settings.title')}
      </Title>
      <p style={{ marginBottom: '1rem' }}>{t('cases:settings.lead')}</p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ settings, read: known.settingsVersion }, { onSuccess: (now) => tell(t('cases:settings.saved'), () => change.mutate({ settings: before, read: now.settingsVersion })) });
        }}
      >
        {field('unpaidDays', 7, 365)}
        {field('inactiveMonths', 3, 60)}
        {field('aNight', 0, 50)}
        {field('inactiveOpen', 1, 500)}
        {change.error && <ProblemNote error={change.error} kept />}
        <div>
          <Button type="submit" loading={change.isPending}>
            {t('cases:settings.save')}
          </Button>
        </div>
      </form>
    </section>
  );
}
