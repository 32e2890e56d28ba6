import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useNow } from '../api/clock';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { RegionBody, RegionSeat } from '../api/types';
import { Until } from '../associations/Board';
import { dateOf, useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Confirm } from '../ui/Confirm';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { useBodies, useEndBody, useEndSeat, useGiveBackSeat } from './data';
import { BodyForm, GiveSeat } from './SeatForms';
import { useVacant } from './useVacant';

/** The party's seats in the region, and those that nobody has. */
export default function SeatsPage() {
  const t = useTexts('region');
  // Asked here, so that the day is known when a form opens.
  useNow();
  const { data: session } = useSession();
  const bodies = useBodies();
  const [adding, setAdding] = useState(false);
  const manages = mayInDistrict(session, 'assignments:manage');
  return (
    <Page title={t('region:seats.title')} lead={t('region:seats.lead')} crumbs={[{ label: t('region:title'), to: '/region' }]} wide>
      {manages && <p className="no-print"><Link to="/distrikt/uppdrag">{t('region:seats.terms')}</Link></p>}
      {manages && (adding ? <BodyForm close={() => setAdding(false)} /> : <Button className="no-print" mt="md" onClick={() => setAdding(true)}>{t('region:seats.add')}</Button>)}
      <Answered query={bodies} rows={8}>
        {(rows) => (
          <>
            {rows.map((body) => (
              <Body key={body.bodyId} body={body} manages={manages} />
            ))}
          </>
        )}
      </Answered>
    </Page>
  );
}

function Body({ body, manages }: { body: RegionBody; manages: boolean }) {
  const t = useTexts('region');
  const { shortDay } = useFormat();
  const vacant = useVacant();
  const today = dateOf(useNow());
  const [doing, setDoing] = useState<'edit' | 'seat' | 'end'>();
  const close = () => setDoing(undefined);
  const named = { body: body.name };
  const what = (seat: RegionSeat) => (
    <>
      {t(`region:function.${seat.function}`)}
      {seat.from > today && <>, {t('region:seats.begins', { date: shortDay(seat.from) })}</>}
    </>
  );
  const term = (seat: RegionSeat) => (
    <>
      <Until until={seat.until} soon={seat.endsSoon} />
      {seat.successorName && seat.successorFrom && <div className="dim small">{t('region:seats.succeeded', { name: seat.successorName, date: shortDay(seat.successorFrom) })}</div>}
    </>
  );
  return (
    <section className="section" aria-labelledby={body.bodyId}>
      <Title order={2} id={body.bodyId}>{body.name}</Title>
      {body.about && <p>{body.about}</p>}
      <p className="small" style={{ margin: '0.25rem 0 0.75rem' }}>
        {t('region:seats.count', { seats: body.seats, substitutes: body.substituteSeats })}. <span className={vacant(body) ? 'late' : 'good'}>{vacant(body) ? t('region:seats.vacant', { places: vacant(body) }) : t('region:seats.full')}</span>
      </p>
      {body.holders.length === 0 ? (
        <Empty title={t('region:seats.nobody')} />
      ) : (
        <DataTable
          caption={body.name}
          rows={body.holders}
          rowKey={(seat) => seat.assignmentId}
          columns={[
            { key: 'name', header: t('region:seats.name'), cell: (seat) => <b>{seat.name}</b> },
            { key: 'function', header: t('region:seats.function'), cell: what },
            { key: 'until', header: t('region:seats.until'), cell: term },
            ...(manages ? [{ key: 'act', header: t('region:seats.actions'), onPhone: true, cell: (seat: RegionSeat) => <EndSeat seat={seat} body={body.name} /> }] : []),
          ]}
          secondLine={(seat) => <>{what(seat)} · {term(seat)}</>}
        />
      )}
      {manages && doing === undefined && (
        <div className="row-of-buttons no-print" style={{ marginTop: '1rem' }}>
          <Button variant="default" size="sm" aria-label={t('region:seats.giveNamed', named)} onClick={() => setDoing('seat')}>{t('region:seats.give')}</Button>
          <Button variant="default" size="sm" aria-label={t('region:seats.changeNamed', named)} onClick={() => setDoing('edit')}>{t('region:seats.change')}</Button>
          {!body.isAssembly && <Button variant="default" size="sm" aria-label={t('region:seats.endNamed', named)} onClick={() => setDoing('end')}>{t('region:seats.end')}</Button>}
        </div>
      )}
      {doing === 'seat' && <GiveSeat body={body} close={close} />}
      {doing === 'edit' && <BodyForm body={body} close={close} />}
      {doing === 'end' && <EndBody body={body} close={close} />}
    </section>
  );
}

function EndSeat({ seat, body }: { seat: RegionSeat; body: string }) {
  const t = useTexts('region');
  const { tell } = useNotices();
  const [open, setOpen] = useState(false);
  const end = useEndSeat(seat.assignmentId);
  const giveBack = useGiveBackSeat(seat.assignmentId);
  const named = { name: seat.name, body };
  const undo = () => void giveBack.mutateAsync(undefined).then(() => tell(t('region:seats.seatBack', named)), () => tell(t('region:seats.seatNotBack')));
  return (
    <>
      <Button variant="default" size="sm" className="no-print" aria-label={t('region:seats.endSeatNamed', named)} onClick={() => setOpen(true)}>{t('region:seats.endSeat')}</Button>
      <Confirm title={t('region:seats.endSeatAsk', named)} open={open} close={() => setOpen(false)}>
        <p>{t('region:seats.endSeatHelp')}</p>
        {end.error && <ProblemNote error={end.error} />}
        <div className="row-of-buttons" style={{ marginTop: '1rem' }}>
          <Button loading={end.isPending} onClick={() => void end.mutateAsync(undefined).then(() => tell(t('region:seats.endSeatDone', named), undo), () => undefined)}>{t('region:seats.endSeat')}</Button>
          <Button variant="default" onClick={() => setOpen(false)}>{t('common:action.cancel')}</Button>
        </div>
      </Confirm>
    </>
  );
}

/** The seats end with it, so it is asked for by name. */
function EndBody({ body, close }: { body: RegionBody; close: () => void }) {
  const t = useTexts('region');
  const { tell } = useNotices();
  const end = useEndBody(body.bodyId);
  const named = { body: body.name };
  return (
    <Confirm title={t('region:seats.endAsk', named)} open close={close}>
      <p>{t('region:seats.endHelp')}</p>
      {end.error && <ProblemNote error={end.error} />}
      <div className="row-of-buttons" style={{ marginTop: '1rem' }}>
        <Button loading={end.isPending} onClick={() => void end.mutateAsync(undefined).then(() => tell(t('region:seats.ended', named)), () => undefined)}>{t('region:seats.end')}</Button>
        <Button variant="default" onClick={close}>{t('common:action.cancel')}</Button>
      </div>
    </Confirm>
  );
}
