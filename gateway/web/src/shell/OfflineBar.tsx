import { useSyncExternalStore } from 'react';
import { Icon } from '../ui/Icon';
import { useTexts } from '../ui/useTexts';
import classes from './OfflineBar.module.css';

function listen(changed: () => void) {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** Says when the network is gone: what was read stays. Always in the page, so that its change is announced. */
export function OfflineBar() {
  const t = useTexts('common');
  const online = useSyncExternalStore(listen, () => navigator.onLine);
  return (
    <div role="status" className="no-print">
      {!online && (
        <p className={classes.bar}>
          <Icon name="offline" />
          {t('common:offline.bar')}
        </p>
      )}
    </div>
  );
}
