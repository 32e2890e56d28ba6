import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { useHandOvers } from './data';

/** Those the central register has confirmed. */
export function HandOverDone() {
  const t = useTexts('district');
  const { dayAndTime } = useFormat();
  const list = useHandOvers('confirmed');
  return (
    <Answered query={list} rows={6}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty title={t('district:handOver.emptyConfirmed')} />
        ) : (
          <>
            <DataTable
              caption={t('district:handOver.confirmed')}
              rows={rows}
              rowKey={(row) => row.handOverId}
              columns={[
                { key: 'name', header: t('district:handOver.name'), cell: (row) => row.name },
                { key: 'association', header: t('district:handOver.association'), cell: (row) => row.associationName },
                { key: 'number', header: t('district:handOver.number'), cell: (row) => row.memberNumber },
                { key: 'when', header: t('district:handOver.confirmedAt'), cell: (row) => row.confirmedAt && dayAndTime(row.confirmedAt) },
              ]}
              secondLine={(row) => `${row.associationName} · ${row.memberNumber ?? ''}`}
            />
            <ShowMore query={list} shown={rows.length} />
          </>
        )
      }
    </Answered>
  );
}
