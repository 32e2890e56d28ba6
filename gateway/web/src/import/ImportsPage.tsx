import { useState } from 'react';
import { Link } from 'react-router';
import type { FileLook } from '../api/types';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { ChooseColumns } from './ChooseColumns';
import { ChooseFile } from './ChooseFile';
import { History } from './History';

/** A file from the central register: chosen, its columns told, and sent; below, the imports so far. */
export default function ImportsPage() {
  const t = useTexts('import');
  const r = useTexts('people');
  const [chosen, setChosen] = useState<{ file: File; look: FileLook }>();
  return (
    <Page title={t('import:title')} lead={t('import:lead')} wide>
      <p className="no-print">
        <Link to="/distrikt/import/regler">{r('people:rules.title')}</Link>
      </p>
      {chosen ? (
        <ChooseColumns key={chosen.file.name} file={chosen.file} look={chosen.look} another={() => setChosen(undefined)} />
      ) : (
        <ChooseFile chosen={(file, look) => setChosen({ file, look })} />
      )}
      <History />
    </Page>
  );
}
