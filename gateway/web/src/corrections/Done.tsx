import { Button } from '@mantine/core';
import { useNow } from '../api/clock';
import type { CorrectionsDone } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Note } from '../ui/Note';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { useUndo } from './data';
import { useUndone } from './undone';

/** What was just corrected, for how long it can be undone, and what an undo did. */
export function Done({ association, done, another }: { association: string; done: CorrectionsDone; another: () => void }) {
  const t = useTexts('corrections');
  const { dayAndTime, span } = useFormat();
  const now = useNow();
  const undo = useUndo(association);
  const undone = useUndone();
  const until = new Date(done.undoUntil);
  return (
    <div className="flow">
      {undo.data ? (
        <Note kind="information" title={undone(undo.data)} />
      ) : (
        <Note kind="success" title={t('corrections:done.title', { count: done.changes, people: t('corrections:look.people', { count: done.people }) })}>
          {until > now && <p>{t('corrections:done.until', { when: dayAndTime(done.undoUntil), left: span(now, until) })}</p>}
        </Note>
      )}
      {undo.error && <ProblemNote error={undo.error} />}
      <div className="row-of-buttons no-print">
        {!undo.data && until > now && (
          <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate(done.correctionId)}>
            {t('corrections:done.undo')}
          </Button>
        )}
        <Button variant="default" onClick={another}>
          {t('corrections:look.another')}
        </Button>
      </div>
    </div>
  );
}
