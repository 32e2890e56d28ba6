import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { FileLook } from '../api/types';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import classes from './ChooseFile.module.css';
import { useLook } from './data';

/** The file, by a button or dropped here. Only its beginning is looked at so far, and nothing is stored. */
export function ChooseFile({ chosen }: { chosen: (file: File, look: FileLook) => void }) {
  const t = useTexts('import');
  const input = useRef<HTMLInputElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const look = useLook();

  function take(file: File | undefined) {
    if (file) look.mutate(file, { onSuccess: (headings) => chosen(file, headings) });
  }

  // Dropping is for those with a mouse; everybody else has the button, so the place itself is nothing that is pressed.
  useEffect(() => {
    const at = place.current;
    if (!at) return;
    const end = new AbortController();
    const listen = (kind: 'dragover' | 'dragleave' | 'drop', over: boolean) =>
      at.addEventListener(kind, (event) => {
        event.preventDefault();
        setOver(over);
        if (kind === 'drop') take(event.dataTransfer?.files[0]);
      }, { signal: end.signal });
    listen('dragover', true);
    listen('dragleave', false);
    listen('drop', false);
    return () => end.abort();
  });

  return (
    <div className="flow">
      <div ref={place} className={classes.drop} data-over={over}>
        <input ref={input} id="centralFile" type="file" accept=".csv,.txt,text/csv" tabIndex={-1} aria-label={t('import:file.label')} onChange={(event) => { take(event.currentTarget.files?.[0]); event.currentTarget.value = ''; }} />
        <div className="row-of-buttons">
          <Button loading={look.isPending} onClick={() => input.current?.click()}>
            {t('import:file.choose')}
          </Button>
          <span className={classes.drag}>{t('import:file.drag')}</span>
        </div>
        <p className="dim small" style={{ marginTop: '1rem' }}>{t('import:file.help')}</p>
        <p className="dim small">
          {t('import:file.exportLead')}{' '}
          <a href="/api/members/central-imports/register" download>
            {t('import:file.export')}
          </a>
        </p>
      </div>
      {look.error && <ProblemNote error={look.error} />}
    </div>
  );
}
