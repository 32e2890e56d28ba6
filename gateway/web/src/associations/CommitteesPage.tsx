import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { Committee } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Confirm } from '../ui/Confirm';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { Until } from './Board';
import { CommitteeForm } from './CommitteeForm';
import { CommitteeSeat } from './CommitteeSeat';
import { useCommittees, useEndCommittee, useEndSeat } from './data';

/** The district's committees: what each is for, who sits in it and until when. */
export default function CommitteesPage() {
  const t = useTexts('associations');
  const { data: session } = useSession();
  const committees = useCommittees();
  const [adding, setAdding] = useState(false);
  const manages = mayInDistrict(session, 'assignments:manage');
  return (
    <Page title={t('associations:committees.title')} lead={t('associations:committees.lead')} wide>
      {manages && (adding ? <CommitteeForm close={() => setAdding(false)} /> : <Button className="no-print" onClick={() => setAdding(true)}>{t('associations:committees.add')}</Button>)}
      <Answered query={committees} rows={8}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('associations:committees.empty')}>{t('associations:committees.emptyHelp')}</Empty>
          ) : (
            <>
              {rows.map((one) => (
                <Section key={one.id} committee={one} manages={manages} />
              ))}
            </>
          )
        }
      </Answered>
    </Page>
  );
}

function Section({ committee, manages }: { committee: Committee; manages: boolean }) {
  const t = useTexts('associations');
  const { number } = useFormat();
  const [doing, setDoing] = useState<'edit' | 'seat' | 'end'>();
  const close = () => setDoing(undefined);
  const { members } = committee;
  return (
    <section className="section">
      <Title order={2}>{committee.name}</Title>
      {committee.purpose && <p style={{ marginBottom: '0.75rem' }}>{committee.purpose}</p>}
      {members.length === 0 ? (
        <Empty title={t('associations:committees.nobody')} />
      ) : (
        <>
          <DataTable
            caption={committee.name}
            rows={members}
            rowKey={(row) => row.assignmentId}
            columns={[
              { key: 'name', header: t('associations:board.name'), cell: (row) => <b>{row.name}</b> },
              { key: 'function', header: t('associations:committees.function'), cell: (row) => t(`associations:function.${row.function}`) },
              { key: 'until', header: t('associations:board.until'), cell: (row) => <Until until={row.until} soon={row.endsSoon} /> },
              ...(manages ? [{ key: 'act', header: t('associations:change'), onPhone: true, cell: (row: Committee['members'][number]) => <EndSeat seat={row} committee={committee.name} /> }] : []),
            ]}
            secondLine={(row) => (
              <>
                {t(`associations:function.${row.function}`)} · <Until until={row.until} soon={row.endsSoon} />
              </>
            )}
          />
          <p className={committee.women * 2 >= members.length ? 'dim' : 'late'} style={{ marginTop: '0.75rem' }}>
            {t('associations:board.balance', { women: number(committee.women), total: number(members.length) })} {committee.women * 2 >= members.length ? t('associations:board.meets') : t('associations:board.below')}
          </p>
        </>
      )}
      {manages && doing === undefined && (
        <div className="row-of-buttons no-print" style={{ marginTop: '1rem' }}>
          <Button variant="default" size="sm" aria-label={t('associations:committees.seatNamed', { name: committee.name })} onClick={() => setDoing('seat')}>{t('associations:committees.seat')}</Button>
          <Button variant="default" size="sm" aria-label={t('associations:committees.editNamed', { name: committee.name })} onClick={() => setDoing('edit')}>{t('associations:change')}</Button>
          <Button variant="default" size="sm" aria-label={t('associations:committees.endNamed', { name: committee.name })} onClick={() => setDoing('end')}>{t('associations:committees.end')}</Button>
        </div>
      )}
      {doing === 'seat' && <CommitteeSeat committee={committee} close={close} />}
      {doing === 'edit' && <CommitteeForm committee={committee} close={close} />}
      {doing === 'end' && <EndCommittee committee={committee} close={close} />}
    </section>
  );
}

function EndSeat({ seat, committee }: { seat: Committee['members'][number]; committee: string }) {
  const t = useTexts('associations');
  const { tell } = useNotices();
  const [open, setOpen] = useState(false);
  const end = useEndSeat();
  const named = { name: seat.name, committee };
  return (
    <>
      <Button variant="default" size="sm" className="no-print" aria-label={t('associations:committees.endSeatNamed', named)} onClick={() => setOpen(true)}>
        {t('associations:committees.endSeat')}
      </Button>
      <Confirm title={t('associations:committees.endSeatAsk', named)} open={open} close={() => setOpen(false)}>
        {end.error && <ProblemNote error={end.error} />}
        <div className="row-of-buttons" style={{ marginTop: '1rem' }}>
          <Button loading={end.isPending} onClick={() => end.mutate(seat.assignmentId, { onSuccess: () => tell(t('associations:committees.endSeatDone', named)) })}>{t('associations:committees.endSeat')}</Button>
          <Button variant="default" onClick={() => setOpen(false)}>{t('common:action.cancel')}</Button>
        </div>
      </Confirm>
    </>
  );
}

/** The members' seats end with it, so it is asked for by name. */
function EndCommittee({ committee, close }: { committee: Committee; close: () => void }) {
  const t = useTexts('associations');
  const { tell } = useNotices();
  const end = useEndCommittee(committee.id);
  return (
    <Confirm title={t('associations:committees.endAsk', { name: committee.name })} open close={close}>
      <p>{t('associations:committees.endHelp')}</p>
      {end.error && <ProblemNote error={end.error} />}
      <div className="row-of-buttons" style={{ marginTop: '1rem' }}>
        <Button loading={end.isPending} onClick={() => end.mutate(undefined, { onSuccess: () => tell(t('associations:committees.endDone', { name: committee.name })) })}>{t('associations:committees.end')}</Button>
        <Button variant="default" onClick={close}>{t('common:action.cancel')}</Button>
      </div>
    </Confirm>
  );
}
