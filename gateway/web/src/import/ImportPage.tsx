import { useParams } from 'react-router';
import type { Import } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Corrections } from '../register/Corrections';
import { Answered } from '../ui/Answered';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { Applied } from './Applied';
import { useImport, working } from './data';
import { Preview } from './Preview';
import { Working } from './Working';

/** One import: at work, to be looked through and applied, or done. */
export default function ImportPage() {
  const t = useTexts('import');
  const { importId = '' } = useParams();
  const query = useImport(importId);
  return (
    <Page title={t('import:one.title')} crumbs={[{ label: t('import:title'), to: '/distrikt/import' }]} wide>
      <Answered query={query} rows={6}>
        {(one) => (
          <div className="flow" style={{ alignItems: 'stretch' }}>
            <About one={one} />
            <Part one={one} />
            {!working(one.state) && <Corrections importId={one.importId} />}
          </div>
        )}
      </Answered>
    </Page>
  );
}

function Part({ one }: { one: Import }) {
  const t = useTexts('import');
  if (working(one.state)) return <Working one={one} />;
  if (one.state === 'ready') return <Preview one={one} />;
  if (one.state === 'failed') return <Note kind="problem" title={t('import:one.failed')}><p>{t('import:one.failedHelp')}</p></Note>;
  if (one.state === 'discarded') return <Note kind="information" title={t('import:one.discarded')} />;
  return <Applied one={one} />;
}

function About({ one }: { one: Import }) {
  const t = useTexts('import');
  const { dayAndTime, number } = useFormat();
  return (
    <div className="flow" style={{ gap: '0.75rem' }}>
      <p>
        {t('import:one.about', { name: one.fileName, rows: number(one.rows), when: dayAndTime(one.receivedAt) })}
        {one.receivedBy && ` ${t('import:one.by', { name: one.receivedBy })}`}
      </p>
      {one.remarkCount > 0 && (
        <details>
          <summary>{t('import:one.remarks', { count: one.remarkCount })}</summary>
          {one.remarks.length > 0 && (
            <ul>
              {one.remarks.map((remark) => (
                <li key={remark}>{remark}</li>
              ))}
            </ul>
          )}
        </details>
      )}
    </div>
  );
}
