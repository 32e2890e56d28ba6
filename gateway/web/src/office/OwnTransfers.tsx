import { Button, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { OwnTransfer } from '../api/types';
import classes from '../economy/economy.module.css';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { useAddPoint, useMarkPoint, useOwnTransfers } from './data';

/** On the own start page: what one hands over or takes over. Nothing where there is nothing. */
export function OwnTransfers() {
  const { data: transfers = [] } = useOwnTransfers();
  return (
    <>
      {transfers.map((own) => (
        <Own key={own.transfer.assignmentId} own={own} />
      ))}
    </>
  );
}

function Own({ own: { transfer, iLeave, points } }: { own: OwnTransfer }) {
  const t = useTexts('office');
  const codes = useCodes();
  const { longDay, number } = useFormat();
  const kind = [codes('assignment', transfer.kind).toLowerCase(), transfer.associationName].filter(Boolean).join(', ');
  const heading = `overlamning-${transfer.assignmentId}`;
  return (
    <section className="section" aria-labelledby={heading}>
      <Title order={2} id={heading}>
        {t(iLeave ? 'office:transfer.iLeave' : 'office:transfer.iCome', { kind, name: iLeave ? transfer.successorName : (transfer.leaverName ?? t('office:former')) })}
      </Title>
      <p>{t('office:transfer.when', { last: longDay(transfer.lastDay), from: longDay(transfer.from) })}</p>
      <p className={transfer.isLate ? 'late' : 'dim'}>
        {t(transfer.isLate ? 'office:transfer.late' : 'office:transfer.standing', { done: number(transfer.done), confirmed: number(transfer.confirmed), points: number(transfer.points), date: longDay(transfer.due) })}
      </p>
      <ul className={classes.rows} style={{ marginTop: '1rem' }}>
        {points.map((point) => (
          <Point key={point.pointId} point={point} iLeave={iLeave} />
        ))}
      </ul>
      <AddPoint id={transfer.assignmentId} />
    </section>
  );
}

function Point({ point, iLeave }: { point: OwnTransfer['points'][number]; iLeave: boolean }) {
  const t = useTexts('office');
  const { tell } = useNotices();
  const mark = useMarkPoint();
  const [noting, setNoting] = useState(false);
  const [note, setNote] = useState(point.note ?? '');
  const side = iLeave ? ('done' as const) : ('confirmed' as const);
  const isOn = (iLeave ? point.doneAt : point.confirmedAt) !== null;
  const state = point.confirmedAt ? 'confirmed' : point.doneAt ? 'done' : 'open';
  const set = (on: boolean) =>
    mark.mutate(
      { id: point.pointId, side, on, note: note.trim() || undefined },
      {
        onSuccess: () => {
          setNoting(false);
          tell(t(on ? `office:transfer.told.${side}` : 'office:transfer.told.back', { text: point.text }));
        },
      },
    );
  return (
    <li>
      <div>
        <p>{point.text}</p>
        {point.note && <p className="small">{point.note}</p>}
        <p className={state === 'confirmed' ? 'good small' : 'dim small'}>{t(`office:transfer.state.${state}`)}</p>
        {noting && (
          <div style={{ marginTop: '0.75rem' }}>
            <TextInput id={`not-${point.pointId}`} label={t('common:form.optional', { label: t('office:transfer.note') })} maxLength={1000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
            <div className="row-of-buttons" style={{ marginTop: '0.75rem' }}>
              <Button size="sm" loading={mark.isPending} onClick={() => set(true)}>{t('office:transfer.done')}</Button>
              <Button size="sm" variant="default" onClick={() => setNoting(false)}>{t('common:action.cancel')}</Button>
            </div>
          </div>
        )}
        {mark.error && <ProblemNote error={mark.error} />}
      </div>
      {!noting && (
        <Button variant="default" size="sm" className="no-print" disabled={mark.isPending} aria-label={t(isOn ? 'office:transfer.undoNamed' : `office:transfer.${side}Named`, { text: point.text })} onClick={() => (isOn ? set(false) : iLeave ? setNoting(true) : set(true))}>
          {t(isOn ? 'office:transfer.undo' : `office:transfer.${side}`)}
        </Button>
      )}
    </li>
  );
}

function AddPoint({ id }: { id: string }) {
  const t = useTexts('office');
  const { tell } = useNotices();
  const [text, setText] = useState('');
  const add = useAddPoint(id);
  return (
    <form
      className="form no-print"
      style={{ marginTop: '1rem' }}
      onSubmit={(event) => {
        event.preventDefault();
        if (!text.trim()) return;
        add.mutate(text.trim(), {
          onSuccess: () => {
            setText('');
            tell(t('office:transfer.added'));
          },
        });
      }}
    >
      <TextInput id={`ny-${id}`} label={t('office:transfer.add')} maxLength={200} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      {add.error && <ProblemNote error={add.error} kept />}
      <div>
        <Button type="submit" variant="default" size="sm" disabled={!text.trim()} loading={add.isPending}>{t('office:transfer.addVerb')}</Button>
      </div>
    </form>
  );
}
