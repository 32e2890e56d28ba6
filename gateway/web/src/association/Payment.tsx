import { Button, Title } from '@mantine/core';
import { useNow } from '../api/clock';
import { asProblem, fieldErrors } from '../api/problem';
import type { Me } from '../api/types';
import { addDays, dateOf, useFormat } from '../i18n/dates';
import { DateField } from '../ui/DateField';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useNotePayment, useUndoPayment } from './data';
import { possibleNow } from './deciding';

/** Days from payment until membership takes effect (statutes §3). */
const untilEffect = 30;

/** Notes a paid fee, says what it will mean before it is noted, and takes it back while it has had no effect. */
export function Payment({ person }: { person: Me }) {
  const today = dateOf(useNow());
  // The form begins with today, so it begins anew when the platform's day turns out to be another.
  return <PaymentOn key={today} person={person} today={today} />;
}

function PaymentOn({ person, today }: { person: Me; today: string }) {
  const t = useTexts('association');
  const { longDay } = useFormat();
  const { tell } = useNotices();
  const possible = possibleNow(person.membership, today);
  const form = useFields({ paidOn: today }, { paidOn: (value) => (value ? null : t('association:payment.fault')) });
  const note = useNotePayment(person.memberId);
  const undo = useUndoPayment(person.memberId);
  const takeBack = () => undo.mutate(undefined, { onSuccess: () => tell(t('association:payment.undone')) });

  if (!possible.payment && !possible.undoPayment) return null;
  const { paidOn } = form.values;
  return (
    <section className="section no-print" id="betalning">
      <Title order={2}>{t('association:payment.title')}</Title>
      {possible.payment ? (
        <form
          className="form"
          noValidate
          onSubmit={form.submit((values) =>
            note.mutate(values.paidOn, {
              onSuccess: (noted) => tell(t('association:payment.noted', { date: longDay(noted.membership.effectiveOn ?? values.paidOn) }), takeBack),
              onError: (error) => form.refuse(fieldErrors(asProblem(error))),
            }),
          )}
        >
          <DateField
            id="paidOn"
            label={t('association:payment.label')}
            help={paidOn ? t('association:payment.forecast', { date: longDay(addDays(paidOn, untilEffect)) }) : undefined}
            value={paidOn}
            onChange={(value) => form.set('paidOn', value)}
            error={form.errors.paidOn}
            min={person.membership.appliedOn}
            max={today}
          />
          {note.error && !form.errors.paidOn && <ProblemNote error={note.error} kept />}
          <div>
            <Button type="submit" loading={note.isPending}>
              {t('association:payment.verb')}
            </Button>
          </div>
        </form>
      ) : (
        <div className="flow">
          <p>{t('association:payment.waiting')}</p>
          {undo.error && <ProblemNote error={undo.error} />}
          <Button variant="default" loading={undo.isPending} onClick={takeBack}>
            {t('association:payment.undo')}
          </Button>
        </div>
      )}
    </section>
  );
}
