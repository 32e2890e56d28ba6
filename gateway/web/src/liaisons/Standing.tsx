import { useNow } from '../api/clock';
import type { LiaisonRow } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Icon } from '../ui/Icon';
import { useTexts } from '../ui/useTexts';

/**
 * How it stands between the district and an association, in words; what needs somebody has a mark.
 * @param under it stands under a heading that says that it is about the next contact.
 */
export function Standing({ row, under }: { row: LiaisonRow; under?: boolean }) {
  const t = useTexts('liaisons');
  const { shortDay, relative } = useFormat();
  const now = useNow();
  const when = row.due ? { date: shortDay(row.due), relative: relative(row.due, now) } : { date: '', relative: '' };
  if (row.standing === 'inTime') return <span>{t(under ? 'liaisons:standing.by' : 'liaisons:standing.inTime', when)}</span>;
  if (row.standing === 'neverContacted') return <span>{t('liaisons:standing.neverContacted', when)}</span>;
  return (
    <span className="late">
      <Icon name="attention" size={16} /> {row.standing === 'noLiaison' ? t('liaisons:standing.noLiaison') : t(row.lastContact ? 'liaisons:standing.overdue' : 'liaisons:standing.overdueNever', when)}
    </span>
  );
}
