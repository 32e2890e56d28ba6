import { Button, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { asProblem } from '../api/problem';
import type { CorrectionsDone, CorrectionsPreview } from '../api/types';
import { Empty } from '../ui/Empty';
import { Note } from '../ui/Note';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { ChangedList } from './ChangedList';
import { type Chosen, useApply, usePreview } from './data';

/** As many reasons as leave room for the corrections. */
const fewReasons = 5;

const isMoved = (error: unknown) => asProblem(error).code === 'corrections.moved';

interface Props {
  association: string;
  chosen: Chosen;
  preview: CorrectionsPreview;
  /** True where another preview was looked at before, and the register has changed since. */
  moved?: boolean;
  /** Somebody has been edited meanwhile: this is what the file would change now. */
  anew: (preview: CorrectionsPreview) => void;
  applied: (done: CorrectionsDone) => void;
  another: () => void;
}

/** Everything the file would change, and what of it cannot be used; applied as a whole. */
export function Preview({ association, chosen, preview, moved, anew, applied, another }: Props) {
  const t = useTexts('corrections');
  const heading = useRef<HTMLHeadingElement>(null);
  const look = usePreview(association);
  const apply = useApply(association);
  const [all, setAll] = useState(false);
  const count = preview.changes;

  useEffect(() => heading.current?.focus(), []);

  function run() {
    apply.mutate(
      { chosen, digest: preview.digest },
      {
        onSuccess: applied,
        onError: (error) => {
          if (isMoved(error)) look.mutate(chosen, { onSuccess: (found) => anew(found.preview) });
        },
      },
    );
  }

  return (
    <section className="flow" style={{ alignItems: 'stretch' }} aria-labelledby="rattelser">
      <Title order={2} id="rattelser" ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
        {t('corrections:look.title', { name: chosen.name })}
      </Title>
      {moved && <Note kind="information" title={t('corrections:look.moved')} />}
      <p>
        {[
          count > 0 && t('corrections:look.changes', { count, people: t('corrections:look.people', { count: preview.people }) }),
          preview.unchanged > 0 && t('corrections:look.unchanged', { count: preview.unchanged }),
          preview.unusableRows > 0 && t('corrections:look.unusable', { count: preview.unusableRows }),
          preview.withoutNumber > 0 && t('corrections:look.withoutNumber', { count: preview.withoutNumber }),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      <p className="dim small">
        {t('corrections:look.read', { names: preview.readColumns.join(', ') })} {preview.otherColumns.length > 0 && t('corrections:look.other', { names: preview.otherColumns.join(', ') })}
      </p>
      {preview.unusable.length > 0 && (
        <Note kind="information" title={t('corrections:look.unusableTitle', { count: preview.unusableRows })}>
          <ul style={{ paddingLeft: '1.2rem' }}>
            {preview.unusable.slice(0, all ? undefined : fewReasons).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          {!all && preview.unusable.length > fewReasons && (
            <Button variant="default" size="sm" mt="sm" onClick={() => setAll(true)}>
              {t('corrections:look.all')}
            </Button>
          )}
        </Note>
      )}
      {count === 0 && <Empty title={t('corrections:look.nothing')}>{t('corrections:look.nothingHelp')}</Empty>}
      <ChangedList rows={preview.rows} />
      {apply.error && !isMoved(apply.error) && <ProblemNote error={apply.error} />}
      {look.error && <ProblemNote error={look.error} />}
      <div className="row-of-buttons no-print">
        {count > 0 && (
          <Button loading={apply.isPending || look.isPending} onClick={run}>
            {t('corrections:look.apply', { count })}
          </Button>
        )}
        <Button variant="default" onClick={another}>
          {t('corrections:look.another')}
        </Button>
      </div>
    </section>
  );
}
