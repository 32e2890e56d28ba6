import { may } from '../api/rights';
import { useSession } from '../api/session';
import type { CorrectionsPreview } from '../api/types';
import { ExportForm } from '../register/ExportForm';
import { FileDrop } from '../ui/FileDrop';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { type Chosen, usePreview } from './data';

/** The corrected list, and where to get one to correct. */
export function ChooseFile({ association, chosen }: { association: string; chosen: (chosen: Chosen, preview: CorrectionsPreview) => void }) {
  const t = useTexts('corrections');
  const { data: session } = useSession();
  const preview = usePreview(association);
  return (
    <div className="flow">
      {preview.error && <ProblemNote error={preview.error} />}
      <FileDrop
        id="correctionsFile"
        label={t('corrections:file.label')}
        accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        verb={t('corrections:file.choose')}
        drag={t('corrections:file.drag')}
        pending={preview.isPending}
        take={(file) => preview.mutate(file, { onSuccess: (found) => chosen(found.chosen, found.preview) })}
      >
        <p className="dim small" style={{ marginTop: '1rem' }} role="status">
          {preview.isPending ? t('corrections:file.reading') : t('corrections:file.help')}
        </p>
      </FileDrop>
      <div className="flow" style={{ maxWidth: '46rem', gap: '0.6rem' }}>
        <p>{t('corrections:file.fields')}</p>
        <p className="dim">{t('corrections:file.never')}</p>
      </div>
      {may(session, 'register:export', association) && (
        <div className="row-of-buttons">
          <span>{t('corrections:file.noList')}</span>
          <ExportForm address="/api/members/people/export" query={{ association, birthYears: 'true' }} />
        </div>
      )}
    </div>
  );
}
