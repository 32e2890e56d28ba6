import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DuplicatePair, MergedPair } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { Facts } from '../ui/Facts';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { showPhone } from '../ui/phone';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { useDuplicates, useMerges, useTellApart, useUndoMerge } from './data';
import { MergeDialog } from './MergeDialog';
import classes from './Pair.module.css';

/** Pairs that may be the same person: told apart or made one; below, what was made one and the way back. */
export default function DuplicatesPage() {
  const t = useTexts('people');
  const pairs = useDuplicates();
  return (
    <Page
      title={t('people:duplicates.title')}
      lead={t('people:duplicates.lead')}
      crumbs={[{ label: t('common:area.district'), to: '/distrikt' }, { label: t('common:place.people'), to: '/distrikt/medlemmar' }]}
      wide
    >
      <Answered query={pairs} rows={4}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('people:duplicates.empty')}>{t('people:duplicates.emptyHelp')}</Empty>
          ) : (
            <>
              <ul className={classes.list}>
                {rows.map((pair) => (
                  <Pair key={pair.one.memberId + pair.other.memberId} pair={pair} />
                ))}
              </ul>
              <ShowMore query={pairs} shown={rows.length} />
            </>
          )
        }
      </Answered>
      <Recent />
    </Page>
  );
}

function Pair({ pair }: { pair: DuplicatePair }) {
  const t = useTexts('people');
  const { tell } = useNotices();
  const apart = useTellApart();
  const [merging, setMerging] = useState(false);
  const two = { one: pair.one.memberId, other: pair.other.memberId };
  // Awaited: the pair is gone from the list by then, and what was done is said all the same.
  const tellApart = async () => {
    await apart.mutateAsync({ ...two, areTwo: true });
    tell(t('people:duplicates.twoDone'), () => void apart.mutateAsync({ ...two, areTwo: false }).catch(() => undefined));
  };
  return (
    <li className={classes.pair}>
      <p className={classes.whole}>{t('people:duplicates.agree', { list: pair.reasons.map((reason) => t(`people:duplicates.reason.${reason as 'email'}`)).join(', ') })}</p>
      <Side person={pair.one} />
      <Side person={pair.other} />
      <div className={`row-of-buttons no-print ${classes.whole ?? ''}`}>
        <Button variant="light" onClick={() => setMerging(true)}>
          {t('people:duplicates.same')}
        </Button>
        <Button variant="default" loading={apart.isPending} onClick={() => void tellApart().catch(() => undefined)}>
          {t('people:duplicates.two')}
        </Button>
      </div>
      {apart.error && <ProblemNote error={apart.error} />}
      {merging && <MergeDialog pair={pair} close={() => setMerging(false)} />}
    </li>
  );
}

function Side({ person }: { person: DuplicatePair['one'] }) {
  const t = useTexts('people');
  const codes = useCodes();
  const { longDay } = useFormat();
  return (
    <div>
      <Link to={`/forening/${person.association.id}/medlemmar/${person.memberId}`}>
        <b>
          {person.givenName} {person.familyName}
        </b>
      </Link>
      <Facts
        items={[
          [t('people:duplicates.field.association'), person.association.name],
          [t('people:duplicates.field.state'), codes('membership', person.state)],
          [t('people:duplicates.field.applied'), longDay(person.appliedOn)],
          [t('people:duplicates.field.memberNumber'), person.memberNumber ?? '–'],
          [t('people:duplicates.field.email'), person.email ?? '–'],
          [t('people:duplicates.field.phone'), person.phone ? showPhone(person.phone) : '–'],
          [t('people:duplicates.field.home'), person.postalCode ?? '–'],
          [t('people:duplicates.field.birthYear'), person.birthYear ?? '–'],
        ]}
      />
    </div>
  );
}

function Recent() {
  const t = useTexts('people');
  const merges = useMerges();
  return (
    <section className="section">
      <Title order={2}>{t('people:duplicates.recent')}</Title>
      <Answered query={merges} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="dim">{t('people:duplicates.none')}</p>
          ) : (
            <>
              <ul className="plain-list" style={{ display: 'grid', gap: '1rem' }}>
                {rows.map((row) => (
                  <Merged key={row.mergeId} row={row} />
                ))}
              </ul>
              <ShowMore query={merges} shown={rows.length} />
            </>
          )
        }
      </Answered>
    </section>
  );
}

function Merged({ row }: { row: MergedPair }) {
  const t = useTexts('people');
  const { dayAndTime } = useFormat();
  const { tell } = useNotices();
  const undo = useUndoMerge();
  return (
    <li>
      {t('people:duplicates.merged', { absorbed: row.absorbedName })} <b>{row.name}</b>
      <div className="dim small">
        {dayAndTime(row.mergedAt)}
        {row.undoneAt && ` · ${t('people:duplicates.undoneOn', { date: dayAndTime(row.undoneAt) })}`}
        {row.undoableUntil && ` · ${t('people:duplicates.undoable', { date: dayAndTime(row.undoableUntil) })}`}
      </div>
      {row.undoableUntil && (
        <Button
          className="no-print"
          variant="default"
          size="sm"
          loading={undo.isPending}
          aria-label={t('people:duplicates.undoNamed', { name: row.absorbedName })}
          onClick={() => void undo.mutateAsync(row.mergeId).then(() => tell(t('people:duplicates.undone')), () => undefined)}
        >
          {t('common:action.undo')}
        </Button>
      )}
      {undo.error && <ProblemNote error={undo.error} />}
    </li>
  );
}
