import { Button, Checkbox, Title } from '@mantine/core';
import { useState } from 'react';
import { useNotices } from '../ui/Notices';
import { useTexts } from '../ui/useTexts';
import classes from './TotpSetup.module.css';

/** The ten codes, shown once: copied or printed before one goes on. */
export function RecoveryCodes({ codes, done }: { codes: string[]; done: () => Promise<void> }) {
  const t = useTexts('account');
  const { tell } = useNotices();
  const [saved, setSaved] = useState(false);

  async function copy() {
    try {
      await navigator.clipboard.writeText(codes.join('\n'));
      tell(t('account:recovery.copied'));
    } catch {
      tell(t('account:recovery.notCopied'));
    }
  }

  return (
    <div className="flow">
      <div role="status">
        <Title order={2}>{t('account:recovery.title')}</Title>
        <p>{t('account:recovery.text')}</p>
      </div>
      <ul className={classes.codes} style={{ width: '100%' }}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="row-of-buttons">
        <Button variant="default" onClick={() => void copy()}>
          {t('account:recovery.copy')}
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          {t('account:recovery.print')}
        </Button>
      </div>
      <Checkbox label={t('account:recovery.saved')} checked={saved} onChange={(event) => setSaved(event.currentTarget.checked)} />
      <Button size="lg" disabled={!saved} onClick={() => void done()}>
        {t('account:recovery.goOn')}
      </Button>
    </div>
  );
}
