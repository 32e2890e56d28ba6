import type { TransferRow } from '../api/types';
import classes from '../economy/economy.module.css';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Empty } from '../ui/Empty';
import { Icon } from '../ui/Icon';
import { useTexts } from '../ui/useTexts';

/** How far each hand-over has come, the late ones first. What the points say is for the two who hand over. */
export function TransferList({ rows, withPlace }: { rows: TransferRow[]; withPlace?: boolean }) {
  const t = useTexts('office');
  const codes = useCodes();
  const { longDay, number } = useFormat();
  if (rows.length === 0) return <Empty title={t('office:transfers.none')}>{t('office:transfers.noneHelp')}</Empty>;
  return (
    <ul className={classes.rows}>
      {[...rows].sort((one, other) => Number(other.isLate) - Number(one.isLate)).map((row) => (
        <li key={row.assignmentId}>
          <div>
            <p><b>{[codes('assignment', row.kind), withPlace && row.associationName].filter(Boolean).join(', ')}</b></p>
            <p>{t('office:transfers.fromTo', { leaver: row.leaverName ?? t('office:former'), successor: row.successorName, date: longDay(row.from) })}</p>
            <p className={row.isLate ? 'late small' : 'dim small'}>
              {row.isLate && <Icon name="attention" size={16} />} {t(row.isLate ? 'office:transfer.late' : 'office:transfer.standing', { done: number(row.done), confirmed: number(row.confirmed), points: number(row.points), date: longDay(row.due) })}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
