import { Button, TextInput } from '@mantine/core';
import { asProblem, fieldErrors } from '../api/problem';
import type { HandOver } from '../api/types';
import { Confirm } from '../ui/Confirm';
import { DateField } from '../ui/DateField';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useConfirmHandOver, useTakeBack } from './data';

/** The central register's answer: the member number, and since when it counts where that differs from our reckoning. */
export function ConfirmHandOver({ handOver, close }: { handOver: HandOver; close: () => void }) {
  const t = useTexts('district');
  const { tell } = useNotices();
  const confirm = useConfirmHandOver(handOver.handOverId);
  const takeBack = useTakeBack();
  const form = useFields({ memberNumber: '', memberSince: '' }, { memberNumber: (value) => (value.trim() ? null : t('district:handOver.numberFault')) });
  return (
    <Confirm title={t('district:handOver.confirmNamed', { name: handOver.name })} open close={close}>
      <form
        className="form"
        noValidate
        onSubmit={form.submit((values) =>
          confirm.mutate(
            { memberNumber: values.memberNumber.trim(), memberSince: values.memberSince || null },
            {
              onSuccess: () => {
                close();
                tell(t('district:handOver.confirmedNamed', { name: handOver.name }));
              },
              onError: (error) => form.refuse(fieldErrors(asProblem(error))),
            },
          ),
        )}
      >
        <TextInput label={t('district:handOver.number')} maxLength={20} {...form.text('memberNumber')} />
        <DateField id="memberSince" label={t('common:form.optional', { label: t('district:handOver.since') })} help={t('district:handOver.sinceHelp')} value={form.values.memberSince} onChange={(value) => form.set('memberSince', value)} error={form.errors.memberSince} />
        {confirm.error && Object.keys(form.errors).length === 0 && <ProblemNote error={confirm.error} kept />}
        <div className="row-of-buttons">
          <Button type="submit" loading={confirm.isPending}>
            {t('district:handOver.confirm')}
          </Button>
          <Button variant="default" loading={takeBack.isPending} onClick={() => takeBack.mutate([handOver.handOverId], { onSuccess: () => { close(); tell(t('district:handOver.takenBack', { count: 1 })); } })}>
            {t('district:handOver.takeBack')}
          </Button>
          <Button variant="subtle" onClick={close}>
            {t('common:action.cancel')}
          </Button>
        </div>
      </form>
    </Confirm>
  );
}
