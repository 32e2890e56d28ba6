import { InputBase, NativeSelect, TextInput, Title } from '@mantine/core';
import { useNavigate } from 'react-router';
import { asProblem, fieldErrors } from '../api/problem';
import type { Plan, PlanGoal } from '../api/types';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useWriteGoal } from './data';
import { OwnerField } from './OwnerField';

/** A goal of a draft, new or to be changed. */
export function GoalForm({ plan, goal, close }: { plan: Plan; goal?: PlanGoal; close: () => void }) {
  const t = useTexts('yearplan');
  const { tell } = useNotices();
  const go = useNavigate();
  const write = useWriteGoal(plan.year);
  const form = useFields(
    { code: goal?.code ?? '', kind: goal?.kind ?? 'standing', titleSv: goal?.titleSv ?? '', titleEn: goal?.titleEn ?? '', about: goal?.about ?? '', ownerId: goal?.ownerId ?? '' },
    {
      code: (value) => (!/^[A-ZÅÄÖ0-9]{1,4}$/.test(value.trim().toUpperCase()) ? t('yearplan:fault.code') : !goal && plan.goals.some((one) => one.code === value.trim().toUpperCase()) ? t('yearplan:fault.codeTaken') : null),
      titleSv: (value) => (value.trim() ? null : t('yearplan:fault.title')),
      titleEn: (value) => (value.trim() ? null : t('yearplan:fault.title')),
    },
  );
  return (
    <form
      className="form no-print"
      noValidate
      onSubmit={form.submit(({ code, kind, titleSv, titleEn, about, ownerId }) => {
        const mark = code.trim().toUpperCase();
        write.mutate(
          { code: mark, content: { kind, titleSv: titleSv.trim(), titleEn: titleEn.trim(), about: about.trim() || null, ownerId: ownerId || null, position: null }, read: plan.version },
          {
            onSuccess: () => {
              close();
              tell(t('yearplan:goal.saved'));
              if (!goal) void go(`/distrikt/plan/${String(plan.year)}/${mark}`);
            },
            onError: (error) => form.refuse(fieldErrors(asProblem(error))),
          },
        );
      })}
    >
      <Title order={2}>{t(goal ? 'yearplan:goal.edit' : 'yearplan:goal.add')}</Title>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {!goal && <TextInput maxLength={4} label={t('yearplan:goal.code')} description={t('yearplan:goal.codeHelp')} {...form.text('code')} />}
      <NativeSelect label={t('yearplan:goal.kind')} value={form.values.kind} onChange={(event) => form.set('kind', event.currentTarget.value as 'standing' | 'activity')} data={[{ value: 'standing', label: t('yearplan:kind.standing') }, { value: 'activity', label: t('yearplan:kind.activity') }]} />
      <TextInput maxLength={200} label={t('yearplan:goal.titleSv')} {...form.text('titleSv')} />
      <TextInput maxLength={200} label={t('yearplan:goal.titleEn')} {...form.text('titleEn')} />
      <InputBase component="textarea" multiline rows={4} maxLength={4000} label={t('common:form.optional', { label: t('yearplan:goal.about') })} {...form.text('about')} />
      <OwnerField value={form.values.ownerId} onChange={(value) => form.set('ownerId', value)} known={goal?.ownerId && goal.owner ? { id: goal.ownerId, name: goal.owner } : undefined} />
      {write.error && Object.keys(form.errors).length === 0 && <ProblemNote error={write.error} kept />}
      <SubmitOrCancel verb={t('yearplan:goal.save')} pending={write.isPending} cancel={close} />
    </form>
  );
}
