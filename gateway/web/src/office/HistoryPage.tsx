import { NativeSelect } from '@mantine/core';
import { useParams } from 'react-router';
import { useAssociationNames, useAssociations } from '../api/associations';
import { useAssignmentKinds } from '../district/data';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { ShowMore } from '../ui/ShowMore';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { useTermHistory } from './data';

/** Who has held an assignment over the years, in the district or in an association. */
export default function HistoryPage() {
  const t = useTexts('office');
  const codes = useCodes();
  const { longDay } = useFormat();
  const { get, set } = useAddress();
  const { id } = useParams();
  const nameOf = useAssociationNames();
  const { data: all = [] } = useAssignmentKinds();
  const kinds = all.filter((one) => !id || one.scope === 'association');
  const { data: associations = [] } = useAssociations();
  const kind = get('uppdrag') || (id ? 'chair' : 'districtChair');
  const inAssociation = kinds.find((one) => one.name === kind)?.scope === 'association';
  const places = associations.filter((row) => !row.isDistrict);
  const association = id ?? (inAssociation ? get('forening') || places[0]?.id || '' : '');
  const list = useTermHistory(inAssociation && !association ? '' : kind, association);
  const term = (from: string, until: string | null, ended: string | null) => (ended ?? until ? t('office:history.term', { from: longDay(from), until: longDay(ended ?? until ?? from) }) : t('office:history.since', { from: longDay(from) }));
  return (
    <Page title={t('office:history.title')} lead={t('office:history.lead')} crumbs={id ? [{ label: nameOf(id), to: `/forening/${id}/om` }, { label: t('common:place.assignments'), to: `/forening/${id}/uppdrag` }] : [{ label: t('common:area.district'), to: '/distrikt' }, { label: t('common:place.assignments'), to: '/distrikt/uppdrag' }]} wide>
      <div className="flow no-print" style={{ marginBottom: '1.5rem' }}>
        <NativeSelect id="uppdrag" label={t('office:kind')} value={kind} onChange={(event) => set('uppdrag', event.currentTarget.value)} data={kinds.map((one) => ({ value: one.name, label: codes('assignment', one.name) }))} />
        {inAssociation && !id && <NativeSelect id="forening" label={t('common:area.association')} value={association} onChange={(event) => set('forening', event.currentTarget.value)} data={places.map((row) => ({ value: row.id, label: row.name }))} />}
      </div>
      <Answered query={list} rows={4}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('office:history.none')} />
          ) : (
            <>
              <DataTable
                caption={t('office:history.title')}
                rows={rows}
                rowKey={(row) => row.assignmentId}
                columns={[
                  { key: 'name', header: t('office:name'), cell: (row) => (row.memberName ? <b>{row.memberName}</b> : <span className="dim">{t('office:former')}</span>) },
                  { key: 'term', header: t('office:history.when'), cell: (row) => term(row.from, row.until, row.endedOn) },
                  { key: 'early', header: t('office:history.how'), cell: (row) => (row.leftEarly ? t('office:history.early') : row.endedOn ? t('office:history.served') : t('office:history.now')) },
                ]}
                secondLine={(row) => `${term(row.from, row.until, row.endedOn)} · ${row.leftEarly ? t('office:history.early') : row.endedOn ? t('office:history.served') : t('office:history.now')}`}
              />
              <ShowMore query={list} shown={rows.length} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}
