import { NativeSelect } from '@mantine/core';
import type { Case } from '../api/types';
import { useCodes } from '../i18n/codes';
import { Answered } from '../ui/Answered';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { useAssign, useAssignees } from './data';

/** Who sees to the case, and handing it to somebody else. */
export function AssigneeField({ answered }: { answered: Case }) {
  const t = useTexts('association');
  const codes = useCodes();
  const { tell } = useNotices();
  const { caseId, assigneeId } = answered.case;
  const assignees = useAssignees(caseId);
  const assign = useAssign(caseId);

  function hand(memberId: string) {
    assign.mutate(memberId, {
      onSuccess: ({ case: row }) => tell(t('association:assignee.done', { name: row.assigneeName ?? '' }), assigneeId ? () => assign.mutate(assigneeId) : undefined),
    });
  }

  return (
    <section className="section no-print">
      <Answered query={assignees} rows={1}>
        {(options) => (
          <div className="form">
            <NativeSelect
              id="assignee"
              label={t('association:assignee.label')}
              description={t('association:assignee.help')}
              value={assigneeId ?? ''}
              disabled={assign.isPending}
              onChange={(event) => event.currentTarget.value && hand(event.currentTarget.value)}
              data={[{ value: '', label: t('association:case.nobody') }, ...options.map((one) => ({ value: one.memberId, label: `${one.name}, ${codes('assignment', one.assignment).toLowerCase()}` }))]}
            />
            {assign.error && <ProblemNote error={assign.error} />}
          </div>
        )}
      </Answered>
    </section>
  );
}
