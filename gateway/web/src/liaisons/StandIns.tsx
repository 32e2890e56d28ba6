import { Button, NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';
import { useNow } from '../api/clock';
import { asProblem, fieldErrors } from '../api/problem';
import { useSession } from '../api/session';
import type { StandIn } from '../api/types';
import { addDays, dateOf, useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DateField } from '../ui/DateField';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useBoard, useEndStandIn, useStandIns, useStartStandIn } from './data';
import classes from './liaisons.module.css';
import { useTakeBack } from './useTakeBack';

/** Who stands in for whom, now and to come; a liaison says so for the own absence, those who manage liaisons for anybody's. */
export function StandIns({ manages }: { manages: boolean }) {
  const t = useTexts('liaisons');
  const list = useStandIns();
  const [open, setOpen] = useState(false);
  const today = dateOf(useNow());
  return (
    <section className="section" aria-labelledby="ersattare">
      <Title order={2} id="ersattare">
        {t('liaisons:standIn.title')}
      </Title>
      <p style={{ marginBottom: '1rem' }}>{t('liaisons:standIn.lead')}</p>
      <Answered query={list} rows={1}>
        {(rows) => (rows.length === 0 ? <p className="dim">{t('liaisons:standIn.empty')}</p> : <List rows={rows} manages={manages} />)}
      </Answered>
      <div style={{ marginTop: '1rem' }}>
        {open ? (
          <Start manages={manages} today={today} close={() => setOpen(false)} />
        ) : (
          <Button variant="default" className="no-print" onClick={() => setOpen(true)}>
            {t('liaisons:standIn.open')}
          </Button>
        )}
      </div>
    </section>
  );
}

function List({ rows, manages }: { rows: StandIn[]; manages: boolean }) {
  const t = useTexts('liaisons');
  const { shortDay } = useFormat();
  const { tell } = useNotices();
  const { data: session } = useSession();
  const end = useEndStandIn();
  const takeBack = useTakeBack();
  const start = useStartStandIn();
  return (
    <ul className={classes.rows}>
      {rows.map((row) => (
        <li key={row.id}>
          <div>
            <p>{t('liaisons:standIn.row', { standIn: row.standInName, name: row.memberName })}</p>
            <p className="small dim">{t('liaisons:standIn.period', { from: shortDay(row.from), until: shortDay(row.until) })}</p>
          </div>
          {(manages || row.memberId === session?.memberId) && (
            <Button
              variant="default"
              size="sm"
              className="no-print"
              aria-label={t('liaisons:standIn.endNamed', { standIn: row.standInName, name: row.memberName })}
              disabled={end.isPending}
              onClick={() =>
                void end
                  .mutateAsync(row.id)
                  .then(() => tell(t('liaisons:standIn.ended', { name: row.standInName }), () => takeBack(start.mutateAsync({ memberId: row.memberId, standInId: row.standInId, from: row.from, until: row.until }), t('liaisons:standIn.started', { name: row.standInName }))))
                  .catch(() => undefined)
              }
            >
              {t('liaisons:standIn.end')}
            </Button>
          )}
        </li>
      ))}
      {end.error && <ProblemNote error={end.error} />}
    </ul>
  );
}

function Start({ manages, today, close }: { manages: boolean; today: string; close: () => void }) {
  const t = useTexts('liaisons');
  const { tell } = useNotices();
  const { data: session } = useSession();
  const { data: board = [] } = useBoard();
  const start = useStartStandIn();
  const self = session?.memberId ?? '';
  const form = useFields(
    { memberId: manages ? '' : self, standInId: '', from: today, until: addDays(today, 14) },
    {
      memberId: (value) => (value ? null : t('liaisons:standIn.fault.who')),
      standInId: (value, all) => (value && value !== all.memberId ? null : t('liaisons:standIn.fault.standIn')),
      from: (value) => (value ? null : t('liaisons:standIn.fault.from')),
      until: (value, all) => (value && value >= all.from && value >= today ? null : t('liaisons:standIn.fault.until')),
    },
  );
  const people = (without: string) => [{ value: '', label: t('liaisons:standIn.choose') }, ...board.filter((one) => one.memberId !== without).map((one) => ({ value: one.memberId, label: one.name }))];
  const name = board.find((one) => one.memberId === form.values.standInId)?.name ?? '';
  return (
    <form
      className="form no-print"
      noValidate
      onSubmit={form.submit((period) =>
        start.mutate(period, {
          onSuccess: () => {
            close();
            tell(t('liaisons:standIn.started', { name }));
          },
          onError: (error) => form.refuse(fieldErrors(asProblem(error))),
        }),
      )}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {manages && <NativeSelect label={t('liaisons:standIn.who')} data={people('')} {...form.text('memberId')} />}
      <NativeSelect label={t('liaisons:standIn.standIn')} data={people(form.values.memberId)} {...form.text('standInId')} />
      <DateField id="from" label={t('liaisons:standIn.from')} value={form.values.from} onChange={(value) => form.set('from', value)} error={form.errors.from} />
      <DateField id="until" label={t('liaisons:standIn.until')} min={form.values.from} value={form.values.until} onChange={(value) => form.set('until', value)} error={form.errors.until} />
      {start.error && Object.keys(form.errors).length === 0 && <ProblemNote error={start.error} kept />}
      <SubmitOrCancel verb={t('liaisons:standIn.verb')} pending={start.isPending} cancel={close} />
    </form>
  );
}
