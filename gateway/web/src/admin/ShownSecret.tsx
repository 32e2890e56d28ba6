import { Button } from '@mantine/core';
import { Note } from '../ui/Note';
import { useNotices } from '../ui/Notices';
import { useTexts } from '../ui/useTexts';
import classes from './admin.module.css';

/** A secret that has just been made: shown this once, until whoever made it has put it away. */
export function ShownSecret({ id, secret, done }: { id: string; secret: string; done: () => void }) {
  const t = useTexts('admin');
  const { tell } = useNotices();

  async function copy() {
    try {
      await navigator.clipboard.writeText(secret);
      tell(t('admin:clients.secret.copied'));
    } catch {
      tell(t('admin:clients.secret.notCopied'));
    }
  }

  return (
    <div className="flow" style={{ marginBottom: '2rem', alignItems: 'stretch' }}>
      <Note kind="success" title={t('admin:clients.secret.shown')}>
        <p>{t('admin:clients.secret.give')}</p>
      </Note>
      <p className={classes.secret}>
        {id}
        <br />
        {secret}
      </p>
      <div className="row-of-buttons">
        <Button variant="default" onClick={() => void copy()}>
          {t('admin:clients.secret.copy')}
        </Button>
        <Button onClick={done}>{t('admin:clients.secret.done')}</Button>
      </div>
    </div>
  );
}
