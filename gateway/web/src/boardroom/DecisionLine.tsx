import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { BoardDecision } from '../api/types';
import { useFormat } from '../i18n/dates';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { useDecisionDone, useDecisionOpen, useRemoveDecision } from './data';

/** A decision: what, whose, by when, and whether it is done. */
export function DecisionLine({ decision, withMeeting, removable }: { decision: BoardDecision; withMeeting?: boolean; removable?: boolean }) {
  const t = useTexts('boardroom');
  const { shortDay } = useFormat();
  const { tell } = useNotices();
  const done = useDecisionDone();
  const open = useDecisionOpen();
  const remove = useRemoveDecision();
  const reopen = () => open.mutate(decision.decisionId, { onSuccess: () => tell(t('boardroom:decision.reopened')) });
  const error = done.error ?? open.error ?? remove.error;
  return (
    <li>
      <div>
        <p><b>{decision.text}</b></p>
        <p className="small">
          {[decision.owner ?? t('boardroom:decision.nobody'), decision.due && t('boardroom:decision.due', { date: shortDay(decision.due) })].filter(Boolean).join(' · ')}
          {withMeeting && <> · <Link to={`/distrikt/styrelse/${decision.meetingId}`}>{decision.meeting}</Link></>}
        </p>
        {decision.doneAt ? <p className="good">{t('boardroom:decision.done', { date: shortDay(decision.doneAt) })}</p> : decision.isLate && <p className="late">{t('boardroom:decision.late')}</p>}
        {error && <ProblemNote error={error} />}
      </div>
      <div className="row-of-buttons no-print">
        {decision.doneAt ? (
          <Button variant="default" size="sm" aria-label={t('boardroom:decision.undoNamed', { text: decision.text })} onClick={reopen}>{t('boardroom:decision.undo')}</Button>
        ) : (
          <Button variant="default" size="sm" aria-label={t('boardroom:decision.doNamed', { text: decision.text })} onClick={() => done.mutate(decision.decisionId, { onSuccess: () => tell(t('boardroom:decision.doneTold'), reopen) })}>{t('boardroom:decision.do')}</Button>
        )}
        {removable && <Button variant="default" size="sm" aria-label={t('boardroom:decision.removeNamed', { text: decision.text })} onClick={() => remove.mutate(decision.decisionId, { onSuccess: () => tell(t('boardroom:decision.removed')) })}>{t('common:action.remove')}</Button>}
      </div>
    </li>
  );
}
