import { Title } from '@mantine/core';
import { useNow } from '../api/clock';
import { dateOf } from '../i18n/dates';
import { DateField } from '../ui/DateField';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';

/** The day on which something was adopted. */
export function AdoptForm({ title, pending, adopt, close }: { title: string; pending: boolean; adopt: (on: string) => void; close: () => void }) {
  const t = useTexts('yearplan');
  const today = dateOf(useNow());
  const form = useFields({ on: today }, { on: (value) => (value && value <= today ? null : t('yearplan:fault.on')) });
  return (
    <form className="form no-print" noValidate onSubmit={form.submit(({ on }) => adopt(on))}>
      <Title order={2}>{title}</Title>
      <DateField id="on" label={t('yearplan:adopt.on')} max={today} value={form.values.on} onChange={(value) => form.set('on', value)} error={form.errors.on} />
      <SubmitOrCancel verb={t('yearplan:adopt.verb')} pending={pending} cancel={close} />
    </form>
  );
}
