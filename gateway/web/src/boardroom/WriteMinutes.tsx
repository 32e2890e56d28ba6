import { Checkbox, InputBase, Title } from '@mantine/core';
import type { BoardMeeting } from '../api/types';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { forgetDraft, readDraft, useDraft } from '../ui/useDraft';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useWriteMinutes } from './data';

interface Draft {
  said: Record<string, string>;
  present: string[];
  adjusters: string[];
}

/** The minutes point by point, who came and who adjusts. What is written survives a reload. */
export function WriteMinutes({ view, close }: { view: BoardMeeting; close: () => void }) {
  const t = useTexts('boardroom');
  const { tell } = useNotices();
  const draft = `protokoll-${view.meeting.meetingId}`;
  const write = useWriteMinutes(view.meeting.meetingId);
  const form = useFields<Draft>({
    said: Object.fromEntries(view.items.map((item) => [item.itemId, item.minutes ?? ''])),
    present: view.members.filter((one) => one.isPresent !== false).map((one) => one.memberId),
    adjusters: view.members.filter((one) => one.isAdjuster).map((one) => one.memberId),
    ...readDraft<Draft>(draft),
  });
  const { said, present, adjusters } = form.values;
  useDraft(draft, form.values);
  const toggle = (list: string[], id: string) => (list.includes(id) ? list.filter((one) => one !== id) : [...list, id]);
  return (
    <section className="section">
      <Title order={2}>{t('boardroom:minutes.write')}</Title>
      <form
        className="form no-print"
        noValidate
        onSubmit={form.submit(() => {
          write.mutate(
            { minutes: { items: view.items.map((item) => ({ itemId: item.itemId, said: said[item.itemId]?.trim() || null })), present, adjusters: adjusters.filter((id) => present.includes(id)) }, read: view.meeting.version },
            {
              onSuccess: () => {
                forgetDraft(draft);
                close();
                tell(t('boardroom:minutes.saved'));
              },
            },
          );
        })}
      >
        <fieldset>
          <legend>{t('boardroom:people.whoCame')}</legend>
          {view.members.map((one) => (
            <Checkbox key={one.memberId} mt="xs" label={one.name} checked={present.includes(one.memberId)} onChange={() => form.set('present', toggle(present, one.memberId))} />
          ))}
        </fieldset>
        {view.items.map((item, index) => (
          <InputBase key={item.itemId} component="textarea" multiline rows={3} maxLength={10_000} id={`said-${String(index)}`} label={t('boardroom:agenda.point', { number: index + 1, title: item.title })} description={item.proposal ?? undefined} value={said[item.itemId] ?? ''} onChange={(event: { currentTarget: { value: string } }) => form.set('said', { ...said, [item.itemId]: event.currentTarget.value })} />
        ))}
        <fieldset>
          <legend>{t('boardroom:people.adjusters')}</legend>
          <p className="field-help">{t('boardroom:people.adjustersHelp')}</p>
          {view.members.filter((one) => present.includes(one.memberId)).map((one) => (
            <Checkbox key={one.memberId} mt="xs" label={one.name} checked={adjusters.includes(one.memberId)} onChange={() => form.set('adjusters', toggle(adjusters, one.memberId))} />
          ))}
        </fieldset>
        {write.error && <ProblemNote error={write.error} kept />}
        <SubmitOrCancel
          verb={t('boardroom:minutes.save')}
          pending={write.isPending}
          cancel={() => {
            forgetDraft(draft);
            close();
          }}
        />
      </form>
    </section>
  );
}
