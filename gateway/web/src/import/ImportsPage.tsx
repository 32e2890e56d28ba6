import { useState } from 'react';
import type { FileLook } from '../api/types';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { ChooseColumns } from './ChooseColumns';
import { ChooseFile } from './ChooseFile';
import { History } from './History';

/** A file from the central register: chosen, its columns told, and sent; below, the imports so far. */
export default function ImportsPage() {
  const t = useTexts('import');
  const [chosen, setChosen] = useState<{ file: File; look: FileLook }>();
  return (
    <Page title={t('import:title')} lead={t('import:lead')} wide>
      {chosen ? (
        <ChooseColumns key={chosen.file.name} file={chosen.file} look={chosen.look} another={() => setChosen(undefined)} />
      ) : (
        <ChooseFile chosen={(file, look) => setChosen({ file, look })} />
      )}
      <History />
    </Page>
  );
}
