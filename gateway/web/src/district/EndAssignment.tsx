import { InputBase } from '@mantine/core';
import { useState } from 'react';
import type { AssignmentRow } from '../api/types';
import { useCodes } from '../i18n/codes';
import { Confirm } from '../ui/Confirm';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useTexts } from '../ui/useTexts';
import { useGiveBack } from '../office/data';
import { useEndAssignment } from './data';

/** Ends an assignment today: what it opens is closed within seconds, so it is asked for by name. */
export function EndAssignment({ assignment, close }: { assignment: AssignmentRow; close: () => void }) {
  const t = useTexts('district');
  const codes = useCodes();
  const { tell } = useNotices();
  const [reason, setReason] = useState('');
  const end = useEndAssignment(assignment.assignmentId);
  const o = useTexts('office');
  const giveBack = useGiveBack();
  const names = { name: assignment.memberName ?? o('office:former'), kind: codes('assignment', assignment.kind).toLowerCase() };
  return (
    <Confirm title={t('district:assignments.endAsk', names)} open close={close}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          end.mutate(reason, {
            onSuccess: () => {
              close();
              tell(t('district:assignments.endDone', names), () => void giveBack.mutateAsync(assignment.assignmentId).then(() => tell(o('office:givenBack')), () => tell(o('office:notGivenBack'))));
            },
          });
        }}
      >
        <p>{t('district:assignments.endHelp')}</p>
        <InputBase component="textarea" multiline rows={3} id="reason" label={t('common:form.optional', { label: t('district:assignments.reason') })} value={reason} maxLength={2000} onChange={(event) => setReason(event.currentTarget.value)} />
        {end.error && <ProblemNote error={end.error} kept />}
        <SubmitOrCancel verb={t('district:assignments.end')} pending={end.isPending} cancel={close} />
      </form>
    </Confirm>
  );
}
