import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAssociations } from '../api/associations';
import type { AssignmentRow } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { EndingTerms } from '../office/EndingTerms';
import { TermDialog } from '../office/TermDialog';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { ShowMore } from '../ui/ShowMore';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { useAssignments } from './data';
import { EndAssignment } from './EndAssignment';
import { StartAssignment } from './StartAssignment';

/** Who holds which assignment, for how long; starting one and ending one. What an assignment opens ends with it. */
export default function AssignmentsPage() {
  const t = useTexts('district');
  const o = useTexts('office');
  const codes = useCodes();
  const { longDay } = useFormat();
  const { get, set } = useAddress();
  const current = get('visa') !== 'alla';
  const association = get('forening');
  const { data: associations = [] } = useAssociations();
  const list = useAssignments(current, association);
  const [ending, setEnding] = useState<AssignmentRow>();
  const [changing, setChanging] = useState<AssignmentRow>();
  const where = (row: AssignmentRow) => row.associationName ?? t('common:area.district');
  const term = (row: AssignmentRow) =>
    row.endedOn ? t('district:assignments.ended', { date: longDay(row.endedOn) }) : row.until ? t('district:assignments.term', { from: longDay(row.from), until: longDay(row.until) }) : t('district:assignments.since', { from: longDay(row.from) });
  return (
    <Page title={t('district:assignments.title')} lead={t('district:assignments.lead')} wide>
      <StartAssignment />
      <p className="no-print" style={{ marginTop: '1rem' }}>
        <Link to="/distrikt/uppdrag/overlamning">{o('office:transfers.go')}</Link> · <Link to="/distrikt/uppdrag/historik">{o('office:transfers.historyGo')}</Link> · <Link to="/distrikt/profiler">{o('office:profiles.title')}</Link>
      </p>
      <EndingTerms />
      <div className="flow no-print" style={{ margin: '2rem 0 1.5rem' }}>
        <NativeSelect id="forening" label={t('district:assignments.where')} value={association} onChange={(event) => set('forening', event.currentTarget.value)} data={[{ value: '', label: t('district:assignments.everywhere') }, ...associations.filter((row) => !row.isDistrict).map((row) => ({ value: row.id, label: row.name }))]} />
        <Checkbox label={t('district:assignments.past')} checked={!current} onChange={(event) => set('visa', event.currentTarget.checked ? 'alla' : '')} />
      </div>
      <Answered query={list} rows={8}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('district:assignments.empty')}>{t('district:assignments.emptyHelp')}</Empty>
          ) : (
            <>
              <DataTable
                caption={t('district:assignments.title')}
                rows={rows}
                rowKey={(row) => row.assignmentId}
                columns={[
                  { key: 'name', header: t('district:assignments.name'), cell: (row) => <b>{row.memberName}</b> },
                  { key: 'kind', header: t('district:assignments.kind'), cell: (row) => codes('assignment', row.kind) },
                  { key: 'where', header: t('district:assignments.whereShort'), cell: where },
                  { key: 'term', header: t('district:assignments.termTitle'), cell: (row) => (row.successorName && !row.endedOn ? `${term(row)}. ${o('office:successor.title')}: ${row.successorName}` : term(row)) },
                  {
                    key: 'act',
                    header: t('district:assignments.change'),
                    onPhone: true,
                    cell: (row) =>
                      row.endedOn ? (
                        '–'
                      ) : (
                        <div className="row-of-buttons" style={{ flexWrap: 'nowrap' }}>
                          <Button variant="default" size="sm" aria-label={o('office:term.openNamed', { name: row.memberName, kind: codes('assignment', row.kind).toLowerCase() })} onClick={() => setChanging(row)}>
                            {o('office:term.open')}
                          </Button>
                          <Button variant="default" size="sm" aria-label={t('district:assignments.endNamed', { name: row.memberName, kind: codes('assignment', row.kind).toLowerCase() })} onClick={() => setEnding(row)}>
                            {t('district:assignments.end')}
                          </Button>
                        </div>
                      ),
                  },
                ]}
                secondLine={(row) => `${codes('assignment', row.kind)} · ${where(row)} · ${term(row)}`}
              />
              <ShowMore query={list} shown={rows.length} />
              {changing && <TermDialog key={changing.assignmentId} assignment={changing} close={() => setChanging(undefined)} />}
              {ending && <EndAssignment assignment={ending} close={() => setEnding(undefined)} />}
            </>
          )
        }
      </Answered>
    </Page>
  );
}
