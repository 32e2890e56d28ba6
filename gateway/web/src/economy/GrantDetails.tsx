import type { Grant } from '../api/types';
import { useFormat } from '../i18n/dates';
import { useTexts } from '../ui/useTexts';
import { useMoney } from './money';
import { GrantStanding } from './States';

/** What a grant is for, how it stands, and what was reported: the same for both sides. */
export function GrantDetails({ grant, withName }: { grant: Grant; withName?: boolean }) {
  const t = useTexts('economy');
  const { shortDay } = useFormat();
  const { money } = useMoney();
  return (
    <>
      {withName && <p><b>{grant.association}</b></p>}
      <p>{grant.purpose}</p>
      <p className="small">
        {[
          grant.applied !== null && grant.appliedAt && t('economy:grant.applied', { sum: money(grant.applied), date: shortDay(grant.appliedAt) }),
          grant.decided !== null && grant.decidedAt && t('economy:grant.decided', { sum: money(grant.decided), date: shortDay(grant.decidedAt) }),
          grant.reportDue && grant.state !== 'reported' && t('economy:grant.due', { date: shortDay(grant.reportDue) }),
        ].filter(Boolean).join(' · ')}
      </p>
      <p><GrantStanding grant={grant} /></p>
      {grant.answer && <p className="small">{t('economy:grant.answered', { answer: grant.answer })}</p>}
      {grant.report && grant.reportedAt && <p className="small">{t('economy:grant.reported', { date: shortDay(grant.reportedAt), report: grant.report })}</p>}
    </>
  );
}
