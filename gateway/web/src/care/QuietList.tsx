import { Button, Checkbox, Title } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { onceKey } from '../api/onceKey';
import type { Quiet } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Confirm } from '../ui/Confirm';
import { DataTable } from '../ui/DataTable';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { type FoundQuiet, useOpenForQuiet, useTakeBackOpening } from './quiet';

/** As many as can be opened at once. */
const most = 200;

type Row = Quiet['items'][number];

/** The list, and opening cases for those chosen in it: told how many before, and how many after, and taken back in one. */
export function QuietList({ query, found: { rows, counted }, months, withAssociation }: { query: UseInfiniteQueryResult; found: FoundQuiet; months: number; withAssociation: boolean }) {
  const t = useTexts('cases');
  const { longDay, number } = useFormat();
  const { tell } = useNotices();
  const open = useOpenForQuiet();
  const takeBack = useTakeBackOpening();
  const key = useRef(onceKey());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const free = rows.filter((row) => !row.caseId).slice(0, most);
  // Whom a later answer shows to have a case is not chosen any more.
  const ids = free.filter((row) => chosen.has(row.memberId)).map((row) => row.memberId);

  function toggle(id: string, on: boolean) {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  }

  function openCases() {
    const body = { months, memberIds: ids };
    open.mutate(
      { key: key.current(body), ...body },
      {
        onSuccess: ({ openingId, opened, hadCase, notQuiet }) => {
          setAsking(false);
          setChosen(new Set());
          key.current = onceKey();
          const skipped = hadCase + notQuiet;
          const words = [t('cases:quiet.opened', { count: opened }), skipped > 0 && t('cases:quiet.skipped', { count: skipped })].filter(Boolean).join(' ');
          tell(words, openingId ? () => takeBack.mutate(openingId, { onSuccess: ({ takenBack, kept }) => tell([t('cases:quiet.takenBack', { count: takenBack }), kept > 0 && t('cases:quiet.kept', { count: kept })].filter(Boolean).join(' ')) }) : undefined);
        },
      },
    );
  }

  const standing = (row: Row) =>
    row.caseId ? (
      <Link to={`/forening/${row.associationId}/arenden/${row.caseId}`}>{t('cases:quiet.hasCase')}</Link>
    ) : row.triedOn ? (
      t('cases:quiet.tried', { date: longDay(row.triedOn) })
    ) : (
      '–'
    );
  return (
    <section aria-labelledby="tysta">
      <Title order={2} id="tysta" mb="sm">
        {t('cases:quiet.message', { count: counted.everybody, inMonths: t('cases:quiet.inMonths', { count: months }) })}
      </Title>
      <p className="dim">{t('cases:quiet.without', { count: counted.withoutCase })}</p>
      <div className="flow no-print" style={{ margin: '1rem 0', gap: '0.75rem' }}>
        <div className="row-of-buttons">
          <Button disabled={ids.length === 0} onClick={() => setAsking(true)}>
            {t('cases:quiet.open', { count: ids.length })}
          </Button>
        </div>
        {takeBack.error && <ProblemNote error={takeBack.error} />}
        {free.length > 0 && (
          <Checkbox
            label={t('cases:quiet.selectAll', { count: free.length })}
            checked={ids.length === free.length}
            indeterminate={ids.length > 0 && ids.length < free.length}
            onChange={(event) => setChosen(new Set(event.currentTarget.checked ? free.map((row) => row.memberId) : []))}
          />
        )}
      </div>
      <DataTable
        caption={t('cases:quiet.title')}
        rows={rows}
        rowKey={(row) => row.memberId}
        columns={[
          {
            key: 'name',
            header: t('cases:quiet.name'),
            cell: (row) => (
              <span style={{ display: 'inline-flex', gap: '0.7rem', alignItems: 'center' }}>
                <Checkbox aria-label={t('cases:quiet.choose', { name: row.name })} disabled={row.caseId !== null} checked={ids.includes(row.memberId)} onChange={(event) => toggle(row.memberId, event.currentTarget.checked)} className="no-print" />
                <Link to={`/forening/${row.associationId}/medlemmar/${row.memberId}`}>{row.name}</Link>
              </span>
            ),
          },
          ...(withAssociation ? [{ key: 'association', header: t('cases:quiet.association'), cell: (row: Row) => row.associationName }] : []),
          { key: 'heard', header: t('cases:quiet.heard'), cell: (row) => longDay(row.lastOn) },
          { key: 'sign', header: t('cases:quiet.sign'), cell: (row) => t(`cases:sign.${row.lastSign}`) },
          { key: 'standing', header: t('cases:quiet.standing'), cell: standing },
        ]}
        secondLine={(row) => (
          <>
            {withAssociation && `${row.associationName} · `}
            {t(`cases:sign.${row.lastSign}`)} {longDay(row.lastOn)}
            {(row.caseId ?? row.triedOn) && <> · {standing(row)}</>}
          </>
        )}
      />
      <ShowMore query={query} shown={rows.length} />
      <Confirm title={t('cases:quiet.confirm', { count: ids.length })} open={asking} close={() => setAsking(false)}>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            openCases();
          }}
        >
          <p>{t('cases:quiet.confirmLead', { number: number(ids.length) })}</p>
          {open.error && <ProblemNote error={open.error} kept />}
          <div className="row-of-buttons">
            <Button type="submit" loading={open.isPending}>
              {t('cases:quiet.open', { count: ids.length })}
            </Button>
            <Button variant="subtle" onClick={() => setAsking(false)}>
              {t('common:action.cancel')}
            </Button>
          </div>
        </form>
      </Confirm>
    </section>
  );
}
