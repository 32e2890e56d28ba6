import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Case } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
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
  const { shortDay } = useFormat();
  const [word, setWord] = useState('');
  const { caseId, assigneeId, assigneeName, assignedBecause } = answered.case;
  const assignees = useAssignees(caseId);
  const assign = useAssign(caseId);

  function hand(memberId: string) {
    assign.mutate(
      { memberId, note: word.trim() || null },
      {
        onSuccess: ({ case: row }) => {
          setWord('');
          tell(t('association:assignee.done', { name: row.assigneeName ?? '' }), assigneeId ? () => assign.mutate({ memberId: assigneeId, note: null }) : undefined);
        },
      },
    );
  }

  return (
    <section className="section no-print">
      <Answered query={assignees} rows={1}>
        {(options) => (
          <div className="form">
            <TextInput id="word" label={t('common:form.optional', { label: t('association:assignee.word') })} description={t('association:assignee.wordHelp')} maxLength={2000} value={word} onChange={(event) => setWord(event.currentTarget.value)} />
            <NativeSelect
              id="assignee"
              label={t('association:assignee.label')}
              description={assigneeName && assignedBecause ? t('association:assignee.because', { name: assigneeName, why: codes('assignedBecause', assignedBecause) }) : t('association:assignee.help')}
              value={assigneeId ?? ''}
              disabled={assign.isPending}
              onChange={(event) => event.currentTarget.value && hand(event.currentTarget.value)}
              data={[{ value: '', label: t('association:case.nobody') }, ...options.map((one) => ({ value: one.memberId, label: [one.name, codes('assignment', one.assignment).toLowerCase(), one.awayUntil && t('association:case.away', { date: shortDay(one.awayUntil) })].filter(Boolean).join(', ') }))]}
            />
            {assign.error && <ProblemNote error={assign.error} />}
          </div>
        )}
      </Answered>
    </section>
  );
}
