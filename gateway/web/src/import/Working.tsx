import type { Import } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useTexts } from '../ui/useTexts';
import classes from './ChooseColumns.module.css';
import { useProgress, working } from './data';

/** How far the background work has come. One may leave: it goes on. */
export function Working({ one }: { one: Import }) {
  const t = useTexts('import');
  const codes = useCodes();
  const told = useProgress(one.importId, working(one.state)) ?? one.progress;
  return (
    <div className="flow" role="status">
      <p>
        {codes('importState', one.state)}
        {told?.step && `: ${codes('importStep', told.step)}`}
      </p>
      <progress className={classes.track} value={told?.done ?? 0} max={told?.total ?? 1} aria-label={t('import:one.progress')} />
      <p className="dim small">{t('import:one.leave')}</p>
    </div>
  );
}
