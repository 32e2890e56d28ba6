import { useNow } from '../api/clock';
import { useFormat } from '../i18n/dates';
import { Icon } from '../ui/Icon';
import { useTexts } from '../ui/useTexts';
import classes from './PromisedBy.module.css';

/** When somebody was promised to hear from us: the day and hour, and beside it how long is left or how late it is. */
export function PromisedBy({ due }: { due: string }) {
  const t = useTexts('association');
  const { dayAndTime, span } = useFormat();
  const now = useNow();
  const late = new Date(due) < now;
  return (
    <span className={classes.promise}>
      {dayAndTime(due)}{' '}
      {late ? (
        <span className="late">
          <Icon name="attention" size={16} /> {t('association:case.late', { span: span(new Date(due), now) })}
        </span>
      ) : (
        <span className="dim">{t('association:case.left', { span: span(now, new Date(due)) })}</span>
      )}
    </span>
  );
}
