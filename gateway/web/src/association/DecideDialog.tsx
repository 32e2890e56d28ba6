import { InputBase } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { Confirm } from '../ui/Confirm';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';

export type Decision = 'refusal' | 'revocation' | 'appeal';

interface Props {
  decision: Decision;
  name: string;
  change: UseMutationResult<unknown, Error, string>;
  close: () => void;
}

/** Asks for the reason, says who will be told, and is named by its verb. */
export function DecideDialog({ decision, name, change, close }: Props) {
  const t = useTexts('association');
  const { tell } = useNotices();
  const form = useFields({ reason: '' }, { reason: (value) => (value.trim() ? null : t('association:decision.fault')) });
  return (
    <Confirm title={t(`association:decision.${decision}.ask`, { name })} open close={close}>
      <form
        className="form"
        noValidate
        onSubmit={form.submit(({ reason }) =>
          change.mutate(reason.trim(), {
            onSuccess: () => {
              close();
              tell(t(`association:decision.${decision}.done`, { name }));
            },
          }),
        )}
      >
        <InputBase component="textarea" multiline rows={4} label={t(`association:decision.${decision}.label`)} description={t(`association:decision.${decision}.help`)} maxLength={2000} {...form.text('reason')} />
        {change.error && <ProblemNote error={change.error} kept />}
        <SubmitOrCancel verb={t(`association:decision.${decision}.verb`)} pending={change.isPending} cancel={close} />
      </form>
    </Confirm>
  );
}
