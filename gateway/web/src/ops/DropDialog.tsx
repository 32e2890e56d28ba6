import { InputBase } from '@mantine/core';
import type { OpsMessage } from '../api/types';
import { Confirm } from '../ui/Confirm';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useDrop } from './data';
import type { Of } from './services';

/** Asks why: the note is what the log will say. */
export function DropDialog({ messages, close, done }: { messages: Of<OpsMessage>[]; close: () => void; done: (count: number) => void }) {
  const t = useTexts('ops');
  const drop = useDrop();
  const form = useFields({ note: '' }, { note: (value) => (value.trim() ? null : t('ops:message.noteFault')) });
  return (
    <Confirm title={t('ops:message.dropAsk', { count: messages.length })} open close={close}>
      <form className="form" noValidate onSubmit={form.submit(({ note }) => drop.mutate({ messages, note: note.trim() }, { onSuccess: done }))}>
        <InputBase component="textarea" multiline rows={3} label={t('ops:message.note')} description={t('ops:message.noteHelp')} maxLength={500} {...form.text('note')} />
        {drop.error && <ProblemNote error={drop.error} kept />}
        <SubmitOrCancel verb={t('ops:message.drop')} pending={drop.isPending} cancel={close} />
      </form>
    </Confirm>
  );
}
