import type { FileLook } from '../api/types';
import { FileDrop } from '../ui/FileDrop';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { useLook } from './data';

/** The central register's file. Only its beginning is looked at so far, and nothing is stored. */
export function ChooseFile({ chosen }: { chosen: (file: File, look: FileLook) => void }) {
  const t = useTexts('import');
  const look = useLook();
  return (
    <div className="flow">
      <FileDrop
        id="centralFile"
        label={t('import:file.label')}
        accept=".csv,.txt,text/csv"
        verb={t('import:file.choose')}
        drag={t('import:file.drag')}
        pending={look.isPending}
        take={(file) => look.mutate(file, { onSuccess: (headings) => chosen(file, headings) })}
      >
        <p className="dim small" style={{ marginTop: '1rem' }}>{t('import:file.help')}</p>
        <p className="dim small">
          {t('import:file.exportLead')}{' '}
          <a href="/api/members/central-imports/register" download>
            {t('import:file.export')}
          </a>
        </p>
      </FileDrop>
      {look.error && <ProblemNote error={look.error} />}
    </div>
  );
}
