import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNow } from '../api/clock';
import { asProblem, fieldErrors } from '../api/problem';
import type { Case } from '../api/types';
import { addDays, dateOf, useFormat } from '../i18n/dates';
import { DateField } from '../ui/DateField';
import { ErrorSummary } from '../ui/ErrorSummary';
import { Note } from '../ui/Note';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useSnooze, useWake } from './data';

/** Lets a case rest until a day, for a reason; it comes back by itself. */
export function Snooze({ answered }: { answered: Case }) {
  const t = useTexts('cases');
  const { shortDay } = useFormat();
  const { tell } = useNotices();
  const wake = useWake(answered.case.caseId);
  const [open, setOpen] = useState(false);
  const { snoozedUntil } = answered.case;
  if (snoozedUntil) {
    return (
      <section className="section no-print">
        <Note kind="information" title={t('cases:snooze.rests', { date: shortDay(snoozedUntil) })}>
          <Button variant="default" size="sm" loading={wake.isPending} onClick={() => wake.mutate(undefined, { onSuccess: () => tell(t('cases:snooze.woken')) })}>
            {t('cases:snooze.wake')}
          </Button>
          {wake.error && <ProblemNote error={wake.error} />}
        </Note>
      </section>
    );
  }
  return (
    <section className="section no-print">
      {open ? (
        <Rest answered={answered} close={() => setOpen(false)} />
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('cases:snooze.open')}
        </Button>
      )}
    </section>
  );
}

function Rest({ answered, close }: { answered: Case; close: () => void }) {
  const t = useTexts('cases');
  const { shortDay } = useFormat();
  const { tell } = useNotices();
  const today = dateOf(useNow());
  const { caseId } = answered.case;
  const snooze = useSnooze(caseId);
  const wake = useWake(caseId);
  const fields = useFields(
    { until: addDays(today, 14), reason: '' },
    {
      until: (day) => (day > today ? null : t('cases:snooze.fault.until')),
      reason: (text) => (text.trim() ? null : t('cases:snooze.fault.reason')),
    },
  );
  return (
    <form
      className="form"
      noValidate
      onSubmit={fields.submit((values) =>
        snooze.mutate(values, {
          onSuccess: () => {
            close();
            tell(t('cases:snooze.done', { date: shortDay(values.until) }), () => wake.mutate(undefined));
          },
          onError: (error) => fields.refuse(fieldErrors(asProblem(error))),
        }),
      )}
    >
      <ErrorSummary errors={fields.errors} attempt={fields.attempt} />
      {snooze.error && <ProblemNote error={snooze.error} />}
      <DateField id="until" label={t('cases:snooze.until')} value={fields.values.until} onChange={(day) => fields.set('until', day)} error={fields.errors.until} min={addDays(today, 1)} max={addDays(today, 180)} />
      <TextInput label={t('cases:snooze.reason')} maxLength={500} {...fields.text('reason')} />
      <SubmitOrCancel verb={t('cases:snooze.verb')} pending={snooze.isPending} cancel={close} />
    </form>
  );
}
