import { Button, InputBase } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useAssociationNames } from '../api/associations';
import type { OurCentralItem } from '../api/types';
import classes from '../economy/economy.module.css';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { useMarkDone, useMarkOpen, useMarkRead, useOurCentral } from './data';

/** What the district has relayed from the party centrally: read, done, with a word back. */
export default function OurCentralPage() {
  const t = useTexts('central');
  const { id = '' } = useParams();
  const nameOf = useAssociationNames();
  const items = useOurCentral(id);
  return (
    <Page title={t('central:ours.title')} lead={t('central:ours.lead')} crumbs={[{ label: nameOf(id), to: `/forening/${id}` }]}>
      <Answered query={items}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('central:ours.empty')} />
          ) : (
            <>
              <ul className={classes.rows}>
                {rows.map((row) => (
                  <Row key={row.itemId} id={id} item={row} />
                ))}
              </ul>
              <ShowMore query={items} shown={rows.length} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

function Row({ id, item }: { id: string; item: OurCentralItem }) {
  const t = useTexts('central');
  const { shortDay } = useFormat();
  const { tell } = useNotices();
  const read = useMarkRead(id);
  const done = useMarkDone(id);
  const open = useMarkOpen(id);
  const [note, setNote] = useState('');
  const reopen = () => open.mutate(item.itemId, { onSuccess: () => tell(t('central:ours.reopened')) });
  const error = read.error ?? done.error ?? open.error;
  const named = { title: item.title };
  return (
    <li>
      <div>
        <p><b>{item.title}</b></p>
        <p className="small">{[t(`central:kind.${item.kind}`), item.due && t('central:due', { date: shortDay(item.due) })].filter(Boolean).join(' · ')}</p>
        {item.isLate && <p className="late">{t('central:ours.late')}</p>}
        <p>{item.body}</p>
        {item.link && <p><a href={item.link} rel="noreferrer">{item.link}</a></p>}
        {item.doneAt ? <p className="good">{t('central:relay.done', { date: shortDay(item.doneAt) })}</p> : item.readAt && <p className="dim small">{t('central:relay.read', { date: shortDay(item.readAt) })}</p>}
        {item.note && <p className="small">{item.note}</p>}
        {!item.doneAt && <InputBase mt="sm" maxLength={1000} id={`note-${item.itemId}`} label={t('common:form.optional', { label: t('central:ours.note') })} value={note} onChange={(event: { currentTarget: { value: string } }) => setNote(event.currentTarget.value)} />}
        {error && <ProblemNote error={error} />}
      </div>
      <div className="row-of-buttons no-print">
        {item.doneAt ? (
          <Button variant="default" size="sm" aria-label={t('central:ours.undoNamed', named)} onClick={reopen}>{t('central:ours.undo')}</Button>
        ) : (
          <>
            <Button size="sm" loading={done.isPending} aria-label={t('central:ours.doNamed', named)} onClick={() => done.mutate({ itemId: item.itemId, note: note.trim() || null }, { onSuccess: () => tell(t('central:ours.done'), reopen) })}>{t('central:ours.do')}</Button>
            {!item.readAt && <Button variant="default" size="sm" loading={read.isPending} aria-label={t('central:ours.readNamed', named)} onClick={() => read.mutate(item.itemId, { onSuccess: () => tell(t('central:ours.read')) })}>{t('central:ours.markRead')}</Button>}
          </>
        )}
      </div>
    </li>
  );
}
