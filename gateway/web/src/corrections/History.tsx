import { Button, Title } from '@mantine/core';
import { useNow } from '../api/clock';
import type { CorrectionsRow } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { useCorrectionsSoFar, useUndo } from './data';
import { useUndone } from './undone';

/** Corrections so far, the latest first; those of the last hour can be undone. */
export function History({ association, shownAbove }: { association: string; shownAbove?: string }) {
  const t = useTexts('corrections');
  const { dayAndTime } = useFormat();
  const { tell } = useNotices();
  const now = useNow();
  const list = useCorrectionsSoFar(association);
  const undo = useUndo(association);
  const undone = useUndone();
  const what = (row: CorrectionsRow) => t('corrections:history.what', { count: row.changes, people: t('corrections:look.people', { count: row.people }) });
  const state = (row: CorrectionsRow) =>
    row.undoneAt
      ? [t('corrections:history.undone', { when: dayAndTime(row.undoneAt) }), row.kept ? t('corrections:history.kept', { count: row.kept }) : ''].filter(Boolean).join(', ')
      : row.undoUntil && new Date(row.undoUntil) > now && row.correctionId !== shownAbove ? (
          <Button
            className="no-print"
            variant="default"
            size="sm"
            loading={undo.isPending && undo.variables === row.correctionId}
            aria-label={t('corrections:history.undoNamed', { name: row.fileName })}
            onClick={() => void undo.mutateAsync(row.correctionId).then((done) => tell(undone(done)), () => undefined)}
          >
            {t('common:action.undo')}
          </Button>
        ) : (
          t('corrections:history.applied')
        );
  return (
    <section className="section" aria-labelledby="tidigare">
      <Title order={2} id="tidigare">
        {t('corrections:history.title')}
      </Title>
      {undo.error && <ProblemNote error={undo.error} />}
      <Answered query={list} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('corrections:history.empty')}>{t('corrections:history.emptyHelp')}</Empty>
          ) : (
            <>
              <DataTable
                caption={t('corrections:history.title')}
                rows={rows}
                rowKey={(row) => row.correctionId}
                columns={[
                  { key: 'when', header: t('corrections:history.when'), cell: (row) => dayAndTime(row.madeAt) },
                  { key: 'what', header: t('corrections:history.whatHeader'), cell: what },
                  { key: 'file', header: t('corrections:history.file'), cell: (row) => row.fileName },
                  { key: 'by', header: t('corrections:history.by'), cell: (row) => row.madeBy ?? '–' },
                  { key: 'state', header: t('corrections:history.state'), cell: state, onPhone: true },
                ]}
                secondLine={(row) => `${what(row)} · ${[row.fileName, row.madeBy].filter(Boolean).join(' · ')}`}
              />
              <ShowMore query={list} shown={rows.length} />
            </>
          )
        }
      </Answered>
    </section>
  );
}
