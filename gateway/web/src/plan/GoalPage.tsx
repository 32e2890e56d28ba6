import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Plan, PlanGoal } from '../api/types';
import { Mark } from '../associations/Mark';
import { Answered } from '../ui/Answered';
import { Confirm } from '../ui/Confirm';
import { Facts } from '../ui/Facts';
import { Missing } from '../ui/Missing';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useTexts } from '../ui/useTexts';
import { Activities } from './Activities';
import { useNameOwner, usePlan, useRemoveGoal } from './data';
import { GoalForm } from './GoalForm';
import { Indicators } from './Indicators';
import { IndicatorsForm } from './IndicatorsForm';
import { OwnerField } from './OwnerField';
import { Statuses } from './Statuses';

/** One goal: what it is measured by and why it has its light, what is done for it, and what its owner says quarter by quarter. */
export default function GoalPage() {
  const t = useTexts('yearplan');
  const params = useParams();
  const year = Number(params.year);
  const found = usePlan(year);
  const goal = found.data?.goals.find((one) => one.code === params.code);
  return (
    <Page title={goal ? `${goal.code} ${goal.title}` : t('yearplan:goal.one')} crumbs={[{ label: t('yearplan:titleOf', { year }), to: `/distrikt/plan?ar=${String(year)}` }]} wide>
      <Answered query={found}>{(plan) => (goal ? <Goal key={goal.code} plan={plan} goal={goal} /> : <Missing />)}</Answered>
    </Page>
  );
}

function Goal({ plan, goal }: { plan: Plan; goal: PlanGoal }) {
  const t = useTexts('yearplan');
  const [doing, setDoing] = useState<'goal' | 'indicators' | 'owner' | 'remove'>();
  const close = () => setDoing(undefined);
  const draft = plan.mayManage && !plan.adoptedOn;
  return (
    <>
      <Facts
        items={[
          [t('yearplan:light'), <Mark key="light" light={goal.light} />],
          [t('yearplan:owner.label'), goal.owner ?? t('yearplan:nobody')],
        ]}
      />
      {goal.about && <p className="measure" style={{ whiteSpace: 'pre-line', marginTop: '1rem' }}>{goal.about}</p>}
      {plan.mayManage && (doing === undefined || doing === 'remove') && (
        <div className="row-of-buttons no-print" style={{ marginTop: '1.25rem' }}>
          {draft && <Button variant="default" onClick={() => setDoing('goal')}>{t('yearplan:goal.edit')}</Button>}
          {draft && <Button variant="default" onClick={() => setDoing('indicators')}>{t('yearplan:indicator.edit')}</Button>}
          {!draft && <Button variant="default" onClick={() => setDoing('owner')}>{t('yearplan:owner.change')}</Button>}
          {draft && <Button variant="default" onClick={() => setDoing('remove')}>{t('yearplan:goal.remove')}</Button>}
        </div>
      )}
      {doing === 'goal' && <GoalForm plan={plan} goal={goal} close={close} />}
      {doing === 'indicators' && <IndicatorsForm plan={plan} goal={goal} close={close} />}
      {doing === 'owner' && <OwnerForm plan={plan} goal={goal} close={close} />}
      <Remove plan={plan} goal={goal} open={doing === 'remove'} close={close} />
      <section className="section">
        <Title order={2}>{t('yearplan:indicator.title')}</Title>
        <Indicators plan={plan} goal={goal} />
      </section>
      <section className="section">
        <Title order={2}>{t('yearplan:activity.title')}</Title>
        <Activities plan={plan} goal={goal} />
      </section>
      <section className="section">
        <Title order={2}>{t('yearplan:status.title')}</Title>
        <Statuses plan={plan} goal={goal} />
      </section>
    </>
  );
}

function OwnerForm({ plan, goal, close }: { plan: Plan; goal: PlanGoal; close: () => void }) {
  const t = useTexts('yearplan');
  const { tell } = useNotices();
  const name = useNameOwner(plan.year, goal.code);
  const [owner, setOwner] = useState(goal.ownerId ?? '');
  return (
    <form
      className="form no-print"
      onSubmit={(event) => {
        event.preventDefault();
        name.mutate({ ownerId: owner || null, read: plan.version }, { onSuccess: () => { close(); tell(t('yearplan:owner.saved')); } });
      }}
    >
      <OwnerField value={owner} onChange={setOwner} known={goal.ownerId && goal.owner ? { id: goal.ownerId, name: goal.owner } : undefined} />
      {name.error && <ProblemNote error={name.error} kept />}
      <SubmitOrCancel verb={t('yearplan:owner.save')} pending={name.isPending} cancel={close} />
    </form>
  );
}

function Remove({ plan, goal, open, close }: { plan: Plan; goal: PlanGoal; open: boolean; close: () => void }) {
  const t = useTexts('yearplan');
  const { tell } = useNotices();
  const go = useNavigate();
  const remove = useRemoveGoal(plan.year, goal.code);
  return (
    <Confirm title={t('yearplan:goal.removeAsk', { code: goal.code })} open={open} close={close}>
      <p>{t('yearplan:goal.removeHelp')}</p>
      {remove.error && <ProblemNote error={remove.error} />}
      <div className="row-of-buttons" style={{ marginTop: '1rem' }}>
        <Button loading={remove.isPending} onClick={() => remove.mutate(plan.version, { onSuccess: () => { tell(t('yearplan:goal.removed')); void go(`/distrikt/plan?ar=${String(plan.year)}`); } })}>{t('yearplan:goal.remove')}</Button>
        <Button variant="default" onClick={close}>{t('common:action.cancel')}</Button>
      </div>
    </Confirm>
  );
}
