import { Link } from 'react-router';
import type { CaseRow } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { useTexts } from '../ui/useTexts';
import classes from './CaseList.module.css';
import { useNextStep } from './data';
import { PromisedBy } from './PromisedBy';
import { Verbs } from './Verbs';

/** People who wait for us, the oldest promise first, each one verb away from done. */
export function CaseList({ rows, withAssociation, exit }: { rows: CaseRow[]; withAssociation?: boolean; exit?: boolean }) {
  const t = useTexts('association');
  const codes = useCodes();
  const { language, shortDay } = useFormat();
  const nextStep = useNextStep(!exit);
  return (
    <ol className={classes.list}>
      {rows.map((row) => {
        const step = nextStep(row);
        return (
          <li key={row.caseId}>
            <div className={classes.who}>
              <p>
                <Link to={exit ? `/avslutssamtal/${row.caseId}` : `/forening/${row.associationId}/arenden/${row.caseId}`} className={classes.name}>
                  {row.memberName}
                </Link>{' '}
                <span className="dim">{codes('careReason', row.reason)}</span>
              </p>
              <p className="small">
                {step ? (language === 'en' ? step.english : step.swedish) : t('association:case.promised')} <PromisedBy due={row.due} />
              </p>
              <p className="small dim">
                {[
                  withAssociation && row.associationName,
                  row.assigneeName ?? t('association:case.nobody'),
                  row.assigneeAwayUntil && t('association:case.away', { date: shortDay(row.assigneeAwayUntil) }),
                  row.attempts > 0 && t('association:case.attempts', { count: row.attempts, latest: row.lastOutcome ? codes('outcome', row.lastOutcome).toLowerCase() : '' }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <Verbs caseId={row.caseId} name={row.memberName} exit={exit} />
          </li>
        );
      })}
    </ol>
  );
}
