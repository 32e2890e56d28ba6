import { Button, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Reorganisation } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { FilterChips } from '../ui/FilterChips';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { ShowMore } from '../ui/ShowMore';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { useReorganisations, useUndoReorganisation } from './data';
import classes from './Mark.module.css';
import { MergeForm } from './MergeForm';
import { SplitForm } from './SplitForm';

/** Associations go up in another, or people of one go to another; below, what was done and the way back. */
export default function ReorganisePage() {
  const t = useTexts('associations');
  const { get, set } = useAddress();
  const splits = get('visa') === 'dela';
  const list = useReorganisations();
  return (
    <Page
      title={t('associations:reorganise.title')}
      lead={t('associations:reorganise.lead')}
      crumbs={[{ label: t('common:area.district'), to: '/distrikt' }, { label: t('common:place.associations'), to: '/distrikt/foreningar' }]}
      wide
    >
      <div className="no-print" style={{ marginBottom: '1.75rem' }}>
        <FilterChips label={t('associations:reorganise.title')} options={[['', t('associations:merge.title')], ['dela', t('associations:split.title')]]} value={splits ? 'dela' : ''} onChange={(value) => set('visa', value)} />
      </div>
      {splits ? <SplitForm key="split" /> : <MergeForm key="merge" />}
      <section className="section">
        <Title order={2}>{t('associations:reorganise.done')}</Title>
        <Answered query={list} rows={3}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={t('associations:reorganise.none')} />
            ) : (
              <>
                <ul className={classes.list}>
                  {rows.map((row) => (
                    <Done key={row.id} row={row} />
                  ))}
                </ul>
                <ShowMore query={list} shown={rows.length} />
              </>
            )
          }
        </Answered>
      </section>
    </Page>
  );
}

function Done({ row }: { row: Reorganisation }) {
  const t = useTexts('associations');
  const { dayAndTime, number } = useFormat();
  const { tell } = useNotices();
  const undo = useUndoReorganisation();
  return (
    <li>
      <div className={classes.line}>
        <div>
          <b>{t(`associations:reorganise.${row.kind}`, { from: row.from.join(', ') })}</b> <Link to={`/forening/${row.intoId}/om`}>{row.intoName}</Link>
          <div className="dim small">
            {dayAndTime(row.doneAt)} · {t('associations:reorganise.people', { count: row.people, number: number(row.people) })}
            {row.undoneAt && <> · {t('associations:reorganise.undone', { date: dayAndTime(row.undoneAt) })}</>}
            {row.undoableUntil && <> · {t('associations:reorganise.undoable', { date: dayAndTime(row.undoableUntil) })}</>}
          </div>
          {row.reason && <div>{row.reason}</div>}
        </div>
        {row.undoableUntil && (
          <Button className="no-print" variant="default" size="sm" loading={undo.isPending} aria-label={t('associations:reorganise.undoNamed', { from: row.from.join(', ') })} onClick={() => undo.mutate(row.id, { onSuccess: () => tell(t('associations:reorganise.undoDone')) })}>
            {t('common:action.undo')}
          </Button>
        )}
      </div>
      {undo.error && <ProblemNote error={undo.error} />}
    </li>
  );
}
