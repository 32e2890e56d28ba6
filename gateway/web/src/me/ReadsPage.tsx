import type { Read } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { useMyReads } from './data';

/** Who has read one's data: the reader's assignment and reason, not a volunteer's name. */
export default function ReadsPage() {
  const t = useTexts('me');
  const codes = useCodes();
  const { dayAndTime } = useFormat();
  const reads = useMyReads();
  const who = (row: Read) => [codes('assignment', row.assignment), row.associationName].filter(Boolean).join(', ');
  const why = (row: Read) => (row.purpose ? codes('purpose', row.purpose) : t('me:reads.noPurpose'));
  return (
    <Page title={t('me:reads.title')} lead={t('me:reads.lead')} wide>
      <Answered query={reads}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('me:reads.empty')}>{t('me:reads.emptyHelp')}</Empty>
          ) : (
            <>
              <DataTable
                caption={t('me:reads.title')}
                rows={rows}
                rowKey={(row) => String(row.id)}
                columns={[
                  { key: 'when', header: t('me:reads.when'), cell: (row) => dayAndTime(row.at) },
                  { key: 'who', header: t('me:reads.who'), cell: who },
                  { key: 'what', header: t('me:reads.what'), cell: (row) => codes('readKind', row.what) },
                  { key: 'why', header: t('me:reads.why'), cell: why },
                ]}
                secondLine={(row) => `${who(row)} · ${codes('readKind', row.what)} · ${why(row)}`}
              />
              <ShowMore query={reads} shown={rows.length} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}
