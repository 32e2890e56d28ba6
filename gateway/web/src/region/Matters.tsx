import { Button, InputBase, NativeSelect, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { asProblem, fieldErrors } from '../api/problem';
import type { RegionMatter, RegionMeetingView } from '../api/types';
import classes from '../economy/economy.module.css';
import { dateOf, useFormat } from '../i18n/dates';
import { DateField } from '../ui/DateField';
import { Empty } from '../ui/Empty';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useAddMatter, useChangeMatter, useMatterDone, usePositions, useRemoveMatter } from './data';

/** What the group prepares for one meeting. */
export function Matters({ view, works }: { view: RegionMeetingView; works: boolean }) {
  const t = useTexts('region');
  const [adding, setAdding] = useState(false);
  return (
    <section className="section" aria-labelledby="arenden">
      <Title order={2} id="arenden" mb="sm">{t('region:matters.title')}</Title>
      {view.matters.length === 0 && !adding && <Empty title={t('region:matters.none')}>{works && t('region:matters.noneHelp')}</Empty>}
      <ul className={classes.rows}>
        {view.matters.map((matter) => (
          <MatterLine key={`${matter.matterId}-${String(matter.version)}`} matter={matter} works={works} view={view} />
        ))}
      </ul>
      {works && (adding ? <MatterForm view={view} close={() => setAdding(false)} /> : <Button className="no-print" mt="md" onClick={() => setAdding(true)}>{t('region:matters.add')}</Button>)}
    </section>
  );
}

interface Line {
  matter: RegionMatter;
  works: boolean;
  /** On the meeting's own page, where it is changed. */
  view?: RegionMeetingView;
  withMeeting?: boolean;
}

export function MatterLine({ matter, works, view, withMeeting }: Line) {
  const t = useTexts('region');
  const { shortDay } = useFormat();
  const { tell } = useNotices();
  const [changing, setChanging] = useState(false);
  const mark = useMatterDone(matter.matterId);
  const remove = useRemoveMatter(matter.matterId);
  const add = useAddMatter(matter.meetingId);
  const { title, note, ownerId, due, positionId } = matter;
  const putBack = () => void add.mutateAsync({ title, note, ownerId, due, positionId }).then(() => tell(t('region:matters.backAgain', { title })), () => tell(t('region:matters.notBack')));
  const set = (done: boolean) => mark.mutate(done, { onSuccess: () => tell(t(done ? 'region:matters.done' : 'region:matters.undone', { title }), done ? () => set(false) : undefined) });
  const error = mark.error ?? remove.error;
  if (changing && view) {
    return (
      <li>
        <div>
          <MatterForm view={view} matter={matter} close={() => setChanging(false)} />
        </div>
      </li>
    );
  }
  return (
    <li>
      <div>
        <p><b>{title}</b></p>
        <p className="small">
          {[withMeeting && matter.body, matter.owner ?? t('region:matters.nobody')].filter(Boolean).join(' · ')}
          {withMeeting && <> · <Link to={`/region/moten/${matter.meetingId}`}>{t('region:meeting.one')} {shortDay(matter.startsAt)}</Link></>}
        </p>
        {matter.doneAt ? (
          <p className="good small">{matter.doneBy ? t('region:matters.doneBy', { date: shortDay(matter.doneAt), name: matter.doneBy }) : t('region:matters.doneOn', { date: shortDay(matter.doneAt) })}</p>
        ) : (
          <p className={matter.isLate ? 'late' : 'dim small'}>{t(matter.isLate ? 'region:matters.late' : 'region:matters.dueOn', { date: shortDay(due) })}</p>
        )}
        {note && <p className="small">{note}</p>}
        {positionId && <p className="small"><Link to={`/region/standpunkter/${positionId}`}>{matter.positionTitle}</Link></p>}
        {error && <ProblemNote error={error} />}
      </div>
      {works && (
        <div className="row-of-buttons no-print">
          <Button variant={matter.doneAt ? 'default' : 'filled'} size="sm" loading={mark.isPending} aria-label={t(matter.doneAt ? 'region:matters.undoNamed' : 'region:matters.doNamed', { title })} onClick={() => set(!matter.doneAt)}>{t(matter.doneAt ? 'region:matters.undo' : 'region:matters.do')}</Button>
          {view && (
            <>
              <Button variant="default" size="sm" aria-label={t('region:matters.changeNamed', { title })} onClick={() => setChanging(true)}>{t('region:matters.change')}</Button>
              <Button variant="default" size="sm" loading={remove.isPending} aria-label={t('region:matters.removeNamed', { title })} onClick={() => void remove.mutateAsync(undefined).then(() => tell(t('region:matters.removed', { title }), putBack), () => undefined)}>{t('region:matters.remove')}</Button>
            </>
          )}
        </div>
      )}
    </li>
  );
}

function MatterForm({ view, matter, close }: { view: RegionMeetingView; matter?: RegionMatter; close: () => void }) {
  const t = useTexts('region');
  const { tell } = useNotices();
  const add = useAddMatter(view.meeting.meetingId);
  const change = useChangeMatter(matter?.matterId ?? '');
  const { data: positions = [] } = usePositions('', '', '', 200);
  const sending = matter ? change : add;
  const form = useFields(
    { title: matter?.title ?? '', note: matter?.note ?? '', ownerId: matter?.ownerId ?? '', due: matter?.due ?? dateOf(new Date(view.meeting.startsAt)), positionId: matter?.positionId ?? '' },
    { title: (value) => (value.trim() ? null : t('region:matters.fault.title')), due: (value) => (value ? null : t('region:matters.fault.due')) },
  );
  // Somebody who has left the group stands until another is chosen.
  const owners = matter?.ownerId && !view.group.some((one) => one.memberId === matter.ownerId) ? [...view.group, { memberId: matter.ownerId, name: matter.owner ?? '' }] : view.group;
  return (
    <form
      className="form no-print"
      style={{ marginTop: '1rem' }}
      noValidate
      onSubmit={form.submit(({ title, note, ownerId, due, positionId }) => {
        const content = { title: title.trim(), note: note.trim() || null, ownerId: ownerId || null, due, positionId: positionId || null };
        const answered = {
          onSuccess: () => {
            close();
            tell(t('region:matters.saved', { title: content.title }));
          },
          onError: (error: unknown) => form.refuse(fieldErrors(asProblem(error))),
        };
        if (matter) change.mutate({ matter: content, read: matter.version }, answered);
        else add.mutate(content, answered);
      })}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput label={t('region:matters.name')} maxLength={200} {...form.text('title')} />
      <NativeSelect label={t('region:matters.owner')} data={[{ value: '', label: t('region:matters.nobody') }, ...owners.map((one) => ({ value: one.memberId, label: one.name }))]} {...form.text('ownerId')} />
      <DateField id="due" label={t('region:matters.due')} value={form.values.due} onChange={(value) => form.set('due', value)} error={form.errors.due} />
      <NativeSelect label={t('region:matters.position')} data={[{ value: '', label: t('region:matters.noPosition') }, ...positions.map((one) => ({ value: one.positionId, label: one.title }))]} {...form.text('positionId')} />
      <InputBase component="textarea" multiline rows={3} maxLength={4000} label={t('common:form.optional', { label: t('region:matters.note') })} {...form.text('note')} />
      {sending.error && Object.keys(form.errors).length === 0 && <ProblemNote error={sending.error} kept />}
      <SubmitOrCancel verb={t('region:matters.save')} pending={sending.isPending} cancel={close} />
    </form>
  );
}
