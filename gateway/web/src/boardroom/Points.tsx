import { Button, InputBase, NativeSelect, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import type { BoardItem, BoardMeeting } from '../api/types';
import classes from '../economy/economy.module.css';
import { DateField } from '../ui/DateField';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useAddPaper, useDecide, useRemovePaper } from './data';
import { DecisionLine } from './DecisionLine';

/** The agenda's points with their proposals and papers, and after the meeting what was said and decided. */
export function Points({ view, manages }: { view: BoardMeeting; manages: boolean }) {
  const t = useTexts('boardroom');
  return (
    <section className="section">
      <Title order={2}>{t(view.meeting.state === 'planned' || view.items.every((one) => !one.minutes) ? 'boardroom:agenda.title' : 'boardroom:minutes.title')}</Title>
      <ol className={classes.rows}>
        {view.items.map((item, index) => (
          <li key={item.itemId}>
            <Point view={view} item={item} number={index + 1} manages={manages} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Point({ view, item, number, manages }: { view: BoardMeeting; item: BoardItem; number: number; manages: boolean }) {
  const t = useTexts('boardroom');
  const { tell } = useNotices();
  const input = useRef<HTMLInputElement>(null);
  const [deciding, setDeciding] = useState(false);
  const add = useAddPaper();
  const remove = useRemovePaper();
  const isOpen = view.meeting.state === 'planned' || view.meeting.state === 'called';
  const named = { title: item.title };
  return (
    <div style={{ flex: '1 1 100%' }}>
      <p><b>{t('boardroom:agenda.point', { number, title: item.title })}</b></p>
      {item.proposal && <p>{t('boardroom:agenda.proposal', { proposal: item.proposal })}</p>}
      {item.minutes && <p>{item.minutes}</p>}
      {item.papers.length > 0 && (
        <ul className="plain-list">
          {item.papers.map((paper) => (
            <li key={paper.fileId}>
              <a href={`/api/members/board/items/${item.itemId}/papers/${paper.fileId}`} download>{paper.name}</a>{' '}
              {manages && isOpen && <Button variant="subtle" size="compact-sm" className="no-print" aria-label={t('boardroom:paper.remove', { name: paper.name })} onClick={() => remove.mutate({ item: item.itemId, fileId: paper.fileId })}>{t('common:action.remove')}</Button>}
            </li>
          ))}
        </ul>
      )}
      {item.decisions.length > 0 && <ul className={classes.rows} style={{ marginTop: '0.5rem' }}>{item.decisions.map((decision) => <DecisionLine key={decision.decisionId} decision={decision} removable={manages && view.meeting.state === 'called'} />)}</ul>}
      {(add.error ?? remove.error) && <ProblemNote error={add.error ?? remove.error} />}
      {manages && isOpen && !deciding && (
        <div className="row-of-buttons no-print" style={{ marginTop: '0.5rem' }}>
          <input
            ref={input}
            type="file"
            hidden
            tabIndex={-1}
            accept=".pdf,.jpg,.jpeg,.png,.webp,.heic,application/pdf,image/*"
            aria-label={t('boardroom:paper.addNamed', named)}
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              event.currentTarget.value = '';
              if (file) add.mutate({ item: item.itemId, file }, { onSuccess: () => tell(t('boardroom:paper.added')) });
            }}
          />
          <Button variant="default" size="sm" loading={add.isPending} aria-label={t('boardroom:paper.addNamed', named)} onClick={() => input.current?.click()}>{t('boardroom:paper.add')}</Button>
          {view.meeting.state === 'called' && <Button variant="default" size="sm" aria-label={t('boardroom:decision.addNamed', named)} onClick={() => setDeciding(true)}>{t('boardroom:decision.add')}</Button>}
        </div>
      )}
      {deciding && <Decide view={view} item={item} close={() => setDeciding(false)} />}
    </div>
  );
}

function Decide({ view, item, close }: { view: BoardMeeting; item: BoardItem; close: () => void }) {
  const t = useTexts('boardroom');
  const { tell } = useNotices();
  const decide = useDecide();
  const form = useFields({ text: '', owner: '', due: '' }, { text: (value) => (value.trim() ? null : t('boardroom:fault.decision')) });
  return (
    <form
      className="form no-print"
      style={{ marginTop: '1rem' }}
      noValidate
      onSubmit={form.submit(({ text, owner, due }) => {
        decide.mutate(
          { item: item.itemId, decision: { text: text.trim(), ownerId: owner || null, due: due || null } },
          {
            onSuccess: () => {
              close();
              tell(t('boardroom:decision.saved'));
            },
          },
        );
      })}
    >
      <InputBase component="textarea" multiline rows={3} maxLength={2000} label={t('boardroom:decision.text')} {...form.text('text')} />
      <NativeSelect label={t('common:form.optional', { label: t('boardroom:decision.owner') })} data={[{ value: '', label: t('boardroom:decision.nobody') }, ...view.members.map((one) => ({ value: one.memberId, label: one.name }))]} {...form.text('owner')} />
      <DateField id="due" label={t('common:form.optional', { label: t('boardroom:decision.by') })} value={form.values.due} onChange={(value) => form.set('due', value)} />
      {decide.error && <ProblemNote error={decide.error} kept />}
      <SubmitOrCancel verb={t('boardroom:decision.save')} pending={decide.isPending} cancel={close} />
    </form>
  );
}
