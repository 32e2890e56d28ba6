import { Button, InputBase, NativeSelect, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { asProblem, fieldErrors } from '../api/problem';
import type { Desk, DeskItem } from '../api/types';
import classes from '../economy/economy.module.css';
import { Empty } from '../ui/Empty';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useAddItem, useChangeItem, useRemoveItem } from './data';

type State = DeskItem['state'];
const states: State[] = ['planned', 'ongoing', 'done', 'dropped'];

/** The year's plan, quarter by quarter. */
export function Plan({ desk, association }: { desk: Desk; association?: string }) {
  const t = useTexts('feminism');
  const [adding, setAdding] = useState(false);
  return (
    <section className="section" aria-labelledby="planen">
      <Title order={2} id="planen">{t('feminism:plan.title')}</Title>
      {desk.items.length === 0 && !adding && <Empty title={t('feminism:plan.none')}>{t('feminism:plan.noneHelp')}</Empty>}
      <ul className={classes.rows}>
        {desk.items.map((item) => (
          <Item key={`${item.itemId}-${String(item.version)}`} item={item} desk={desk} association={association} />
        ))}
      </ul>
      {adding ? <ItemForm desk={desk} association={association} close={() => setAdding(false)} /> : <Button className="no-print" mt="md" onClick={() => setAdding(true)}>{t('feminism:plan.add')}</Button>}
    </section>
  );
}

function Item({ item, desk, association }: { item: DeskItem; desk: Desk; association?: string }) {
  const t = useTexts('feminism');
  const { tell } = useNotices();
  const [changing, setChanging] = useState(false);
  const remove = useRemoveItem(item.itemId);
  const add = useAddItem(desk.year);
  const putBack = () =>
    void add.mutateAsync({ associationId: association ?? null, quarter: item.quarter, title: item.title, ownerId: item.ownerId, note: item.note }).then(
      () => tell(t('feminism:plan.backAgain', { title: item.title })),
      () => tell(t('feminism:plan.notBack')),
    );
  return (
    <li>
      <div>
        {changing ? (
          <ItemForm item={item} desk={desk} association={association} close={() => setChanging(false)} />
        ) : (
          <>
            <p><b>{item.title}</b></p>
            <p className="small">{[t('feminism:plan.quarterOf', { quarter: item.quarter }), item.owner ?? t('feminism:plan.nobody')].join(' · ')}</p>
            <p className={item.state === 'done' ? 'good small' : 'dim small'}>{t(`feminism:state.${item.state}`)}</p>
            {item.note && <p className="small">{item.note}</p>}
            {remove.error && <ProblemNote error={remove.error} />}
          </>
        )}
      </div>
      {!changing && (
        <div className="row-of-buttons no-print">
          <Button variant="default" size="sm" aria-label={t('feminism:plan.changeNamed', { title: item.title })} onClick={() => setChanging(true)}>{t('feminism:plan.change')}</Button>
          <Button variant="default" size="sm" loading={remove.isPending} aria-label={t('feminism:plan.removeNamed', { title: item.title })} onClick={() => void remove.mutateAsync(undefined).then(() => tell(t('feminism:plan.removed', { title: item.title }), putBack), () => undefined)}>
            {t('feminism:plan.remove')}
          </Button>
        </div>
      )}
    </li>
  );
}

function ItemForm({ item, desk, association, close }: { item?: DeskItem; desk: Desk; association?: string; close: () => void }) {
  const t = useTexts('feminism');
  const { tell } = useNotices();
  const add = useAddItem(desk.year);
  const change = useChangeItem(item?.itemId ?? '');
  const sending = item ? change : add;
  const form = useFields(
    { title: item?.title ?? '', quarter: String(item?.quarter ?? 1), ownerId: item?.ownerId ?? '', state: item?.state ?? ('planned' as string), note: item?.note ?? '' },
    { title: (value) => (value.trim() ? null : t('feminism:plan.titleFault')) },
  );
  // Somebody whose assignment has ended stands where they stood until another is chosen.
  const owners = item?.ownerId && !desk.owners.some((one) => one.memberId === item.ownerId) ? [...desk.owners, { memberId: item.ownerId, name: item.owner ?? '' }] : desk.owners;
  return (
    <form
      className="form no-print"
      style={{ marginTop: '1rem' }}
      noValidate
      onSubmit={form.submit(({ title, quarter, ownerId, state, note }) => {
        const content = { title: title.trim(), quarter: Number(quarter), ownerId: ownerId || null, note: note.trim() || null };
        const answered = {
          onSuccess: () => {
            close();
            tell(t('feminism:plan.saved', { title: content.title }));
          },
          onError: (error: unknown) => form.refuse(fieldErrors(asProblem(error))),
        };
        if (item) change.mutate({ item: { ...content, state: state as State }, read: item.version }, answered);
        else add.mutate({ ...content, associationId: association ?? null }, answered);
      })}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput label={t('feminism:plan.item')} maxLength={200} {...form.text('title')} />
      <NativeSelect label={t('feminism:plan.quarter')} data={['1', '2', '3', '4']} {...form.text('quarter')} />
      <NativeSelect label={t('feminism:plan.owner')} data={[{ value: '', label: t('feminism:plan.nobody') }, ...owners.map((one) => ({ value: one.memberId, label: one.name }))]} {...form.text('ownerId')} />
      {item && <NativeSelect label={t('feminism:plan.state')} data={states.map((one) => ({ value: one, label: t(`feminism:state.${one}`) }))} {...form.text('state')} />}
      <InputBase component="textarea" multiline rows={3} maxLength={2000} label={t('common:form.optional', { label: t('feminism:plan.note') })} {...form.text('note')} />
      {sending.error && Object.keys(form.errors).length === 0 && <ProblemNote error={sending.error} kept />}
      <SubmitOrCancel verb={t('feminism:plan.save')} pending={sending.isPending} cancel={close} />
    </form>
  );
}
