import { Button, InputBase, TextInput, Title } from '@mantine/core';
import { asProblem, fieldErrors } from '../api/problem';
import type { BoardMeeting } from '../api/types';
import classes from '../economy/economy.module.css';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useWriteAgenda } from './data';

interface Draft {
  itemId: string | null;
  title: string;
  proposal: string;
}

/** The agenda as a whole: points are added, moved without dragging, and removed. */
export function EditAgenda({ view, close }: { view: BoardMeeting; close: () => void }) {
  const t = useTexts('boardroom');
  const { tell } = useNotices();
  const write = useWriteAgenda(view.meeting.meetingId);
  const form = useFields<{ items: Draft[] }>(
    { items: view.items.map((item) => ({ itemId: item.itemId, title: item.title, proposal: item.proposal ?? '' })) },
    { items: (value) => (value.length > 0 && value.every((item) => item.title.trim()) ? null : t('boardroom:fault.agenda')) },
  );
  const { items } = form.values;
  const set = (index: number, part: Partial<Draft>) => form.set('items', items.map((item, place) => (place === index ? { ...item, ...part } : item)));
  const move = (index: number, by: number) => {
    const moved = [...items];
    const [item] = moved.splice(index, 1);
    if (item) moved.splice(index + by, 0, item);
    form.set('items', moved);
  };
  return (
    <section className="section">
      <Title order={2}>{t('boardroom:agenda.edit')}</Title>
      <form
        className="form no-print"
        noValidate
        onSubmit={form.submit(({ items: written }) => {
          write.mutate(
            { items: written.map((item) => ({ itemId: item.itemId, title: item.title.trim(), proposal: item.proposal.trim() || null })), read: view.meeting.version },
            {
              onSuccess: () => {
                close();
                tell(t('boardroom:agenda.saved'));
              },
              onError: (error) => form.refuse(fieldErrors(asProblem(error))),
            },
          );
        })}
      >
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <fieldset id="items" tabIndex={-1} className="form">
          <legend>{t('boardroom:agenda.points')}</legend>
          {items.map((item, index) => {
            const named = { number: index + 1 };
            return (
              <div key={item.itemId ?? `new-${String(index)}`} className={classes.part} role="group" aria-label={t('boardroom:agenda.number', named)}>
                <TextInput id={`title-${String(index)}`} label={t('boardroom:agenda.number', named)} maxLength={200} value={item.title} onChange={(event) => set(index, { title: event.currentTarget.value })} />
                <InputBase component="textarea" multiline rows={2} id={`proposal-${String(index)}`} label={t('common:form.optional', { label: t('boardroom:agenda.proposalLabel') })} maxLength={4000} value={item.proposal} onChange={(event) => set(index, { proposal: event.currentTarget.value })} />
                <div className="row-of-buttons">
                  <Button variant="default" size="sm" disabled={index === 0} aria-label={t('boardroom:agenda.up', named)} onClick={() => move(index, -1)}>{t('boardroom:agenda.upShort')}</Button>
                  <Button variant="default" size="sm" disabled={index === items.length - 1} aria-label={t('boardroom:agenda.down', named)} onClick={() => move(index, 1)}>{t('boardroom:agenda.downShort')}</Button>
                  <Button variant="default" size="sm" aria-label={t('boardroom:agenda.remove', named)} onClick={() => form.set('items', items.filter((_, place) => place !== index))}>{t('common:action.remove')}</Button>
                </div>
              </div>
            );
          })}
          {form.errors.items && <p className="error-text">{form.errors.items}</p>}
          <div>
            <Button variant="default" size="sm" disabled={items.length >= 100} onClick={() => form.set('items', [...items, { itemId: null, title: '', proposal: '' }])}>{t('boardroom:agenda.add')}</Button>
          </div>
        </fieldset>
        {write.error && Object.keys(form.errors).length === 0 && <ProblemNote error={write.error} kept />}
        <SubmitOrCancel verb={t('boardroom:agenda.save')} pending={write.isPending} cancel={close} />
      </form>
    </section>
  );
}
