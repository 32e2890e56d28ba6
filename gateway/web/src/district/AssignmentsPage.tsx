import { Button, Checkbox, NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useAssociationNames, useAssociations } from '../api/associations';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { AssignmentRow } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { useTransfers } from '../office/data';
import { EndingTerms } from '../office/EndingTerms';
import { TermDialog } from '../office/TermDialog';
import { TransferList } from '../office/TransferList';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { ShowMore } from '../ui/ShowMore';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import classes from './AssignmentsPage.module.css';
import { useAssignments } from './data';
import { EndAssignment } from './EndAssignment';
import { StartAssignment } from './StartAssignment';

/** Who holds which assignment, for how long; starting one and ending one: in the district with every association, or in one. What an assignment opens ends with it. */
export default function AssignmentsPage() {
  const t = useTexts('district');
  const o = useTexts('office');
  const codes = useCodes();
  const { longDay } = useFormat();
  const { get, set } = useAddress();
  const { id } = useParams();
  const { data: session } = useSession();
  const nameOf = useAssociationNames();
  const current = get('visa') !== 'alla';
  const association = id ?? get('forening');
  const { data: associations = [] } = useAssociations();
  const list = useAssignments(current, association);
  const [ending, setEnding] = useState<AssignmentRow>();
  const [changing, setChanging] = useState<AssignmentRow>();
  const ofDistrict = mayInDistrict(session, 'assignments:manage');
  const isOwn = (row: AssignmentRow) => !ofDistrict && row.memberId === session?.memberId;
  const name = (row: AssignmentRow) => row.memberName ?? o('office:former');
  const where = (row: AssignmentRow) => row.associationName ?? t('common:area.district');
  const term = (row: AssignmentRow) =>
    row.endedOn ? t('district:assignments.ended', { date: longDay(row.endedOn) }) : row.until ? t('district:assignments.term', { from: longDay(row.from), until: longDay(row.until) }) : t('district:assignments.since', { from: longDay(row.from) });
  return (
    <Page
      title={t('district:assignments.title')}
      lead={id ? `${t('district:assignments.leadOwn')}${ofDistrict ? '' : ` ${t('district:assignments.ownByOthers')}`}` : t('district:assignments.lead')}
      crumbs={id ? [{ label: nameOf(id), to: `/forening/${id}/om` }] : undefined}
      wide
    >
      <StartAssignment association={id} />
      <p className="no-print" style={{ marginTop: '1rem' }}>
        {id ? (
          <Link to={`/forening/${id}/uppdrag/historik`}>{o('office:transfers.historyGo')}</Link>
        ) : (
          <>
            <Link to="/distrikt/uppdrag/overlamning">{o('office:transfers.go')}</Link> · <Link to="/distrikt/uppdrag/historik">{o('office:transfers.historyGo')}</Link> · <Link to="/distrikt/profiler">{o('office:profiles.title')}</Link>
          </>
        )}
      </p>
      <EndingTerms association={id} />
      <Title order={2} mt="2rem">{t('district:assignments.all')}</Title>
      <div className="flow no-print" style={{ margin: '0.75rem 0 1.5rem' }}>
        {!id && (
          <NativeSelect id="forening" label={t('district:assignments.where')} value={association} onChange={(event) => set('forening', event.currentTarget.value)} data={[{ value: '', label: t('district:assignments.everywhere') }, ...associations.filter((row) => !row.isDistrict).map((row) => ({ value: row.id, label: row.name }))]} />
        )}
        <Checkbox label={t('district:assignments.past')} checked={!current} onChange={(event) => set('visa', event.currentTarget.checked ? 'alla' : '')} />
      </div>
      <Answered query={list} rows={8}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t(id ? 'district:assignments.emptyOwn' : 'district:assignments.empty')}>{t(id ? 'district:assignments.emptyOwnHelp' : 'district:assignments.emptyHelp')}</Empty>
          ) : (
            <>
              <DataTable
                caption={t('district:assignments.title')}
                rows={rows}
                rowKey={(row) => row.assignmentId}
                columns={[
                  { key: 'name', header: t('district:assignments.name'), cell: (row) => (row.memberName ? <b>{row.memberName}</b> : <span className="dim">{name(row)}</span>) },
                  { key: 'kind', header: t('district:assignments.kind'), cell: (row) => codes('assignment', row.kind) },
                  ...(id ? [] : [{ key: 'where', header: t('district:assignments.whereShort'), cell: where }]),
                  { key: 'term', header: t('district:assignments.termTitle'), cell: (row) => (row.successorName && !row.endedOn ? `${term(row)}. ${o('office:successor.title')}: ${row.successorName}` : term(row)) },
                  {
                    key: 'act',
                    header: t('district:assignments.change'),
                    onPhone: true,
                    cell: (row) =>
                      row.endedOn ? (
                        '–'
                      ) : (
                        <div className={classes.acts}>
                          <Button variant="default" size="sm" aria-label={o('office:term.openNamed', { name: name(row), kind: codes('assignment', row.kind).toLowerCase() })} onClick={() => setChanging(row)}>
                            {o('office:term.open')}
                          </Button>
                          {!isOwn(row) && (
                            <Button variant="default" size="sm" aria-label={t('district:assignments.endNamed', { name: name(row), kind: codes('assignment', row.kind).toLowerCase() })} onClick={() => setEnding(row)}>
                              {t('district:assignments.end')}
                            </Button>
                          )}
                        </div>
                      ),
                  },
                ]}
                secondLine={(row) => [codes('assignment', row.kind), !id && where(row), term(row)].filter(Boolean).join(' · ')}
              />
              <ShowMore query={list} shown={rows.length} />
              {changing && <TermDialog key={changing.assignmentId} assignment={changing} association={id} own={isOwn(changing)} close={() => setChanging(undefined)} />}
              {ending && <EndAssignment assignment={ending} close={() => setEnding(undefined)} />}
            </>
          )
        }
      </Answered>
      {id && <Transfers association={id} />}
    </Page>
  );
}

/** How far the association's own hand-overs have come. */
function Transfers({ association }: { association: string }) {
  const o = useTexts('office');
  const transfers = useTransfers(association);
  return (
    <section className="section" aria-labelledby="overlamningar">
      <Title order={2} id="overlamningar">
        {o('office:transfers.title')}
      </Title>
      <p style={{ marginBottom: '1rem' }}>{o('office:transfers.lead')}</p>
      <Answered query={transfers} rows={2}>
        {(rows) => <TransferList rows={rows} />}
      </Answered>
    </section>
  );
}
